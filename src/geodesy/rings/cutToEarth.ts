import type { Position } from "geojson";

/** A closed curve on the Earth with the region on its left. */
export interface Loop {
  /** Unwrapped longitudes: neighbours differ by what the curve really goes. The first vertex is not repeated. */
  lng: ArrayLike<number>;
  lat: ArrayLike<number>;
  /** How often the curve goes round the axis eastwards: 1 with the North Pole on its left, -1 with the South Pole, else 0. */
  turns: number;
  /** Latitude where the edge from vertex `edge` to the next crosses the meridian `lng`; the straight edge's own if left out. */
  crossingLat?: (edge: number, lng: number) => number;
}

/** Closed rings and open chains of positions within ±180°, each with the region on its left. */
export interface Pieces {
  rings: Position[][];
  chains: Position[][];
}

/** Cuts loops at the antimeridian. Chains start and end at a longitude of exactly ±180. */
export function cutAtAntimeridian(loops: Iterable<Loop>): Pieces {
  const pieces: Pieces = { rings: [], chains: [] };
  for (const loop of loops) cutLoop(loop, pieces);
  return pieces;
}

/** Which turn round the Earth a longitude is on: 0 from -180 up to, not including, 180; proof against rounding in the sum. */
function sheetOf(lng: number): number {
  const sheet = Math.floor((lng + 180) / 360);
  return lng < 360 * sheet - 180 ? sheet - 1 : sheet;
}

function cutLoop(loop: Loop, pieces: Pieces): void {
  const { lng, lat, turns } = loop;
  const count = lng.length;
  const runs: Position[][] = [[]];
  for (let i = 0; i < count; i++) {
    const from = lng[i]!;
    const to = i + 1 < count ? lng[i + 1]! : lng[0]! + 360 * turns;
    const sheet = sheetOf(from);
    const next = sheetOf(to);
    push(runs.at(-1)!, from - 360 * sheet, lat[i]!);
    const step = next > sheet ? 1 : -1;
    for (let s = sheet; s !== next; s += step) {
      const line = 360 * (step > 0 ? s : s - 1) + 180;
      const latTo = lat[i + 1 < count ? i + 1 : 0]!;
      const straight = lat[i]! + ((latTo - lat[i]!) * (line - from)) / (to - from);
      const crossing = from === line ? lat[i]! : to === line ? latTo : (loop.crossingLat?.(i, line) ?? straight);
      push(runs.at(-1)!, 180 * step, crossing);
      runs.push([[-180 * step, crossing]]);
    }
  }
  const tail = runs.at(-1)!;
  if (runs.length === 1) {
    push(tail, tail[0]![0]!, tail[0]![1]!);
    pieces.rings.push(tail);
    return;
  }
  // The walk began in the middle of a chain: its end belongs before its start.
  const head = runs.shift()!;
  for (const [x = 0, y = 0] of head) push(tail, x, y);
  for (const run of runs) if (run.length > 1) pieces.chains.push(run);
}

function push(run: Position[], lng: number, lat: number): void {
  const last = run.at(-1);
  if (last === undefined || last[0] !== lng || last[1] !== lat) run.push([lng, lat]);
}

/** Where a point of the frame lies on the way round it, counterclockwise from the south-east corner: 0 to 1080. */
const framePlace = ([lng = 0, lat = 0]: Position) => (lng > 0 ? lat + 90 : 630 - lat);
const FRAME = 1080;
const CORNERS: [number, Position][] = [
  [180, [180, 90]],
  [540, [-180, 90]],
  [720, [-180, -90]],
  [1080, [180, -90]],
];

/**
 * Closes the chains along the antimeridian and the poles, as RFC 7946 wants it, and sorts rings into polygons: exterior rings
 * counterclockwise, holes clockwise, all within ±180° and ±90°. No pieces at all means the whole Earth.
 */
export function assemblePolygons(pieces: Pieces): Position[][][] {
  const rings = [...pieces.rings.filter((ring) => ring.length > 3), ...closeChains(pieces.chains)];
  const exteriors: { rings: [Position[], ...Position[][]]; area: number }[] = [];
  const holes: Position[][] = [];
  for (const ring of rings) {
    const area = signedArea(ring);
    if (area > 0) exteriors.push({ rings: [ring], area });
    else if (area < 0) holes.push(ring);
  }
  exteriors.sort((a, b) => a.area - b.area);
  const loose: Position[][] = [];
  for (const hole of holes) {
    const owner = exteriors.find(({ rings: [exterior] }) => ringHolds(exterior, hole));
    if (owner) owner.rings.push(hole);
    else loose.push(hole);
  }
  const polygons: Position[][][] = exteriors.map((exterior) => exterior.rings);
  // A hole in no exterior ring is a hole in everything else on Earth.
  if (loose.length > 0 || rings.length === 0) polygons.push([wholeEarth(), ...loose]);
  return polygons;
}

const wholeEarth = (): Position[] => [
  [-180, -90],
  [180, -90],
  [180, 90],
  [-180, 90],
  [-180, -90],
];

function closeChains(chains: Position[][]): Position[][] {
  const starts = chains.map((chain, index) => ({ index, place: framePlace(chain[0]!) }));
  starts.sort((a, b) => a.place - b.place);
  const used = new Set<number>();
  const rings: Position[][] = [];
  for (let first = 0; first < chains.length; first++) {
    if (used.has(first)) continue;
    const ring: Position[] = [];
    let current = first;
    do {
      used.add(current);
      for (const [x = 0, y = 0] of chains[current]!) push(ring, x, y);
      const end = framePlace(ring.at(-1)!);
      const next =
        starts.find(({ index, place }) => place >= end && (index === first || !used.has(index))) ??
        starts.find(({ index }) => index === first || !used.has(index))!;
      const goal = next.place >= end ? next.place : next.place + FRAME;
      for (const lap of [0, FRAME]) {
        for (const [place, [x = 0, y = 0]] of CORNERS) if (place + lap > end && place + lap < goal) push(ring, x, y);
      }
      current = next.index;
    } while (current !== first);
    push(ring, ring[0]![0]!, ring[0]![1]!);
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}

/** Twice the area in square degrees, positive for counterclockwise. */
function signedArea(ring: Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i]!;
    const [bx = 0, by = 0] = ring[i + 1]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** Whether a ring holds another that does not cross it, judged by the other's first edge that does not lie on the ring. */
function ringHolds(ring: Position[], inner: Position[]): boolean {
  for (let i = 0; i + 1 < inner.length; i++) {
    const [ax = 0, ay = 0] = inner[i]!;
    const [bx = 0, by = 0] = inner[i + 1]!;
    const side = placeInRing(ring, (ax + bx) / 2, (ay + by) / 2);
    if (side !== 0) return side > 0;
  }
  return false;
}

/** 1 inside, -1 outside, 0 on the ring. */
function placeInRing(ring: Position[], x: number, y: number): number {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i]!;
    const [bx = 0, by = 0] = ring[i + 1]!;
    if (ay === y && by === y && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return 0;
    if (ay > y === by > y) continue;
    const at = ax + ((bx - ax) * (y - ay)) / (by - ay);
    if (at === x) return 0;
    if (at > x) inside = !inside;
  }
  return inside ? 1 : -1;
}
