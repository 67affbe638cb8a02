import type { Position } from "geojson";

/** Places that are one where they are closer than a tolerance, numbered from 0. */
export class NodeTable {
  readonly x: number[] = [];
  readonly y: number[] = [];
  /** Where a place is to be drawn, if not exactly where the arrangement has it. */
  readonly drawn = new Map<number, Position>();
  /** The two edges that first crossed at a place. */
  readonly crossed = new Map<number, [number, number]>();
  readonly #tolerance: number;
  readonly #size: number;
  readonly #buckets = new Map<number, number>();
  /** The next node of the same bucket. */
  readonly #next: number[] = [];

  constructor(tolerance: number) {
    this.#tolerance = tolerance;
    this.#size = 16 * tolerance;
  }

  /** The node where two edges cross. */
  crossing(x: number, y: number, edgeA: number, edgeB: number): number {
    const before = this.x.length;
    const node = this.at(x, y);
    if (node === before) this.crossed.set(node, [edgeA, edgeB]);
    return node;
  }

  /** The node at a place, found or made. */
  at(x: number, y: number): number {
    const u = x / this.#size;
    const v = y / this.#size;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const found = this.#find(column, row, x, y);
    if (found >= 0) return found;
    // A place near the border of its bucket may have its twin in the next one.
    const [fu, fv] = [u - column, v - row];
    const stepX = fu < 1 / 16 ? -1 : fu > 15 / 16 ? 1 : 0;
    const stepY = fv < 1 / 16 ? -1 : fv > 15 / 16 ? 1 : 0;
    if (stepX !== 0 || stepY !== 0) {
      for (const [i, j] of [
        [stepX, 0],
        [0, stepY],
        [stepX, stepY],
      ] as const) {
        const twin = this.#find(column + i, row + j, x, y);
        if (twin >= 0) return twin;
      }
    }
    const node = this.x.length;
    const key = keyOf(column, row);
    this.x.push(x);
    this.y.push(y);
    this.#next.push(this.#buckets.get(key) ?? -1);
    this.#buckets.set(key, node);
    return node;
  }

  #find(column: number, row: number, x: number, y: number): number {
    for (let node = this.#buckets.get(keyOf(column, row)) ?? -1; node >= 0; node = this.#next[node]!) {
      if (Math.abs(this.x[node]! - x) <= this.#tolerance && Math.abs(this.y[node]! - y) <= this.#tolerance) return node;
    }
    return -1;
  }
}

/** A bucket's key; buckets that share one are told apart by their places. */
const keyOf = (column: number, row: number) => (column % 67_108_864) * 67_108_864 + (row % 67_108_864);
