import type { Position } from "geojson";
import { endsByNode, sortByAngle } from "./faces.ts";
import { Segments } from "./segments.ts";

/** A simple ring of nodes, the first repeated at the end, with the region on its left. */
export type NodeRing = number[];

/**
 * The rings of a border: segments with the region on their left, which meet in their ends alone and of which as many arrive at each node as
 * leave it. Rings touch themselves in no point and others in points only, and no ring closes off a part of a region that another ring of the
 * result also bounds: what OGC asks of polygons.
 */
export function borderRings(border: Segments): NodeRing[] {
  const { count, from, to } = border;
  const { starts, ends } = endsByNode(border);
  // The segment that follows each: the first one clockwise from it, so that the walk keeps to one corner of the region.
  const next = new Int32Array(count).fill(-1);
  for (let node = 0; node + 1 < starts.length; node++) {
    const here = ends.subarray(starts[node]!, starts[node + 1]!);
    if (here.length > 2) sortByAngle(border, node, here);
    for (let i = 0; i < here.length; i++) {
      if (!(here[i]! & 1)) continue;
      next[here[i]! >> 1] = here[(i + here.length - 1) % here.length]! >> 1;
    }
  }
  const rings: NodeRing[] = [];
  const used = new Uint8Array(count);
  const places = new Map<number, number>();
  for (let first = 0; first < count; first++) {
    if (used[first]) continue;
    const path = [from[first]!];
    places.clear();
    places.set(path[0]!, 0);
    for (let segment = first; !used[segment]; segment = next[segment]!) {
      used[segment] = 1;
      const node = to[segment]!;
      const start = places.get(node);
      if (start === undefined) {
        places.set(node, path.length);
        path.push(node);
      } else {
        const ring = path.splice(start + 1);
        for (const passed of ring) places.delete(passed);
        if (ring.length > 1) rings.push([node, ...ring, node]);
      }
    }
  }
  return rings;
}

/**
 * Sorts rings into polygons: exterior rings counterclockwise, holes clockwise, in the coordinates that `place` gives. A ring that turns the
 * wrong way for where it lies, which only rounding can make and which bounds nothing that can be seen, is left out.
 */
export function polygonsOfRings(
  rings: NodeRing[],
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
  place: (node: number) => Position,
): Position[][][] {
  const kept = rings.map((nodes) => ({
    nodes,
    area: signedArea(nodes, x, y),
    polygon: undefined as Position[][] | undefined,
  }));
  const order = kept.flatMap(({ area }, i) => (area === 0 ? [] : [i]));
  order.sort((a, b) => Math.abs(kept[b]!.area) - Math.abs(kept[a]!.area));
  const holders = holdersOf(rings, order, x, y);
  const polygons: Position[][][] = [];
  const accepted = new Uint8Array(rings.length);
  const rank = new Int32Array(rings.length);
  for (const [i, ring] of order.entries()) rank[ring] = i;
  for (const ring of order) {
    const { nodes, area } = kept[ring]!;
    let parent = -1;
    for (const holder of holders[ring]!) {
      if (accepted[holder] && (parent < 0 || rank[holder]! > rank[parent]!)) parent = holder;
    }
    const inside = parent >= 0 && kept[parent]!.area > 0;
    if (area > 0 === inside) continue;
    accepted[ring] = 1;
    const positions = nodes.map(place);
    if (area > 0) polygons.push((kept[ring]!.polygon = [positions]));
    else kept[parent]!.polygon!.push(positions);
  }
  return polygons;
}

function signedArea(nodes: NodeRing, x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [x0, y0] = [x[nodes[0]!]!, y[nodes[0]!]!];
  let sum = 0;
  for (let i = 1; i + 1 < nodes.length; i++) {
    const [a, b] = [nodes[i]!, nodes[i + 1]!];
    sum += (x[a]! - x0) * (y[b]! - y0) - (x[b]! - x0) * (y[a]! - y0);
  }
  return sum;
}

/**
 * For each ring, those that hold it: whose edges a line from one of its own edges to the west meets an odd number of times. Edges are looked
 * up in rows of equal height.
 */
function holdersOf(rings: NodeRing[], order: number[], x: ArrayLike<number>, y: ArrayLike<number>): number[][] {
  const holders: number[][] = rings.map(() => []);
  if (order.length < 2) return holders;
  // A line through the middle of the edge that climbs most meets no node but by chance, and then counts it once.
  const probes = order.map((ring) => {
    const nodes = rings[ring]!;
    let [best, climb] = [0, -1];
    for (let i = 0; i + 1 < nodes.length; i++) {
      const up = Math.abs(y[nodes[i + 1]!]! - y[nodes[i]!]!);
      if (up > climb) [best, climb] = [i, up];
    }
    const [a, b] = [nodes[best]!, nodes[best + 1]!];
    return { ring, x: (x[a]! + x[b]!) / 2, y: (y[a]! + y[b]!) / 2 };
  });
  let [south, north, edges] = [Infinity, -Infinity, 0];
  for (const probe of probes) {
    south = Math.min(south, probe.y);
    north = Math.max(north, probe.y);
  }
  for (const ring of order) edges += rings[ring]!.length;
  // Probes sorted from south to north, so that an edge finds those beside it by two binary searches.
  probes.sort((a, b) => a.y - b.y);
  const heights = Float64Array.from(probes, (probe) => probe.y);
  const crossings = new Map<number, number>();
  const counts: Map<number, number>[] = probes.map(() => new Map());
  void crossings;
  for (const ring of order) {
    const nodes = rings[ring]!;
    for (let i = 0; i + 1 < nodes.length; i++) {
      const [ax, ay, bx, by] = [x[nodes[i]!]!, y[nodes[i]!]!, x[nodes[i + 1]!]!, y[nodes[i + 1]!]!];
      if (ay === by) continue;
      const [low, high] = ay < by ? [ay, by] : [by, ay];
      for (let at = lowerBound(heights, low); at < heights.length && heights[at]! < high; at++) {
        const probe = probes[at]!;
        if (probe.ring === ring) continue;
        if (ax > probe.x && bx > probe.x) continue;
        const across = ax + ((bx - ax) * (probe.y - ay)) / (by - ay);
        if (across < probe.x) counts[at]!.set(ring, (counts[at]!.get(ring) ?? 0) + 1);
      }
    }
  }
  for (const [at, probe] of probes.entries()) {
    for (const [ring, count] of counts[at]!) if (count % 2 === 1) holders[probe.ring]!.push(ring);
  }
  return holders;
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The segments that have the region on one side only, turned to have it on their left. */
export function borderOf(segments: Segments, isInside: (side: number) => boolean): Segments {
  const border = new Segments(segments.nodes);
  for (let i = 0; i < segments.count; i++) {
    const left = isInside(2 * i);
    if (left === isInside(2 * i + 1)) continue;
    const [from, to] = [segments.from[i]!, segments.to[i]!];
    border.add(left ? from : to, left ? to : from, 1, 0, segments.source[i]!);
  }
  return border;
}
