import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { areaKm2, bearingDeg, distanceKm, rangeBand, rangeRing, rangeSector } from "../../../src/geodesy/index.ts";
import { expectValid, holds, polygonsOf } from "../measure.ts";

const { WGS84 } = geographiclib.Geodesic;

/** GeographicLib's area of the slice, with its arcs as 400 geodesics each. */
function sliceKm2([lng = 0, lat = 0]: number[], minKm: number, maxKm: number, from: number, to: number): number {
  const polygon = WGS84.Polygon(false);
  const width = (((to - from) % 360) + 360) % 360;
  const add = (km: number, bearing: number) => {
    const { lat2 = NaN, lon2 = NaN } = WGS84.Direct(lat, lng, bearing, km * 1000);
    polygon.AddPoint(lat2, lon2);
  };
  for (let k = 0; k <= 400; k++) add(maxKm, from + (width * k) / 400);
  if (minKm === 0) polygon.AddPoint(lat, lng);
  else for (let k = 400; k >= 0; k--) add(minKm, from + (width * k) / 400);
  const area = Math.abs(polygon.Compute(false, true).area ?? NaN) / 1e6;
  return area;
}

describe("rangeSector", () => {
  it.each([
    [[30.5, 50.4], 0, 300, 350, 40],
    [[30.5, 50.4], 120, 300, 350, 40],
    [[179, -10], 0, 2400, 45, 100],
    [[-179.5, 66], 500, 1600, 200, 330],
    [[20, 85], 0, 2000, 300, 60],
    [[20, 85], 0, 2000, 100, 20],
    [[0, -80], 700, 3000, 90, 271],
    [[10, 0], 0, 9000, 0, 1],
    [[10, 90], 0, 1000, 10, 280],
    [[10, -90], 0, 1000, 10, 280],
    [[-150, 90], 300, 5000, 0, 180],
  ] as const)("from %j, %d to %d km, %d° to %d°, has GeographicLib's area", (center, minKm, maxKm, from, to) => {
    const sector = rangeSector([...center], maxKm, from, to, { minKm });
    expectValid(sector);
    expect(areaKm2(sector) / sliceKm2([...center], minKm, maxKm, from, to)).toBeCloseTo(1, 3);
  });

  it("holds what lies between its bearings and distances, and nothing else", () => {
    const degrees = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(
        degrees,
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: 50, max: 15_000, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        degrees,
        fc.double({ min: 5, max: 355, noNaN: true }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1.5, noNaN: true }), degrees), { minLength: 20, maxLength: 20 }),
        (lng, lat, km, share, from, width, probes) => {
          const sector = rangeSector([lng, lat], km, from, from + width, { minKm: share * km });
          expectValid(sector);
          for (const [out, bearing] of probes) {
            const away = Math.min(out * km, 19_000);
            const { lat2 = NaN, lon2 = NaN } = WGS84.Direct(lat, lng, bearing, away * 1000);
            // The shortest way to a place may start at another bearing than the long one that led there.
            const [found, turn] = [distanceKm([lng, lat], [lon2, lat2]), bearingDeg([lng, lat], [lon2, lat2])];
            const beyond = (((turn - from) % 360) + 360) % 360;
            const sideKm =
              (Math.PI / 180) * Math.min(found, 2000) * Math.min(beyond, Math.abs(beyond - width), 360 - beyond);
            if (Math.abs(found - km) < 2e-4 * km || Math.abs(found - share * km) < 2e-4 * km) continue;
            if (sideKm < 1e-3 * km || found < 1e-3 * km) continue;
            expect(holds(sector, [lon2, lat2]), `${found} km, ${turn}°`).toBe(
              found < km && found > share * km && beyond < width,
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("makes up the ring, and the band, with the sector of the other bearings", () => {
    for (const [center, km] of [
      [[30, 50], 300],
      [[179, 70], 2400],
      [[0, -88], 1000],
      [[12, 5], 17_000],
    ] as const) {
      const parts = areaKm2(rangeSector([...center], km, 20, 130)) + areaKm2(rangeSector([...center], km, 130, 20));
      expect(parts / areaKm2(rangeRing([...center], km))).toBeCloseTo(1, 3);
      const options = { minKm: km / 3 };
      const bands =
        areaKm2(rangeSector([...center], km, -70, 50, options)) +
        areaKm2(rangeSector([...center], km, 50, -70, options));
      expect(bands / areaKm2(rangeBand([...center], km / 3, km))).toBeCloseTo(1, 3);
    }
  });

  it("has every vertex on its border", () => {
    const sector = rangeSector([179, 60], 900, 30, 110);
    for (const vertex of polygonsOf(sector).flat(2)) {
      if (Math.abs(vertex[0]!) === 180) continue;
      const away = distanceKm([179, 60], vertex);
      const turn = bearingDeg([179, 60], vertex);
      const sideKm = away * Math.min(Math.abs(turn - 30), Math.abs(turn - 110)) * (Math.PI / 180);
      expect(Math.min(Math.abs(away - 900), away < 1e-6 ? 0 : sideKm)).toBeLessThan(1e-6);
    }
  });

  it.each([
    [() => rangeSector([0, 0], 300, 40, 400), "toDeg is 400"],
    [() => rangeSector([0, 0], 300, NaN, 40), "fromDeg is NaN"],
    [() => rangeSector([0, 0], 19_990, 0, 40), "rangeKm is 19990"],
    [() => rangeSector([0, 0], 300, 0, 40, { minKm: 300 }), "options.minKm is 300"],
  ])("%s", (run, message) => {
    expect(run).toThrow(message);
  });
});
