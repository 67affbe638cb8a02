import * as fc from "fast-check";
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";

/** Random geometries for properties and fuzzers: anywhere on the Earth, of any size, valid or not. */
export type Shape = LineString | MultiLineString | Polygon | MultiPolygon;

export const lngs = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -180, max: 180, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(180, -180, 179.9999, 0) },
);
export const lats = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -88, max: 88, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 89.9, -89.9, 60) },
);

/** Ten to a power: sizes from the least to the greatest, each order as often. */
export const powerOf10 = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: least, max: most, noNaN: true }).map((power) => 10 ** power);

const kept = (lat: number) => Math.max(-90, Math.min(90, lat));
const unit = fc.double({ min: -1, max: 1, noNaN: true });
/** Coarse steps: places that coincide, edges that lie on each other. */
const coarse = fc.integer({ min: -3, max: 3 }).map((n) => n / 3);

/** Places near one another. */
const cluster = (count: { minLength: number; maxLength: number }): fc.Arbitrary<Position[]> =>
  fc
    .tuple(lngs, lats, powerOf10(-4, 1.3), fc.boolean())
    .chain(([lng, lat, size, isCoarse]) =>
      fc
        .array(isCoarse ? fc.tuple(coarse, coarse) : fc.tuple(unit, unit), count)
        .map((offs) => offs.map(([dx, dy]) => [lng + dx * size, kept(lat + dy * size)])),
    );

/** A track as GPS makes it: many small steps, some of them none. */
const track: fc.Arbitrary<Position[]> = fc
  .tuple(lngs, lats, powerOf10(-4, -0.5), fc.array(fc.tuple(unit, unit), { minLength: 20, maxLength: 200 }))
  .map(([lng, lat, size, steps]) => {
    const places: Position[] = [[lng, lat]];
    for (const [dx, dy] of steps) {
      const [x = 0, y = 0] = places.at(-1)!;
      places.push([x + (Math.abs(dx) < 0.1 ? 0 : dx * size), kept(y + (Math.abs(dx) < 0.1 ? 0 : dy * size))]);
    }
    return places;
  });

/** A ring that does not cross itself: a star round a place. */
const star: fc.Arbitrary<Position[]> = fc
  .tuple(
    lngs,
    lats,
    powerOf10(-3, 1.2),
    fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 30 }),
  )
  .map(([lng, lat, size, radii]) =>
    radii.map((radius, k) => {
      const angle = (2 * Math.PI * k) / radii.length;
      return [lng + size * radius * Math.cos(angle), kept(lat + size * radius * Math.sin(angle))];
    }),
  );

const closed = (places: Position[]): Position[] => [...places, places[0]!];
const few = { minLength: 3, maxLength: 9 };
const ring = fc.oneof(cluster(few), star, track).map(closed);
const smaller = (ringOf: Position[]): Position[] => {
  const [x0 = 0, y0 = 0] = ringOf[0]!;
  return ringOf.map(([x = 0, y = 0]) => [x0 + (x - x0) * 0.4, y0 + (y - y0) * 0.4]);
};

/** An area without an edge that runs back along another: a star with a star in it. */
export const starArea: fc.Arbitrary<MultiPolygon> = star.map((places) => {
  const outer = closed(places);
  const [x0 = 0, y0 = 0] = places
    .reduce(([x = 0, y = 0], [a = 0, b = 0]) => [x + a, y + b], [0, 0])
    .map((sum) => sum / places.length);
  const hole = outer.map(([x = 0, y = 0]) => [x0 + (x - x0) * 0.1, y0 + (y - y0) * 0.1]);
  return { type: "MultiPolygon", coordinates: [[outer, hole]] };
});

export const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc
    .oneof(cluster({ minLength: 1, maxLength: 9 }), track)
    .map((coordinates) => ({ type: "LineString" as const, coordinates })),
  fc
    .array(cluster(few), { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: "MultiLineString" as const, coordinates })),
  ring.map((coordinates) => ({ type: "Polygon" as const, coordinates: [coordinates] })),
  ring.map((outer) => ({ type: "Polygon" as const, coordinates: [outer, smaller(outer)] })),
  fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: "MultiPolygon" as const, coordinates })),
);

/** Kilometres for a buffer: 100 m to nearly half the circumference. */
export const bufferKm: fc.Arbitrary<number> = powerOf10(-1, 4.3);

export interface Disc {
  center: [number, number];
  rangeKm: number;
}

/** Discs whose centres lie together, from a millionth of a millimetre to a continent, some of them the same; ranges that often repeat. */
export const discs: fc.Arbitrary<Disc[]> = fc
  .tuple(lngs, lats, powerOf10(-12, 1.7), fc.array(powerOf10(0, 4.3), { minLength: 1, maxLength: 3 }))
  .chain(([lng, lat, spread, ranges]) =>
    fc.array(
      fc
        .tuple(
          fc.oneof(unit, coarse),
          fc.oneof(unit, coarse),
          fc.constantFrom(...ranges),
          fc.integer({ min: 1, max: 20 }),
        )
        .map(([dx, dy, rangeKm, share]): Disc => ({
          center: [lng + dx * spread, kept(lat + dy * spread)],
          rangeKm: share > 10 ? rangeKm : (rangeKm * share) / 10,
        })),
      { minLength: 2, maxLength: 30 },
    ),
  );
