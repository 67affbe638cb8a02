import type { Position } from "geojson";
import { STEPS_PER_DEGREE } from "./lattice.ts";

const LEAF = 8;
/** Edges nearer to each other than this many lattice steps may touch. */
const APART = 2;

/**
 * Whether closed rings surely meet neither themselves nor each other; false where that is not quickly seen. Edges that follow each other lie
 * close together, so boxes round runs of edges are a tree as they come, and most pairs of runs are told apart by their boxes.
 */
export function surelySimple(rings: Position[][]): boolean {
  let size = 0;
  for (const ring of rings) size += ring.length - 1;
  /** Edges by their starts and ends, and the edge after each. */
  const [ax, ay, bx, by] = [0, 1, 2, 3].map(() => new Float64Array(size)) as Four;
  const next = new Int32Array(size);
  let count = 0;
  for (const ring of rings) {
    const first = count;
    for (let i = 0; i + 1 < ring.length; i++, count++) {
      ax[count] = Math.round(ring[i]![0]! * STEPS_PER_DEGREE);
      ay[count] = Math.round(ring[i]![1]! * STEPS_PER_DEGREE);
      bx[count] = Math.round(ring[i + 1]![0]! * STEPS_PER_DEGREE);
      by[count] = Math.round(ring[i + 1]![1]! * STEPS_PER_DEGREE);
      next[count] = count + 1;
    }
    if (count - first < 3 || bx[count - 1] !== ax[first] || by[count - 1] !== ay[first]) return false;
    next[count - 1] = first;
  }
  let leaves = 1;
  while (leaves * LEAF < size) leaves *= 2;
  const boxes = new Float64Array(8 * leaves);
  const bound = (node: number, from: number, to: number) => {
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) {
        west = Math.min(west, ax[i]!, bx[i]!);
        east = Math.max(east, ax[i]!, bx[i]!);
        south = Math.min(south, ay[i]!, by[i]!);
        north = Math.max(north, ay[i]!, by[i]!);
      }
    } else {
      const middle = (from + to) >> 1;
      bound(2 * node + 1, from, middle);
      bound(2 * node + 2, middle, to);
      const left = 4 * (2 * node + 1);
      const right = 4 * (2 * node + 2);
      west = Math.min(boxes[left]!, boxes[right]!);
      east = Math.max(boxes[left + 1]!, boxes[right + 1]!);
      south = Math.min(boxes[left + 2]!, boxes[right + 2]!);
      north = Math.max(boxes[left + 3]!, boxes[right + 3]!);
    }
    boxes[4 * node] = west;
    boxes[4 * node + 1] = east;
    boxes[4 * node + 2] = south;
    boxes[4 * node + 3] = north;
  };
  const areApart = (i: number, j: number): boolean => {
    if (next[i] === j) return meetOnce(i, j);
    if (next[j] === i) return meetOnce(j, i);
    if (Math.max(ax[i]!, bx[i]!) + APART < Math.min(ax[j]!, bx[j]!)) return true;
    if (Math.max(ax[j]!, bx[j]!) + APART < Math.min(ax[i]!, bx[i]!)) return true;
    if (Math.max(ay[i]!, by[i]!) + APART < Math.min(ay[j]!, by[j]!)) return true;
    if (Math.max(ay[j]!, by[j]!) + APART < Math.min(ay[i]!, by[i]!)) return true;
    return isBeside(i, j) || isBeside(j, i);
  };
  /** Whether edge j lies wholly on one side of the line of edge i. */
  const isBeside = (i: number, j: number): boolean => {
    const ux = bx[i]! - ax[i]!;
    const uy = by[i]! - ay[i]!;
    const near = APART * (Math.abs(ux) + Math.abs(uy));
    const from = ux * (ay[j]! - ay[i]!) - uy * (ax[j]! - ax[i]!);
    const to = ux * (by[j]! - ay[i]!) - uy * (bx[j]! - ax[i]!);
    return (from > near && to > near) || (from < -near && to < -near);
  };
  /** Whether an edge and the next share only the vertex between them. */
  const meetOnce = (i: number, j: number): boolean => {
    const ux = bx[i]! - ax[i]!;
    const uy = by[i]! - ay[i]!;
    const vx = bx[j]! - ax[j]!;
    const vy = by[j]! - ay[j]!;
    const lengthU = Math.abs(ux) + Math.abs(uy);
    const lengthV = Math.abs(vx) + Math.abs(vy);
    if (lengthU < 2 * APART || lengthV < 2 * APART) return false;
    return ux * vx + uy * vy > 0 || Math.abs(ux * vy - uy * vx) > APART * Math.max(lengthU, lengthV);
  };
  const runsApart = (a: number, from: number, to: number, b: number, start: number, end: number): boolean => {
    if (
      boxes[4 * a + 1]! + APART < boxes[4 * b]! ||
      boxes[4 * b + 1]! + APART < boxes[4 * a]! ||
      boxes[4 * a + 3]! + APART < boxes[4 * b + 2]! ||
      boxes[4 * b + 3]! + APART < boxes[4 * a + 2]!
    )
      return true;
    if (to - from <= LEAF && end - start <= LEAF) {
      for (let i = from; i < to; i++)
        for (let j = a === b ? i + 1 : start; j < end; j++) if (!areApart(i, j)) return false;
      return true;
    }
    if (a === b) {
      const middle = (from + to) >> 1;
      return (
        runsApart(2 * a + 1, from, middle, 2 * a + 1, from, middle) &&
        runsApart(2 * a + 2, middle, to, 2 * a + 2, middle, to) &&
        runsApart(2 * a + 1, from, middle, 2 * a + 2, middle, to)
      );
    }
    if (end - start > to - from) {
      const middle = (start + end) >> 1;
      return runsApart(a, from, to, 2 * b + 1, start, middle) && runsApart(a, from, to, 2 * b + 2, middle, end);
    }
    const middle = (from + to) >> 1;
    return runsApart(2 * a + 1, from, middle, b, start, end) && runsApart(2 * a + 2, middle, to, b, start, end);
  };
  if (size === 0) return false;
  bound(0, 0, size);
  return runsApart(0, 0, size, 0, 0, size);
}

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];
