import { expect, it } from "vitest";
import type { SpecFeature } from "../../src/map/mapFeatures.ts";
import { SOURCE_IDS } from "../../src/marks/mapLayers.ts";
import { SourceQueue, splitDiff } from "../../src/map/sourceQueue.ts";

const feature = (id: string): SpecFeature => ({
  type: "Feature",
  id,
  geometry: { type: "Point", coordinates: [0, 0] },
  properties: {},
});
const features = (count: number, name = "f") => Array.from({ length: count }, (_, index) => feature(`${name}${index}`));

it("splits a large change into pieces that add up to it, in order", () => {
  const diff = { remove: ["a", "b", "c"], add: features(5) };
  const pieces = splitDiff(diff, 2);
  expect(pieces.map(({ remove, add }) => remove.length + add.length)).toEqual([2, 1, 2, 2, 1]);
  expect(pieces.flatMap(({ remove }) => remove)).toEqual(diff.remove);
  expect(pieces.flatMap(({ add }) => add)).toEqual(diff.add);
});

it("sends a small change at once, or after a pending large one, and nothing while paused", async () => {
  const sent: string[] = [];
  const queue = new SourceQueue(async (_id, { add }) => void sent.push(`${add[0]?.id} ${add.length}`));
  queue.push(SOURCE_IDS.points, { remove: [], add: features(2, "small") });
  expect(sent).toEqual(["small0 2"]);
  queue.push(SOURCE_IDS.outlines, { remove: [], add: features(13_000, "large") });
  queue.push(SOURCE_IDS.outlines, { remove: [], add: features(1, "late") });
  queue.pause();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent).toEqual(["small0 2", "large0 6000"]);
  queue.resume();
  await expect.poll(() => sent).toEqual(["small0 2", "large0 6000", "large6000 6000", "large12000 1000", "late0 1"]);
});

it("queues a small change too while the map has no sources", async () => {
  const sent: string[] = [];
  const queue = new SourceQueue(async (_id, { add }) => void sent.push(add[0]?.id ?? ""));
  queue.pause();
  queue.push(SOURCE_IDS.points, { remove: [], add: [feature("a")] });
  expect(sent).toEqual([]);
  queue.resume();
  await expect.poll(() => sent).toEqual(["a"]);
});
