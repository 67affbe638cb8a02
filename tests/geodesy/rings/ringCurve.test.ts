import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { MAX_DISTANCE_KM } from "../../../src/geodesy/arguments.ts";
import { QUARTER_KM } from "../../../src/geodesy/rings/meridian.ts";
import { latitudeOf, normalAt, ringCurve } from "../../../src/geodesy/rings/ringCurve.ts";

const { WGS84 } = geographiclib.Geodesic;
const radians = Math.PI / 180;

describe("ringCurve", () => {
  const lats = [-90, -85, -60, -45, -10, 0, 0.001, 1, 33, 50.45, 75, 88, 89.99, 90];
  it.each([0.001, 10, 300, 2400, 2500, 2501, 5500, 10000, 15000, 19900])(
    "is within a tenth of a millimetre of GeographicLib at %d km",
    (km) => {
      let worst = 0;
      for (const lat of lats) {
        const curve = ringCurve(lat, km);
        for (let bearing = 0; bearing < 360; bearing += 7.3) {
          const end = WGS84.Direct(lat, 0, bearing, km * 1000);
          const [phi, lambda] = [(end.lat2 ?? NaN) * radians, (end.lon2 ?? NaN) * radians];
          const out = [0, 0, 0];
          normalAt(curve, bearing * radians, out);
          const [x = NaN, y = NaN, z = NaN] = out;
          const off = Math.hypot(
            x - Math.cos(phi) * Math.cos(lambda),
            y - Math.cos(phi) * Math.sin(lambda),
            z - Math.sin(phi),
          );
          worst = Math.max(worst, off * 6.4e6);
          expect(Math.abs(latitudeOf(x, y, z) - (end.lat2 ?? NaN)) * 111e3).toBeLessThan(1e-4);
        }
      }
      expect(worst).toBeLessThan(1e-4);
    },
  );

  it("knows which poles its disc holds", () => {
    for (const lat of lats) {
      const north = (WGS84.Inverse(lat, 0, 90, 0).s12 ?? NaN) / 1000;
      const south = (WGS84.Inverse(lat, 0, -90, 0).s12 ?? NaN) / 1000;
      for (const km of [north, south]) {
        if (km < 1e-3 || km > MAX_DISTANCE_KM - 1e-3) continue;
        const [less, more] = [ringCurve(lat, km - 1e-6), ringCurve(lat, km + 1e-6)];
        expect([less.holdsNorthPole, more.holdsNorthPole]).toEqual([north < km, north <= km]);
        expect([less.holdsSouthPole, more.holdsSouthPole]).toEqual([south < km, south <= km]);
      }
    }
    expect(Math.abs(2 * QUARTER_KM - MAX_DISTANCE_KM)).toBeLessThan(1e-8);
  });
});
