import { boundDepths, type DepthBounds } from "./depthBounds.ts";
import { cellEntries, edgesByCell, type Edges, type Grid } from "./edgeCells.ts";
import type { Outlines } from "./outlines.ts";

/** Edges to a cell of the grid over everything: coarse, because most cells there are either deep inside or empty. */
const EDGES_PER_CELL = 32;
/** A cell of more edges than this has a grid of its own, where that parts them. */
const CROWD = 64;
const EDGES_PER_INNER_CELL = 8;
const DEEPEST = 10;

/**
 * How often each place is enclosed by outlines, for asking where that passes from below a level to the level. A grid adapts to where the edges
 * are: a cell knows how often its middle is enclosed and by how many polygons' borders it is crossed, and where these leave open on which side
 * of a level the cell lies, it keeps its edges or has a finer grid.
 */
export class DepthGrid implements DepthBounds {
  readonly outlines: Outlines;
  readonly edges: Edges;
  readonly ringOf: Int32Array;
  readonly fromLevel: number;
  readonly toLevel: number;
  readonly low: Int16Array | Int32Array;
  readonly high: Int16Array | Int32Array;
  readonly #whole: Cells | undefined;

  /** For questions about levels between two, both included. */
  constructor(outlines: Outlines, fromLevel: number, toLevel: number) {
    const { x, y, count, starts, ends } = outlines;
    this.outlines = outlines;
    this.edges = { ax: x, ay: y, bx: x.subarray(1), by: y.subarray(1) };
    [this.fromLevel, this.toLevel] = [fromLevel, toLevel];
    this.ringOf = new Int32Array(count);
    const Depths = toLevel < 2 ** 14 ? Int16Array : Int32Array;
    this.low = new Depths(count).fill(toLevel);
    this.high = new Depths(count).fill(fromLevel - 1);
    if (count === 0) return;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      const px = x[i]!;
      const py = y[i]!;
      if (px < west) west = px;
      if (px > east) east = px;
      if (py < south) south = py;
      if (py > north) north = py;
    }
    for (let ring = 0; ring < starts.length; ring++) {
      const end = ends[ring]! - 1;
      this.ringOf.fill(ring, starts[ring], end);
      this.ringOf[end] = -1;
    }
    // A margin keeps edges off the outer border, and its odd size keeps the middles of cells off round coordinates.
    const marginX = (east - west) * 1.234567e-4 + 1000.3;
    const marginY = (north - south) * 1.345678e-4 + 1000.7;
    const [wide, high] = [east - west + 2.1 * marginX, north - south + 2.1 * marginY];
    const grid = gridOver(west - marginX, south - marginY, wide, high, count / EDGES_PER_CELL);
    this.#whole = new Cells(this, undefined, grid, undefined, 0);
    this.#whole.settle();
  }

  /** Whether the depth beside an edge may pass from below a level to the level. */
  isNear(edge: number, level: number): boolean {
    return this.low[edge]! < level && this.high[edge]! >= level;
  }

  /** How often a place is enclosed; where no edge is near any of the levels, a number on the same side of all of them. */
  depthAt(px: number, py: number): number {
    return this.#whole?.depthAt(px, py) ?? 0;
  }
}

/** Nearly square cells, some number of them, an odd number each way so that a middle cell has the middle of the whole. */
function gridOver(west: number, south: number, wide: number, high: number, about: number): Grid {
  const cells = Math.min(Math.max(Math.round(about), 9), 4_000_000);
  const odd = (n: number) => 2 * Math.floor(n / 2) + 1;
  const columns = odd(Math.min(Math.max(Math.round(Math.sqrt((cells * wide) / high)), 1), cells));
  const rows = odd(Math.max(1, Math.round(cells / columns)));
  return { west, south, width: wide / columns, height: high / rows, columns, rows };
}

/** One grid: the whole, or that of a crowded cell. */
class Cells {
  readonly #bounds: DepthBounds;
  readonly #grid: Grid;
  readonly #deep: number;
  readonly #starts: Int32Array;
  readonly #members: Int32Array;
  /** At the middles of cells. */
  readonly #depth: Int32Array;
  readonly #children = new Map<number, Cells>();

  /** @param list the edges; all unless given */
  constructor(
    bounds: DepthBounds,
    list: Int32Array | undefined,
    grid: Grid,
    middleDepth: number | undefined,
    deep: number,
  ) {
    this.#bounds = bounds;
    this.#grid = grid;
    this.#deep = deep;
    const size = grid.columns * grid.rows;
    const starts = new Int32Array(size + 1);
    const depth = middleDepths(bounds, list, grid, middleDepth);
    /** By cells: how many polygons have a border there, each as often as it comes. */
    const swing = new Int32Array(size);
    const { ringOf, fromLevel, toLevel } = bounds;
    const entries = cellEntries(bounds.edges, list ?? { ringOf }, grid);
    const { weights, sources } = bounds.outlines;
    const lastSource = new Int32Array(size).fill(-1);
    const { cells, edges } = entries;
    for (let i = 0; i < entries.size; i++) {
      const cell = cells[i]!;
      const ring = ringOf[edges[i]!]!;
      starts[cell]!++;
      if (lastSource[cell] === sources[ring]) continue;
      lastSource[cell] = sources[ring]!;
      swing[cell]! += Math.abs(weights[ring]!);
    }
    for (let cell = 0; cell < size; cell++) {
      // Wholly at the highest level or wholly below the lowest.
      if (depth[cell]! - swing[cell]! >= toLevel || depth[cell]! + swing[cell]! < fromLevel) starts[cell] = 0;
    }
    this.#starts = starts;
    this.#depth = depth;
    this.#members = edgesByCell(entries, starts);
  }

  /** Bounds the depths beside the edges of each cell, in finer grids where they part a crowd. */
  settle(): void {
    const { columns, width, height, west, south } = this.#grid;
    for (let cell = 0; cell < this.#depth.length; cell++) {
      const members = this.#members.subarray(this.#starts[cell], this.#starts[cell + 1]);
      const count = members.length;
      if (count === 0) continue;
      const [x, y] = [west + (cell % columns) * width, south + Math.floor(cell / columns) * height];
      if (count > CROWD && this.#deep < DEEPEST && (width > 64 || height > 64)) {
        const grid = gridOver(x, y, width, height, count / EDGES_PER_INNER_CELL);
        const child = new Cells(this.#bounds, members, grid, this.#depth[cell]!, this.#deep + 1);
        // Edges that all but coincide are not parted by smaller cells.
        if (child.#crowding() < count ** 2 / 4) {
          this.#children.set(cell, child);
          child.settle();
          continue;
        }
      }
      boundDepths(this.#bounds, members, { west: x, south: y, width, height }, this.#depth[cell]!);
    }
  }

  /** What it takes to compare the edges of each cell with each other. */
  #crowding(): number {
    let sum = 10 * this.#members.length;
    for (let cell = 0; cell < this.#depth.length; cell++) sum += (this.#starts[cell + 1]! - this.#starts[cell]!) ** 2;
    return sum;
  }

  depthAt(px: number, py: number): number {
    const { columns, rows, width, height, west, south } = this.#grid;
    const column = Math.min(Math.max(Math.floor((px - west) / width), 0), columns - 1);
    const row = Math.min(Math.max(Math.floor((py - south) / height), 0), rows - 1);
    const cell = row * columns + column;
    const child = this.#children.get(cell);
    if (child) return child.depthAt(px, py);
    const { edges, ringOf } = this.#bounds;
    const { ax, ay, bx, by } = edges;
    const { weights } = this.#bounds.outlines;
    const midX = west + (column + 0.5) * width;
    const midY = south + (row + 0.5) * height;
    let depth = this.#depth[cell]!;
    // First along the row from the middle, then up or down to the place.
    for (let at = this.#starts[cell]!; at < this.#starts[cell + 1]!; at++) {
      const edge = this.#members[at]!;
      const x0 = ax[edge]!;
      const y0 = ay[edge]!;
      const x1 = bx[edge]!;
      const y1 = by[edge]!;
      const weight = weights[ringOf[edge]!]!;
      if (y0 <= midY !== y1 <= midY) {
        const across = x0 + ((x1 - x0) * (midY - y0)) / (y1 - y0);
        if (across > midX !== across > px) depth += px > midX === y1 < y0 ? weight : -weight;
      }
      if (x0 <= px !== x1 <= px) {
        const across = y0 + ((y1 - y0) * (px - x0)) / (x1 - x0);
        if (across > midY !== across > py) depth += py > midY === x1 > x0 ? weight : -weight;
      }
    }
    return depth;
  }
}

/**
 * Depths at the middles of cells, by counting along each row what a line through the middles crosses: from the west, where nothing is
 * enclosed, or from the middle of the whole, whose depth is known.
 */
function middleDepths(
  { outlines, edges, ringOf }: DepthBounds,
  list: Int32Array | undefined,
  { columns, rows, width, height, west, south }: Grid,
  middleDepth: number | undefined,
): Int32Array {
  const { ax, ay, bx, by } = edges;
  const { weights } = outlines;
  const depth = new Int32Array(columns * rows);
  const midX = west + (columns * width) / 2;
  const midY = south + (rows * height) / 2;
  /** By rows: what changes from the west to the middle, and from the middle of the whole to that of the row. */
  const toMiddle = new Int32Array(rows);
  const upwards = new Int32Array(rows + 1);
  const middleRow = (rows - 1) / 2;
  const size = list ? list.length : ringOf.length;
  for (let at = 0; at < size; at++) {
    const edge = list ? list[at]! : at;
    if (ringOf[edge]! < 0) continue;
    const x0 = ax[edge]!;
    const y0 = ay[edge]!;
    const x1 = bx[edge]!;
    const y1 = by[edge]!;
    const low = Math.max(0, Math.floor(((y0 < y1 ? y0 : y1) - south) / height - 0.5));
    const top = Math.min(rows - 1, Math.ceil(((y0 < y1 ? y1 : y0) - south) / height - 0.5));
    for (let row = low; row <= top; row++) {
      const middle = south + (row + 0.5) * height;
      const isBelow = y0 <= middle;
      if (isBelow === y1 <= middle) continue;
      const across = x0 + ((x1 - x0) * (middle - y0)) / (y1 - y0);
      const weight = weights[ringOf[edge]!]!;
      // Of an edge that goes down the region lies to the east.
      const change = isBelow ? -weight : weight;
      if (across < midX) toMiddle[row]! += change;
      // The first cell whose middle lies east of the crossing.
      const column = Math.max(0, Math.floor((across - west) / width + 0.5));
      if (column < columns) depth[row * columns + column]! += change;
    }
    if (middleDepth === undefined || x0 <= midX === x1 <= midX) continue;
    const across = y0 + ((y1 - y0) * (midX - x0)) / (x1 - x0);
    const weight = weights[ringOf[edge]!]!;
    const change = x0 <= midX ? weight : -weight;
    const row = (across - south) / height - 0.5;
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
  return depth;
}
