import { buildGrid } from "./edgeGrid.ts";
import type { EdgeList } from "./edgeList.ts";

/** Pairs of edges that properly cross: both have the other's ends on either side. A pair that meets in several cells comes several times. */
export function* edgeCrossings(edges: EdgeList): Generator<[number, number]> {
  const { x0, y0, x1, y1 } = edges;
  const { starts, members, columns, rows } = buildGrid(edges);
  for (let cell = 0; cell < columns * rows; cell++) {
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
      const a = members[at]!;
      const [ax, ay, ux, uy] = [x0[a]!, y0[a]!, x1[a]! - x0[a]!, y1[a]! - y0[a]!];
      for (let other = at + 1; other < starts[cell + 1]!; other++) {
        const b = members[other]!;
        const side0 = ux * (y0[b]! - ay) - uy * (x0[b]! - ax);
        const side1 = ux * (y1[b]! - ay) - uy * (x1[b]! - ax);
        if (side0 * side1 >= 0) continue;
        const [vx, vy] = [x1[b]! - x0[b]!, y1[b]! - y0[b]!];
        const side2 = vx * (ay - y0[b]!) - vy * (ax - x0[b]!);
        const side3 = side2 + vx * uy - vy * ux;
        if (side2 * side3 < 0) yield [a, b];
      }
    }
  }
}
