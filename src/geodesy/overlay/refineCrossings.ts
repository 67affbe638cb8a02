import type { Position } from "geojson";
import { edgeCrossings } from "./edgeCrossings.ts";
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
  const tangled = new Set<number>();
  for (const pair of edgeCrossings(edges)) {
    for (const edge of pair)
      for (const node of border[edges.owner[edge]!]!) if (nodes.drawn.has(node)) tangled.add(node);
  }
  return tangled;
}
