import type { Position } from "geojson";
import { planarArea } from "../areaRings.ts";
import { STEPS_PER_DEGREE } from "./lattice.ts";
import type { Segments } from "./segments.ts";

const HALF = 180 * STEPS_PER_DEGREE;
const TURN = 2 * HALF;

/**
 * Adds a closed ring to segments within ±180°. Its longitudes may run on over any number of turns: edges are cut at the antimeridian, and the
 * stretches between its crossings there are added at both ends of the map, so that the part on each turn is closed. What the ring encloses
 * is then deeper by `inside`, once for each turn on which it encloses a place.
 */
export function addRingOnMap(segments: Segments, ring: Position[], inside: number, source: number): void {
  const { nodes } = segments;
  const weight = planarArea(ring) > 0 ? inside : -inside;
  if (!ring.some(([lng = NaN]) => lng > 180 || lng < -180)) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [onLattice(ring[i]!), onLattice(ring[i + 1]!)];
      segments.add(nodes.at(ax, ay), nodes.at(bx, by), weight, 0, source);
    }
    return;
  }
  const add = (turn: number, ax: number, ay: number, bx: number, by: number, change: number) =>
    segments.add(nodes.at(ax - TURN * turn, ay), nodes.at(bx - TURN * turn, by), change, 0, source);
  /** Latitudes at which the ring crosses from a turn to the one that begins there. */
  const crossings = new Map<number, number[]>();
  for (let i = 0; i + 1 < ring.length; i++) {
    let [x, y] = onLattice(ring[i]!);
    const [endX, endY] = onLattice(ring[i + 1]!);
    const step = endX > x ? 1 : -1;
    const slope = (endY - y) / (endX - x);
    const last = turnOf(endX);
    for (let turn = turnOf(x); turn !== last; turn += step) {
      const begins = step > 0 ? turn + 1 : turn;
      const line = TURN * begins - HALF;
      const crossing = Math.round(y + (line - x) * slope);
      const known = crossings.get(begins);
      if (known) known.push(crossing);
      else crossings.set(begins, [crossing]);
      add(turn, x, y, line, crossing, weight);
      [x, y] = [line, crossing];
    }
    add(last, x, y, endX, endY, weight);
  }
  for (const [begins, lats] of crossings) {
    lats.sort((a, b) => a - b);
    const line = TURN * begins - HALF;
    for (let k = 0; k + 1 < lats.length; k += 2) {
      // Northwards the western turn lies on the left.
      add(begins - 1, line, lats[k]!, line, lats[k + 1]!, inside);
      add(begins, line, lats[k]!, line, lats[k + 1]!, -inside);
    }
  }
}

const onLattice = ([lng = NaN, lat = NaN]: Position): [number, number] => [
  Math.round(lng * STEPS_PER_DEGREE),
  Math.round(lat * STEPS_PER_DEGREE),
];

/** Which turn of the globe a column is on: 0 from -180° up to, not including, 180°. */
const turnOf = (x: number) => Math.floor((x + HALF) / TURN);
