import * as fc from "fast-check";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import {
  areaKm2,
  coverage,
  coverageAtLeast,
  densify,
  difference,
  distanceToGeometryKm,
  geodesicBuffer,
  intersection,
  lengthKm,
  overlapCounts,
  rangeBand,
  rangeOutline,
  rangeRing,
  rangeSector,
} from "../../src/geodesy/index.ts";
import { expectGeosValid } from "./geosValidity.ts";
import { discs, lats, lngs, powerOf10, shape, starArea } from "./shapes.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

type Move = (place: Position) => Position;

/** Ways to move everything that leave distances and areas as they are. */
const moves: Record<string, Move> = {
  "as it is": (place) => place,
  "a turn to the east": ([x = 0, y = 0]) => [x + 360, y],
  "two turns to the west": ([x = 0, y = 0]) => [x - 720, y],
  "shifted in longitude": ([x = 0, y = 0]) => [x + 77.7, y],
  "mirrored east to west": ([x = 0, y = 0]) => [-x, y],
  "mirrored north to south": ([x = 0, y = 0]) => [x, -y],
};

const startingElsewhere = (ring: Position[]) => [...ring.slice(1), ring[1]!];
const split = ([first = [], second = [], ...rest]: Position[]) => [
  first,
  first.map((value, i) => (value + second[i]!) / 2),
  second,
  ...rest,
];
const repeated = ([first = [], ...rest]: Position[]) => [first, first, ...rest, rest.at(-1)!];

/** Ways to write an area that leave it the same. */
const rewritings: Record<string, (area: MultiPolygon) => MultiPolygon> = {
  "rings reversed": (area) => eachRing(area, (ring) => ring.toReversed()),
  "rings that start elsewhere": (area) => eachRing(area, startingElsewhere),
  "an edge split": (area) => eachRing(area, split),
  "positions repeated": (area) => eachRing(area, repeated),
  "rings and polygons reordered": ({ type, coordinates }) => ({
    type,
    coordinates: coordinates.map((rings) => rings.toReversed()).toReversed(),
  }),
};

const eachRing = ({ type, coordinates }: MultiPolygon, map: (ring: Position[]) => Position[]): MultiPolygon => ({
  type,
  coordinates: coordinates.map((rings) => rings.map(map)),
});

const area = shape
  .filter(({ type }) => type.endsWith("Polygon"))
  .map((one): MultiPolygon => {
    const { type, coordinates } = one as Polygon | MultiPolygon;
    return { type: "MultiPolygon", coordinates: type === "Polygon" ? [coordinates] : coordinates };
  });

const validKm2 = (result: Feature<Polygon | MultiPolygon>, input: unknown) => {
  expectGeosValid(result, input);
  return areaKm2(result);
};

interface Input {
  area: MultiPolygon;
  other: MultiPolygon;
  place: Position;
  km: number;
}

type Known = (input: Input) => number;
const ofArea =
  (share: number): ((known: number, input: Input) => number) =>
  (known) =>
    share * known + 1e-4;
/** Borders of a buffer are good to 0.01 % of its distance, on either side. */
const alongBorder = (_: number, { area: one, km }: Input) => 2e-4 * (km / 10) * lengthKm(one) + 1e-4;

/** What each function gives, as one number, and how far it may be off. */
const functions: Record<string, [of: Known, mayBeOff: (known: number, input: Input) => number]> = {
  areaKm2: [({ area: one }) => areaKm2(one), ofArea(1e-9)],
  lengthKm: [({ area: one }) => lengthKm(one), ofArea(1e-9)],
  densify: [({ area: one }) => areaKm2(densify(one, 100)), ofArea(1e-9)],
  distanceToGeometryKm: [({ area: one, place }) => distanceToGeometryKm(place, one), () => 2e-3],
  coverage: [({ area: one, other }) => validKm2(coverage([one, other]), one), ofArea(1e-9)],
  coverageAtLeast: [({ area: one, other }) => validKm2(coverageAtLeast([one, other], 2), one), ofArea(1e-9)],
  overlapCounts: [
    ({ area: one, other, place, km }) =>
      overlapCounts([one, other, { center: place, rangeKm: km }]).reduce((sum, level) => sum + validKm2(level, one), 0),
    // A disc's edges may leave the true ring by 0.01 % of its range, and are others where it is cut.
    ofArea(1e-4),
  ],
  intersection: [({ area: one, other }) => validKm2(intersection([one, other]), one), ofArea(1e-9)],
  difference: [({ area: one, other }) => validKm2(difference(one, [other]), one), ofArea(1e-9)],
  geodesicBuffer: [({ area: one, km }) => validKm2(geodesicBuffer(one, km), one), ofArea(3e-4)],
  "geodesicBuffer inwards": [({ area: one, km }) => validKm2(geodesicBuffer(one, -km / 10), one), alongBorder],
};

/**
 * For the border of an area, what a spike into it leaves is as thin as rounding: nothing, or a gap. So areas without spikes are buffered
 * inwards.
 */
const areasFor = (name: string) => (name === "geodesicBuffer inwards" ? starArea : area);

const inputsOf = (areas: fc.Arbitrary<MultiPolygon>) =>
  fc
    .record({
      area: areas,
      other: area,
      x: fc.integer({ min: -90, max: 90 }),
      y: fc.integer({ min: -9, max: 9 }),
      km: powerOf10(0, 4.2),
    })
    .map(({ area: one, other, x, y, km }): Input => {
      const [[lng = 0, lat = 0] = []] = one.coordinates.flat(2);
      const [[lng2 = 0, lat2 = 0] = []] = other.coordinates.flat(2);
      return {
        area: one,
        // Near the first, or nothing would overlap.
        other: eachRing(other, (ring) =>
          ring.map(([a = 0, b = 0]) => [a - lng2 + lng, Math.max(-90, Math.min(90, b - lat2 + lat))]),
        ),
        place: [lng + x / 10, Math.max(-90, Math.min(90, lat + y))],
        km,
      };
    });

describe("an area written in another way", () => {
  it.each(Object.entries(functions))("is the same for %s", (name, [of, mayBeOff]) => {
    fc.assert(
      fc.property(inputsOf(areasFor(name)), (input) => {
        const known = of(input);
        const close = (value: number, what: string) =>
          expect(Math.abs(value - known), `${what}: ${known} became ${value}`).toBeLessThan(mayBeOff(known, input));
        for (const [what, move] of Object.entries(moves)) {
          const moved = {
            area: eachRing(input.area, (ring) => ring.map(move)),
            other: eachRing(input.other, (ring) => ring.map(move)),
            place: move(input.place),
            km: input.km,
          };
          close(of(moved), what);
        }
        for (const [what, rewrite] of Object.entries(rewritings))
          close(of({ ...input, area: rewrite(input.area), other: rewrite(input.other) }), what);
      }),
      { numRuns: name.startsWith("geodesicBuffer") ? 2 : 6 },
    );
  });
});

/** What each function of a centre gives, as one number. */
const ofCentre: Record<string, (center: Position, km: number) => number> = {
  rangeRing: (center, km) => areaKm2(rangeRing(center, km)),
  rangeOutline: (center, km) => lengthKm(rangeOutline(center, km), { edges: "planar" }),
  rangeBand: (center, km) => areaKm2(rangeBand(center, km / 3, km)),
  rangeSector: (center, km) => areaKm2(rangeSector(center, km, -40, 40)) + areaKm2(rangeSector(center, km, 140, 220)),
};

describe("a centre somewhere else", () => {
  it.each(Object.entries(ofCentre))("is the same for %s", (_, of) => {
    fc.assert(
      fc.property(lngs, lats, powerOf10(-1, 4.29), (lng, lat, km) => {
        const known = of([lng, lat], km);
        // Each edge may leave the true ring by 0.01 % of the range, as may each end of an edge that is cut elsewhere.
        for (const [what, move] of Object.entries(moves))
          expect(Math.abs(of(move([lng, lat]), km) / known - 1), what).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same for coverage, the discs in any order", () => {
    fc.assert(
      fc.property(discs, fc.integer({ min: 1, max: 4 }), (all, count) => {
        const known = areaKm2(coverageAtLeast(all, count));
        const close = (value: number, what: string) =>
          expect(Math.abs(value - known), `${what}: ${known} became ${value}`).toBeLessThan(1e-4 * known + 1e-6);
        for (const [what, move] of Object.entries(moves)) {
          const moved = coverageAtLeast(
            all.map(({ center, rangeKm }) => ({ center: move(center), rangeKm })),
            count,
          );
          expectGeosValid(moved, all);
          close(areaKm2(moved), what);
        }
        close(areaKm2(coverageAtLeast(all.toReversed(), count)), "reordered");
      }),
      { numRuns: 25 },
    );
  });
});
