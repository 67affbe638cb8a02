import * as fc from "fast-check";
import type { MultiPolygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import {
  areaKm2,
  coverage,
  coverageAtLeast,
  densify,
  difference,
  distanceToGeometryKm,
  geodesicBuffer,
  intersection,
} from "../../src/geodesy/index.ts";
import { expectGeosValid } from "./geosValidity.ts";
import { areaKm2 as integralKm2, holds } from "./measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** How many random polygons are made: FUZZ_RUNS asks for more. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 60);

const shortWay = (step: number) => step - 360 * Math.round(step / 360);

/**
 * Whether a ring, edges the short way, encloses a place an odd number of times: how often the meridian from the place to the North Pole meets
 * it, and whether it holds the pole itself. Shares nothing with src/geodesy.
 */
function isEnclosed(ring: Position[], [lng = NaN, lat = NaN]: Position): boolean {
  let [met, turn, moment] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i]!, ring[i + 1]!];
    const step = shortWay(bx - ax);
    turn += step;
    moment += (step * (ay + by)) / 2;
    const [from, to] = [shortWay(ax - lng), shortWay(ax - lng) + step];
    for (const image of [-360, 0, 360]) {
      if (from > image === to > image) continue;
      if (ay + ((by - ay) * (image - from)) / step > lat) met += 1;
    }
  }
  const holdsNorthPole = Math.abs(turn) > 1 && moment / turn > 0;
  return (met % 2 === 1) !== holdsNorthPole;
}

const isInside = (polygons: Position[][][], place: Position) =>
  polygons.some((rings) => rings.filter((ring) => isEnclosed(ring, place)).length % 2 === 1);

/** Tenths of a degree, so that random places often coincide and edges often lie on each other. */
const tenths = (least: number, most: number) => fc.integer({ min: least * 10, max: most * 10 }).map((n) => n / 10);
const turns = fc.integer({ min: -1, max: 1 });

/** A ring of places near one another, which may cross itself, run back along itself and stay where it is. */
const tangle = (lng: number, lat: number) =>
  fc
    .array(fc.tuple(tenths(-3, 3), tenths(-3, 3), turns), { minLength: 3, maxLength: 7 })
    .map((steps) => steps.map(([dx, dy, turn]) => [lng + dx + 360 * turn, Math.max(-89.5, Math.min(89.5, lat + dy))]))
    .map((places): Position[] => [...places, places[0]!]);

/** A ring round a pole without the frame of the map. */
const roundPole = fc
  .tuple(fc.array(tenths(60, 88), { minLength: 4, maxLength: 9 }), fc.boolean(), fc.boolean(), tenths(-180, 180))
  .map(([lats, isNorth, isEastwards, start]) => {
    const places = lats.map((lat, k) => [
      ((((start + (isEastwards ? 1 : -1) * ((360 * k) / lats.length)) % 360) + 540) % 360) - 180,
      isNorth ? lat : -lat,
    ]);
    return [...places, places[0]!];
  });

const polygons = fc
  .tuple(
    fc.oneof(tenths(-180, 180), fc.constantFrom(180, -180, 0)),
    fc.oneof(tenths(-85, 85), fc.constantFrom(88, -88)),
  )
  .chain(([lng, lat]) =>
    fc.array(
      fc.array(fc.oneof({ weight: 3, arbitrary: tangle(lng, lat) }, { weight: 1, arbitrary: roundPole }), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 2 },
    ),
  );

const areaOf = (coordinates: Position[][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });

describe("polygons of any kind", () => {
  it("are what the even-odd rule says, for every function alike", () => {
    let [inside, outside] = [0, 0];
    fc.assert(
      fc.property(
        polygons,
        fc.array(fc.tuple(tenths(-5, 5), tenths(-5, 5)), { minLength: 12, maxLength: 12 }),
        (coordinates, offs) => {
          const area = areaOf(coordinates);
          const km2 = areaKm2(area);
          const merged = coverage([area]);
          expectGeosValid(merged, area);
          const near = (value: number, ratio = 1e-9) => expect(Math.abs(value - km2)).toBeLessThan(ratio * km2 + 1e-4);
          // Simpson's rule is good to some billionths.
          near(integralKm2(merged), 1e-8);
          near(areaKm2(densify(area, 300).geometry));
          near(areaKm2(intersection([area, area])));
          expect(areaKm2(coverageAtLeast([area], 2))).toBe(0);
          expect(areaKm2(difference(area, [area]))).toBe(0);
          const buffer = geodesicBuffer(area, 2);
          expectGeosValid(buffer, area);
          for (const [k, [dx, dy]] of offs.entries()) {
            const [lng = 0, lat = 0] = coordinates.flat(2)[k % coordinates.flat(2).length]!;
            // Off every tenth, so that no place lies on an edge but by chance.
            const place = [shortWay(lng + dx + 0.0317), Math.max(-89.9, Math.min(89.9, lat + dy + 0.0123))];
            const away = distanceToGeometryKm(place, area);
            const isHeld = isInside(coordinates, place);
            if (isHeld) inside += 1;
            else outside += 1;
            if (isHeld) expect(away).toBe(0);
            else if (away > 1e-5) expect(holds(merged, place), `${place}`).toBe(false);
            if (isHeld)
              expect(holds(merged, place) || distanceToGeometryKm(place, merged) < 1e-5, `${place}`).toBe(true);
            if (Math.abs(away - 2) > 1e-3) expect(holds(buffer, place), `${place}, ${away} km`).toBe(away < 2);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(Math.min(inside, outside)).toBeGreaterThan(RUNS);
  });
});
