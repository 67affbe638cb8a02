import type { EdgeList } from "./edgeList.ts";

/**
 * A uniform grid over the edges: which edges meet each cell, and how often the point in the middle of each cell is enclosed. Together they
 * give the depth anywhere by looking at one cell's edges only.
 */
export interface EdgeGrid {
  readonly columns: number;
  readonly rows: number;
  /** Edges of cell c: `members` from `starts[c]` to `starts[c + 1]`. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** Depth at the middle of each cell. */
  readonly depth: Int32Array;
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
}

/** Cells are made as many as there are edges, so that a cell meets few of them. */
export function buildGrid(edges: EdgeList): EdgeGrid {
  const { count, x0, y0, x1, y1 } = edges;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    west = Math.min(west, x0[i]!);
    east = Math.max(east, x0[i]!);
    south = Math.min(south, y0[i]!);
    north = Math.max(north, y0[i]!);
    west = Math.min(west, x1[i]!);
    east = Math.max(east, x1[i]!);
    south = Math.min(south, y1[i]!);
    north = Math.max(north, y1[i]!);
  }
  // A margin keeps edges off the outer border, and odd numbers keep cell middles off round coordinates.
  const marginX = (east - west) * 1.234567e-4 + 1e-6;
  const marginY = (north - south) * 1.345678e-4 + 1e-6;
  west -= marginX;
  east += marginX * 1.1;
  south -= marginY;
  north += marginY * 1.1;
  const cells = Math.min(Math.max(count, 64), 4_000_000);
  const columns = Math.min(Math.max(Math.round(Math.sqrt((cells * (east - west)) / (north - south))), 1), cells);
  const rows = Math.max(1, Math.round(cells / columns));
  const width = (east - west) / columns;
  const height = (north - south) / rows;

  const frame = { columns, rows, west, south, width, height };
  const { cell, edge, size } = meetings(edges, frame);
  const starts = new Int32Array(columns * rows + 1);
  for (let i = 0; i < size; i++) starts[cell[i]! + 1]!++;
  for (let c = 0; c < columns * rows; c++) starts[c + 1]! += starts[c]!;
  const members = new Int32Array(size);
  const fill = starts.slice(0, columns * rows);
  for (let i = 0; i < size; i++) members[fill[cell[i]!]!++] = edge[i]!;
  return { ...frame, starts, members, depth: depths(edges, frame) };
}

type Frame = Pick<EdgeGrid, "columns" | "rows" | "west" | "south" | "width" | "height">;

/** Which edge meets which cell, with a little to spare. */
function meetings(
  edges: EdgeList,
  { columns, rows, west, south, width, height }: Frame,
): { cell: Int32Array; edge: Int32Array; size: number } {
  const { count, x0, y0, x1, y1 } = edges;
  const spare = 1e-7;
  let cell = new Int32Array(2 * count + 1024);
  let edge = new Int32Array(cell.length);
  let size = 0;
  for (let i = 0; i < count; i++) {
    const ax = (x0[i]! - west) / width;
    const ay = (y0[i]! - south) / height;
    const bx = (x1[i]! - west) / width;
    const by = (y1[i]! - south) / height;
    const low = Math.max(0, Math.floor(Math.min(ay, by) - spare));
    const high = Math.min(rows - 1, Math.floor(Math.max(ay, by) + spare));
    const slope = by === ay ? 0 : (bx - ax) / (by - ay);
    for (let row = low; row <= high; row++) {
      let left = Math.min(ax, bx);
      let right = Math.max(ax, bx);
      if (low !== high && slope !== 0) {
        // The part of the edge within this row.
        const atLow = ax + slope * (row - spare - ay);
        const atHigh = ax + slope * (row + 1 + spare - ay);
        left = Math.max(left, Math.min(atLow, atHigh));
        right = Math.min(right, Math.max(atLow, atHigh));
      }
      const first = Math.max(0, Math.floor(left - spare));
      const last = Math.min(columns - 1, Math.floor(right + spare));
      if (size + last - first >= cell.length) {
        const [moreCells, moreEdges] = [
          new Int32Array(2 * cell.length + last - first),
          new Int32Array(2 * cell.length + last - first),
        ];
        moreCells.set(cell);
        moreEdges.set(edge);
        [cell, edge] = [moreCells, moreEdges];
      }
      for (let column = first; column <= last; column++) {
        cell[size] = row * columns + column;
        edge[size++] = i;
      }
    }
  }
  return { cell, edge, size };
}

/** Depth at the cell middles, by counting along each row which edges a line through the middles crosses. */
function depths(edges: EdgeList, { columns, rows, west, south, width, height }: Frame): Int32Array {
  const { count, x0, y0, x1, y1 } = edges;
  const depth = new Int32Array(columns * rows);
  for (let i = 0; i < count; i++) {
    const ay = (y0[i]! - south) / height - 0.5;
    const by = (y1[i]! - south) / height - 0.5;
    const low = Math.max(0, Math.floor(Math.min(ay, by)));
    const high = Math.min(rows - 1, Math.ceil(Math.max(ay, by)));
    for (let row = low; row <= high; row++) {
      const middle = south + (row + 0.5) * height;
      const below = y0[i]! <= middle;
      if (below === y1[i]! <= middle) continue;
      const x = x0[i]! + ((x1[i]! - x0[i]!) * (middle - y0[i]!)) / (y1[i]! - y0[i]!);
      // The first cell whose middle lies east of the crossing; an edge going down has its region to the east.
      const column = Math.max(0, Math.floor((x - west) / width + 0.5));
      if (column < columns) depth[row * columns + column]! += below ? -1 : 1;
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let at = row * columns + 1; at < (row + 1) * columns; at++) depth[at]! += depth[at - 1]!;
  }
  return depth;
}

/** The cell that holds a point. */
export function cellAt({ columns, rows, west, south, width, height }: EdgeGrid, x: number, y: number): number {
  const column = Math.min(Math.max(Math.floor((x - west) / width), 0), columns - 1);
  const row = Math.min(Math.max(Math.floor((y - south) / height), 0), rows - 1);
  return row * columns + column;
}

/**
 * Depth beside a point of the edges in `skip`, on the side where two legs from the middle of the point's cell arrive: the second leg runs
 * across the edge's own direction, horizontally where the edge is steep.
 */
export function depthBeside(
  edges: EdgeList,
  grid: EdgeGrid,
  cell: number,
  x: number,
  y: number,
  steep: boolean,
  skip: readonly number[],
): number {
  const { x0, y0, x1, y1 } = edges;
  const { columns, west, south, width, height, starts, members } = grid;
  const midX = west + ((cell % columns) + 0.5) * width;
  const midY = south + (Math.floor(cell / columns) + 0.5) * height;
  // Legs: horizontally at legY from midX to x, vertically at legX from midY to y.
  const legY = steep ? y : midY;
  const legX = steep ? midX : x;
  let depth = grid.depth[cell]!;
  for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
    const edge = members[at]!;
    const [ax, ay, bx, by] = [x0[edge]!, y0[edge]!, x1[edge]!, y1[edge]!];
    // Edges to be left out count on the first leg like any other; the second leg ends on them.
    if (ay <= legY !== by <= legY && !(steep && skip.includes(edge))) {
      const crossing = ax + ((bx - ax) * (legY - ay)) / (by - ay);
      if (crossing > midX !== crossing > x) depth += x > midX === by < ay ? 1 : -1;
    }
    if (ax <= legX !== bx <= legX && (steep || !skip.includes(edge))) {
      const crossing = ay + ((by - ay) * (legX - ax)) / (bx - ax);
      if (crossing > midY !== crossing > y) depth += y > midY === bx > ax ? 1 : -1;
    }
  }
  return depth;
}
