import type { Position } from "geojson";
import { endsByNode } from "./faces.ts";
import { NodeTable, STEPS_PER_DEGREE } from "./lattice.ts";
import { Segments } from "./segments.ts";
import { findMeetings } from "./snapRounding.ts";

/** A better place for the crossing of the outlines of two sources, near a place in degrees; undefined leaves it. */
export type Refine = (sourceA: number, sourceB: number, x: number, y: number) => Position | undefined;

/**
 * Coordinates of a border's nodes, with crossings moved to better places. Those few moves are taken back that would make the border meet
 * itself, which can happen where straight edges and true curves meet in a different order.
 *
 * @param given nodes up to this number are vertices of the input and stay
 */
export function refineCrossings(border: Segments, given: number, refine: Refine): { x: Float64Array; y: Float64Array } {
  const { nodes, source } = border;
  const [x, y] = [nodes.x.slice(0, nodes.count), nodes.y.slice(0, nodes.count)];
  const moved = new Set<number>();
  const { starts, ends } = endsByNode(border);
  for (let node = given; node < nodes.count; node++) {
    if (starts[node + 1]! - starts[node]! !== 2) continue;
    const [a, b] = [source[ends[starts[node]!]! >> 1]!, source[ends[starts[node]! + 1]! >> 1]!];
    const better = a === b ? undefined : refine(a, b, x[node]! / STEPS_PER_DEGREE, y[node]! / STEPS_PER_DEGREE);
    if (!better) continue;
    x[node] = Math.round(better[0]! * STEPS_PER_DEGREE);
    y[node] = Math.round(better[1]! * STEPS_PER_DEGREE);
    moved.add(node);
  }
  while (moved.size > 0) {
    const tangled = tangledNodes(border, x, y);
    if (tangled.size === 0) break;
    let back = 0;
    for (const node of tangled) {
      if (!moved.delete(node)) continue;
      [x[node], y[node]] = [nodes.x[node]!, nodes.y[node]!];
      back++;
    }
    // What rounding alone has left touching stays.
    if (back === 0) break;
  }
  return { x, y };
}

/** Nodes at the ends of segments that meet otherwise than in their ends. */
function tangledNodes(border: Segments, x: Float64Array, y: Float64Array): Set<number> {
  const tangled = new Set<number>();
  const table = new NodeTable();
  const names = new Int32Array(x.length).fill(-1);
  const owners: number[] = [];
  const name = (node: number) => {
    if (names[node]! >= 0) return names[node]!;
    const found = table.at(x[node]!, y[node]!);
    if (found < owners.length) tangled.add(node).add(owners[found]!);
    else owners.push(node);
    return (names[node] = found);
  };
  const copy = new Segments(table);
  const origin: number[] = [];
  for (let i = 0; i < border.count; i++) {
    const [from, to] = [border.from[i]!, border.to[i]!];
    const added = copy.add(name(from), name(to), 1, 0, i);
    if (added === origin.length) origin.push(i);
    else tangled.add(from).add(to);
  }
  const fresh = new Uint8Array(copy.count).fill(1);
  findMeetings(copy, fresh, (segment, _node, other) => {
    for (const one of [segment, other]) {
      const i = origin[one]!;
      tangled.add(border.from[i]!).add(border.to[i]!);
    }
  });
  return tangled;
}
