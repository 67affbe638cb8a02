import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import type { Geometry, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { distanceToGeometryKm, GeodesyError } from "../../src/geodesy/index.ts";
import { earthPoint, placeOf } from "../../src/geodesy/earthPoint.ts";
import { wrapLongitude } from "../../src/geodesy/wrapLongitude.ts";

const { WGS84 } = geographiclib.Geodesic;
const polygon = (...coordinates: Position[][]): Polygon => ({ type: "Polygon", coordinates });
const lngs = fc.double({ min: -180, max: 180, noNaN: true });
const lats = fc.double({ min: -89, max: 89, noNaN: true });

describe("placeOf", () => {
  it("finds the place whose plumb line goes through the middle of a chord", () => {
    fc.assert(
      fc.property(lngs, lats, fc.double({ min: 0, max: 0.25, noNaN: true }), (lng, lat, deepKm) => {
        const { x, y, z } = earthPoint(lng, lat);
        const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
        const found = placeOf(
          x - deepKm * Math.cos(p) * Math.cos(l),
          y - deepKm * Math.cos(p) * Math.sin(l),
          z - deepKm * Math.sin(p),
        );
        // A ten-thousandth of a millimetre.
        expect(Math.abs(found.lat - lat) * 111e6).toBeLessThan(1e-1 * 1e-3);
      }),
    );
  });
});

describe("distance to geodesic edges", () => {
  it("is nothing on the edge itself, to a tenth of a metre", () => {
    fc.assert(
      fc.property(lngs, lats, lngs, lats, fc.double({ min: 0, max: 1, noNaN: true }), (x0, y0, x1, y1, share) => {
        const line = WGS84.InverseLine(y0, x0, y1, x1);
        fc.pre(line.s13 > 1000 && line.s13 < 19_000_000);
        const { lat2 = NaN, lon2 = NaN } = line.Position(line.s13 * share);
        const away = distanceToGeometryKm([lon2, lat2], {
          type: "LineString",
          coordinates: [
            [x0, y0],
            [x1, y1],
          ],
        });
        expect(away * 1000).toBeLessThan(0.1);
      }),
      { numRuns: 60 },
    );
  });

  it("is nothing between a parallel and the geodesic north of it, inside an area of geodesic edges", () => {
    const area = polygon([
      [0, 50],
      [60, 50],
      [30, 20],
      [0, 50],
    ]);
    // The geodesic between 0° and 60° of longitude at 50° north runs up to 53.9° in its middle.
    expect(distanceToGeometryKm([30, 52], area, { edges: "geodesic" })).toBe(0);
    expect(distanceToGeometryKm([30, 52], area)).toBeGreaterThan(100);
  });

  it("is nothing over the Arctic inside a ring round it, and counts from the edge outside", () => {
    const cap = polygon([
      [0, 80],
      [120, 80],
      [-120, 80],
      [0, 80],
    ]);
    for (const edges of ["planar", "geodesic"] as const) {
      for (const lng of [-170, 0, 33]) expect(distanceToGeometryKm([lng, 89], cap, { edges })).toBe(0);
      expect(distanceToGeometryKm([0, 90], cap, { edges })).toBe(0);
      expect(distanceToGeometryKm([0, 70], cap, { edges })).toBeGreaterThan(1000);
    }
  });
});

describe("distance to areas that are not valid, by the even-odd rule", () => {
  const box = (west: number, south: number, east: number, north: number): Position[] => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  it.each<[string, Geometry, Position, boolean]>([
    [
      "the first lobe of a bow tie",
      polygon([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ]),
      [9, 5],
      true,
    ],
    [
      "the second lobe of a bow tie",
      polygon([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ]),
      [1, 5],
      true,
    ],
    [
      "beside the lobes of a bow tie",
      polygon([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ]),
      [5, 9],
      false,
    ],
    ["a hole outside its shell", polygon(box(0, 0, 10, 10), box(20, 0, 30, 10)), [25, 5], true],
    ["a ring nested in a hole", polygon(box(0, 0, 10, 10), box(1, 1, 9, 9), box(4, 4, 6, 6)), [5, 5], true],
    ["a hole wound as its shell", polygon(box(0, 0, 10, 10), box(1, 1, 9, 9)), [5, 5], false],
    ["a hole written on another turn", polygon(box(175, 0, 185, 10), box(-179, 2, -176, 8)), [182, 5], false],
    ["a belt round the Earth", polygon(box(-180, -10, 180, 10)), [77, 5], true],
  ])("%s", (_, geometry, place, isInside) => {
    expect(distanceToGeometryKm(place, geometry) === 0).toBe(isInside);
  });
});

describe("equal inputs have equal distances", () => {
  it("shifted in longitude, mirrored, reversed, started elsewhere", () => {
    // Thousandths of a degree: two corners at the same place by rounding would test nothing.
    const thousandths = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((n) => n / 1000);
    const somewhere = fc.tuple(thousandths(180), thousandths(89));
    const places = fc.array(somewhere, { minLength: 3, maxLength: 5 });
    // A ring that is refused must be refused in every form; most must have an answer, or nothing would be compared.
    let answered = 0;
    fc.assert(
      fc.property(somewhere, places, fc.integer({ min: -3, max: 3 }), ([x, y], corners, turns) => {
        // Edges of about 180° have two short ways.
        const steps = corners.map(([lng], i) => Math.abs(wrapLongitude(lng - corners.at(i - 1)![0])));
        fc.pre(steps.every((step) => step < 179 && step > 1e-3));
        const ring: Position[] = [...corners, corners[0]!];
        for (const edges of ["planar", "geodesic"] as const) {
          const of = (place: Position, twin: Position[]) => {
            try {
              return distanceToGeometryKm(place, polygon(twin), { edges });
            } catch (error) {
              if (!(error instanceof GeodesyError)) throw error;
              return -1;
            }
          };
          const known = of([x, y], ring);
          if (known >= 0) answered += 1;
          const close = (place: Position, twin: Position[]) =>
            expect(Math.abs(of(place, twin) - known)).toBeLessThan(2e-3);
          close(
            [x - 360 * turns, y],
            ring.map(([a = 0, b = 0]) => [a + 360 * turns, b]),
          );
          close(
            [-x, y],
            ring.map(([a = 0, b = 0]) => [-a, b]),
          );
          close(
            [x, -y],
            ring.map(([a = 0, b = 0]) => [a, -b]),
          );
          close([x, y], ring.toReversed());
          close([x, y], [...ring.slice(1), ring[1]!]);
        }
      }),
      { numRuns: 6 },
    );
    expect(answered).toBeGreaterThan(6);
  });
});

describe("wrapLongitude", () => {
  it("stays within half a turn of its centre, a whole number of turns away", () => {
    fc.assert(
      fc.property(fc.double({ min: -36_000, max: 36_000, noNaN: true }), lngs, (lng, around) => {
        const wrapped = wrapLongitude(lng, around);
        expect(Math.abs(wrapped - around)).toBeLessThanOrEqual(180 + 1e-9);
        expect(Math.abs((lng - wrapped) / 360 - Math.round((lng - wrapped) / 360))).toBeLessThan(1e-12);
      }),
    );
  });

  it("keeps both ends of the turn", () => expect([180, -180].map((lng) => wrapLongitude(lng))).toEqual([180, -180]));
});
