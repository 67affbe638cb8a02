import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { densify, distanceKm, lengthKm, rangeOutline, rangeRing } from "../../src/geodesy/index.ts";

const { WGS84 } = geographiclib.Geodesic;

const line = fc.array(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  { minLength: 2, maxLength: 8 },
) as fc.Arbitrary<Position[]>;

describe("lengthKm", () => {
  it("is GeographicLib's sum for lines", () => {
    fc.assert(
      fc.property(line, (coordinates) => {
        const polyline = WGS84.Polygon(true);
        for (const [lng = NaN, lat = NaN] of coordinates) polyline.AddPoint(lat, lng);
        const truth = polyline.Compute(false, true).perimeter / 1000;
        expect(Math.abs(lengthKm({ type: "LineString", coordinates }) - truth)).toBeLessThan(1e-6);
      }),
    );
  });

  it("along a planar edge is that of ten thousand short geodesics", () => {
    fc.assert(
      fc.property(line, (coordinates) => {
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = coordinates as [Position, Position];
        fc.pre(Math.abs(ax - bx) < 179);
        let truth = 0;
        const at = (k: number) => [ax + ((bx - ax) * k) / 10_000, ay + ((by - ay) * k) / 10_000];
        for (let k = 0; k < 10_000; k++) truth += distanceKm(at(k), at(k + 1));
        const length = lengthKm(
          {
            type: "LineString",
            coordinates: [
              [ax, ay],
              [bx, by],
            ],
          },
          { edges: "planar" },
        );
        expect(Math.abs(length - truth)).toBeLessThan(1e-6 * truth + 1e-6);
      }),
      { numRuns: 8 },
    );
  });

  it("leaves out the cuts of a map", () => {
    for (const [center, km] of [
      [[179, 60], 900],
      [[10, 88], 1500],
    ] as const)
      expect(
        lengthKm(rangeRing([...center], km)) / lengthKm(rangeOutline([...center], km), { edges: "planar" }),
      ).toBeCloseTo(1, 9);
  });

  it("of a belt round the Earth is that of both parallels", () => {
    const belt = [
      [-180, -10],
      [180, -10],
      [180, 10],
      [-180, 10],
      [-180, -10],
    ];
    const parallel = (lat: number): Position[] => [0, 120, 240, 360].map((lng) => [lng, lat]);
    const outline = { type: "MultiLineString" as const, coordinates: [parallel(-10), parallel(10)] };
    const length = lengthKm({ type: "Polygon", coordinates: [belt] });
    expect(length).toBeCloseTo(lengthKm(outline, { edges: "planar" }), 6);
    expect(length).toBeCloseTo(4 * Math.PI * 6378.137 * 0.98490875, 0);
  });

  it("is nothing for a point", () => expect(lengthKm({ type: "Point", coordinates: [1, 2] })).toBe(0));

  it("is the same shifted in longitude, mirrored and reversed", () => {
    fc.assert(
      fc.property(line, fc.integer({ min: -3, max: 3 }), (coordinates, turns) => {
        for (const edges of ["planar", "geodesic"] as const) {
          const of = (positions: Position[]) => lengthKm({ type: "LineString", coordinates: positions }, { edges });
          const length = of(coordinates);
          for (const twin of [
            coordinates.map(([x = 0, y = 0]) => [x + 360 * turns, y]),
            coordinates.map(([x = 0, y = 0]) => [-x, y]),
            coordinates.map(([x = 0, y = 0]) => [x, -y]),
            coordinates.toReversed(),
          ])
            expect(Math.abs(of(twin) - length)).toBeLessThan(1e-7);
        }
      }),
    );
  });
});

describe("densify", () => {
  it("keeps every position, puts none farther apart than the limit, and changes no length", () => {
    fc.assert(
      fc.property(line, fc.double({ min: 50, max: 5000, noNaN: true }), (coordinates, maxKm) => {
        for (const edges of ["planar", "geodesic"] as const) {
          const source = { type: "LineString", coordinates } as const;
          const { geometry } = densify<{ type: "LineString"; coordinates: Position[] }>(source, maxKm, { edges });
          const dense = geometry.coordinates;
          let next = 0;
          for (const [i, place] of dense.entries()) {
            const [x = 0, y = 0] = coordinates[next] ?? [];
            if (place[1] === y && Math.abs(((((place[0]! - x + 540) % 360) + 360) % 360) - 180) < 1e-9) next += 1;
            if (i === 0) continue;
            expect(distanceKm(dense[i - 1]!, place)).toBeLessThan(maxKm + 1e-6);
            expect(Math.abs(place[0]! - dense[i - 1]![0]!)).toBeLessThanOrEqual(180 + 1e-9);
          }
          expect(next).toBeGreaterThanOrEqual(coordinates.length);
          const known = lengthKm(source, { edges });
          expect(Math.abs(lengthKm(geometry, { edges }) - known)).toBeLessThan(1e-8 * known + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("follows GeographicLib's geodesic", () => {
    const from = [-122.4, 37.8];
    const to = [139.7, 35.7];
    const { geometry } = densify<{ type: "LineString"; coordinates: Position[] }>(
      { type: "LineString", coordinates: [from, to] },
      100,
    );
    for (const place of geometry.coordinates)
      expect(Math.abs(distanceKm(from, place) + distanceKm(place, to) - distanceKm(from, to))).toBeLessThan(1e-6);
  });

  it("keeps rings closed, round poles too", () => {
    const ring = [
      [0, 80],
      [120, 80],
      [-120, 80],
      [0, 80],
    ];
    for (const edges of ["planar", "geodesic"] as const) {
      const dense = densify<{ type: "Polygon"; coordinates: Position[][] }>(
        { type: "Polygon", coordinates: [ring] },
        50,
        { edges },
      );
      expect(dense.geometry.coordinates[0]!.at(-1)).toEqual(dense.geometry.coordinates[0]![0]);
    }
  });

  it("says how many vertices are too many", () => {
    expect(() =>
      densify(
        {
          type: "LineString",
          coordinates: [
            [0, 0],
            [90, 0],
          ],
        },
        1e-6,
      ),
    ).toThrow("vertices put in is");
  });
});
