import { cellEntries, edgesByCell, type Edges } from "./edgeCells.ts";
import type { Segments } from "./segments.ts";

/** A cell of no more segments than this compares each with each. */
const FEW = 120;
/** Cells within cells within cells: beyond this depth the segments of a cell truly lie on each other. */
const DEEPEST = 12;

/**
 * Calls `visit` with each pair of segments that come within half a lattice step of each other, of which at least one is marked in `fresh`;
 * some pairs that lie farther apart and some repetitions come too. The grid adapts to where the segments are: a crowded cell has a grid of its
 * own.
 */
export function nearPairs(segments: Segments, fresh: Uint8Array, visit: (a: number, b: number) => void): void {
  const { count, from, to, nodes } = segments;
  const { x, y } = nodes;
  const column = () => new Float64Array(count);
  const edges: Edges = { ax: column(), ay: column(), bx: column(), by: column() };

  /** Compares each with each. In plain variables: this is where the time goes. */
  const all = (list: Int32Array) => {
    const size = list.length;
    for (let i = 0; i + 1 < size; i++) {
      const a = list[i]!;
      const ax = x[from[a]!]!;
      const ay = y[from[a]!]!;
      const ux = x[to[a]!]! - ax;
      const uy = y[to[a]!]! - ay;
      const west = (ux < 0 ? ax + ux : ax) - 0.5;
      const east = (ux < 0 ? ax : ax + ux) + 0.5;
      const south = (uy < 0 ? ay + uy : ay) - 0.5;
      const north = (uy < 0 ? ay : ay + uy) + 0.5;
      const near = 0.5 * (Math.abs(ux) + Math.abs(uy));
      const freshA = fresh[a]!;
      for (let j = i + 1; j < size; j++) {
        const b = list[j]!;
        if (freshA === 0 && fresh[b] === 0) continue;
        const f = from[b]!;
        const t = to[b]!;
        const cx = x[f]!;
        const dx = x[t]!;
        if ((cx < west && dx < west) || (cx > east && dx > east)) continue;
        const cy = y[f]!;
        const dy = y[t]!;
        if ((cy < south && dy < south) || (cy > north && dy > north)) continue;
        // How far b's ends lie to the left of a, times a's length.
        const side0 = ux * (cy - ay) - uy * (cx - ax);
        const side1 = ux * (dy - ay) - uy * (dx - ax);
        if ((side0 > near && side1 > near) || (side0 < -near && side1 < -near)) continue;
        visit(a, b);
      }
    }
  };

  const inside = (list: Int32Array, west: number, south: number, east: number, north: number, deep: number) => {
    if (list.length <= FEW || deep > DEEPEST) {
      all(list);
      return;
    }
    // As many cells as segments, and square ones.
    const [wide, high] = [Math.max(east - west, 1), Math.max(north - south, 1)];
    const cells = Math.min(list.length, 4_000_000);
    const columns = Math.min(Math.max(Math.round(Math.sqrt((cells * wide) / high)), 1), cells);
    const rows = Math.max(1, Math.round(cells / columns));
    const [width, height] = [wide / columns, high / rows];
    const entries = cellEntries(edges, list, { west, south, width, height, columns, rows });
    const starts = new Int32Array(columns * rows + 1);
    for (let i = 0; i < entries.size; i++) starts[entries.cells[i]!]!++;
    // A finer grid helps only where it leaves far fewer pairs.
    let pairs = 0;
    for (let c = 0; c < columns * rows; c++) pairs += starts[c]! ** 2;
    if (deep > 0 && 2 * pairs + 20 * entries.size > list.length ** 2) {
      all(list);
      return;
    }
    const members = edgesByCell(entries, starts);
    for (let c = 0; c < columns * rows; c++) {
      const here = members.subarray(starts[c]!, starts[c + 1]!);
      if (here.length < 2) continue;
      let any = false;
      for (let i = 0; i < here.length && !any; i++) any = fresh[here[i]!] === 1;
      if (!any) continue;
      if (here.length <= FEW || (width < 2 && height < 2)) {
        all(here);
        continue;
      }
      const [left, low] = [west + (c % columns) * width, south + Math.floor(c / columns) * height];
      inside(here, left, low, left + width, low + height, deep + 1);
    }
  };

  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  const list = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    list[i] = i;
    const [ax, ay, bx, by] = [x[from[i]!]!, y[from[i]!]!, x[to[i]!]!, y[to[i]!]!];
    [edges.ax[i], edges.ay[i], edges.bx[i], edges.by[i]] = [ax, ay, bx, by];
    west = Math.min(west, ax, bx);
    east = Math.max(east, ax, bx);
    south = Math.min(south, ay, by);
    north = Math.max(north, ay, by);
  }
  if (count > 1) inside(list, west - 1, south - 1, east + 1, north + 1, 0);
}
