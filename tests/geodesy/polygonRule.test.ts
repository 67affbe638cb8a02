import * as fc from "fast-check";
import type { MultiPolygon, Position } from "geojson";
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
} from "../../src/geodesy/index.ts";
import { expectGeosValid } from "./geosValidity.ts";
import { areaKm2 as integralKm2, holds } from "./measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** How many random polygons are made; FUZZ_RUNS sets another number. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 40);

const shortWay = (step: number) => step - 360 * Math.round(step / 360);

/**
 * Whether a ring, edges the short way, encloses a place an odd number of times: how often the meridian from the place to the North Pole meets
 * it, and whether it holds the pole itself. Shares nothing with src/geodesy.
 */
function isEnclosed(ring: Position[], [lng = NaN, lat = NaN]: Position): boolean {
  let [met, turn, moment] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i]!, ring[i + 1]!];
    const step = shortWay(bx - ax);
    turn += step;
    moment += (step * (ay + by)) / 2;
    const [from, to] = [shortWay(ax - lng), shortWay(ax - lng) + step];
    for (const image of [-360, 0, 360]) {
      if (from > image === to > image) continue;
      if (ay + ((by - ay) * (image - from)) / step > lat) met += 1;
    }
  }
  const holdsNorthPole = Math.abs(turn) > 1 && moment / turn > 0;
  return (met % 2 === 1) !== holdsNorthPole;
}

const isInside = (polygons: Position[][][], place: Position) =>
  polygons.some((rings) => rings.filter((ring) => isEnclosed(ring, place)).length % 2 === 1);

/** Tenths of a degree, so that random places often coincide and edges often lie on each other. */
const tenths = (least: number, most: number) => fc.integer({ min: least * 10, max: most * 10 }).map((n) => n / 10);
const turns = fc.integer({ min: -1, max: 1 });

/** A ring of places near one another, which may cross itself, run back along itself and stay where it is. */
const tangle = (lng: number, lat: number) =>
  fc
    .array(fc.tuple(tenths(-3, 3), tenths(-3, 3), turns), { minLength: 3, maxLength: 7 })
    .map((steps) => steps.map(([dx, dy, turn]) => [lng + dx + 360 * turn, Math.max(-89.5, Math.min(89.5, lat + dy))]))
    .map((places): Position[] => [...places, places[0]!]);

/** A ring round a pole without the frame of the map. */
const roundPole = fc
  .tuple(fc.array(tenths(60, 88), { minLength: 4, maxLength: 9 }), fc.boolean(), fc.boolean(), tenths(-180, 180))
  .map(([lats, isNorth, isEastwards, start]) => {
    const places = lats.map((lat, k) => [
      ((((start + (isEastwards ? 1 : -1) * ((360 * k) / lats.length)) % 360) + 540) % 360) - 180,
      isNorth ? lat : -lat,
    ]);
    return [...places, places[0]!];
  });

const polygons = fc
  .tuple(
    fc.oneof(tenths(-180, 180), fc.constantFrom(180, -180, 0)),
    fc.oneof(tenths(-85, 85), fc.constantFrom(88, -88)),
  )
  .chain(([lng, lat]) =>
    fc.array(
      fc.array(fc.oneof({ weight: 3, arbitrary: tangle(lng, lat) }, { weight: 1, arbitrary: roundPole }), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 2 },
    ),
  );

const areaOf = (coordinates: Position[][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });

describe("polygons of any kind", () => {
  it("are what the even-odd rule says, for every function alike", () => {
    let [inside, outside] = [0, 0];
    fc.assert(
      fc.property(
        polygons,
        fc.array(fc.tuple(tenths(-5, 5), tenths(-5, 5)), { minLength: 12, maxLength: 12 }),
        (coordinates, offs) => {
          const area = areaOf(coordinates);
          const km2 = areaKm2(area);
          const merged = coverage([area]);
          expectGeosValid(merged, area);
          const near = (value: number, ratio = 1e-9) => expect(Math.abs(value - km2)).toBeLessThan(ratio * km2 + 1e-4);
          // Simpson's rule is good to some billionths.
          near(integralKm2(merged), 1e-8);
          near(areaKm2(densify(area, 300).geometry));
          near(areaKm2(intersection([area, area])));
          expect(areaKm2(coverageAtLeast([area], 2))).toBe(0);
          expect(areaKm2(difference(area, [area]))).toBe(0);
          const buffer = geodesicBuffer(area, 2);
          expectGeosValid(buffer, area);
          for (const [k, [dx, dy]] of offs.entries()) {
            const [lng = 0, lat = 0] = coordinates.flat(2)[k % coordinates.flat(2).length]!;
            // Off every tenth, so that no place lies on an edge but by chance.
            const place = [shortWay(lng + dx + 0.0317), Math.max(-89.9, Math.min(89.9, lat + dy + 0.0123))];
            const away = distanceToGeometryKm(place, area);
            const isHeld = isInside(coordinates, place);
            if (isHeld) inside += 1;
            else outside += 1;
            if (isHeld) expect(away).toBe(0);
            else if (away > 1e-5) expect(holds(merged, place), `${place}`).toBe(false);
            if (isHeld)
              expect(holds(merged, place) || distanceToGeometryKm(place, merged) < 1e-5, `${place}`).toBe(true);
            if (Math.abs(away - 2) > 1e-3) expect(holds(buffer, place), `${place}, ${away} km`).toBe(away < 2);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(Math.min(inside, outside)).toBeGreaterThan(RUNS);
  });
});

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const capAt = (lat: number, start: number): Position[] =>
  Array.from({ length: 13 }, (_, k) => [shortWay(start + 30 * k), lat]);
/** 400° of longitude. */
const tooLong = Array.from({ length: 21 }, (_, k) => 20 * k);
const bowTie = [
  [0, 0],
  [10, 10],
  [10, 0],
  [0, 10],
  [0, 0],
];

/** A polygon that is not valid, places that it holds, and places that it does not. */
const cases: [name: string, rings: Position[][], held: Position[], free: Position[]][] = [
  [
    "a bow tie",
    [bowTie],
    [
      [9, 5],
      [1, 5],
    ],
    [
      [5, 9],
      [5, 1],
    ],
  ],
  [
    "a bow tie over the antimeridian",
    [bowTie.map(([x = 0, y = 0]) => [shortWay(x + 175), y])],
    [
      [-176, 5],
      [176, 5],
    ],
    [
      [179.9, 9],
      [179.9, 1],
    ],
  ],
  [
    "a hole outside its shell",
    [box(0, 0, 10, 10), box(20, 0, 25, 5)],
    [
      [5, 5],
      [22, 2],
    ],
    [[15, 2]],
  ],
  [
    "a hole round its shell",
    [box(2, 2, 4, 4), box(0, 0, 10, 10)],
    [[8, 8]],
    [
      [3, 3],
      [12, 3],
    ],
  ],
  [
    "a ring within a hole",
    [box(0, 0, 10, 10), box(1, 1, 9, 9), box(3, 3, 6, 6)],
    [
      [0.5, 5],
      [4, 4],
    ],
    [[2, 2]],
  ],
  [
    "a hole within a hole",
    [box(0, 0, 10, 10), box(1, 1, 9, 9), box(3, 3, 6, 6), box(4, 4, 5, 5)],
    [[3.5, 3.5]],
    [[4.5, 4.5]],
  ],
  [
    "a hole over its shell's border",
    [box(0, 0, 10, 10), box(5, 5, 15, 15)],
    [
      [2, 2],
      [12, 12],
    ],
    [[7, 7]],
  ],
  ["a hole wound as its shell", [box(0, 0, 10, 10), box(2, 2, 4, 4)], [[1, 1]], [[3, 3]]],
  ["a hole written on another turn", [box(175, 0, 185, 10), box(-179, 2, -176, 8)], [[176, 5]], [[-177, 5]]],
  [
    "a ring that laps over itself",
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [4, 10],
        [4, -5],
        [6, -5],
        [6, 12],
        [0, 12],
        [0, 0],
      ],
    ],
    [
      [8, 5],
      [5, -2],
    ],
    [[5, 5]],
  ],
  [
    "repeated positions",
    [
      [
        [0, 0],
        [0, 0],
        [10, 0],
        [10, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
        [0, 0],
      ],
    ],
    [[5, 5]],
    [[11, 5]],
  ],
  [
    "a ring wider than the Earth",
    [[...tooLong.map((lng) => [lng, 50]), ...tooLong.toReversed().map((lng) => [lng, 55]), [0, 50]]],
    [
      [100, 53],
      [-90, 53],
    ],
    [
      [20, 53],
      [20, 60],
    ],
  ],
  [
    "a ring round the North Pole",
    [capAt(70, -170)],
    [
      [0, 80],
      [179, 89],
    ],
    [
      [0, 60],
      [0, -80],
    ],
  ],
  [
    "a ring round the South Pole, the other way",
    [capAt(-70, 20).toReversed()],
    [
      [0, -80],
      [179, -89],
    ],
    [
      [0, -60],
      [0, 80],
    ],
  ],
  [
    "a hole round the pole, starting elsewhere",
    [capAt(70, -170), capAt(85, 33)],
    [
      [0, 80],
      [179, 72],
    ],
    [
      [33, 89],
      [-170, 88],
    ],
  ],
];

describe("polygons that are not valid", () => {
  it.each(cases)("%s", (_, rings, held, free) => {
    const area = areaOf([rings]);
    const merged = coverage([area]);
    expectGeosValid(merged, area);
    expect(Math.abs(integralKm2(merged) / areaKm2(area) - 1)).toBeLessThan(1e-8);
    expect(areaKm2(geodesicBuffer(area, 0.5)) / (areaKm2(area) + 0.5 * lengthKm(area))).toBeCloseTo(1, 5);
    for (const place of held) {
      expect(distanceToGeometryKm(place, area)).toBe(0);
      expect(distanceToGeometryKm(place, area, { edges: "geodesic" })).toBe(0);
      for (const result of [merged, intersection([area, area]), geodesicBuffer(area, 1), geodesicBuffer(area, -1)])
        expect(holds(result, place), `${place}`).toBe(true);
    }
    for (const place of free) {
      expect(distanceToGeometryKm(place, area)).toBeGreaterThan(40);
      expect(distanceToGeometryKm(place, area, { edges: "geodesic" })).toBeGreaterThan(40);
      for (const result of [merged, intersection([area, area]), geodesicBuffer(area, 1), geodesicBuffer(area, -1)])
        expect(holds(result, place), `${place}`).toBe(false);
    }
  });

  it("keep spikes for distances and buffers, and have no area of them", () => {
    const spiked = areaOf([
      [
        [
          [0, 0],
          [10, 0],
          [20, 0],
          [10, 0],
          [10, 10],
          [0, 10],
          [0, 0],
        ],
      ],
    ]);
    expect(areaKm2(spiked)).toBeCloseTo(areaKm2(areaOf([[box(0, 0, 10, 10)]])), 6);
    expect(distanceToGeometryKm([18, 0.5], spiked)).toBeLessThan(56);
    expect(holds(geodesicBuffer(spiked, 100), [18, 0.5])).toBe(true);
    expect(holds(coverage([spiked]), [18, 0])).toBe(false);
  });

  it("keep a spike to a pole", () => {
    const spiked = areaOf([
      [
        [
          [-1, -90],
          [0, -90],
          [-1, -89],
          [-1, -90],
        ],
      ],
    ]);
    for (const edges of ["planar", "geodesic"] as const) {
      const away = distanceToGeometryKm([-36, -89.99], spiked, { edges });
      expect(away).toBeLessThan(0.65);
      expect(holds(geodesicBuffer(spiked, 0.7, { edges }), [-36, -89.99])).toBe(true);
      expect(holds(geodesicBuffer(spiked, 0.6, { edges }), [-36, -89.99])).toBe(false);
    }
  });

  it("of no area at all are a line, or a place", () => {
    for (const rings of [[box(0, 0, 10, 0)], [box(0, 0, 10, 10), box(0, 0, 10, 10)]]) {
      expect(coverage([areaOf([rings])]).geometry.coordinates).toEqual([]);
      expect(distanceToGeometryKm([5, 0], areaOf([rings]))).toBe(0);
      expect(holds(geodesicBuffer(areaOf([rings]), 10), [5, 0.05])).toBe(true);
    }
    const place = areaOf([[box(7, 7, 7, 7)]]);
    expect(coverage([place]).geometry.coordinates).toEqual([]);
    expect(distanceToGeometryKm([7, 8], place)).toBeCloseTo(110.6, 1);
    expect(areaKm2(geodesicBuffer(place, 10)) / (100 * Math.PI)).toBeCloseTo(1, 3);
  });
});
