import type { Edges } from "./edgeCells.ts";
import type { Outlines } from "./outlines.ts";

/** Bounds of the depth, which is how often a place is enclosed, along edges of outlines. */
export interface DepthBounds {
  readonly outlines: Outlines;
  readonly edges: Edges;
  /** By edges: the ring; -1 for the last vertex of a ring, which starts none. */
  readonly ringOf: Int32Array;
  /** The levels that matter: a depth surely below the first or surely at the last need not be known. */
  readonly fromLevel: number;
  readonly toLevel: number;
  /** By edges: the least and the greatest depth on either side anywhere along it, those beyond the levels left out. */
  readonly low: Int16Array | Int32Array;
  readonly high: Int16Array | Int32Array;
}

export interface Cell {
  west: number;
  south: number;
  width: number;
  height: number;
}

/** What is nearer than this many lattice steps counts as touching: rounding moves edges by less. */
const APART = 3;
/** A part of an edge shorter than this many steps does not show on which side of its border a polygon lies. */
const LONG_ENOUGH = 64;
/** More polygons are compared with an edge than the level needs, because the edge crosses the borders of some. */
const TO_SPARE = 6;

/**
 * Widens the bounds of the depth for each edge of a cell by what they are within the cell.
 *
 * Of the polygons whose borders cross the cell, the few that hold its middle most deeply and the few that lie farthest from it are compared
 * with each edge: the part of the edge within the cell lies inside the polygon, outside, or touches its border. That settles most edges deep
 * inside a crowd, even of outlines that all but coincide, at a handful of comparisons each instead of one for every pair.
 *
 * @param members edges that meet the cell, those of one polygon together
 * @param depth at the middle of the cell
 */
export function boundDepths(bounds: DepthBounds, members: Int32Array, cell: Cell, depth: number): void {
  const { low, high, fromLevel, toLevel, ringOf } = bounds;
  const { sources } = bounds.outlines;
  const borders = new CellBorders(bounds, members, cell);
  let [least, most, swing] = [depth, depth, 0];
  for (let run = 0; run < borders.count; run++) {
    const weight = borders.weight[run]!;
    swing += weight;
    if (borders.holdsMiddle[run]! >= 0) least -= weight;
    if (borders.holdsMiddle[run]! > 0) most -= weight;
  }
  most += swing;
  const order = Array.from({ length: borders.count }, (_, run) => run).sort(
    (a, b) => borders.score[b]! - borders.score[a]!,
  );
  const holders = order.slice(0, Math.max(0, toLevel - least + TO_SPARE));
  // At the first level nothing need be left out as too shallow: the polygon of the edge itself is there.
  const others = most - swing + 1 >= fromLevel ? [] : order.reverse().slice(0, most - fromLevel + TO_SPARE);
  for (let k = 0; k < members.length; k++) {
    const edge = members[k]!;
    if (!borders.isWithin(k) || (low[edge]! < fromLevel && high[edge]! >= toLevel)) continue;
    const own = sources[ringOf[edge]!]!;
    let lowest = least;
    for (let i = 0; i < holders.length && lowest < toLevel; i++) {
      const run = holders[i]!;
      if (borders.source[run] !== own && borders.sideOf(run, k) > 0) lowest += borders.weight[run]!;
    }
    let highest = most;
    for (let i = 0; i < others.length && highest >= fromLevel; i++) {
      const run = others[i]!;
      if (borders.source[run] !== own && borders.sideOf(run, k) < 0) highest -= borders.weight[run]!;
    }
    if (lowest < low[edge]!) low[edge] = Math.max(lowest, fromLevel - 1);
    if (highest > high[edge]!) high[edge] = Math.min(highest, toLevel);
  }
}

/** The borders that cross a cell, one for each polygon, as runs of the cell's edges. */
class CellBorders {
  count = 0;
  readonly source: Int32Array;
  readonly weight: Int32Array;
  /** 1 where the polygon holds the middle of the cell, -1 where it does not, 0 where that is unsure. */
  readonly holdsMiddle: Int8Array;
  /** How far the middle of the cell lies inside the polygon, negative outside. */
  readonly score: Float64Array;
  readonly #edges: Edges;
  readonly #ringOf: Int32Array;
  readonly #weights: readonly number[];
  readonly #members: Int32Array;
  readonly #starts: Int32Array;
  /** By borders: an edge, as an index of members, with nothing else of the border near the middle of its part within the cell. */
  readonly #known: Int32Array;
  /** 1 where the polygon lies on the left of that edge, -1 on the right, 0 where there is no such edge. */
  readonly #left: Int8Array;
  /** By members: the ends of the part within the cell, and the length of the whole edge. */
  readonly #px: Float64Array;
  readonly #py: Float64Array;
  readonly #qx: Float64Array;
  readonly #qy: Float64Array;
  readonly #length: Float64Array;

  constructor({ outlines, edges, ringOf }: DepthBounds, members: Int32Array, cell: Cell) {
    const size = members.length;
    this.#edges = edges;
    this.#members = members;
    [this.#px, this.#py] = [new Float64Array(size), new Float64Array(size)];
    [this.#qx, this.#qy] = [new Float64Array(size), new Float64Array(size)];
    this.#length = new Float64Array(size);
    [this.source, this.weight] = [new Int32Array(size), new Int32Array(size)];
    [this.holdsMiddle, this.#left] = [new Int8Array(size), new Int8Array(size)];
    this.score = new Float64Array(size);
    [this.#starts, this.#known] = [new Int32Array(size + 1), new Int32Array(size)];
    const { sources, weights } = outlines;
    for (let k = 0; k < size; k++) {
      this.#clip(k, cell);
      const ring = ringOf[members[k]!]!;
      if (k > 0 && this.source[this.count - 1] === sources[ring]) continue;
      this.#starts[this.count] = k;
      this.source[this.count] = sources[ring]!;
      this.weight[this.count] = Math.abs(weights[ring]!);
      this.count++;
    }
    this.#starts[this.count] = size;
    this.#weights = weights;
    this.#ringOf = ringOf;
    const [x, y] = [cell.west + cell.width / 2, cell.south + cell.height / 2];
    for (let run = 0; run < this.count; run++) this.#look(run, x, y);
  }

  /** Whether a member has any part within the cell. */
  isWithin(k: number): boolean {
    return !Number.isNaN(this.#px[k]);
  }

  /** 1 where a member's part within the cell lies inside a polygon, -1 outside, 0 where it may touch the border. */
  sideOf(run: number, k: number): number {
    return this.#side(run, this.#px[k]!, this.#py[k]!, this.#qx[k]!, this.#qy[k]!);
  }

  /** Finds the part of a member within the cell or a lattice step beyond. */
  #clip(k: number, { west, south, width, height }: Cell): void {
    const { ax, ay, bx, by } = this.#edges;
    const edge = this.#members[k]!;
    const x = ax[edge]!;
    const y = ay[edge]!;
    const dx = bx[edge]! - x;
    const dy = by[edge]! - y;
    let from = 0;
    let to = 1;
    if (dx !== 0) {
      const [t0, t1] = [(west - 1 - x) / dx, (west + width + 1 - x) / dx];
      from = Math.max(from, Math.min(t0, t1));
      to = Math.min(to, Math.max(t0, t1));
    } else if (x < west - 1 || x > west + width + 1) to = -1;
    if (dy !== 0) {
      const [t0, t1] = [(south - 1 - y) / dy, (south + height + 1 - y) / dy];
      from = Math.max(from, Math.min(t0, t1));
      to = Math.min(to, Math.max(t0, t1));
    } else if (y < south - 1 || y > south + height + 1) to = -1;
    this.#length[k] = Math.sqrt(dx * dx + dy * dy);
    this.#px[k] = from > to ? NaN : x + from * dx;
    this.#py[k] = y + from * dy;
    this.#qx[k] = x + to * dx;
    this.#qy[k] = y + to * dy;
  }

  /** Finds what a border says about the middle of the cell. */
  #look(run: number, x: number, y: number): void {
    const [start, end] = [this.#starts[run]!, this.#starts[run + 1]!];
    let known = start;
    let longest = 0;
    let away = Infinity;
    for (let k = start; k < end; k++) {
      away = Math.min(away, this.#distance(k, x, y));
      const length = Math.abs(this.#qx[k]! - this.#px[k]!) + Math.abs(this.#qy[k]! - this.#py[k]!);
      if (length > longest) [longest, known] = [length, k];
    }
    this.#known[run] = known;
    const [gx, gy] = [(this.#px[known]! + this.#qx[known]!) / 2, (this.#py[known]! + this.#qy[known]!) / 2];
    let isShown = longest > LONG_ENOUGH;
    for (let k = start; k < end && isShown; k++) isShown = k === known || this.#distance(k, gx, gy) > APART;
    this.#left[run] = isShown ? Math.sign(this.#weights[this.#ringOf[this.#members[known]!]!]!) : 0;
    const side = away > APART ? this.#side(run, x, y, x, y) : 0;
    this.holdsMiddle[run] = side;
    this.score[run] = side * away;
  }

  /** How far a place lies from an edge. */
  #distance(k: number, x: number, y: number): number {
    const { ax, ay, bx, by } = this.#edges;
    const edge = this.#members[k]!;
    const [ux, uy] = [bx[edge]! - ax[edge]!, by[edge]! - ay[edge]!];
    const [wx, wy] = [x - ax[edge]!, y - ay[edge]!];
    const along = Math.min(1, Math.max(0, (wx * ux + wy * uy) / (ux * ux + uy * uy)));
    const [offX, offY] = [wx - along * ux, wy - along * uy];
    return Math.sqrt(offX * offX + offY * offY);
  }

  /** On which side of a border the line from p to q lies within the cell. */
  #side(run: number, px: number, py: number, qx: number, qy: number): number {
    const left = this.#left[run]!;
    if (left === 0) return 0;
    const { ax, ay, bx, by } = this.#edges;
    const [start, end, known] = [this.#starts[run]!, this.#starts[run + 1]!, this.#known[run]!];
    const [dx, dy] = [qx - px, qy - py];
    const beside = APART * (Math.abs(dx) + Math.abs(dy));
    for (let k = start; k < end; k++) {
      const edge = this.#members[k]!;
      const x = ax[edge]!;
      const y = ay[edge]!;
      const ux = bx[edge]! - x;
      const uy = by[edge]! - y;
      const near = APART * this.#length[k]!;
      const sideP = ux * (py - y) - uy * (px - x);
      const sideQ = ux * (qy - y) - uy * (qx - x);
      if (sideP > near ? sideQ > near : sideP < -near && sideQ < -near) {
        // An edge that crosses the cell alone parts it in two.
        if (end - start === 1) return sideP > 0 ? left : -left;
        continue;
      }
      const sideA = dx * (y - py) - dy * (x - px);
      const sideB = dx * (y + uy - py) - dy * (x + ux - px);
      if (!(sideA > beside ? sideB > beside : sideA < -beside && sideB < -beside)) return 0;
    }
    // The way from the middle of the line to the known edge: how often it crosses the border, and from which side it arrives.
    const [mx, my] = [px + dx / 2, py + dy / 2];
    const [wx, wy] = [(this.#px[known]! + this.#qx[known]!) / 2 - mx, (this.#py[known]! + this.#qy[known]!) / 2 - my];
    let side = left;
    for (let k = start; k < end; k++) {
      const edge = this.#members[k]!;
      const x = ax[edge]! - mx;
      const y = ay[edge]! - my;
      const ux = bx[edge]! - ax[edge]!;
      const uy = by[edge]! - ay[edge]!;
      const sideM = uy * x - ux * y;
      if (k === known) {
        const near = APART * this.#length[k]!;
        if (sideM < near && sideM > -near) return 0;
        if (sideM < 0) side = -side;
        continue;
      }
      if (wx * y - wy * x > 0 === wx * (by[edge]! - my) - wy * (bx[edge]! - mx) > 0) continue;
      const sideW = uy * (x - wx) - ux * (y - wy);
      if (sideM > 0 !== sideW > 0) side = -side;
    }
    return side;
  }
}
