import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import {
  bandOutline,
  distanceKm,
  GeodesyError,
  MAX_DISTANCE_KM,
  rangeBand,
  rangeOutline,
  rangeRing,
  ringCoordinates,
  ringTemplate,
} from "../../../src/geodesy/index.ts";
import { areaKm2, expectValid, holds, polygonsOf } from "../measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { WGS84 } = geographiclib.Geodesic;
type Area = Feature<Polygon | MultiPolygon>;

const lats = [-90, -85, -66, -33.3, -10, 0, 0.5, 27, 50.4501, 66, 80, 88, 89.9, 90];
const lngs = [0, 30.5234, 179, -179.99, 180, -180, 95];
const ranges = [10, 80, 300, 1600, 2400, 5500, 10000];

/** Vertices that are on the ring, that is not corners of the map or points along its seam. */
const ringVertices = (area: Area): Position[] =>
  polygonsOf(area)
    .flat()
    .flatMap((ring) => ring.filter(([, lat = 0]) => Math.abs(lat) < 90));

/** Area of the disc by GeographicLib's polygon of 4,000 of its own direct solutions, which is the disc to 1e-6. */
function discAreaKm2(lat: number, km: number): number {
  const polygon = WGS84.Polygon(false);
  for (let k = 0; k < 4000; k++) {
    const { lat2 = NaN, lon2 = NaN } = WGS84.Direct(lat, 0, -k * 0.09, km * 1000);
    polygon.AddPoint(lat2, lon2);
  }
  return (polygon.Compute(false, false).area ?? NaN) / 1e6;
}

describe("rangeRing", () => {
  it.each(ranges.flatMap((km) => lats.map((lat) => [lat, km] as const)))("from %d° by %d km", (lat, km) => {
    const truth = discAreaKm2(lat, km);
    for (const lng of lngs) {
      const center = [lng, lat];
      const ring = rangeRing(center, km);
      expectValid(ring);
      for (const vertex of ringVertices(ring)) expect(Math.abs(distanceKm(center, vertex) - km)).toBeLessThan(1e-6);
      expect(
        holds(ring, [
          lng === 180 ? 179.9999 : lng === -180 ? -179.9999 : lng,
          lat === 90 ? 89.9999 : lat === -90 ? -89.9999 : lat,
        ]),
      ).toBe(true);
      for (const pole of [90, -90])
        expect(holds(ring, [12.3, pole * 0.9999999])).toBe(distanceKm(center, [0, pole * 0.9999999]) < km);
      expect(Math.abs(areaKm2(ring) / truth - 1)).toBeLessThan(5e-4);
    }
  });

  it.each(ranges.flatMap((km) => lats.map((lat) => [lat, km] as const)))(
    "keeps edges near the true ring: %d°, %d km",
    (lat, km) => {
      const center = [12, lat];
      for (const line of polygonsOf(rangeRing(center, km)).flat()) {
        for (let i = 0; i + 1 < line.length; i++) {
          const [a = [], b = []] = [line[i], line[i + 1]];
          if (Math.abs(a[0]!) === 180 && Math.abs(b[0]!) === 180) continue;
          for (const t of [0.25, 0.5, 0.75]) {
            const at = [a[0]! + t * (b[0]! - a[0]!), a[1]! + t * (b[1]! - a[1]!)];
            if (Math.abs(at[1]!) === 90) continue;
            expect(Math.abs(distanceKm(center, at) - km)).toBeLessThan(1e-4 * km);
          }
        }
      }
    },
  );

  it("has exactly the given steps, counterclockwise from due north", () => {
    for (const steps of [3, 4, 5, 7, 64, 127, 128, 256]) {
      const { geometry } = rangeRing([30, 50], 300, { steps });
      const ring = (geometry as Polygon).coordinates[0]!;
      expect(ring).toHaveLength(steps + 1);
      for (const [k, vertex] of ring.slice(0, -1).entries()) {
        const { lat2 = NaN, lon2 = NaN } = WGS84.Direct(50, 30, (-360 * k) / steps, 300_000);
        expect(vertex[0]).toBeCloseTo(lon2, 9);
        expect(vertex[1]).toBeCloseTo(lat2, 9);
      }
    }
  });

  it("cuts at ±180 on the true ring, and at the pole's corners", () => {
    const across = rangeRing([179, 51], 300, { steps: 32 });
    expect(across.geometry.type).toBe("MultiPolygon");
    const seam = ringVertices(across).filter(([lng = 0]) => Math.abs(lng) === 180);
    expect(new Set(seam.map(String)).size).toBe(4);
    for (const vertex of seam) expect(Math.abs(distanceKm([179, 51], vertex) - 300)).toBeLessThan(1e-6);
    const polar = rangeRing([20, 89], 500, { steps: 32 });
    expect(polar.geometry.type).toBe("Polygon");
    const ring = (polar.geometry as Polygon).coordinates[0]!;
    expect(ring).toContainEqual([180, 90]);
    expect(ring).toContainEqual([-180, 90]);
    expect(ring).toHaveLength(32 + 2 + 2 + 1);
  });

  it.each([10001, 10003, 12000, 15000, 19000, 19900, 19959, 19961, 19975, 19999, 20003.9])(
    "most of the Earth: %d km",
    (km) => {
      for (const lat of [-90, -60, -0.2, 0, 12, 45, 89.8, 90]) {
        for (const lng of [0, 30, 179.9]) {
          const ring = rangeRing([lng, lat], km);
          expectValid(ring);
          for (const vertex of ringVertices(ring))
            expect(Math.abs(distanceKm([lng, lat], vertex) - km)).toBeLessThan(1e-5);
          for (const place of [
            [lng + 0.01, lat * 0.999],
            [-100, 40],
            [77, -77.7],
            [lng - 179.995, -lat * 0.9999],
            [45, 89.99],
            [45, -89.99],
          ]) {
            const x = place[0]! - 360 * Math.round(place[0]! / 360);
            // A straight edge may leave the true ring by 0.01 %.
            const over = distanceKm([lng, lat], place) - km;
            if (Math.abs(over) > 1e-4 * km) expect(holds(ring, [x, place[1]!])).toBe(over < 0);
          }
        }
      }
    },
  );

  it("is the whole Earth at half the circumference, and has no outline there", () => {
    expect(areaKm2(rangeRing([10, 20], MAX_DISTANCE_KM))).toBeCloseTo(510065621.7, 0);
    expect(rangeOutline([10, 20], MAX_DISTANCE_KM).geometry).toEqual({ type: "MultiLineString", coordinates: [] });
  });

  it("turns with longitude and mirrors north to south", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -84, max: 84, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 1, max: 600, noNaN: true }),
        (lat, lng, km) => {
          const here = (rangeRing([0, lat], km, { steps: 24 }).geometry as Polygon).coordinates[0]!;
          const there = (rangeRing([lng, lat], km, { steps: 24 }).geometry as Polygon).coordinates[0]!;
          const mirror = (rangeRing([0, -lat], km, { steps: 24 }).geometry as Polygon).coordinates[0]!;
          here.forEach(([x = NaN, y = NaN], k) => {
            expect(there[k]![0]).toBeCloseTo(x + lng, 10);
            expect(there[k]![1]).toBe(y);
            const flipped = mirror[(36 - k) % 24]!;
            expect(flipped[0]).toBeCloseTo(x, 9);
            expect(flipped[1]).toBeCloseTo(-y, 9);
          });
        },
      ),
    );
  });

  it("grows with the range", () => {
    const km = fc.double({ min: 1, max: 19900, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        km,
        km,
        (lat, lng, a, b) => {
          fc.pre(Math.abs(a - b) > 0.01 * Math.max(a, b));
          const [less, more] = [rangeRing([lng, lat], Math.min(a, b)), rangeRing([lng, lat], Math.max(a, b))];
          expect(areaKm2(less)).toBeLessThan(areaKm2(more));
          for (const vertex of ringVertices(less))
            if (Math.abs(vertex[0]!) < 180) expect(holds(more, vertex)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("gives a kept template the same ring", () => {
    const template = ringTemplate(67.5, 1600);
    for (const lng of [-170, 12, 540]) {
      const { geometry } = rangeRing([lng, 67.5], 1600);
      expect(ringCoordinates(template, lng)).toEqual(
        geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
      );
    }
  });
});

describe("rangeBand", () => {
  it.each(
    lats.flatMap((lat) =>
      [
        [20, 300],
        [150, 2400],
        [1000, 9000],
        [9000, 11000],
        [500, 15000],
      ].map(([min = 0, max = 0]) => [lat, min, max] as const),
    ),
  )("from %d°: %d to %d km", (lat, min, max) => {
    for (const lng of lngs) {
      const band = rangeBand([lng, lat], min, max);
      expectValid(band);
      for (const vertex of ringVertices(band)) {
        const off = distanceKm([lng, lat], vertex);
        expect(Math.min(Math.abs(off - min), Math.abs(off - max))).toBeLessThan(1e-6);
      }
      const parts = areaKm2(rangeRing([lng, lat], max)) - areaKm2(rangeRing([lng, lat], min));
      expect(Math.abs(areaKm2(band) / parts - 1)).toBeLessThan(1e-9);
    }
  });

  it("is the disc where it starts at zero", () => {
    expect(rangeBand([30, 50], 0, 300)).toEqual(rangeRing([30, 50], 300));
  });
});

describe("outlines", () => {
  it.each([
    [179, 51, 300],
    [0, 89, 500],
    [30, 50, 300],
    [-179.9, -88, 4000],
    [10, 10, 12000],
  ])("never run along a cut: %d %d %d km", (lng, lat, km) => {
    for (const outline of [rangeOutline([lng, lat], km), bandOutline([lng, lat], km / 2, km)]) {
      const lines =
        outline.geometry.type === "LineString" ? [outline.geometry.coordinates] : outline.geometry.coordinates;
      for (const line of lines) {
        for (let i = 0; i + 1 < line.length; i++) {
          expect(Math.abs(line[i]![0]!) === 180 && Math.abs(line[i + 1]![0]!) === 180).toBe(false);
          expect(Math.abs(line[i]![1]!)).toBeLessThan(90);
        }
      }
    }
  });

  it("is one closed line where nothing is cut", () => {
    const { geometry } = rangeOutline([30, 50], 300);
    expect(geometry.type).toBe("LineString");
    expect(geometry.coordinates[0]).toEqual(geometry.coordinates.at(-1));
  });
});

describe("errors", () => {
  it.each([
    [() => rangeRing([0, 0], NaN), "rangeKm is NaN"],
    [() => rangeRing([0, 0], -5), "rangeKm is -5"],
    [() => rangeRing([0, 0], 0), "rangeKm is 0"],
    [() => rangeRing([0, 0], 20005), "rangeKm is 20005"],
    [() => rangeRing([0, 95], 5), "center latitude is 95"],
    [() => rangeRing([Infinity, 5], 5), "center longitude is Infinity"],
    [() => rangeRing([0, 0], 5, { steps: 2 }), "steps is 2"],
    [() => rangeRing([0, 0], 5, { steps: 4.5 }), "steps is 4.5"],
    [() => rangeBand([0, 0], 5, 5), "minKm is 5"],
    [() => rangeOutline([0, 0], Infinity), "rangeKm is Infinity"],
  ])("%s", (run, message) => {
    expect(run).toThrow(GeodesyError);
    expect(run).toThrow(message);
  });
});
