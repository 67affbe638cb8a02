import * as fc from "fast-check";
import geographiclib from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { borderPlaces, SECTORS } from "../../../src/geodesy/buffer/borderPlaces.ts";
import { PlaceIndex } from "../../../src/geodesy/buffer/placeIndex.ts";
import { destination } from "../../../src/geodesy/index.ts";
import { earthPoint, type EarthPoint } from "../../../src/geodesy/earthPoint.ts";
import { scatter } from "../measure.ts";

const { WGS84 } = geographiclib.Geodesic;
const kmBetween = (a: EarthPoint, b: EarthPoint) => (WGS84.Inverse(a.lat, a.lng, b.lat, b.lng).s12 ?? NaN) / 1000;
const place = fc
  .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
  .map(([lng, lat]) => earthPoint(lng, lat));
/** Places all over the Earth, or close together. */
const places = fc
  .tuple(place, fc.constantFrom(1e-6, 0.1, 5, 80), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 999 }))
  .map(([{ lng, lat }, spread, count, seed]) =>
    scatter(count, seed).map(([u = 0, v = 0]) =>
      earthPoint(lng + (u - 0.5) * spread, Math.max(-90, Math.min(90, lat + (v - 0.5) * spread))),
    ),
  );

describe("an index of places", () => {
  it("answers as GeographicLib does over all places, within its tolerance", () => {
    fc.assert(
      fc.property(places, place, fc.double({ min: 0, max: 20_000, noNaN: true }), (given, from, km) => {
        const index = new PlaceIndex(given);
        const away = given.map((to) => kmBetween(from, to));
        const least = Math.min(...away);
        // From what is surely within to what may be within: nothing to a few metres, 36 km near the antipodes.
        const room = 4e-6 * km + (km > 18_500 ? 36.1 : km > 10_500 ? 0.75 : 1e-6);
        if (index.within(from, km)) expect(least).toBeLessThan(km);
        else expect(least).toBeGreaterThan(km - room);
        const found = new Set(index.collect(from, km));
        for (const [i, one] of away.entries()) {
          if (one < km) expect(found.has(i)).toBe(true);
          if (one > km + room + (one > 18_500 ? 36.1 : 0)) expect(found.has(i)).toBe(false);
        }
        expect(index.mayBeWithin(from, km) || least >= km).toBe(true);
        expect(Math.abs(index.nearestKm(from) - least)).toBeLessThan(
          2.1e-6 * least + (least > 18_500 ? 36 : least > 10_500 ? 0.7 : 1e-6),
        );
      }),
      { numRuns: 120 },
    );
  });
});

describe("the circles that reach a far border", () => {
  it("are those of all places of the border", () => {
    const given = scatter(40, 11).map(([u = 0, v = 0]) => earthPoint(10 + 40 * u, 30 + 30 * v));
    const index = new PlaceIndex(given);
    for (const km of [10_500, 17_500]) {
      const found = borderPlaces(given, index, km, 3e-4 * km);
      expect(found.size).toBeLessThan(given.length);
      for (const [i, { lng, lat }] of given.entries()) {
        for (let sector = 0; sector < SECTORS; sector++) {
          const [lng2 = NaN, lat2 = NaN] = destination([lng, lat], km, ((sector + 0.37) * 360) / SECTORS).geometry
            .coordinates;
          const end = earthPoint(lng2, lat2);
          const isBorder = given.every((other) => kmBetween(other, end) >= km - 1e-6);
          if (isBorder) expect(found.get(i)?.[sector], `place ${i}, sector ${sector}, ${km} km`).toBe(1);
        }
      }
    }
  });
});
