import { difference as turfDifference, featureCollection, intersect } from "@turf/turf";
import * as fc from "fast-check";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { coverage, difference, distanceKm, intersection, rangeBand, rangeRing } from "../../../src/geodesy/index.ts";
import { expectGeosValid } from "../geosValidity.ts";
import { areaKm2, expectValid, holds, polygonsOf, scatter } from "../measure.ts";

const copy = <T>(area: T): T => structuredClone(area);
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const area = (...coordinates: Position[][]): Feature<Polygon> => ({
  type: "Feature",
  properties: {},
  geometry: { type: "Polygon", coordinates },
});
const empty: MultiPolygon = { type: "MultiPolygon", coordinates: [] };

const discs = fc.array(
  fc.record({
    center: fc
      .tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -900, max: 900 }))
      .map((n) => n.map((tenths) => tenths / 10)),
    rangeKm: fc.integer({ min: 500, max: 9000 }),
  }),
  { minLength: 2, maxLength: 5 },
);

describe("intersection and difference", () => {
  it("agree with Turf on plain polygons", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const [a, b, c] = scatter(3, seed).map(([u = 0, v = 0, w = 0]) =>
        copy(rangeRing([20 + 3 * u, 50 + 2 * v], 100 + 200 * w, { steps: 40 })),
      ) as [Feature<Polygon>, Feature<Polygon>, Feature<Polygon>];
      const common = intersect(featureCollection([a, b, c]));
      const ours = intersection([a, b, c]);
      expectValid(ours);
      expect(areaKm2(ours)).toBeCloseTo(common ? areaKm2(common) : 0, 4);
      const rest = turfDifference(featureCollection([a, b, c]));
      const left = difference(a, [b, c]);
      expectValid(left);
      expect(areaKm2(left)).toBeCloseTo(rest ? areaKm2(rest) : 0, 4);
      expect(polygonsOf(left).flat(2).length).toBe(rest ? polygonsOf(rest).flat(2).length : 0);
    }
  });

  it("of discs hold what is within all ranges, and within the first alone, by geodesic distance", () => {
    fc.assert(
      fc.property(
        discs,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 20,
          maxLength: 20,
        }),
        (all, probes) => {
          const common = intersection(all);
          const alone = difference(all[0]!, all.slice(1));
          for (const result of [common, alone]) expectGeosValid(result, all);
          for (const [u, v] of probes) {
            const place = [359.9 * u - 179.95, (Math.asin(1.998 * v - 0.999) * 180) / Math.PI];
            const within = all.map(({ center, rangeKm }) => distanceKm(center, place) / rangeKm);
            if (within.some((share) => Math.abs(share - 1) < 1.2e-4)) continue;
            expect(holds(common, place)).toBe(within.every((share) => share < 1));
            expect(holds(alone, place)).toBe(within.every((share, i) => share < 1 === (i === 0)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("have corners where true rings cross, to a metre", () => {
    const [a, b] = [
      { center: [30, 50], rangeKm: 300 },
      { center: [33, 50], rangeKm: 200 },
    ] as const;
    const coarse = [a, b].map(({ center, rangeKm }) => rangeRing([...center], rangeKm, { steps: 24 }));
    for (const result of [intersection(coarse), difference(coarse[0]!, [coarse[1]!])]) {
      const corners = polygonsOf(result)
        .flat(2)
        .filter((place) =>
          [a, b].every(({ center, rangeKm }) => Math.abs(distanceKm([...center], place) - rangeKm) < 1e-3),
        );
      expect(new Set(corners.map(String)).size).toBe(2);
    }
  });

  it("add up to the areas and to their union", () => {
    fc.assert(
      fc.property(discs, (all) => {
        const [a, b] = all.slice(0, 2).map(({ center, rangeKm }) => copy(rangeRing(center, rangeKm))) as [
          Feature<Polygon>,
          Feature<Polygon>,
        ];
        const [both, onlyA, onlyB] = [intersection([a, b]), difference(a, [b]), difference(b, [a])].map(areaKm2) as [
          number,
          number,
          number,
        ];
        expect(Math.abs(both + onlyA - areaKm2(a))).toBeLessThan(1e-8 * areaKm2(a));
        expect(Math.abs(both + onlyA + onlyB - areaKm2(coverage([a, b])))).toBeLessThan(
          1e-8 * (areaKm2(a) + areaKm2(b)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("cut a hole, and a band out of a disc", () => {
    const holed = difference(area(box(0, 0, 10, 10)), [area(box(2, 2, 4, 4))]);
    expect(polygonsOf(holed)).toHaveLength(1);
    expect(polygonsOf(holed)[0]).toHaveLength(2);
    const band = difference(rangeRing([30, 50], 300), [rangeRing([30, 50], 100)]);
    expect(areaKm2(band) / areaKm2(rangeBand([30, 50], 100, 300))).toBeCloseTo(1, 9);
  });

  it("count an area once whose polygons overlap, and turns of the globe as one", () => {
    const twice: MultiPolygon = { type: "MultiPolygon", coordinates: [[box(0, 0, 10, 10)], [box(5, 0, 15, 10)]] };
    expect(intersection([twice, area(box(100, 0, 101, 1))]).geometry.coordinates).toEqual([]);
    expect(difference(twice, [area(box(0, 0, 10, 10))]).geometry.coordinates).toHaveLength(1);
    const acrossTwice: MultiPolygon = {
      type: "MultiPolygon",
      coordinates: [[box(170, 0, 190, 10)], [box(-180, 0, -175, 10)]],
    };
    expect(
      areaKm2(difference(acrossTwice, [area(box(-180, 0, -175, 10))])) / areaKm2(area(box(0, 0, 15, 10))),
    ).toBeCloseTo(1, 9);
    expect(
      areaKm2(intersection([area(box(170, 0, 190, 10)), area(box(-185, 0, -175, 10))])) /
        areaKm2(area(box(0, 0, 10, 10))),
    ).toBeCloseTo(1, 9);
  });

  it("take what is empty for nothing", () => {
    const one = area(box(0, 0, 10, 10));
    expect(intersection([]).geometry).toEqual(empty);
    expect(intersection([one, empty]).geometry).toEqual(empty);
    expect(difference(empty, [one]).geometry).toEqual(empty);
    expect(difference(one, [one]).geometry).toEqual(empty);
    expect(areaKm2(difference(one, [empty]))).toBe(areaKm2(one));
    expect(areaKm2(difference(one, []))).toBe(areaKm2(one));
  });

  it("keep properties and name what is wrong", () => {
    const one = area(box(0, 0, 10, 10));
    expect(intersection([one], { properties: { a: 1 } }).properties).toEqual({ a: 1 });
    expect(difference(one, [], { properties: { a: 1 } }).properties).toEqual({ a: 1 });
    expect(difference(one, []).properties).toEqual({});
    for (const [run, message] of [
      [() => intersection(5 as never), "areas is 5"],
      [() => difference(one, one as never), "others is {"],
      [() => intersection([one, { center: [0, 95], rangeKm: 5 }]), "areas[1] center latitude is 95"],
      [() => difference({ center: [0, 5], rangeKm: 0 }, []), "area rangeKm is 0"],
      [() => difference(one, [one, { type: "Point", coordinates: [0, 0] } as never]), 'others[1] is "Point"'],
      [() => intersection([], null as never), "options is null"],
      [() => difference(one, [], { properties: 5 as never }), "options.properties is 5"],
    ] as const)
      expect(run).toThrow(message);
  });
});
