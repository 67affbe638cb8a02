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
  const pieces = splitDiff(diff, { features: 2, positions: 100 });
  expect(pieces.map(({ remove, add }) => remove.length + add.length)).toEqual([2, 1, 2, 2, 1]);
  expect(pieces.flatMap(({ remove }) => remove)).toEqual(diff.remove);
  expect(pieces.flatMap(({ add }) => add)).toEqual(diff.add);
});

it("sends features with many positions in pieces of so many positions, each whole", () => {
  const lines = [40, 40, 30, 500, 10].map((count, index): SpecFeature => ({
    ...feature(`line${index}`),
    geometry: { type: "LineString", coordinates: Array.from({ length: count }, () => [0, 0]) },
  }));
  const pieces = splitDiff({ remove: [], add: lines }, { features: 100, positions: 100 });
  expect(pieces.map(({ add }) => add.map(({ id }) => id))).toEqual([
    ["line0", "line1"],
    ["line2"],
    ["line3"],
    ["line4"],
  ]);
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
  expect(sent).toEqual(["small0 2", "large0 3000"]);
  queue.resume();
  const pieces = ["large0 3000", "large3000 3000", "large6000 3000", "large9000 3000", "large12000 1000"];
  await expect.poll(() => sent).toEqual(["small0 2", ...pieces, "late0 1"]);
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
