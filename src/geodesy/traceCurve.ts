import type { Position } from "geojson";

const KM_PER_DEGREE = 111.2;

/**
 * Places along a curve from one value of its parameter to another, so close that straight edges in longitude and latitude between them keep
 * within a tolerance of it. The first place is left out, so that stretches can be strung together.
 *
 * @param placeAt longitudes that run on over ±180° as the curve does
 * @param pieces how many stretches to look at before any is halved: enough that none bends both ways
 */
export function traceCurve(
  placeAt: (at: number) => Position,
  [from, to]: readonly [number, number],
  toleranceKm: number,
  pieces: number,
): Position[] {
  const places: Position[] = [];
  const halve = (a: number, start: Position, b: number, end: Position, depth: number): void => {
    const middle = placeAt((a + b) / 2);
    if (depth > 0 && departureKm(start, middle, end) > toleranceKm) {
      halve(a, start, (a + b) / 2, middle, depth - 1);
      halve((a + b) / 2, middle, b, end, depth - 1);
    } else places.push(end);
  };
  let start = placeAt(from);
  for (let k = 0; k < pieces; k++) {
    const [a, b] = [from + ((to - from) * k) / pieces, from + ((to - from) * (k + 1)) / pieces];
    const end = placeAt(b);
    halve(a, start, b, end, 30);
    start = end;
  }
  return places;
}

/** From the middle of a straight edge to the middle of the curve. */
function departureKm([ax = 0, ay = 0]: Position, [x = 0, y = 0]: Position, [bx = 0, by = 0]: Position): number {
  const across = (x - (ax + bx) / 2) * Math.cos((y * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(across, y - (ay + by) / 2);
}
