import type { Position } from "geojson";
import { borderOf, borderRings, polygonsOfRings } from "./borderPolygons.ts";
import type { DepthGrid } from "./depthGrid.ts";
import { joinFaces } from "./faces.ts";
import { STEPS_PER_DEGREE } from "./lattice.ts";
import { refineCrossings, type Refine } from "./refineCrossings.ts";
import { Segments } from "./segments.ts";
import { snapRounding } from "./snapRounding.ts";

/** Places are looked at this many lattice steps beside a segment, farther than snap rounding moves it. */
const BESIDE = 4;

/**
 * What closed curves enclose at least `level` times, as valid polygons.
 *
 * Method: a grid with the depth at the middle of each cell tells which segments lie where it is deep enough throughout, or nowhere; they are
 * left out, which is nearly all of them where many regions overlap. The rest are split where they meet (see `snapRounding`) and divide the
 * plane into faces. The depth is found once for each face, beside its longest segment, so that whatever rounding does, faces are inside or
 * outside as a whole and their borders close.
 */
export function depthRegion(
  segments: Segments,
  grid: DepthGrid,
  level: number,
  refine: Refine,
  onProgress?: (share: number) => void,
): Position[][][] {
  const open = new Uint8Array(segments.count);
  grid.markOpen(level, open);
  const some = new Segments(segments.nodes);
  for (let i = 0; i < segments.count; i++) {
    if (open[i]) some.add(segments.from[i]!, segments.to[i]!, segments.weight[i]!, 0, segments.source[i]!);
  }
  onProgress?.(0.3);
  const given = segments.nodes.count;
  const settled = withoutFlat(snapRounding(some));
  onProgress?.(0.7);
  const { faceOf, count } = joinFaces(settled);
  const depth = faceDepths(settled, faceOf, count, grid);
  const border = borderOf(settled, (side) => depth[faceOf[side]!]! >= level);
  onProgress?.(0.9);
  const { x, y } = refineCrossings(border, given, refine);
  return polygonsOfRings(borderRings(border), { x, y }, (node) => [
    x[node]! / STEPS_PER_DEGREE,
    y[node]! / STEPS_PER_DEGREE,
  ]);
}

/** Segments between places of different depth. */
function withoutFlat(segments: Segments): Segments {
  const kept = new Segments(segments.nodes);
  for (let i = 0; i < segments.count; i++) {
    if (segments.weight[i] !== 0)
      kept.add(segments.from[i]!, segments.to[i]!, segments.weight[i]!, 0, segments.source[i]!);
  }
  return kept;
}

/** The side of the longest segment about each face. */
export function longestSides({ count, from, to, nodes }: Segments, faceOf: Int32Array, faces: number): Int32Array {
  const longest = new Int32Array(faces).fill(-1);
  const length = new Float64Array(faces);
  for (let side = 0; side < 2 * count; side++) {
    const [a, b] = [from[side >> 1]!, to[side >> 1]!];
    const reach = Math.abs(nodes.x[a]! - nodes.x[b]!) + Math.abs(nodes.y[a]! - nodes.y[b]!);
    if (reach <= length[faceOf[side]!]!) continue;
    length[faceOf[side]!] = reach;
    longest[faceOf[side]!] = side;
  }
  return longest;
}

/**
 * The depth of each face: beside its longest segment, unless the face is too thin for a place beside that to be surely in it. Then it follows
 * from the depth across that segment.
 */
function faceDepths(segments: Segments, faceOf: Int32Array, count: number, grid: DepthGrid): Int32Array {
  const { from, to, weight, nodes } = segments;
  const { x, y } = nodes;
  const area = new Float64Array(count);
  const around = new Float64Array(count);
  const origin = new Int32Array(count).fill(-1);
  for (let side = 0; side < 2 * segments.count; side++) {
    const i = side >> 1;
    const [a, b] = side & 1 ? [to[i]!, from[i]!] : [from[i]!, to[i]!];
    const face = faceOf[side]!;
    // From a node of the face's own, or rounding would swallow small areas.
    if (origin[face]! < 0) origin[face] = a;
    const [x0, y0] = [x[origin[face]!]!, y[origin[face]!]!];
    area[face]! += ((x[a]! - x0) * (y[b]! - y0) - (x[b]! - x0) * (y[a]! - y0)) / 2;
    around[face]! += Math.abs(x[b]! - x[a]!) + Math.abs(y[b]! - y[a]!);
  }
  const thin = (face: number) => Math.abs(area[face]!) < 4 * BESIDE * around[face]!;
  const longest = longestSides(segments, faceOf, count);
  const depth = new Int32Array(count);
  const known = new Uint8Array(count);
  for (let first = 0; first < count; first++) {
    // From a thin face across longest segments to one that is not thin, or back to one on the way.
    const way: number[] = [];
    let face = first;
    while (!known[face] && thin(face) && !way.includes(face)) {
      way.push(face);
      face = faceOf[longest[face]! ^ 1]!;
    }
    if (!known[face]) {
      const [px, py] = placeBeside(segments, longest[face]!);
      depth[face] = grid.depthAt(px, py);
      known[face] = 1;
    }
    for (const thinner of way.toReversed()) {
      if (known[thinner]) continue;
      const side = longest[thinner]!;
      depth[thinner] = depth[faceOf[side ^ 1]!]! + (side & 1 ? -weight[side >> 1]! : weight[side >> 1]!);
      known[thinner] = 1;
    }
  }
  return depth;
}

/** A place just off the middle of a segment, on the given side. */
function placeBeside({ from, to, nodes }: Segments, side: number): [x: number, y: number] {
  const { x, y } = nodes;
  const [a, b] = [from[side >> 1]!, to[side >> 1]!];
  const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  const off = (side & 1 ? -BESIDE : BESIDE) / Math.hypot(dx, dy);
  return [(x[a]! + x[b]!) / 2 - dy * off, (y[a]! + y[b]!) / 2 + dx * off];
}
