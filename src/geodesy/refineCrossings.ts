import type { Position } from "geojson";
import { buildGrid } from "./edgeGrid.ts";
import { BORDER, EdgeList } from "./edgeList.ts";
import type { NodeTable } from "./nodeTable.ts";

/**
 * Moves the crossings on a border to better places, and takes back those few moves that would make the border cross itself, which can happen
 * where the straight edges and the true curves meet in a different order.
 */
export function refineCrossings(
  border: [number, number][],
  nodes: NodeTable,
  owner: Int32Array,
  refine: (ownerA: number, ownerB: number, x: number, y: number) => Position | undefined,
): void {
  for (const segment of border) {
    for (const node of segment) {
      const crossed = nodes.crossed.get(node);
      if (!crossed || nodes.drawn.has(node)) continue;
      const better = refine(owner[crossed[0]]!, owner[crossed[1]]!, nodes.x[node]!, nodes.y[node]!);
      if (better) nodes.drawn.set(node, better);
    }
  }
  while (nodes.drawn.size > 0) {
    const tangled = tangledNodes(border, nodes);
    if (tangled.size === 0) return;
    for (const node of tangled) nodes.drawn.delete(node);
  }
}

/** Moved nodes at the ends of segments that properly cross another. */
function tangledNodes(border: [number, number][], nodes: NodeTable): Set<number> {
  const edges = new EdgeList();
  const x = (node: number) => nodes.drawn.get(node)?.[0] ?? nodes.x[node]!;
  const y = (node: number) => nodes.drawn.get(node)?.[1] ?? nodes.y[node]!;
  // Segments that collapse are kept out of the list, so each edge remembers its segment as its owner.
  for (const [index, [a, b]] of border.entries()) edges.add(x(a), y(a), x(b), y(b), index, BORDER);
  const { starts, members, columns, rows } = buildGrid(edges);
  const tangled = new Set<number>();
  const { x0, y0, x1, y1, owner } = edges;
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
        if (side2 * side3 >= 0) continue;
        for (const edge of [a, b]) for (const node of border[owner[edge]!]!) if (nodes.drawn.has(node)) tangled.add(node);
      }
    }
  }
  return tangled;
}
