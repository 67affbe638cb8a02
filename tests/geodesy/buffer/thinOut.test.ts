import * as fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { thinOut } from "../../../src/geodesy/buffer/thinOut.ts";
import { distanceToGeometryKm, type SourceEdges } from "../../../src/geodesy/index.ts";

/** A wriggling line of short steps, with spikes. */
const line = fc
  .record({
    lng: fc.double({ min: -170, max: 170, noNaN: true }),
    lat: fc.double({ min: -85, max: 85, noNaN: true }),
    step: fc.constantFrom(1e-5, 1e-3, 0.05),
    turns: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 }),
    calm: fc.constantFrom(0.01, 0.3, 6),
  })
  .map(({ lng, lat, step, turns, calm }) => {
    let [x, y, heading] = [lng, lat, 0];
    return turns.map((turn): Position => {
      heading += calm * turn;
      x += step * Math.cos(heading);
      y = Math.max(-89, Math.min(89, y + step * Math.sin(heading)));
      return [x, y];
    });
  });

describe("thinning out", () => {
  it.each(["planar", "geodesic"] as SourceEdges[])("keeps %s lines within the tolerance, both ways", (edges) => {
    fc.assert(
      fc.property(line, fc.constantFrom(1e-3, 0.1, 2), (given, toleranceKm) => {
        const kept = thinOut(given, edges, toleranceKm);
        expect(kept[0]).toBe(given[0]);
        expect(kept.at(-1)).toBe(given.at(-1));
        const off = (places: Position[], from: Position[]) =>
          Math.max(
            ...places.map((place) => distanceToGeometryKm(place, { type: "LineString", coordinates: from }, { edges })),
          );
        const middles = kept.slice(1).map(([x = 0, y = 0], i) => [(x + kept[i]![0]!) / 2, (y + kept[i]![1]!) / 2]);
        expect(off(given, kept)).toBeLessThanOrEqual(toleranceKm * 1.001);
        if (edges === "planar") expect(off(middles, given)).toBeLessThanOrEqual(toleranceKm * 1.001);
      }),
      { numRuns: 25 },
    );
  });

  it("leaves a few vertices of a smooth outline, and all of a coarse one", () => {
    const round = (count: number) =>
      Array.from({ length: count + 1 }, (_, k): Position => [
        30 + Math.cos((2 * Math.PI * (k % count)) / count),
        50 + Math.sin((2 * Math.PI * (k % count)) / count),
      ]);
    expect(thinOut(round(10_000), "planar", 1e-3).length).toBeLessThan(800);
    expect(thinOut(round(60), "planar", 1e-3)).toEqual(round(60));
  });
});
