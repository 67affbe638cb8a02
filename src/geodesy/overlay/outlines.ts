import type { Position } from "geojson";
import { doubled, STEPS_PER_DEGREE } from "./lattice.ts";

/**
 * The outlines of many polygons in two arrays, on the lattice. Edge `i` runs from vertex `i` to vertex `i + 1`; the last vertex of a ring
 * repeats its first and starts no edge.
 */
export class Outlines {
  count = 0;
  x: Float64Array;
  y: Float64Array;
  /** By rings: the first vertex. */
  readonly starts: number[] = [];
  /** By rings: the vertex after the last. */
  readonly ends: number[] = [];
  /** By rings: how much deeper it is on the left of an edge than on its right. */
  readonly weights: number[] = [];
  /** By rings: the polygon. The rings of a polygon follow each other, and cross neither themselves nor each other. */
  readonly sources: number[] = [];
  /** The rings of polygons of one ring, by a sum over some of their vertices. */
  readonly #bySum = new Map<number, number[]>();

  /** @param expected about how many vertices there will be; any number of them fits */
  constructor(expected: number) {
    this.x = new Float64Array(expected + 1024);
    this.y = new Float64Array(expected + 1024);
  }

  /** Adds a polygon whose rings cross neither themselves nor each other, wound either way. */
  add(rings: Position[][], source: number): void {
    const first = this.starts.length;
    for (const [at, ring] of rings.entries()) {
      const start = this.count;
      const left = this.#append(ring) > 0 === (at === 0);
      this.starts.push(start);
      this.ends.push(this.count);
      this.weights.push(left ? 1 : -1);
      this.sources.push(source);
    }
    if (rings.length === 1) this.#joinWithSame(first);
  }

  /**
   * Adds a polygon as {@link add} does if it means the same by every reading: its rings end on the very position where they start and no edge
   * spans 180° or more. Unless its rings are known to cross nothing, it must also be a single convex ring. Otherwise adds nothing.
   */
  addIfPlain(rings: Position[][], source: number, isSimple: boolean): boolean {
    if (!isSimple && rings.length !== 1) return false;
    if (!rings.every(isPlain)) return false;
    const before = this.count;
    if (!isSimple) {
      this.#append(rings[0]!);
      const convex = this.#isConvexFrom(before);
      this.count = before;
      if (!convex) return false;
    }
    this.add(rings, source);
    return true;
  }

  /** Adds a ring's vertices; twice its area in square steps, positive for counterclockwise. */
  #append(ring: Position[]): number {
    const first = this.count;
    const size = ring.length;
    while (this.x.length < first + size) {
      this.x = doubled(this.x);
      this.y = doubled(this.y);
    }
    const { x, y } = this;
    let area = 0;
    let ux = 0;
    let uy = 0;
    for (let i = 0; i < size; i++) {
      const position = ring[i]!;
      // Adding 0 turns -0 into 0.
      const column = Math.round(position[0]! * STEPS_PER_DEGREE) + 0;
      const row = Math.round(position[1]! * STEPS_PER_DEGREE) + 0;
      x[first + i] = column;
      y[first + i] = row;
      const vx = column - x[first]!;
      const vy = row - y[first]!;
      area += ux * vy - uy * vx;
      ux = vx;
      uy = vy;
    }
    this.count = first + size;
    return area;
  }

  /** Whether the ring from a vertex on turns the same way at every vertex and goes round once, by more than doubles can mistake. */
  #isConvexFrom(first: number): boolean {
    const { x, y, count } = this;
    let ux = x[count - 1]! - x[count - 2]!;
    let uy = y[count - 1]! - y[count - 2]!;
    let turn = 0;
    let reversals = 0;
    for (let i = first; i + 1 < count; i++) {
      const vx = x[i + 1]! - x[i]!;
      const vy = y[i + 1]! - y[i]!;
      const cross = ux * vy - uy * vx;
      const least = 1e-12 * (Math.abs(ux * vy) + Math.abs(uy * vx));
      if (turn === 0) turn = cross;
      if (!(turn > 0 ? cross > least : cross < -least)) return false;
      if (uy > 0 !== vy > 0) reversals++;
      ux = vx;
      uy = vy;
    }
    return reversals === 2;
  }

  /** Takes back the last ring where there is the same already, which then counts once more. */
  #joinWithSame(ring: number): void {
    const { x, y, starts, ends, weights } = this;
    const [start, end] = [starts[ring]!, ends[ring]!];
    const third = start + Math.floor((end - start) / 3);
    const sum = x[start]! + 3 * y[start]! + 5 * x[third]! + 7 * y[third]! + (end - start);
    const alike = this.#bySum.get(sum);
    if (!alike) {
      this.#bySum.set(sum, [ring]);
      return;
    }
    const same = alike.find((other) => {
      const back = start - starts[other]!;
      if (ends[other]! + back !== end || weights[other]! > 0 !== weights[ring]! > 0) return false;
      for (let i = start; i < end; i++) if (x[i] !== x[i - back] || y[i] !== y[i - back]) return false;
      return true;
    });
    if (same === undefined) {
      alike.push(ring);
      return;
    }
    weights[same]! += weights[ring]!;
    for (const list of [starts, ends, weights, this.sources]) list.pop();
    this.count = start;
  }
}

function isPlain(ring: Position[]): boolean {
  let lngBefore = ring[0]![0]!;
  for (let i = 1; i < ring.length; i++) {
    const lng = ring[i]![0]!;
    if (!(Math.abs(lng - lngBefore) < 180 && Math.abs(lng) <= 180)) return false;
    lngBefore = lng;
  }
  const [last, first] = [ring.at(-1)!, ring[0]!];
  return last[0] === first[0] && last[1] === first[1];
}
