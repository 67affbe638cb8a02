import type { Segments } from "./segments.ts";

/** Which sides of segments face each other round the corners: side 2i is the left of segment i, side 2i + 1 its right. */
export interface Faces {
  /** The face that a side looks into, from 0 to `count`. Parts of one face that no segment joins count as faces of their own. */
  faceOf: Int32Array;
  count: number;
}

/** Sides of segments joined into faces, for segments that meet in their ends alone. */
export function joinFaces(segments: Segments): Faces {
  const { count } = segments;
  const parent = new Int32Array(2 * count);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const find = (side: number) => {
    let root = side;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[side] !== root) [side, parent[side]] = [parent[side]!, root];
    return root;
  };
  forEachCorner(segments, (end, next) => {
    // Going counterclockwise from one segment to the next crosses what lies left of the one, seen from the node, and right of the other.
    const [a, b] = [find(end), find(next ^ 1)];
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  });
  const faceOf = new Int32Array(2 * count).fill(-1);
  let faces = 0;
  for (let side = 0; side < 2 * count; side++) {
    const root = find(side);
    if (faceOf[root]! < 0) faceOf[root] = faces++;
    faceOf[side] = faceOf[root]!;
  }
  return { faceOf, count: faces };
}

/**
 * Calls `visit` with each two segment ends that follow each other counterclockwise about a node. An end is given as 2i where segment i starts
 * and as 2i + 1 where it ends, which makes it also the side on the left, seen from the node.
 */
function forEachCorner(segments: Segments, visit: (end: number, next: number) => void): void {
  const { starts, ends } = endsByNode(segments);
  for (let node = 0; node + 1 < starts.length; node++) {
    const [from, to] = [starts[node]!, starts[node + 1]!];
    if (to - from > 2) sortByAngle(segments, node, ends.subarray(from, to));
    for (let at = from; at < to; at++) visit(ends[at]!, ends[at + 1 < to ? at + 1 : from]!);
  }
}

/** Segment ends by their nodes. */
export function endsByNode({ count, from, to, nodes }: Segments): { starts: Int32Array; ends: Int32Array } {
  const starts = new Int32Array(nodes.count + 1);
  for (let i = 0; i < count; i++) {
    starts[from[i]! + 1]!++;
    starts[to[i]! + 1]!++;
  }
  for (let node = 0; node < nodes.count; node++) starts[node + 1]! += starts[node]!;
  const ends = new Int32Array(2 * count);
  const fill = starts.slice(0, nodes.count);
  for (let i = 0; i < count; i++) {
    ends[fill[from[i]!]!++] = 2 * i;
    ends[fill[to[i]!]!++] = 2 * i + 1;
  }
  return { starts, ends };
}

/** Sorts the ends about a node counterclockwise from due east. Snap rounding has left no two so close that doubles mistake their order. */
export function sortByAngle({ from, to, nodes }: Segments, node: number, ends: Int32Array): void {
  const { x, y } = nodes;
  const dx = (end: number) => x[end & 1 ? from[end >> 1]! : to[end >> 1]!]! - x[node]!;
  const dy = (end: number) => y[end & 1 ? from[end >> 1]! : to[end >> 1]!]! - y[node]!;
  const lower = (end: number) => (dy(end) < 0 || (dy(end) === 0 && dx(end) < 0) ? 1 : 0);
  ends.sort((a, b) => lower(a) - lower(b) || dy(a) * dx(b) - dx(a) * dy(b));
}
