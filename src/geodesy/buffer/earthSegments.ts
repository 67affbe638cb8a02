import type { EarthPoint } from "../earthPoint.ts";
import { STEPS_PER_DEGREE } from "../overlay/lattice.ts";
import { INSIDE_LEFT, INSIDE_RIGHT, type Segments } from "../overlay/segments.ts";

const HALF = 180 * STEPS_PER_DEGREE;
const QUARTER = 90 * STEPS_PER_DEGREE;
/** A place within a millimetre of a pole. */
const POLAR = QUARTER - 1e-8 * STEPS_PER_DEGREE;

/** The frame of the map, ±180° and ±90°, counterclockwise. */
export function addFrame(segments: Segments): void {
  const { nodes } = segments;
  const corners = [
    nodes.at(-HALF, -QUARTER),
    nodes.at(HALF, -QUARTER),
    nodes.at(HALF, QUARTER),
    nodes.at(-HALF, QUARTER),
  ];
  for (const [i, corner] of corners.entries()) segments.add(corner, corners[(i + 1) % 4]!, 0, 0, -1);
}

/** Adds a straight edge in longitude and latitude, the short way round, cut at the antimeridian. */
export function addOnEarth(segments: Segments, a: EarthPoint, b: EarthPoint, sides: number): void {
  const { nodes } = segments;
  let ax = column(a.lng);
  let bx = column(b.lng);
  const [ay, by] = [Math.round(a.lat * STEPS_PER_DEGREE), Math.round(b.lat * STEPS_PER_DEGREE)];
  // Which side of an edge is inside means nothing on a pole, round which a millimetre goes half the Earth.
  const known = Math.abs(ay) > POLAR && Math.abs(by) > POLAR ? 0 : sides;
  const add = (x0: number, y0: number, x1: number, y1: number, side: number) =>
    segments.add(nodes.at(x0, y0), nodes.at(x1, y1), 0, side, 0);
  if (ax === -HALF && bx === -HALF) {
    // Along the antimeridian: on each end of the map the side that lies on the map.
    const north = by > ay;
    add(-HALF, ay, -HALF, by, known & (north ? INSIDE_RIGHT : INSIDE_LEFT));
    add(HALF, ay, HALF, by, known & (north ? INSIDE_LEFT : INSIDE_RIGHT));
    return;
  }
  if (ax === -HALF && bx > 0) ax = HALF;
  if (bx === -HALF && ax > 0) bx = HALF;
  if (Math.abs(bx - ax) <= HALF) {
    add(ax, ay, bx, by, known);
    return;
  }
  const line = bx < ax ? HALF : -HALF;
  const unwrapped = bx + 2 * line;
  const y = Math.round(ay + ((by - ay) * (line - ax)) / (unwrapped - ax));
  add(ax, ay, line, y, known);
  add(-line, y, bx, by, known);
}

/** The column of the lattice from -180° up to, not including, 180°. */
function column(lng: number): number {
  const wrapped = Math.round((lng - 360 * Math.floor((lng + 180) / 360)) * STEPS_PER_DEGREE);
  return wrapped >= HALF ? wrapped - 2 * HALF : wrapped;
}
