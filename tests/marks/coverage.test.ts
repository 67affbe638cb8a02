import { expect, it } from "vitest";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { coverageMark } from "../../src/marks/coverage.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import { mergeBytes } from "../../src/marks/shapes/mergeBytes.ts";
import { NO_SHAPES, type ShapeSource } from "../../src/marks/shapes/shapeSource.ts";
import { createSyncShapes } from "../../src/marks/shapes/syncShapes.ts";
import { at, catalog, KYIV, ringsOf, scenarioOf, translateTo } from "../samples.ts";

const points = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    at(`p${index}`, [(index % 340) - 170, (index % 7) * 10 - 30], ["atacms"]),
  );
const merging = (count: number) => scenarioOf(points(count), { coverage: true });
const within = (bytes: number): ShapeSource => ({ ...createSyncShapes(undefined), mergeBudgetBytes: bytes });

it("merging that would take more memory than there is draws rings, and the legend says so", () => {
  const figure = buildFigure(catalog, merging(5), translateTo("en"), within(mergeBytes(5) - 1));
  expect(figure.refusedMergeBytes).toBe(mergeBytes(5));
  expect(figure.pending).toBe(false);
  expect(itemsOf(figure.marks, coverageMark)).toEqual([]);
  expect(ringsOf(figure).filter((ring) => ring.shown)).toHaveLength(5);
  expect(figure.legend.map(({ id }) => id)).toContain("mergeLeft");
});

it("merging within the memory that there is draws areas, and nothing is said", () => {
  const figure = buildFigure(catalog, merging(5), translateTo("en"), within(mergeBytes(5)));
  expect(figure.refusedMergeBytes).toBeUndefined();
  expect(itemsOf(figure.marks, coverageMark)).toHaveLength(1);
  expect(ringsOf(figure).some((ring) => ring.shown)).toBe(false);
  expect(figure.legend.map(({ id }) => id)).not.toContain("mergeLeft");
});

it("no area is made on the page while a crowd of rings waits to be merged", () => {
  const asked: number[] = [];
  const waiting: ShapeSource = {
    ...NO_SHAPES,
    merge: ({ circles, areas }) => {
      asked.push(circles.length / 3, areas.length);
      return undefined;
    },
  };
  const start = process.cpuUsage();
  const figure = buildFigure(catalog, merging(20_000), translateTo("en"), waiting);
  const cpuMs = process.cpuUsage(start).user / 1000;
  expect(asked).toEqual([20_000, 0]);
  expect(figure.pending).toBe(true);
  // Twenty thousand areas of 256 vertices take more than ten seconds.
  expect(cpuMs).toBeLessThan(3000);
});

it("a crowded map keeps what it does not show for data files", () => {
  const scenario = scenarioOf(
    Array.from({ length: 4000 }, (_, index) => at(`p${index}`, KYIV, ["atacms", "tomahawk", "scalp-eg"])),
    { flatCircle: true, bands: true },
  );
  const figure = buildFigure(catalog, scenario, translateTo("en"));
  expect(figure.crowded).toBe(true);
  const rings = ringsOf(figure);
  expect(rings).toHaveLength(12_000);
  expect(new Set(rings.map(({ id }) => id)).size).toBe(12_000);
  expect(rings.filter(({ shown }) => shown).map(({ system }) => system.ref)).toEqual(
    Array.from({ length: 4000 }, () => "tomahawk"),
  );
  expect(figure.legend.find(({ id }) => id === "flatCircle")?.name).toContain("Too many rings");
});
