/** Edges in parallel arrays: edge `i` runs from (ax, ay) to (bx, by), in lattice steps. */
export interface Edges {
  ax: Float64Array;
  ay: Float64Array;
  bx: Float64Array;
  by: Float64Array;
}

/** A grid of equal cells, its south-western corner and the size of a cell in lattice steps. */
export interface Grid {
  west: number;
  south: number;
  width: number;
  height: number;
  columns: number;
  rows: number;
}

/** Pairs of a cell and an edge that meets it, edges in the order in which they were given. */
export interface CellEntries {
  size: number;
  cells: Int32Array;
  edges: Int32Array;
}

/**
 * The cells that each edge of a list meets, and those that it passes within two lattice steps.
 *
 * @param list numbers of edges, or all edges that are on a ring
 */
export function cellEntries(
  { ax, ay, bx, by }: Edges,
  list: Int32Array | { ringOf: Int32Array },
  grid: Grid,
): CellEntries {
  const { west, south, columns, rows } = grid;
  const [perWidth, perHeight] = [1 / grid.width, 1 / grid.height];
  const [numbers, ringOf] = list instanceof Int32Array ? [list, undefined] : [undefined, list.ringOf];
  const given = (numbers ?? ringOf!).length;
  let cells = new Int32Array(1.5 * given + 1024);
  let edges = new Int32Array(cells.length);
  let size = 0;
  const spareX = 2 * perWidth + 1e-7;
  const spareY = 2 * perHeight + 1e-7;
  for (let at = 0; at < given; at++) {
    const edge = numbers ? numbers[at]! : at;
    if (ringOf && ringOf[edge]! < 0) continue;
    const x0 = (ax[edge]! - west) * perWidth;
    const y0 = (ay[edge]! - south) * perHeight;
    const x1 = (bx[edge]! - west) * perWidth;
    const y1 = (by[edge]! - south) * perHeight;
    const low = Math.max(0, Math.floor((y0 < y1 ? y0 : y1) - spareY));
    const top = Math.min(rows - 1, Math.floor((y0 < y1 ? y1 : y0) + spareY));
    const slope = low === top || y1 === y0 ? 0 : (x1 - x0) / (y1 - y0);
    for (let row = low; row <= top; row++) {
      let left = x0 < x1 ? x0 : x1;
      let right = x0 < x1 ? x1 : x0;
      if (slope !== 0) {
        // The part of the edge within this row.
        const atLow = x0 + slope * (row - spareY - y0);
        const atTop = x0 + slope * (row + 1 + spareY - y0);
        left = Math.max(left, Math.min(atLow, atTop));
        right = Math.min(right, Math.max(atLow, atTop));
      }
      const first = Math.max(0, Math.floor(left - spareX));
      const last = Math.min(columns - 1, Math.floor(right + spareX));
      if (last >= first && size + last - first >= cells.length) {
        cells = enlarged(cells, last - first);
        edges = enlarged(edges, last - first);
      }
      for (let column = first; column <= last; column++) {
        cells[size] = row * columns + column;
        edges[size++] = edge;
      }
    }
  }
  return { size, cells, edges };
}

function enlarged(old: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> {
  const array = new Int32Array(2 * old.length + more);
  array.set(old);
  return array;
}

/**
 * Edges sorted by cells, in their order within each.
 *
 * @param starts by cells, and one more: how many entries the cell has; where its edges start afterwards. Entries of cells with none are left out
 */
export function edgesByCell({ size, cells, edges }: CellEntries, starts: Int32Array): Int32Array {
  let total = 0;
  const fill = new Int32Array(starts.length);
  for (let cell = 0; cell < starts.length; cell++) {
    const count = starts[cell]!;
    starts[cell] = total;
    fill[cell] = count === 0 ? -1 : total;
    total += count;
  }
  const members = new Int32Array(total);
  for (let i = 0; i < size; i++) {
    const cell = cells[i]!;
    if (fill[cell]! >= 0) members[fill[cell]!++] = edges[i]!;
  }
  return members;
}
