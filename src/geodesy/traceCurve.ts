import type { Position } from "geojson";
import { wrapLongitude } from "./wrapLongitude.ts";

const KM_PER_DEGREE = 111.2;

/**
 * Places along a curve from one value of its parameter to another, so close that straight edges in longitude and latitude between them keep
 * within a tolerance of it. Longitudes run on from the start, which is left out, so that stretches can be strung together.
 *
 * @param pieces how many stretches to look at before any is halved: enough that none bends both ways
 */
export function traceCurve(
  placeAt: (at: number) => Position,
  start: Position,
  [from, to]: readonly [number, number],
  toleranceKm: number,
  pieces: number,
): Position[] {
  const places: Position[] = [];
  let last = start;
  const follow = (a: number, b: number, end: Position, depth: number): void => {
    const middle = (a + b) / 2;
    const place = placeAt(middle);
    if (depth > 0 && departureKm(last, place, end) > toleranceKm) {
      follow(a, middle, place, depth - 1);
      follow(middle, b, end, depth - 1);
    } else places.push((last = beside(last, end)));
  };
  for (let k = 0; k < pieces; k++) {
    const [a, b] = [from + ((to - from) * k) / pieces, from + ((to - from) * (k + 1)) / pieces];
    follow(a, b, placeAt(b), 20);
  }
  return places;
}

/** The place on the turn of the globe that is nearest to another. */
export const beside = ([x = 0]: Position, [lng = 0, lat = 0]: Position): Position => [wrapLongitude(lng, x), lat];

/** From the middle of a straight edge to the middle of the curve. */
function departureKm(start: Position, place: Position, end: Position): number {
  const [ax = 0, ay = 0] = start;
  const [x = 0, y = 0] = beside(start, place);
  const [bx = 0, by = 0] = beside([x, y], end);
  const across = (x - (ax + bx) / 2) * Math.cos((y * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(across, y - (ay + by) / 2);
}
