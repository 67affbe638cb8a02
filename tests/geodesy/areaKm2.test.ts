import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { areaKm2, distanceKm, rangeRing } from "../../src/geodesy/index.ts";
import { areaKm2 as integral } from "./measure.ts";

const { WGS84 } = geographiclib.Geodesic;
const EARTH_KM2 = 510_065_621.724;

const polygon = (...coordinates: Position[][]): Polygon => ({ type: "Polygon", coordinates });
const multi = (...coordinates: Position[][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`fixtures/geometry-only-${name}-50m.json`, import.meta.url), "utf8")) as MultiPolygon;

const ringKm2 = (ring: Position[]) => {
  const sum = WGS84.Polygon(false);
  for (const [lng = NaN, lat = NaN] of ring.slice(1)) sum.AddPoint(lat, lng);
  return Math.abs(sum.Compute(false, true).area ?? NaN) / 1e6;
};

/** A ring that does not cross itself: a star round a place. */
const star = (lng: number, lat: number, radii: number[]): Position[] => {
  const ring = radii.map((radius, k) => {
    const { lat2 = NaN, lon2 = NaN } = WGS84.Direct(lat, lng, (-360 * k) / radii.length, radius * 1000);
    return [lon2, lat2];
  });
  return [...ring, [...ring[0]!]];
};

const aStar = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -89, max: 89, noNaN: true }),
  fc.array(fc.double({ min: 5, max: 900, noNaN: true }), { minLength: 5, maxLength: 14 }),
);

describe("areaKm2 with geodesic edges", () => {
  it.each(["ukraine", "chile", "russia"])("is GeographicLib's for %s", (name) => {
    const outline = fixture(name);
    const truth = outline.coordinates
      .map(([outer = [], ...holes]) => ringKm2(outer) - holes.reduce((sum, hole) => sum + ringKm2(hole), 0))
      .reduce((a, b) => a + b);
    expect(Math.abs(areaKm2(outline, { edges: "geodesic" }) / truth - 1)).toBeLessThan(1e-9);
  });

  it("is GeographicLib's for stars anywhere, round poles and over the antimeridian", () => {
    fc.assert(
      fc.property(aStar, ([lng, lat, radii]) => {
        const ring = star(lng, lat, radii);
        expect(areaKm2(polygon(ring), { edges: "geodesic" }) / ringKm2(ring)).toBeCloseTo(1, 7);
      }),
      { numRuns: 60 },
    );
  });

  it("is that of a cap whose edges are the short way over the Arctic", () => {
    const ring = [
      [0, 80],
      [120, 80],
      [-120, 80],
      [0, 80],
    ];
    expect(areaKm2(polygon(ring), { edges: "geodesic" })).toBeCloseTo(ringKm2(ring), 3);
  });

  it("is that of both lobes where edges cross", () => {
    const edge = WGS84.InverseLine(0, 0, 2, 2);
    let [low, high] = [0, edge.s13];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if ((edge.Position(middle).lon2 ?? NaN) < 1) low = middle;
      else high = middle;
    }
    // By symmetry the edges cross on the meridian between.
    const crossing = [1, edge.Position(low).lat2 ?? NaN];
    const lobes = [
      [[0, 0], crossing, [0, 2], [0, 0]],
      [[2, 0], crossing, [2, 2], [2, 0]],
    ].map(ringKm2);
    const bowTie = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    expect(areaKm2(polygon(bowTie), { edges: "geodesic" })).toBeCloseTo(lobes[0]! + lobes[1]!, 2);
  });

  it("counts once what several polygons hold", () => {
    const [whole, part] = [box(0, 0, 10, 10), box(2, 2, 4, 4)];
    for (const both of [multi([whole], [part]), multi([whole], [whole]), multi([part], [whole])])
      expect(areaKm2(both, { edges: "geodesic" })).toBeCloseTo(ringKm2(whole), 1);
    expect(areaKm2(multi([whole], [box(20, 0, 30, 10)]), { edges: "geodesic" })).toBeCloseTo(2 * ringKm2(whole), 5);
  });
});

describe("areaKm2 with planar edges", () => {
  it.each([
    [30, 50, 300],
    [179, 60, 900],
    [10, 85, 2000],
    [10, -85, 2000],
    [10, 20, 15_000],
    [100, 50, 19_000],
  ])("agrees with the integral along the edges of a ring at %d %d, %d km", (lng, lat, km) => {
    const ring = rangeRing([lng, lat], km);
    expect(areaKm2(ring) / integral(ring)).toBeCloseTo(1, 10);
  });

  it("knows the whole Earth and a belt round it", () => {
    expect(areaKm2(polygon(box(-180, -90, 180, 90)))).toBeCloseTo(EARTH_KM2, 2);
    const belt = areaKm2(polygon(box(-180, -60, 180, 60)));
    expect(belt / (4 * areaKm2(polygon(box(0, -60, 90, 60))))).toBeCloseTo(1, 12);
  });

  const whole = areaKm2(polygon(box(0, 0, 10, 10)));
  const inner = areaKm2(polygon(box(2, 2, 4, 4)));
  it.each<[string, Polygon | MultiPolygon, number]>([
    ["hole wound as its shell", polygon(box(0, 0, 10, 10), box(2, 2, 4, 4)), whole - inner],
    ["hole outside its shell", polygon(box(0, 0, 10, 10), box(22, 2, 24, 4)), whole + inner],
    [
      "nested ring within a hole",
      polygon(box(0, 0, 10, 10), box(1, 1, 6, 6), box(2, 2, 4, 4)),
      whole - areaKm2(polygon(box(1, 1, 6, 6))) + inner,
    ],
    ["nested shell", multi([box(0, 0, 10, 10)], [box(2, 2, 4, 4)]), whole],
    ["overlapping polygons", multi([box(0, 0, 10, 10)], [box(5, 0, 15, 10)]), 1.5 * whole],
    ["the same polygon twice", multi([box(0, 0, 10, 10)], [box(0, 0, 10, 10)]), whole],
    ["the same ring twice", polygon(box(0, 0, 10, 10), box(0, 0, 10, 10)), 0],
    ["hole written on another turn", polygon(box(175, 0, 185, 10), box(-178, 2, -176, 4)), whole - inner],
    [
      "edge over the antimeridian",
      polygon([
        [175, 0],
        [-175, 0],
        [-175, 10],
        [175, 10],
        [175, 0],
      ]),
      whole,
    ],
    [
      "bow tie",
      polygon([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ]),
      2 *
        areaKm2(
          polygon([
            [0, 0],
            [5, 5],
            [0, 10],
            [0, 0],
          ]),
        ),
    ],
    [
      "spike",
      polygon([
        [0, 0],
        [10, 0],
        [20, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ]),
      whole,
    ],
    [
      "nothing but a line",
      polygon([
        [0, 0],
        [10, 5],
        [20, 10],
        [0, 0],
      ]),
      0,
    ],
  ])("of a %s is by the even-odd rule", (_, geometry, km2) => {
    expect(areaKm2(geometry)).toBeCloseTo(km2, 5);
  });

  it("of a ring round a pole without the frame is the side of the nearer pole", () => {
    const framed = (pole: number) =>
      polygon([
        [-180, 0.7 * pole],
        [-90, 0.8 * pole],
        [0, 0.75 * pole],
        [90, 0.7 * pole],
        [180, 0.7 * pole],
        [180, pole],
        [-180, pole],
        [-180, 0.7 * pole],
      ]);
    for (const pole of [90, -90]) {
      const bare = framed(pole).coordinates[0]!.slice(0, 4);
      const ring = [...bare, bare[0]!];
      expect(areaKm2(polygon(ring)) / areaKm2(framed(pole))).toBeCloseTo(1, 12);
    }
    const equator = [0, 120, 240, 360].map((lng) => [lng, 0]);
    expect(() => areaKm2(polygon(equator))).toThrow("goes round the Earth");
  });
});

describe("equal shapes have equal areas", () => {
  const two = fc.tuple(aStar, aStar);
  for (const edges of ["planar", "geodesic"] as const) {
    it(`shifted in longitude, mirrored, reversed, started elsewhere, in another order: ${edges}`, () => {
      fc.assert(
        fc.property(two, fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 4 }), ([a, b], turns, first) => {
          const rings = [star(...a), star(...b)];
          const same = (map: (ring: Position[]) => Position[]) =>
            areaKm2(multi(...rings.map((ring) => [map(ring)])), { edges });
          // Geodesic edges must not cross.
          fc.pre(edges === "planar" || distanceKm(a.slice(0, 2) as Position, b.slice(0, 2) as Position) > 2000);
          const known = same((ring) => ring);
          const close = (value: number) => expect(Math.abs(value / known - 1)).toBeLessThan(1e-7);
          close(same((ring) => ring.map(([x = 0, y = 0]) => [x + 360 * turns, y])));
          close(same((ring) => ring.map(([x = 0, y = 0]) => [x + 77.7, y])));
          close(same((ring) => ring.map(([x = 0, y = 0]) => [-x, y])));
          close(same((ring) => ring.map(([x = 0, y = 0]) => [x, -y])));
          close(same((ring) => ring.toReversed()));
          close(same((ring) => [...ring.slice(first), ...ring.slice(1, first + 1)]));
          close(areaKm2(multi([rings[1]!], [rings[0]!]), { edges }));
        }),
        { numRuns: 30 },
      );
    });
  }
});
