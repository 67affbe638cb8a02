import { featureCollection, union } from "@turf/turf";
import * as fc from "fast-check";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { describe, expect, it, vi } from "vitest";
import {
  coverage,
  coverageAtLeast,
  distanceKm,
  GeodesyError,
  overlapCounts,
  rangeBand,
  rangeRing,
} from "../../../src/geodesy/index.ts";
import { areaKm2, expectValid, holds, polygonsOf, scatter } from "../measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Area = Feature<Polygon | MultiPolygon>;
const copy = (area: Area): Area => structuredClone(area);
const vertices = (area: Area) => polygonsOf(area).flat(2);

/** Random discs in a box, the same at every run. */
const discs = (count: number, seed: number, minKm = 20, maxKm = 200) =>
  scatter(count, seed).map(([u = 0, v = 0, w = 0]) => ({
    center: [22 + 18 * u, 44 + 8 * v],
    rangeKm: minKm + (maxKm - minKm) * w,
  }));

describe("coverage", () => {
  it.each([2, 5, 20, 60])("agrees with turf.union on %d plain polygons", (count) => {
    const rings = discs(count, count).map(({ center, rangeKm }) => copy(rangeRing(center, rangeKm, { steps: 48 })));
    const ours = coverage(rings);
    const theirs = union(featureCollection(rings))!;
    expectValid(ours);
    expect(Math.abs(areaKm2(ours) / areaKm2(theirs) - 1)).toBeLessThan(1e-9);
    expect(polygonsOf(ours).length).toBe(polygonsOf(theirs).length);
    expect(polygonsOf(ours).flat().length).toBe(polygonsOf(theirs).flat().length);
  });

  it("keeps holes: six rings round a gap", () => {
    const rings = [0, 60, 120, 180, 240, 300].map((bearing) => {
      const [x, y] = [
        30 + 3 * Math.sin((bearing * Math.PI) / 180) * 1.56,
        50 + 3 * Math.cos((bearing * Math.PI) / 180),
      ];
      return rangeRing([x, y], 200);
    });
    const ring = coverage(rings);
    expectValid(ring);
    expect(polygonsOf(ring)).toHaveLength(1);
    expect(polygonsOf(ring)[0]).toHaveLength(2);
    expect(holds(ring, [30, 50])).toBe(false);
  });

  it("has each vertex on a true ring and inside none, crossings included, to a metre", () => {
    const all = discs(80, 3);
    const area = coverage(all.map(({ center, rangeKm }) => rangeRing(center, rangeKm, { steps: 128 })));
    let crossings = 0;
    for (const vertex of vertices(area)) {
      const off = all.map(({ center, rangeKm }) => (distanceKm(center, vertex) - rangeKm) * 1000);
      expect(Math.min(...off)).toBeGreaterThan(-1);
      const on = off.filter((metres) => Math.abs(metres) < 1).length;
      expect(on).toBeGreaterThan(0);
      if (on > 1) crossings++;
    }
    expect(crossings).toBeGreaterThan(10);
  });

  it("takes centres and ranges, poles and the antimeridian", () => {
    const all = [
      { center: [179, 60], rangeKm: 900 },
      { center: [-175, 63], rangeKm: 700 },
      { center: [10, 85], rangeKm: 1500 },
      { center: [100, 80], rangeKm: 1200 },
      { center: [-120, -88], rangeKm: 800 },
      { center: [178, -75], rangeKm: 1100 },
    ];
    const area = coverage(all);
    expectValid(area);
    for (let lng = -179.5; lng < 180; lng += 7.3) {
      for (let lat = -89.7; lat < 90; lat += 3.1) {
        const depth = all.filter(({ center, rangeKm }) => distanceKm(center, [lng, lat]) < rangeKm).length;
        const near = all.some(
          ({ center, rangeKm }) => Math.abs(distanceKm(center, [lng, lat]) - rangeKm) < 1e-3 * rangeKm,
        );
        if (!near) expect(holds(area, [lng, lat])).toBe(depth > 0);
      }
    }
  });

  it.each([180, -180, 179.9999999999, -179.99999999995, 179.99999, 0])(
    "takes rings round a centre at %d, beside the antimeridian or on it",
    (lng) => {
      // Copies are plain polygons, whose areas add up exactly.
      const rings = [10, 12, 10].map((lat) => copy(rangeRing([lng, lat], 300, { steps: 64 })));
      const area = coverage(rings);
      expectValid(area);
      const [one, both] = [
        areaKm2(rings[0]!) + areaKm2(rings[1]!),
        areaKm2(coverageAtLeast([rings[0]!, rings[1]!], 2)),
      ];
      expect((areaKm2(area) + both) / one).toBeCloseTo(1, 9);
    },
  );

  it("covers the whole Earth, and leaves the one gap", () => {
    const whole = coverage([
      { center: [0, 90], rangeKm: 11000 },
      { center: [0, -90], rangeKm: 11000 },
    ]);
    expect(areaKm2(whole)).toBeCloseTo(510065621.7, 0);
    const gap = coverage([
      { center: [0, 90], rangeKm: 9000 },
      { center: [0, -90], rangeKm: 9000 },
    ]);
    expectValid(gap);
    expect(holds(gap, [5, 0])).toBe(false);
    expect(holds(gap, [5, 60])).toBe(true);
  });

  it("merges what only touches, and copies of itself, into one", () => {
    const square = (x: number, y: number): Area => ({
      type: "Feature",
      properties: {},
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [x, y],
            [x + 1, y],
            [x + 1, y + 1],
            [x, y + 1],
            [x, y],
          ],
        ],
      },
    });
    const row = coverage([square(0, 0), square(1, 0), square(2, 0), square(0, 0), square(1, 0.5)]);
    expectValid(row);
    expect(polygonsOf(row)).toHaveLength(1);
    const corners = coverage([square(0, 0), square(1, 1)]);
    expectValid(corners);
    expect(polygonsOf(corners)).toHaveLength(2);
    const frame = coverage(
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 1],
        [2, 2],
        [1, 2],
        [0, 2],
        [0, 1],
      ].map(([x = 0, y = 0]) => square(x, y)),
    );
    expectValid(frame);
    expect(polygonsOf(frame)[0]).toHaveLength(2);
  });

  const someDiscs = fc.array(
    fc.record({
      center: fc.tuple(
        fc.integer({ min: -1800, max: 1799 }).map((n) => n / 10 + 0.013),
        fc.integer({ min: -890, max: 890 }).map((n) => n / 10),
      ),
      rangeKm: fc.integer({ min: 20, max: 4000 }),
    }),
    { minLength: 2, maxLength: 8 },
  );

  it("is idempotent, commutative, and no smaller than its parts", () => {
    fc.assert(
      fc.property(someDiscs, (all) => {
        const rings = all.map(({ center, rangeKm }) => rangeRing(center, rangeKm, { steps: 40 }));
        const area = coverage(rings);
        expectValid(area);
        const size = areaKm2(area);
        expect(areaKm2(coverage(rings.toReversed())) / size).toBeCloseTo(1, 9);
        // Again over itself and over its parts; what the crossings on the true rings have gained is kept.
        expect(areaKm2(coverage([area])) / size).toBeCloseTo(1, 9);
        expect(areaKm2(coverage([area, area])) / size).toBeCloseTo(1, 9);
        const again = coverage([area, ...rings]);
        expectValid(again);
        expect(areaKm2(again) / size).toBeCloseTo(1, 4);
        for (const ring of rings) expect(size).toBeGreaterThan(areaKm2(ring) * (1 - 1e-9));
        expect(size).toBeLessThan(rings.reduce((sum, ring) => sum + areaKm2(ring), 0) * (1 + 1e-4));
      }),
      { numRuns: 40 },
    );
  });
});

describe("overlap counts", () => {
  it("add up: each place counts as often as rings hold it", () => {
    const rings = discs(40, 9, 100, 400).map(({ center, rangeKm }) => copy(rangeRing(center, rangeKm, { steps: 48 })));
    const levels = overlapCounts(rings, { upTo: 100 });
    expect(levels.map(({ properties }) => properties.count)).toEqual(levels.map((_, i) => i + 1));
    for (const level of levels) expectValid(level);
    const total = levels.reduce((sum, level) => sum + areaKm2(level), 0);
    expect(total / rings.reduce((sum, ring) => sum + areaKm2(ring), 0)).toBeCloseTo(1, 9);
    for (const [u = 0, v = 0] of scatter(300, 4)) {
      const place = [20 + 22 * u, 42 + 12 * v];
      const depth = rings.filter((ring) => holds(ring, place)).length;
      levels.forEach((level, i) => expect(holds(level, place)).toBe(depth > i));
    }
    expect(coverageAtLeast(rings, 3).geometry).toEqual(levels[2]!.geometry);
    expect(coverageAtLeast(rings, 41).geometry.coordinates).toEqual([]);
  });

  it("counts bands with their holes", () => {
    const bands = [rangeBand([30, 50], 100, 300), rangeBand([33, 50], 100, 300)];
    const both = coverageAtLeast(bands, 2);
    expectValid(both);
    const alone = bands.reduce((sum, band) => sum + areaKm2(band), 0);
    expect((areaKm2(coverage(bands)) + areaKm2(both)) / alone).toBeCloseTo(1, 9);
  });
});

describe("progress and errors", () => {
  it("reports shares that grow to one", () => {
    const shares: number[] = [];
    coverage(discs(20, 1), { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    [
      () => coverage([{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [] } }]),
      "rings[0] is",
    ],
    [() => coverage([{ center: [0, 95], rangeKm: 5 }]), "rings[0] center latitude is 95"],
    [() => coverage([{ center: [0, 5], rangeKm: -5 }]), "rangeKm is -5"],
    [() => coverageAtLeast([], 0), "count is 0"],
    [() => overlapCounts([], { upTo: 1.5 }), "upTo is 1.5"],
  ])("%s", (run, message) => {
    expect(run).toThrow(GeodesyError);
    expect(run).toThrow(message);
  });

  it("is nothing where there are no rings", () => {
    expect(coverage([]).geometry).toEqual({ type: "MultiPolygon", coordinates: [] });
  });
});
