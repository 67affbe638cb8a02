import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { buildScaleBar } from "../../src/figure/scaleBar.ts";
import { KM_PER_UNIT } from "../../src/i18n/numbers.ts";
import { UNITS } from "../../src/scenario/emptyScenario.ts";
import { translates } from "../i18n/translates.ts";

const { WGS84 } = geographiclib.Geodesic;

/** Kilometres on WGS84 along a parallel for a number of pixels on a Mercator world of 512 · 2^zoom pixels. */
function kmAcross(latitude: number, zoom: number, pixels: number): number {
  const degrees = (pixels / (512 * 2 ** zoom)) * 360;
  // In short steps, because the geodesic between two distant points leaves the parallel.
  const steps = Math.max(1, Math.ceil(degrees / 0.2));
  return (steps * (WGS84.Inverse(latitude, 0, latitude, degrees / steps).s12 ?? Number.NaN)) / 1000;
}

const settings = fc.record({
  latitude: fc.double({ min: -84, max: 84, noNaN: true }),
  zoom: fc.double({ min: 0, max: 9, noNaN: true }),
  mostPx: fc.integer({ min: 80, max: 600 }),
  units: fc.constantFrom(...UNITS),
});

describe("buildScaleBar", () => {
  it.each([
    [{ latitude: 50.4501, zoom: 4.5, mostPx: 220, units: "km" }, 250, "250\u00A0km at 50°\u00A0N"],
    [{ latitude: 0, zoom: 0, mostPx: 220, units: "km" }, 10_000, "10,000\u00A0km at 0°\u00A0N"],
    [{ latitude: -33.6, zoom: 8, mostPx: 200, units: "mi" }, 25 * 1.609344, "25\u00A0mi at 34°\u00A0S"],
    [{ latitude: -0.3, zoom: 8, mostPx: 200, units: "nmi" }, 25 * 1.852, "25\u00A0nmi at 0°\u00A0N"],
    [{ latitude: 80.46, zoom: 6, mostPx: 220, units: "km" }, 25, "25\u00A0km at 80.5°\u00A0N"],
  ] as const)("%j", (setting, km, label) => {
    const bar = buildScaleBar(setting, translates.en);
    expect(bar.km).toBeCloseTo(km, 9);
    expect(bar.label).toBe(label);
  });

  it("is in the language of the figure", () => {
    const setting = { latitude: 50.4501, zoom: 1, mostPx: 220, units: "km" } as const;
    expect(buildScaleBar(setting, translates.uk).label).toContain("5\u00A0000\u00A0км");
    expect(buildScaleBar(setting, translates.vi).label).toContain("5.000\u00A0km");
  });

  it("has the length given by GeographicLib, within the error of a spherical Mercator map", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { widthPx, km } = buildScaleBar(setting, translates.en);
        // The error is up to e² / 2 = 0.34 %, at the poles.
        expect(Math.abs(kmAcross(setting.latitude, setting.zoom, widthPx) / km - 1)).toBeLessThan(0.0036);
      }),
      { numRuns: 100 },
    );
  });

  it("is right at the latitude that it names, within visible precision", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { widthPx, km, label } = buildScaleBar(setting, translates.en);
        const [, degrees, side] = /at ([\d.]+)°\u00A0([NS])$/.exec(label) ?? [];
        const named = Number(degrees) * (side === "S" ? -1 : 1);
        expect(Math.abs(kmAcross(named, setting.zoom, widthPx) / km - 1)).toBeLessThan(0.02);
      }),
      { numRuns: 100 },
    );
  });

  it("is the longest round length that fits", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { widthPx, km, label } = buildScaleBar(setting, translates.en);
        const length = km / KM_PER_UNIT[setting.units];
        const lead = length / 10 ** Math.floor(Math.log10(length) + 1e-9);
        expect([1, 2, 2.5, 5].some((round) => Math.abs(round - lead) < 1e-6)).toBe(true);
        expect(Number(label.split("\u00A0")[0]?.replaceAll(",", ""))).toBeCloseTo(length, 9);
        expect(widthPx).toBeLessThanOrEqual(setting.mostPx * (1 + 1e-9));
        expect(widthPx).toBeGreaterThan(setting.mostPx * 0.39);
      }),
      { numRuns: 100 },
    );
  });
});
