import { cellAt, type EdgeGrid } from "./edgeGrid.ts";
import { BORDER, type EdgeList } from "./edgeList.ts";
import type { NodeTable } from "./nodeTable.ts";

/** Closer than this, in degrees, two places are one: a hundredth of a millimetre. */
export const TOUCH = 1e-10;

/** For each edge that is split: places along it (0 to 1) and the nodes there. */
export type Splits = Map<number, { share: number; node: number }[]>;

/** Finds where border edges cross or touch in the open cells. */
export function findSplits(edges: EdgeList, grid: EdgeGrid, open: Uint8Array, nodes: NodeTable): Splits {
  const { x0, y0, x1, y1, kind } = edges;
  const { starts, members } = grid;
  const splits: Splits = new Map();
  const split = (edge: number, share: number, node: number) => {
    const list = splits.get(edge);
    if (list) list.push({ share, node });
    else splits.set(edge, [{ share, node }]);
  };
  for (let cell = 0; cell < open.length; cell++) {
    if (!open[cell]) continue;
    const [from, to] = [starts[cell]!, starts[cell + 1]!];
    for (let at = from; at < to; at++) {
      const a = members[at]!;
      if (kind[a] !== BORDER) continue;
      const [ax, ay] = [x0[a]!, y0[a]!];
      const ux = x1[a]! - ax;
      const uy = y1[a]! - ay;
      const west = Math.min(ax, x1[a]!) - TOUCH;
      const east = Math.max(ax, x1[a]!) + TOUCH;
      const south = Math.min(ay, y1[a]!) - TOUCH;
      const north = Math.max(ay, y1[a]!) + TOUCH;
      for (let other = at + 1; other < to; other++) {
        const b = members[other]!;
        if (kind[b] !== BORDER) continue;
        const bx = x0[b]!;
        const cx = x1[b]!;
        if ((bx < west && cx < west) || (bx > east && cx > east)) continue;
        const by = y0[b]!;
        const cy = y1[b]!;
        if ((by < south && cy < south) || (by > north && cy > north)) continue;
        const vx = cx - bx;
        const vy = cy - by;
        const wx = bx - ax;
        const wy = by - ay;
        // Signed distances of b's ends from a's line and of a's ends from b's, times the lengths of a and b.
        const fromB0 = ux * wy - uy * wx;
        const fromB1 = fromB0 + ux * vy - uy * vx;
        const fromA0 = wx * vy - wy * vx;
        const fromA1 = fromA0 - ux * vy + uy * vx;
        const nearA = TOUCH * (Math.abs(ux) + Math.abs(uy));
        const nearB = TOUCH * (Math.abs(vx) + Math.abs(vy));
        const touches =
          Math.abs(fromB0) <= nearA ||
          Math.abs(fromB1) <= nearA ||
          Math.abs(fromA0) <= nearB ||
          Math.abs(fromA1) <= nearB;
        if (!touches) {
          if (fromB0 > 0 === fromB1 > 0 || fromA0 > 0 === fromA1 > 0) continue;
          const shareA = fromA0 / (fromA0 - fromA1);
          const shareB = fromB0 / (fromB0 - fromB1);
          const x = ax + shareA * ux;
          const y = ay + shareA * uy;
          // A crossing belongs to one cell, however many cells both edges meet.
          if (cellAt(grid, x, y) !== cell) continue;
          const node = nodes.crossing(x, y, a, b);
          split(a, shareA, node);
          split(b, shareB, node);
          continue;
        }
        const alongA = (x: number, y: number) => ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy);
        const alongB = (x: number, y: number) => ((x - bx) * vx + (y - by) * vy) / (vx * vx + vy * vy);
        const inside = (share: number) => share > 0 && share < 1;
        let joined = false;
        if (Math.abs(fromB0) <= nearA && inside(alongA(bx, by)))
          [joined] = [true, split(a, alongA(bx, by), nodes.at(bx, by))];
        if (Math.abs(fromB1) <= nearA && inside(alongA(cx, cy)))
          [joined] = [true, split(a, alongA(cx, cy), nodes.at(cx, cy))];
        if (Math.abs(fromA0) <= nearB && inside(alongB(ax, ay)))
          [joined] = [true, split(b, alongB(ax, ay), nodes.at(ax, ay))];
        if (Math.abs(fromA1) <= nearB && inside(alongB(x1[a]!, y1[a]!)))
          [joined] = [true, split(b, alongB(x1[a]!, y1[a]!), nodes.at(x1[a]!, y1[a]!))];
        if (joined || fromB0 > 0 === fromB1 > 0 || fromA0 > 0 === fromA1 > 0 || fromA0 === fromA1) continue;
        // They cross properly although an end lies close to the other's line.
        const shareA = fromA0 / (fromA0 - fromA1);
        const shareB = fromB0 / (fromB0 - fromB1);
        if (!inside(shareA) || !inside(shareB)) continue;
        const node = nodes.crossing(ax + shareA * ux, ay + shareA * uy, a, b);
        split(a, shareA, node);
        split(b, shareB, node);
      }
    }
  }
  return splits;
}
