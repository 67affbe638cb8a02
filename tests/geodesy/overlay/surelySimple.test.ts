import * as fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { surelySimple } from "../../../src/geodesy/overlay/surelySimple.ts";
import { geos, geosGeometry } from "../geosValidity.ts";

const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
  minLength: 3,
  maxLength: 12,
});
const closed = (ring: Position[]): Position[] => [...ring, ring[0]!];

describe("what is surely simple", () => {
  it("is a valid polygon by GEOS", () => {
    fc.assert(
      fc.property(places, (ring) => {
        if (!surelySimple([closed(ring)])) return;
        const polygon = geosGeometry([[closed(ring)]]);
        expect(geos.GEOSisValid(polygon)).toBe(1);
        geos.GEOSGeom_destroy(polygon);
      }),
      { numRuns: 2000 },
    );
  });

  it("is a ragged ring of many vertices, but not one that crosses or touches itself", () => {
    const ring = closed(
      Array.from({ length: 3000 }, (_, k) => {
        const [angle, away] = [(2 * Math.PI * k) / 3000, 3 + 0.01 * (k % 2) + Math.sin((14 * Math.PI * k) / 3000)];
        return [away * Math.cos(angle), away * Math.sin(angle)];
      }),
    );
    expect(surelySimple([ring])).toBe(true);
    expect(surelySimple([ring, ring.map(([x = 0, y = 0]) => [x / 2, y / 2])])).toBe(true);
    expect(surelySimple([ring, ring])).toBe(false);
    expect(surelySimple([ring, ring.map(([x = 0, y = 0]) => [x + 1, y])])).toBe(false);
    expect(surelySimple([ring.with(1000, ring[2500]!)])).toBe(false);
    expect(
      surelySimple([
        closed([
          [0, 0],
          [4, 0],
          [1, 0],
          [2, 3],
        ]),
      ]),
    ).toBe(false);
  });
});
