import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { Feature, Geometry, LineString, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import {
  coverage,
  distanceKm,
  distanceToGeometryKm,
  geodesicBuffer,
  GeodesyError,
  rangeRing,
  reachAt,
} from "../../../src/geodesy/index.ts";
import { areaKm2, distanceToSourceKm, expectValid, holds, polygonsOf, prepareSource, scatter } from "../measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const fixture = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/geometry-only-${name}-50m.json`, import.meta.url), "utf8"),
  ) as MultiPolygon;

/** A result's vertices and edge middles, those along the frame of the map left out, every `nth`. */
function* outlinePlaces(
  area: Feature<Polygon | MultiPolygon>,
  nth: number,
): Generator<{ place: Position; kind: "vertex" | "middle" }> {
  for (const ring of polygonsOf(area).flat()) {
    for (let i = 0; i + 1 < ring.length; i += nth) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i]!, ring[i + 1]!];
      if ((ax === bx && Math.abs(ax) === 180) || (ay === by && Math.abs(ay) === 90)) continue;
      if (Math.abs(ay) < 90) yield { place: [ax, ay], kind: "vertex" };
      yield { place: [(ax + bx) / 2, (ay + by) / 2], kind: "middle" };
    }
  }
}

function check(
  source: Geometry,
  km: number,
  planar: boolean,
  nth: number,
  vertexTolerance: number,
  probes: number,
): Feature<Polygon | MultiPolygon> {
  const area = geodesicBuffer(source, km);
  expectValid(area);
  const truth = prepareSource(source, planar, Math.min(10, km / 40));
  for (const { place, kind } of outlinePlaces(area, nth)) {
    const off = Math.abs(distanceToSourceKm(truth, place) / km - 1);
    expect(off, `${kind} ${place}`).toBeLessThan(kind === "vertex" ? vertexTolerance : 1e-3);
  }
  for (const [u = 0, v = 0] of scatter(probes, km)) {
    const place = [360 * u - 180, (Math.asin(2 * v - 1) * 180) / Math.PI];
    const away = distanceToSourceKm(truth, place);
    if (Math.abs(away / km - 1) > 1e-3) expect(holds(area, place), `${place}, ${away} km`).toBe(away < km);
  }
  return area;
}

const line = (...coordinates: Position[]): LineString => ({ type: "LineString", coordinates });
const polygon = (...coordinates: Position[][]): Polygon => ({ type: "Polygon", coordinates });

describe("geodesicBuffer of outlines", () => {
  it.each([
    ["ukraine", 300, 1],
    ["ukraine", 25, 7],
    ["chile", 500, 3],
    ["chile", 100, 9],
    ["russia", 300, 9],
    ["russia", 2400, 1],
    ["chile", 5500, 2],
    ["russia", 9000, 2],
  ] as const)("%s by %d km", (name, km, nth) => {
    check(fixture(name), km, true, nth, 2.5e-4, 150);
  });
});

describe("geodesicBuffer of lines and polygons", () => {
  const sources: [string, Geometry, number, boolean][] = [
    ["a line across the Pacific", line([-122.4, 37.8], [139.7, 35.7]), 800, false],
    ["a geodesic over the equator, which bends to both sides", line([0.6, -0.3], [-0.6, 0.3]), 1, false],
    ["a line over the pole", line([20, 80], [-160, 75]), 300, false],
    ["a line past the pole", line([20, 88], [-150, 84], [100, 70]), 500, false],
    ["a hairpin", line([30, 50], [36, 50], [30, 50.05]), 100, false],
    ["a line that crosses itself", line([30, 50], [36, 52], [36, 50], [30, 52]), 40, false],
    [
      "a box over the antimeridian",
      polygon([
        [175, -20],
        [190, -20],
        [190, -10],
        [175, -10],
        [175, -20],
      ]),
      500,
      true,
    ],
    [
      "a box wound clockwise",
      polygon([
        [30, 50],
        [30, 51],
        [33, 51],
        [33, 50],
        [30, 50],
      ]),
      200,
      true,
    ],
    [
      "a star",
      polygon([
        [30, 50],
        [31, 50.2],
        [31.2, 51],
        [31.4, 50.2],
        [32.4, 50],
        [31.4, 49.8],
        [31.2, 49],
        [31, 49.8],
        [30, 50],
      ]),
      30,
      true,
    ],
    [
      "a polar cap",
      polygon([
        [-180, -75],
        [-90, -70],
        [0, -72],
        [90, -68],
        [180, -75],
        [180, -90],
        [-180, -90],
        [-180, -75],
      ]),
      600,
      true,
    ],
    [
      "long planar edges in the north",
      polygon([
        [-20, 70],
        [80, 70],
        [80, 75],
        [-20, 75],
        [-20, 70],
      ]),
      400,
      true,
    ],
    ["a line of one place at the antimeridian", line([-179.9999999999, 0], [-179.9999999999, 0]), 49, false],
    ["a line of one place near the pole", line([0, 88.95567424081851], [0, 88.95567424081851]), 2249, false],
    ["a line along the antimeridian", line([180, -10], [180, 10]), 200, false],
    ["edges longer than the distance, at a right angle", line([0, 0], [-0.18, 0], [-0.18, -0.315]), 24, false],
    ["a parallel whose buffer just passes the pole", line([0, 89], [9, 89]), 126, false],
    [
      "a meridian there and back past places a metre apart",
      line([0, 0], [0, -0.0000127], [0, 9], [0, -0.0000127], [9, -0.0000127]),
      309,
      false,
    ],
    [
      "a bow tie",
      polygon([
        [30, 50],
        [36, 50],
        [30, 54],
        [36, 54],
        [30, 50],
      ]),
      50,
      true,
    ],
    [
      "a bow tie over the antimeridian",
      polygon([
        [177, 50],
        [183, 50],
        [177, 54],
        [183, 54],
        [177, 50],
      ]),
      50,
      true,
    ],
    [
      "a bow tie over the antimeridian, wrapped",
      polygon([
        [177, 10],
        [-177, 10],
        [177, 14],
        [-177, 14],
        [177, 10],
      ]),
      20,
      true,
    ],
    [
      "a ring that laps over itself",
      polygon([
        [30, 50],
        [36, 50],
        [36, 54],
        [32, 54],
        [32, 49],
        [34, 49],
        [34, 55],
        [30, 55],
        [30, 50],
      ]),
      40,
      true,
    ],
    [
      "a ring that runs back along itself",
      polygon([
        [30, 50],
        [33, 50],
        [38, 50],
        [31, 50],
        [33, 52],
        [30, 52],
        [30, 50],
      ]),
      50,
      true,
    ],
    [
      "a hole that crosses its outline",
      polygon(
        [
          [30, 50],
          [36, 50],
          [36, 54],
          [30, 54],
          [30, 50],
        ],
        [
          [32, 51],
          [32, 53],
          [38, 53],
          [38, 51],
          [32, 51],
        ],
      ),
      20,
      true,
    ],
    [
      "a dot of a polygon",
      polygon([
        [10, 10],
        [10.0001, 10],
        [10.0001, 10.0001],
        [10, 10],
      ]),
      700,
      true,
    ],
  ];
  it.each(sources)("%s", (_name, source, km, planar) => {
    check(source, km, planar, 1, 2.5e-4, 60);
  });

  it("leaves wide holes open and closes narrow ones", () => {
    const frame = polygon(
      [
        [20, 40],
        [40, 40],
        [40, 55],
        [20, 55],
        [20, 40],
      ],
      [
        [22, 42],
        [22, 53],
        [38, 53],
        [38, 42],
        [22, 42],
      ],
    );
    const open = check(frame, 200, true, 1, 2.5e-4, 100);
    expect(polygonsOf(open)[0]).toHaveLength(2);
    expect(holds(open, [30, 47.5])).toBe(false);
    const closed = check(frame, 700, true, 1, 2.5e-4, 100);
    expect(polygonsOf(closed)[0]).toHaveLength(1);
  });

  it("is the ring for a point, and the coverage for points", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: 1, max: 19000, noNaN: true }),
        (lng, lat, km) => {
          expect(geodesicBuffer({ type: "Point", coordinates: [lng, lat] }, km)).toEqual(rangeRing([lng, lat], km));
        },
      ),
      { numRuns: 50 },
    );
    const points = [
      [30, 50],
      [31, 50],
      [40, 50],
    ];
    expect(areaKm2(geodesicBuffer({ type: "MultiPoint", coordinates: points }, 100))).toBe(
      areaKm2(coverage(points.map((center) => ({ center, rangeKm: 100 })))),
    );
  });

  it.each([1e-10, 2.4e-10, 1e-9, 1e-7])("of places %d degrees apart is that of one", (step) => {
    for (const lat of [-89.9, -50, 0]) {
      const dots = Array.from({ length: 4 }, (_, k) => [
        [k * step, lat],
        [k * step, lat],
      ]);
      const area = geodesicBuffer({ type: "MultiLineString", coordinates: dots }, 1);
      expect(Math.abs(areaKm2(area) / Math.PI - 1)).toBeLessThan(2e-4);
    }
  });

  it("of random lines holds just what is near", () => {
    const place = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
    );
    fc.assert(
      fc.property(
        place,
        fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 20, max: 3000 }),
        ([lng, lat], steps, km) => {
          const coordinates: Position[] = [[lng, lat]];
          for (const [dx, dy] of steps) {
            const [x = 0, y = 0] = coordinates.at(-1)!;
            coordinates.push([x + dx, Math.max(-89, Math.min(89, y + dy))]);
          }
          check(line(...coordinates), km, false, 5, 2.5e-4, 20);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("keeps properties and names errors", () => {
    const box = polygon([
      [30, 50],
      [33, 50],
      [33, 51],
      [30, 50],
    ]);
    expect(
      geodesicBuffer({ type: "Feature", properties: null, geometry: box }, 100, { properties: { a: 1 } }).properties,
    ).toEqual({ a: 1 });
    for (const [run, message] of [
      [() => geodesicBuffer(box, NaN), "km is NaN"],
      [() => geodesicBuffer(box, 0), "km is 0"],
      [() => geodesicBuffer(box, 20_100), "km is 20100"],
      [() => geodesicBuffer({ type: "Polygon", coordinates: [] }, 5), "geometry is"],
      [() => geodesicBuffer({ type: "MultiPoint", coordinates: [] }, 5), "geometry is"],
      [() => geodesicBuffer({ type: "GeometryCollection", geometries: [] }, 5), 'geometry is "GeometryCollection"'],
      [() => geodesicBuffer(line([0, 0], [5, 99]), 5), "geometry coordinates[1] latitude is 99"],
    ] as const) {
      expect(run).toThrow(GeodesyError);
      expect(run).toThrow(message);
    }
  });
});

describe("distanceToGeometryKm", () => {
  it("is nothing inside an area and the nearest way outside", () => {
    const ukraine = fixture("ukraine");
    expect(distanceToGeometryKm([30.5, 50.45], ukraine)).toBe(0);
    const truth = prepareSource(ukraine, true, 0.5);
    for (const [u = 0, v = 0] of scatter(40, 1)) {
      const place = [360 * u - 180, 170 * v - 85];
      const expected = distanceToSourceKm(truth, place);
      expect(Math.abs(distanceToGeometryKm(place, ukraine) - expected)).toBeLessThan(
        0.001 + 0.25 / Math.max(1, expected),
      );
    }
  });

  it("takes points and lines, the short way over the Pacific", () => {
    expect(
      distanceToGeometryKm([30, 50], {
        type: "MultiPoint",
        coordinates: [
          [90, 0],
          [31, 50],
        ],
      }),
    ).toBe(distanceKm([30, 50], [31, 50]));
    expect(distanceToGeometryKm([180, 48], line([-122.4, 37.8], [139.7, 35.7]))).toBeLessThan(500);
    expect(reachAt(distanceToGeometryKm([30, 50], line([30, 51], [30, 60])), 111)).toBe("borderline");
    expect(() => distanceToGeometryKm([30, 50], { type: "LineString", coordinates: [] })).toThrow("geometry is");
  });
});
