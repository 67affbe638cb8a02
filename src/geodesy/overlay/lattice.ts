/** Lattice steps in a degree: a step is 0.006 mm on the Earth, and every lattice coordinate is an exact double. */
export const STEPS_PER_DEGREE = 2 ** 34;

/** Nodes of the lattice, numbered from 0 in the order in which they are first asked for. Coordinates are whole numbers of steps. */
export class NodeTable {
  count = 0;
  x: Float64Array = new Float64Array(1024);
  y: Float64Array = new Float64Array(1024);
  #slots = new Int32Array(4096).fill(-1);

  /** The node at a place, rounded to the lattice. */
  at(x: number, y: number): number {
    // Adding 0 turns -0 into 0.
    const column = Math.round(x) + 0;
    const row = Math.round(y) + 0;
    const mask = this.#slots.length - 1;
    for (let slot = hash(column, row) & mask; ; slot = (slot + 1) & mask) {
      const node = this.#slots[slot]!;
      if (node < 0) return this.#add(column, row, slot);
      if (this.x[node] === column && this.y[node] === row) return node;
    }
  }

  #add(x: number, y: number, slot: number): number {
    const node = this.count++;
    if (node === this.x.length) {
      this.x = doubled(this.x);
      this.y = doubled(this.y);
    }
    this.x[node] = x;
    this.y[node] = y;
    this.#slots[slot] = node;
    if (2 * this.count > this.#slots.length) {
      const slots = new Int32Array(2 * this.#slots.length).fill(-1);
      const mask = slots.length - 1;
      for (let i = 0; i < this.count; i++) {
        let at = hash(this.x[i]!, this.y[i]!) & mask;
        while (slots[at]! >= 0) at = (at + 1) & mask;
        slots[at] = i;
      }
      this.#slots = slots;
    }
    return node;
  }
}

/** Mixes the low and the high halves of two whole numbers of up to 44 bits. */
function hash(x: number, y: number): number {
  const high = (Math.floor(x / 4294967296) & 4095) | ((Math.floor(y / 4294967296) & 4095) << 12);
  let h = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

export function doubled(old: Float64Array): Float64Array {
  const larger = new Float64Array(2 * old.length);
  larger.set(old);
  return larger;
}
