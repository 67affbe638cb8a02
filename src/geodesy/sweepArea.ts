import type { Position } from "geojson";
import type { AreaRings } from "./areaRings.ts";
import { meridianRadiusKm, parallelRadiusKm } from "./earthPoint.ts";
import { integrate } from "./integrate.ts";

const RADIANS = Math.PI / 180;

/** A piece of an edge within ±180°, from south to north, along which the longitude is `west + slope · (lat - south)`. */
interface Piece {
  south: number;
  north: number;
  west: number;
  slope: number;
  polygon: number;
  /** Whether the edge is an odd number of turns from the map, so that its polygon goes on over ±180°. */
  isTurned: boolean;
  /** Whether it only leads a ring to a pole: such a pair of lines lies on itself, and what crosses it crosses no border. */
  isSeam: boolean;
}

/**
 * Area on WGS84 of what any of the polygons holds, by the even-odd rule over the rings of each, edges straight in longitude and latitude; and
 * whether edges cross between their ends. Sweeps from south to north: between two latitudes where something begins, ends or crosses, the area
 * is the integral of widths that change evenly. Costs the number of vertices times how many edges the parallel of each meets.
 */
export function sweepArea(polygons: AreaRings): { km2: number; hasCrossings: boolean } {
  const pieces = polygons.flatMap((rings, polygon) => rings.flatMap((ring) => piecesOf(ring, polygon)));
  pieces.sort((a, b) => a.south - b.south);
  const levels = [...new Set(pieces.flatMap(({ south, north }) => [south, north]))].sort((a, b) => a - b);
  const inside = new Uint8Array(polygons.length);
  let active: Piece[] = [];
  let next = 0;
  let km2 = 0;
  let hasCrossings = false;
  for (let level = 0; level + 1 < levels.length; level++) {
    const top = levels[level + 1]!;
    active = active.filter(({ north }) => north > levels[level]!);
    while (next < pieces.length && pieces[next]!.south <= levels[level]!) active.push(pieces[next++]!);
    const strips = [[levels[level]!, top] as const];
    for (let strip = strips.pop(); strip; strip = strips.pop()) {
      const [low, high] = strip;
      const middle = (low + high) / 2;
      active.sort((a, b) => lngAt(a, middle) - lngAt(b, middle));
      const crossing = crossingOf(active, low, high);
      if (crossing === undefined) km2 += stripKm2(active, inside, low, high);
      else {
        strips.push([low, crossing.lat], [crossing.lat, high]);
        hasCrossings ||= !crossing.isOnSeam;
      }
    }
  }
  return { km2, hasCrossings };
}

const lngAt = ({ west, slope, south }: Piece, lat: number) => west + slope * (lat - south);

/** The pieces of a ring's edges, cut at ±180° and brought back into the map. */
function piecesOf(ring: Position[], polygon: number): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [from, to] = [ring[i]!, ring[i + 1]!];
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = from[1]! < to[1]! ? [from, to] : [to, from];
    if (ay === by) continue;
    const slope = (bx - ax) / (by - ay);
    const isSeam = slope === 0 && (ay === -90 || by === 90);
    const [first, last] = [turnOf(Math.min(ax, bx), 1), turnOf(Math.max(ax, bx), -1)];
    for (let turn = first; turn <= Math.max(first, last); turn++) {
      // Where the edge enters and leaves this turn; from end to end if it keeps to it.
      const ends = [360 * turn - 180, 360 * turn + 180].map((line) => ay + (line - ax) / slope);
      const [enter, leave] = slope > 0 ? ends : ends.toReversed();
      const south = first >= last ? ay : Math.max(ay, enter!);
      const north = first >= last ? by : Math.min(by, leave!);
      if (!(south < north)) continue;
      pieces.push({
        south,
        north,
        west: ax + slope * (south - ay) - 360 * turn,
        slope,
        polygon,
        isTurned: turn % 2 !== 0,
        isSeam,
      });
    }
  }
  return pieces;
}

/** Which turn of the globe a longitude is on; ±180° itself is on the turn that the edge runs into. */
const turnOf = (lng: number, side: 1 | -1) => (side > 0 ? Math.floor((lng + 180) / 360) : Math.ceil((lng - 180) / 360));

/** Degrees by which edges may seem to change places for no more than rounding: a hundredth of a millimetre. */
const ROUNDING_DEG = 1e-10;

/** A latitude between two at which edges cross: neighbours half way up have changed places at one of the two. */
function crossingOf(active: Piece[], low: number, high: number): { lat: number; isOnSeam: boolean } | undefined {
  for (let i = 0; i + 1 < active.length; i++) {
    const [a, b] = [active[i]!, active[i + 1]!];
    const [atLow, atHigh] = [lngAt(b, low) - lngAt(a, low), lngAt(b, high) - lngAt(a, high)];
    if (atLow > -ROUNDING_DEG && atHigh > -ROUNDING_DEG) continue;
    const lat = low + ((high - low) * atLow) / (atLow - atHigh);
    if (lat - low > 1e-13 && high - lat > 1e-13) return { lat, isOnSeam: a.isSeam || b.isSeam };
  }
  return undefined;
}

/** Area between two latitudes of what lies between edges that do not cross there, in order from west to east. */
function stripKm2(active: Piece[], inside: Uint8Array, low: number, high: number): number {
  let held = 0;
  const pass = ({ polygon }: Piece): number => {
    inside[polygon]! ^= 1;
    const before = held;
    held += inside[polygon] ? 1 : -1;
    return before === 0 ? -1 : held === 0 ? 1 : 0;
  };
  for (const piece of active) if (piece.isTurned) pass(piece);
  let [widthLow, widthHigh] = held > 0 ? [180, 180] : [0, 0];
  for (const piece of active) {
    const sign = pass(piece);
    widthLow += sign * lngAt(piece, low);
    widthHigh += sign * lngAt(piece, high);
  }
  if (held > 0) [widthLow, widthHigh] = [widthLow + 180, widthHigh + 180];
  for (const { polygon } of active) inside[polygon] = 0;
  if (widthLow === 0 && widthHigh === 0) return 0;
  const slope = (widthHigh - widthLow) / (high - low);
  return (
    integrate(
      (lat) =>
        (widthLow + slope * (lat - low)) * RADIANS * parallelRadiusKm(lat * RADIANS) * meridianRadiusKm(lat * RADIANS),
      [low, high],
      Math.ceil(high - low),
    ) * RADIANS
  );
}
