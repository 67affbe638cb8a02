import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { coverage, coverageAtLeast, overlapCounts, rangeRing } from "../../../src/geodesy/index.ts";
import { isValidByGeos } from "../geosValidity.ts";
import { areaKm2, polygonsOf, scatter } from "../measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Failed {
  id: number;
  count: number;
  discs: { center: [number, number]; rangeKm: number }[];
}

const failed = readFileSync(new URL("../fixtures/coverage-invalid.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Failed);

describe("coverages that once failed", () => {
  it.each(failed)("coverage-invalid $id", ({ discs, count }) => {
    for (const rings of [discs, discs.map(({ center, rangeKm }) => rangeRing(center, rangeKm))]) {
      expect(isValidByGeos(coverageAtLeast(rings, count))).toBe(true);
      for (const level of overlapCounts(rings, { upTo: 100 })) expect(isValidByGeos(level)).toBe(true);
    }
  });
});

describe("rings that coincide", () => {
  const ring = rangeRing([30, 50], 300);

  it("are one ring, counted as often as they come", () => {
    const again = Array.from({ length: 200 }, () => ring);
    expect(polygonsOf(coverage(again)).flat(2)).toHaveLength(polygonsOf(ring).flat(2).length);
    expect(areaKm2(coverageAtLeast(again, 200)) / areaKm2(ring)).toBeCloseTo(1, 9);
    expect(coverageAtLeast(again, 201).geometry.coordinates).toEqual([]);
  });

  it.each([1e-3, 1e-6, 1e-9, 1e-12])("all but: centres within %d degrees", (within) => {
    const rings = scatter(30, 5).map(([u = 0, v = 0]) => ({
      center: [30 + u * within, 50 + v * within],
      rangeKm: 300,
    }));
    const area = coverage(rings);
    expect(isValidByGeos(area)).toBe(true);
    expect(areaKm2(area) / areaKm2(ring)).toBeCloseTo(1, 2);
  });

  it("in part: bands and squares that share edges", () => {
    const half = {
      type: "Feature" as const,
      properties: {},
      geometry: {
        type: "Polygon" as const,
        coordinates: [[...polygonsOf(ring)[0]![0]!.slice(0, 100), polygonsOf(ring)[0]![0]![0]!]],
      },
    };
    const area = coverage([structuredClone(ring), half]);
    expect(isValidByGeos(area)).toBe(true);
    expect(areaKm2(area) / areaKm2(ring)).toBeCloseTo(1, 9);
    expect(areaKm2(coverageAtLeast([structuredClone(ring), half], 2)) / areaKm2(half)).toBeCloseTo(1, 9);
  });
});
