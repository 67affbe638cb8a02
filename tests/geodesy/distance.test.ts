import { describe, expect, it } from "vitest";
import { bearingDeg, destination, distanceKm, GeodesyError, withinRange } from "../../src/geodesy/index.ts";
import { hardPairs, truthGeodesics } from "./truth.ts";

const caught = (run: () => unknown): GeodesyError => {
  try {
    run();
  } catch (error) {
    if (error instanceof GeodesyError) return error;
    throw error;
  }
  throw new Error("expected a GeodesyError");
};

describe("against GeographicLib's published geodesics", () => {
  it("has its twenty lines", () => expect(truthGeodesics).toHaveLength(20));

  it.each(truthGeodesics)("$lat1 $lon1 → $lat2 $lon2", ({ lat1, lon1, azi1, lat2, lon2, s12 }) => {
    expect(Math.abs(distanceKm([lon1, lat1], [lon2, lat2]) * 1000 - s12)).toBeLessThan(1e-7 * 1000);
    const turn = bearingDeg([lon1, lat1], [lon2, lat2]) - azi1;
    expect(Math.abs(turn - 360 * Math.round(turn / 360))).toBeLessThan(1e-9);
    const [lng = NaN, lat = NaN] = destination([lon1, lat1], s12 / 1000, azi1).geometry.coordinates;
    const around = lng - lon2;
    expect(Math.abs(lat - lat2)).toBeLessThan(1e-10);
    expect(Math.abs(around - 360 * Math.round(around / 360))).toBeLessThan(1e-9);
    expect(Math.abs(lng)).toBeLessThanOrEqual(180);
  });

  it.each(hardPairs)("short or nearly antipodal: %d %d → %d %d", (lat1, lon1, lat2, lon2, metres, tolerance) => {
    expect(Math.abs(distanceKm([lon1, lat1], [lon2, lat2]) * 1000 - metres)).toBeLessThan(tolerance);
  });
});

describe("withinRange", () => {
  const kyiv = [30.5234, 50.4501];
  const at = (km: number) => destination(kyiv, km, 77);

  it("decides by the distance, with a border of 1 % or 2 km, whichever is more", () => {
    expect(withinRange(at(296.9), kyiv, 300)).toBe("inside");
    expect(withinRange(at(297.1), kyiv, 300)).toBe("borderline");
    expect(withinRange(at(302.9), kyiv, 300)).toBe("borderline");
    expect(withinRange(at(303.1), kyiv, 300)).toBe("outside");
    expect(withinRange(at(48.1), kyiv, 50)).toBe("borderline");
    expect(withinRange(at(47.9), kyiv, 50)).toBe("inside");
  });

  it("takes the caller's tolerance", () => {
    expect(withinRange(at(299.9), kyiv, 300, { toleranceKm: 0, toleranceRatio: 0 })).toBe("inside");
    expect(withinRange(at(300.1), kyiv, 300, { toleranceKm: 0, toleranceRatio: 0 })).toBe("outside");
    expect(withinRange(at(320), kyiv, 300, { toleranceRatio: 0.1 })).toBe("borderline");
  });
});

describe("errors name the argument and the value", () => {
  it.each([
    [() => distanceKm([NaN, 0], [0, 0]), "notFinite", NaN],
    [() => distanceKm([0, 0], [0, 95]), "latitudeOutOfRange", 95],
    [() => destination([0, 0], Infinity, 0), "notFinite", Infinity],
    [() => destination([0, 0], -1, 0), "negative", -1],
    [() => destination([0, 0], 20004, 0), "overHalfCircumference", 20004],
    [() => destination([0, 0], 1, NaN), "notFinite", NaN],
  ])("%s", (run, code, value) => {
    const error = caught(run);
    expect(error).toBeInstanceOf(RangeError);
    expect(error.code).toBe(code);
    expect(error.value).toEqual(value);
    expect(error.message).toContain(error.argument);
    expect(error.message).toContain(String(value));
  });

  it("names a position that has no numbers", () => {
    const error = caught(() => distanceKm([], [0, 0]));
    expect(error.code).toBe("notAPosition");
    expect(error.argument).toBe("a");
  });
});
