import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { boundsOf } from "../../src/figure/bounds.ts";
import type { Area, LngLat } from "../../src/marks/drawn.ts";
import { rangeRing } from "../../src/geodesy/index.ts";
import { lngLat } from "../scenario/arbitraries.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const ring = (center: LngLat, km: number): Area => rangeRing(center, km);
const vertices = ({ geometry }: Area) =>
  (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat(2);

describe("boundsOf", () => {
  it("is undefined without areas and points", () => {
    expect(boundsOf([], [])).toBeUndefined();
  });

  it("is within a degree of a ring's bounding box", () => {
    // 300 km at 50° N: 2.7° of latitude, 4.2° of longitude to either side.
    const [west, south, east, north] = boundsOf([ring([30, 50], 300)], [])!;
    expect(south).toBeCloseTo(47.3, 1);
    expect(north).toBeCloseTo(52.7, 1);
    expect(west).toBeGreaterThanOrEqual(24.8);
    expect(west).toBeLessThanOrEqual(25.9);
    expect(east).toBeLessThanOrEqual(35.2);
    expect(east).toBeGreaterThanOrEqual(34.1);
  });

  it.each([
    ["over the antimeridian from the west", [179, 52]],
    ["over it from the east", [-179, 52]],
    ["on it", [180, 0]],
  ] as [string, LngLat][])("is narrow %s", (_, center) => {
    const [west, , east] = boundsOf([ring(center, 300)], [center])!;
    expect(east - west).toBeLessThan(13);
    expect(west).toBeGreaterThan(160);
    expect(east).toBeGreaterThan(180);
  });

  it("covers all longitudes around a pole, and includes it", () => {
    expect(boundsOf([ring([18, 88], 500)], [])).toEqual([-180, expect.closeTo(83.5, 0), 180, 90]);
    expect(boundsOf([ring([0, -90], 500)], [])).toEqual([-180, -90, 180, expect.closeTo(-85.5, 0)]);
  });

  it("crosses the Pacific for points on both sides of it", () => {
    const [west, south, east, north] = boundsOf(
      [],
      [
        [140, 36],
        [-122, 37],
      ],
    )!;
    expect([south, north]).toEqual([36, 37]);
    expect(west).toBeCloseTo(140, -0.5);
    expect(east).toBeGreaterThanOrEqual(238);
    expect(east).toBeLessThanOrEqual(239);
  });

  it("contains every vertex and point, begins between ±180°, and is at most 360° wide", () => {
    const disc = fc.record({ center: lngLat, km: fc.double({ min: 10, max: 9000, noNaN: true }) });
    fc.assert(
      fc.property(
        fc.array(disc, { maxLength: 3 }),
        fc.array(lngLat, { minLength: 1, maxLength: 3 }),
        (discs, points) => {
          const areas = discs.map(({ center, km }) => ring(center, km));
          const [west, south, east, north] = boundsOf(areas, points)!;
          expect(west).toBeGreaterThanOrEqual(-180);
          expect(west).toBeLessThanOrEqual(180);
          expect(east).toBeGreaterThan(west);
          expect(east - west).toBeLessThanOrEqual(360);
          const out = [...areas.flatMap(vertices), ...points].filter(
            ([lng = 0, lat = 0]) =>
              lat < south || lat > north || ![lng - 360, lng, lng + 360].some((copy) => copy >= west && copy <= east),
          );
          expect(out).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
