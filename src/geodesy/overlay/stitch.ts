import type { Position } from "geojson";
import type { Pieces } from "../rings/cutToEarth.ts";
import type { NodeTable } from "./nodeTable.ts";

/**
 * Joins directed segments, given as pairs of nodes, into closed rings and into chains that end at ±180°. A walk that comes back to a node of
 * its own gives up a ring there, so that rings may touch themselves and each other in points but never run through a point twice. Counts
 * chains that end elsewhere as loose: there should be none.
 */
export function stitch(segments: [number, number][], nodes: NodeTable): Pieces & { loose: number } {
  const outgoing = new Map<number, number[]>();
  const arrivals = new Map<number, number>();
  for (const [index, [from, to]] of segments.entries()) {
    const list = outgoing.get(from);
    if (list) list.push(index);
    else outgoing.set(from, [index]);
    arrivals.set(to, (arrivals.get(to) ?? 0) + 1);
  }
  const used = new Uint8Array(segments.length);
  const pieces = { rings: [] as Position[][], chains: [] as Position[][], loose: 0 };
  const onSeam = (node: number) => Math.abs(nodes.x[node]!) === 180;
  const place = (node: number): Position => nodes.drawn.get(node) ?? [nodes.x[node]!, nodes.y[node]!];
  const walk = (first: number) => {
    const path = [segments[first]![0]];
    const position = new Map([[path[0]!, 0]]);
    for (let segment: number | undefined = first; segment !== undefined;) {
      used[segment] = 1;
      const node: number = segments[segment]![1];
      const start = position.get(node);
      if (start === undefined) {
        position.set(node, path.length);
        path.push(node);
      } else {
        const ring = path.splice(start + 1);
        for (const passed of ring) position.delete(passed);
        pieces.rings.push([place(node), ...ring.map(place), place(node)]);
      }
      segment = outgoing.get(node)?.find((candidate) => !used[candidate]);
    }
    if (path.length === 1) return;
    if (!onSeam(path[0]!) || !onSeam(path.at(-1)!)) pieces.loose++;
    pieces.chains.push(path.map(place));
  };
  // Chains first: they start where more segments leave than arrive.
  for (const [node, list] of outgoing) {
    for (let extra = list.length - (arrivals.get(node) ?? 0); extra > 0; extra--) {
      const first = list.find((candidate) => !used[candidate]);
      if (first !== undefined) walk(first);
    }
  }
  for (let index = 0; index < segments.length; index++) if (!used[index]) walk(index);
  return pieces;
}
