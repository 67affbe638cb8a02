import type { NodeTable } from "./lattice.ts";

/** The region lies on the left of a segment. */
export const INSIDE_LEFT = 1;
/** The region lies on the right of a segment. */
export const INSIDE_RIGHT = 2;

/** Segments between nodes of the lattice, in arrays that grow. No two join the same nodes: what coincides is one segment. */
export class Segments {
  readonly nodes: NodeTable;
  count = 0;
  from = new Int32Array(1024);
  to = new Int32Array(1024);
  /** How much deeper it is on the left of from → to than on the right. */
  weight = new Int32Array(1024);
  /** {@link INSIDE_LEFT}, {@link INSIDE_RIGHT}, both or none: the sides known to be inside. */
  sides = new Uint8Array(1024);
  /** The edge of the input that a segment was first part of. */
  source = new Int32Array(1024);
  #slots = new Int32Array(4096).fill(-1);

  constructor(nodes: NodeTable) {
    this.nodes = nodes;
  }

  add(from: number, to: number, weight: number, sides: number, source: number): number {
    if (from === to) return -1;
    const mask = this.#slots.length - 1;
    let slot = slotOf(from, to) & mask;
    for (; this.#slots[slot]! >= 0; slot = (slot + 1) & mask) {
      const known = this.#slots[slot]!;
      if (this.from[known] === from && this.to[known] === to) {
        this.weight[known]! += weight;
        this.sides[known]! |= sides;
        return known;
      }
      if (this.from[known] === to && this.to[known] === from) {
        this.weight[known]! -= weight;
        this.sides[known]! |= ((sides & INSIDE_LEFT) << 1) | ((sides & INSIDE_RIGHT) >> 1);
        return known;
      }
    }
    const at = this.count++;
    if (at === this.from.length) this.#grow();
    this.from[at] = from;
    this.to[at] = to;
    this.weight[at] = weight;
    this.sides[at] = sides;
    this.source[at] = source;
    this.#slots[slot] = at;
    if (2 * this.count > this.#slots.length) this.#rehash();
    return at;
  }

  #grow(): void {
    const size = 2 * this.from.length;
    const larger = (old: Int32Array) => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.from = larger(this.from);
    this.to = larger(this.to);
    this.weight = larger(this.weight);
    this.source = larger(this.source);
    const sides = new Uint8Array(size);
    sides.set(this.sides);
    this.sides = sides;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let i = 0; i < this.count; i++) {
      let at = slotOf(this.from[i]!, this.to[i]!) & mask;
      while (slots[at]! >= 0) at = (at + 1) & mask;
      slots[at] = i;
    }
    this.#slots = slots;
  }
}

/** The same for both directions. */
function slotOf(a: number, b: number): number {
  const h = Math.imul(Math.min(a, b), 0x9e3779b1) ^ Math.imul(Math.max(a, b), 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
}
