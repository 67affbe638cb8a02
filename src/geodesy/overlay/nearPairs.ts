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
    let cell = new Int32Array(3 * list.length + 64);
    let member = new Int32Array(cell.length);
    let size = 0;
    const [spareX, spareY] = [0.5 / width + 1e-9, 0.5 / height + 1e-9];
    for (let i = 0; i < list.length; i++) {
      const segment = list[i]!;
      const ax = (x[from[segment]!]! - west) / width;
      const ay = (y[from[segment]!]! - south) / height;
      const bx = (x[to[segment]!]! - west) / width;
      const by = (y[to[segment]!]! - south) / height;
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
        if (size + last - first >= cell.length) {
          const more = (old: Int32Array) => {
            const array = new Int32Array(2 * old.length + last - first);
            array.set(old);
            return array;
          };
          [cell, member] = [more(cell), more(member)];
        }
        for (let column = first; column <= last; column++) {
          cell[size] = row * columns + column;
          member[size++] = segment;
        }
      }
    }
    const starts = new Int32Array(columns * rows + 1);
    for (let i = 0; i < size; i++) starts[cell[i]! + 1]!++;
    for (let c = 0; c < columns * rows; c++) starts[c + 1]! += starts[c]!;
    // A finer grid helps only where it leaves far fewer pairs.
    let pairs = 0;
    for (let c = 0; c < columns * rows; c++) pairs += (starts[c + 1]! - starts[c]!) ** 2;
    if (deep > 0 && 2 * pairs + 20 * size > list.length ** 2) {
      all(list);
      return;
    }
    const members = new Int32Array(size);
    const fill = starts.slice(0, columns * rows);
    for (let i = 0; i < size; i++) members[fill[cell[i]!]!++] = member[i]!;
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
      const [column, row] = [c % columns, Math.floor(c / columns)];
      inside(
        here,
        west + column * width,
        south + row * height,
        west + (column + 1) * width,
        south + (row + 1) * height,
        deep + 1,
      );
    }
  };

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
  if (count > 1) inside(list, west - 1, south - 1, east + 1, north + 1, 0);
}
