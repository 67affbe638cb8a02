import * as fc from "fast-check";
import type { LineString, Polygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import { geodesicBuffer } from "../../../src/geodesy/index.ts";
import { isValidByGeos } from "../geosValidity.ts";
import { areaKm2 } from "../measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** How many random buffers are made; FUZZ_RUNS sets another number. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 200);

const walk = fc
  .tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -80, max: 80, noNaN: true }),
    fc.array(fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true })), {
      minLength: 2,
      maxLength: 7,
    }),
  )
  .map(([lng, lat, steps]): Position[] => [[lng, lat], ...steps.map(([dx, dy]) => [lng + dx, lat + dy])]);
const ringOf = (places: Position[]): Polygon => ({ type: "Polygon", coordinates: [[...places, places[0]!]] });
const lineOf = (coordinates: Position[]): LineString => ({ type: "LineString", coordinates });
const distance = fc.double({ min: 0, max: 4.3, noNaN: true }).map((power) => 10 ** power);

describe("equivalent sources", () => {
  it("are buffered alike and validly, rings that cross themselves included", () => {
    fc.assert(
      fc.property(walk, distance, fc.boolean(), (places, km, closed) => {
        const make = closed ? ringOf : lineOf;
        const options = { edges: "planar" } as const;
        const area = geodesicBuffer(make(places), km, options);
        expect(isValidByGeos(area)).toBe(true);
        const size = areaKm2(area);
        const middle = places[1]!.map((value, i) => (value + places[0]![i]!) / 2);
        for (const [what, other] of [
          ["shifted", make(places.map(([x = 0, y = 0]) => [x + 77, y]))],
          ["mirrored", make(places.map(([x = 0, y = 0]) => [x, -y]))],
          ["reversed", make(places.toReversed())],
          ["split", make([places[0]!, middle, ...places.slice(1)])],
        ] as const) {
          const likewise = geodesicBuffer(other, km, options);
          expect(isValidByGeos(likewise), what).toBe(true);
          expect(Math.abs(areaKm2(likewise) / size - 1), what).toBeLessThan(3e-4);
        }
      }),
      { numRuns: Math.ceil(RUNS / 5), interruptAfterTimeLimit: 110_000, markInterruptAsFailure: false },
    );
  });
});
