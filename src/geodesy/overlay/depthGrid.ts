import type { Segments } from "./segments.ts";

/** A cell of more segments than this has a grid of its own, where that parts them. */
const CROWD = 200;
const DEEPEST = 8;

/**
 * A grid over segments that adapts to where they are: which meet each cell, and how often the middle of each cell is enclosed. Together they
 * tell how often any place is enclosed from the segments of one cell.
 */
export class DepthGrid {
  readonly #segments: Segments;
  readonly #columns: number;
  readonly #rows: number;
  readonly #west: number;
  readonly #south: number;
  readonly #width: number;
  readonly #height: number;
  readonly #starts: Int32Array;
  readonly #members: Int32Array;
  readonly #depth: Int32Array;
  readonly #children = new Map<number, DepthGrid>();

  /** The grid over all segments, beyond which nothing is enclosed. */
  static over(segments: Segments): DepthGrid {
    const { count, from, to, nodes } = segments;
    const { x, y } = nodes;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    const list = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      list[i] = i;
      const [ax, ay, bx, by] = [x[from[i]!]!, y[from[i]!]!, x[to[i]!]!, y[to[i]!]!];
      west = Math.min(west, ax, bx);
      east = Math.max(east, ax, bx);
      south = Math.min(south, ay, by);
      north = Math.max(north, ay, by);
    }
    // A margin keeps segments off the outer border, and its odd size keeps the middles of cells off round coordinates.
    const marginX = (east - west) * 1.234567e-4 + 1000.3;
    const marginY = (north - south) * 1.345678e-4 + 1000.7;
    return new DepthGrid(
      segments,
      list,
      west - marginX,
      south - marginY,
      east - west + 2.1 * marginX,
      north - south + 2.1 * marginY,
      undefined,
      0,
    );
  }

  private constructor(
    segments: Segments,
    list: Int32Array,
    west: number,
    south: number,
    wide: number,
    high: number,
    middleDepth: number | undefined,
    deep: number,
  ) {
    this.#segments = segments;
    const cells = Math.min(Math.max(list.length, 64), 4_000_000);
    // Odd numbers, so that a middle cell has the middle of the whole.
    const odd = (n: number) => 2 * Math.floor(n / 2) + 1;
    this.#columns = odd(Math.min(Math.max(Math.round(Math.sqrt((cells * wide) / high)), 1), cells));
    this.#rows = odd(Math.max(1, Math.round(cells / this.#columns)));
    [this.#west, this.#south] = [west, south];
    [this.#width, this.#height] = [wide / this.#columns, high / this.#rows];
    const size = this.#columns * this.#rows;
    this.#starts = new Int32Array(size + 1);
    this.#depth = new Int32Array(size);
    this.#members = this.#meetings(list);
    this.#findDepths(list, middleDepth, west + wide / 2, south + high / 2);
    for (let cell = 0; cell < size; cell++) {
      const count = this.#starts[cell + 1]! - this.#starts[cell]!;
      if (count <= CROWD || deep === DEEPEST || (this.#width < 64 && this.#height < 64)) continue;
      const child = new DepthGrid(
        segments,
        this.#members.subarray(this.#starts[cell]!, this.#starts[cell + 1]!),
        west + (cell % this.#columns) * this.#width,
        south + Math.floor(cell / this.#columns) * this.#height,
        this.#width,
        this.#height,
        this.#depth[cell]!,
        deep + 1,
      );
      // Segments that all but coincide are not parted by smaller cells.
      if (child.#crowding() < count ** 2 / 4) this.#children.set(cell, child);
    }
  }

  /** What it takes to compare the segments of each cell with each other. */
  #crowding(): number {
    let sum = 20 * this.#members.length;
    for (let cell = 0; cell < this.#depth.length; cell++) sum += (this.#starts[cell + 1]! - this.#starts[cell]!) ** 2;
    return sum;
  }

  /** Segments by cells, with a little to spare. */
  #meetings(list: Int32Array): Int32Array {
    const [columns, rows, width, height] = [this.#columns, this.#rows, this.#width, this.#height];
    const { from, to, nodes } = this.#segments;
    const { x, y } = nodes;
    let cells = new Int32Array(2 * list.length + 1024);
    let found = new Int32Array(cells.length);
    let size = 0;
    const spareX = 2 / width + 1e-7;
    const spareY = 2 / height + 1e-7;
    for (const segment of list) {
      const ax = (x[from[segment]!]! - this.#west) / width;
      const ay = (y[from[segment]!]! - this.#south) / height;
      const bx = (x[to[segment]!]! - this.#west) / width;
      const by = (y[to[segment]!]! - this.#south) / height;
      const low = Math.max(0, Math.floor(Math.min(ay, by) - spareY));
      const top = Math.min(rows - 1, Math.floor(Math.max(ay, by) + spareY));
      const slope = by === ay ? 0 : (bx - ax) / (by - ay);
      for (let row = low; row <= top; row++) {
        let left = Math.min(ax, bx);
        let right = Math.max(ax, bx);
        if (low !== top && slope !== 0) {
          // The part of the segment within this row.
          const atLow = ax + slope * (row - spareY - ay);
          const atTop = ax + slope * (row + 1 + spareY - ay);
          left = Math.max(left, Math.min(atLow, atTop));
          right = Math.min(right, Math.max(atLow, atTop));
        }
        const first = Math.max(0, Math.floor(left - spareX));
        const last = Math.min(columns - 1, Math.floor(right + spareX));
        if (last < first) continue;
        if (size + last - first >= cells.length) {
          const more = (old: Int32Array<ArrayBuffer>) => {
            const array = new Int32Array(2 * old.length + last - first);
            array.set(old);
            return array;
          };
          [cells, found] = [more(cells), more(found)];
        }
        for (let column = first; column <= last; column++) {
          cells[size] = row * columns + column;
          found[size++] = segment;
        }
      }
    }
    const starts = this.#starts;
    for (let i = 0; i < size; i++) starts[cells[i]! + 1]!++;
    for (let cell = 0; cell + 1 < starts.length; cell++) starts[cell + 1]! += starts[cell]!;
    const members = new Int32Array(size);
    const fill = starts.slice(0, -1);
    for (let i = 0; i < size; i++) members[fill[cells[i]!]!++] = found[i]!;
    return members;
  }

  /**
   * Depths at the middles of cells, by counting along each row what a line through the middles crosses; from the west, where nothing is
   * enclosed, or from the middle of the whole, whose depth is known.
   */
  #findDepths(list: Int32Array, middleDepth: number | undefined, midX: number, midY: number): void {
    const [columns, rows, width, height] = [this.#columns, this.#rows, this.#width, this.#height];
    const { from, to, weight, nodes } = this.#segments;
    const { x, y } = nodes;
    const depth = this.#depth;
    /** By rows: what changes from the west to the middle, and from the middle of the whole to that of the row. */
    const toMiddle = new Int32Array(rows);
    const upwards = new Int32Array(rows + 1);
    const middleRow = (rows - 1) / 2;
    for (const segment of list) {
      const w = weight[segment]!;
      if (w === 0) continue;
      const [ax, ay, bx, by] = [x[from[segment]!]!, y[from[segment]!]!, x[to[segment]!]!, y[to[segment]!]!];
      const low = Math.max(0, Math.floor((Math.min(ay, by) - this.#south) / height - 0.5));
      const top = Math.min(rows - 1, Math.ceil((Math.max(ay, by) - this.#south) / height - 0.5));
      for (let row = low; row <= top; row++) {
        const middle = this.#south + (row + 0.5) * height;
        const below = ay <= middle;
        if (below === by <= middle) continue;
        const across = ax + ((bx - ax) * (middle - ay)) / (by - ay);
        // Of a segment that goes down the region lies to the east.
        const change = below ? -w : w;
        if (across < midX) toMiddle[row]! += change;
        // The first cell whose middle lies east of the crossing.
        const column = Math.max(0, Math.floor((across - this.#west) / width + 0.5));
        if (column < columns) depth[row * columns + column]! += change;
      }
      if (middleDepth === undefined || ax <= midX === bx <= midX) continue;
      const across = ay + ((by - ay) * (midX - ax)) / (bx - ax);
      const change = ax <= midX ? w : -w;
      const row = (across - this.#south) / height - 0.5;
      // Rows beyond the crossing, seen from the middle.
      if (across > midY) {
        const first = Math.max(middleRow + 1, Math.floor(row) + 1);
        if (first < rows) upwards[first]! += change;
      } else {
        const last = Math.min(middleRow - 1, Math.ceil(row) - 1);
        if (last >= 0) {
          upwards[0]! -= change;
          upwards[last + 1]! += change;
        }
      }
    }
    let up = 0;
    for (let row = 0; row < rows; row++) {
      up += upwards[row]!;
      if (middleDepth !== undefined) depth[row * columns]! += middleDepth + up - toMiddle[row]!;
      for (let at = row * columns + 1; at < (row + 1) * columns; at++) depth[at]! += depth[at - 1]!;
    }
  }

  /** How often a place is enclosed. */
  depthAt(px: number, py: number): number {
    const column = Math.min(Math.max(Math.floor((px - this.#west) / this.#width), 0), this.#columns - 1);
    const row = Math.min(Math.max(Math.floor((py - this.#south) / this.#height), 0), this.#rows - 1);
    const cell = row * this.#columns + column;
    const child = this.#children.get(cell);
    if (child) return child.depthAt(px, py);
    const { from, to, weight, nodes } = this.#segments;
    const { x, y } = nodes;
    const midX = this.#west + (column + 0.5) * this.#width;
    const midY = this.#south + (row + 0.5) * this.#height;
    let depth = this.#depth[cell]!;
    // First along the row from the middle, then up or down to the place.
    for (let at = this.#starts[cell]!; at < this.#starts[cell + 1]!; at++) {
      const segment = this.#members[at]!;
      const [ax, ay, bx, by] = [x[from[segment]!]!, y[from[segment]!]!, x[to[segment]!]!, y[to[segment]!]!];
      const w = weight[segment]!;
      if (ay <= midY !== by <= midY) {
        const across = ax + ((bx - ax) * (midY - ay)) / (by - ay);
        if (across > midX !== across > px) depth += px > midX === by < ay ? w : -w;
      }
      if (ax <= px !== bx <= px) {
        const across = ay + ((by - ay) * (px - ax)) / (bx - ax);
        if (across > midY !== across > py) depth += py > midY === bx > ax ? w : -w;
      }
    }
    return depth;
  }

  /**
   * Marks in `open` the segments near which the depth may pass `level`. Segments of one source enclose no place more often than the greatest
   * of their weights says.
   */
  markOpen(level: number, open: Uint8Array): void {
    const { source, weight } = this.#segments;
    for (let cell = 0; cell < this.#depth.length; cell++) {
      const [from, to] = [this.#starts[cell]!, this.#starts[cell + 1]!];
      if (from === to) continue;
      const child = this.#children.get(cell);
      if (child) {
        child.markOpen(level, open);
        continue;
      }
      let swing = 0;
      let previous = -1;
      let most = 0;
      for (let at = from; at < to; at++) {
        const segment = this.#members[at]!;
        // Segments come in the order of their sources, so that those of one source stand together.
        if (source[segment] !== previous) {
          previous = source[segment]!;
          swing += most;
          most = 0;
        }
        most = Math.max(most, Math.abs(weight[segment]!));
      }
      swing += most;
      if (this.#depth[cell]! - swing >= level || this.#depth[cell]! + swing < level) continue;
      for (let at = from; at < to; at++) open[this.#members[at]!] = 1;
    }
  }
}
