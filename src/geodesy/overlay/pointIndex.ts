import type { EarthPoint } from "../earthPoint.ts";

const LEAF = 8;

/**
 * Balls round runs of places, for asking whether any place is within a chord of another. Places that follow each other along an outline lie
 * close together, so their order is the tree.
 */
export class PointIndex {
  readonly #points: readonly EarthPoint[];
  /** x, y, z and radius of each ball; ball i has the children 2i + 1 and 2i + 2. */
  readonly #balls: Float64Array;

  constructor(points: readonly EarthPoint[]) {
    this.#points = points;
    let size = 1;
    while (size * LEAF < points.length) size *= 2;
    this.#balls = new Float64Array(8 * size);
    this.#build(0, 0, points.length);
  }

  /** Whether any place is closer than `chord` kilometres to a point in space. */
  within(x: number, y: number, z: number, chord: number): boolean {
    return chord > 0 && this.#search(0, 0, this.#points.length, x, y, z, chord);
  }

  /** Whether any place is farther than `chord` kilometres from a point in space. */
  beyond(x: number, y: number, z: number, chord: number): boolean {
    return this.#searchBeyond(0, 0, this.#points.length, x, y, z, chord);
  }

  #searchBeyond(ball: number, from: number, to: number, x: number, y: number, z: number, chord: number): boolean {
    const away = this.#away(ball, x, y, z);
    const radius = this.#balls[4 * ball + 3]!;
    if (away + radius <= chord) return false;
    if (away > chord) return to > from;
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) {
        const point = this.#points[i]!;
        const [dx, dy, dz] = [point.x - x, point.y - y, point.z - z];
        if (dx * dx + dy * dy + dz * dz > chord * chord) return true;
      }
      return false;
    }
    const middle = (from + to) >> 1;
    return (
      this.#searchBeyond(2 * ball + 1, from, middle, x, y, z, chord) ||
      this.#searchBeyond(2 * ball + 2, middle, to, x, y, z, chord)
    );
  }

  #build(ball: number, from: number, to: number): void {
    const points = this.#points;
    let [x, y, z] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      x += points[i]!.x;
      y += points[i]!.y;
      z += points[i]!.z;
    }
    const count = Math.max(1, to - from);
    [x, y, z] = [x / count, y / count, z / count];
    let square = 0;
    for (let i = from; i < to; i++)
      square = Math.max(square, (points[i]!.x - x) ** 2 + (points[i]!.y - y) ** 2 + (points[i]!.z - z) ** 2);
    this.#balls.set([x, y, z, Math.sqrt(square)], 4 * ball);
    if (to - from <= LEAF) return;
    const middle = (from + to) >> 1;
    this.#build(2 * ball + 1, from, middle);
    this.#build(2 * ball + 2, middle, to);
  }

  #search(ball: number, from: number, to: number, x: number, y: number, z: number, chord: number): boolean {
    const away = this.#away(ball, x, y, z);
    const radius = this.#balls[4 * ball + 3]!;
    if (away - radius >= chord) return false;
    if (away + radius < chord) return true;
    if (to - from <= LEAF) {
      for (let i = from; i < to; i++) {
        const point = this.#points[i]!;
        const [dx, dy, dz] = [point.x - x, point.y - y, point.z - z];
        if (dx * dx + dy * dy + dz * dz < chord * chord) return true;
      }
      return false;
    }
    const middle = (from + to) >> 1;
    const [left, right] = [2 * ball + 1, 2 * ball + 2];
    // The nearer child first: it answers most questions.
    if (this.#away(left, x, y, z) <= this.#away(right, x, y, z)) {
      return this.#search(left, from, middle, x, y, z, chord) || this.#search(right, middle, to, x, y, z, chord);
    }
    return this.#search(right, middle, to, x, y, z, chord) || this.#search(left, from, middle, x, y, z, chord);
  }

  #away(ball: number, x: number, y: number, z: number): number {
    const [dx, dy, dz] = [this.#balls[4 * ball]! - x, this.#balls[4 * ball + 1]! - y, this.#balls[4 * ball + 2]! - z];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
