import type { Position } from "geojson";
import { borderOf, borderRings, polygonsOfRings } from "./borderPolygons.ts";
import type { DepthGrid } from "./depthGrid.ts";
import { joinFaces, type Faces } from "./faces.ts";
import { NodeTable, STEPS_PER_DEGREE } from "./lattice.ts";
import { refineCrossings, type Refine } from "./refineCrossings.ts";
import { Segments } from "./segments.ts";
import { snapRounding } from "./snapRounding.ts";

/** Places are looked at this many lattice steps beside a segment, farther than snap rounding moves it. */
const BESIDE = 4;

/**
 * What the outlines of a grid enclose at least `level` times, as valid polygons.
 *
 * Method: the grid knows which edges lie where it is deep enough throughout, or nowhere; they are left out, which is nearly all of them where
 * many regions overlap. The rest are split where they meet (see `snapRounding`) and divide the plane into faces. The depth is found once for
 * each face, beside its longest segment, so that whatever rounding does, faces are inside or outside as a whole and their borders close.
 */
export function depthRegion(
  grid: DepthGrid,
  level: number,
  refine: Refine,
  onProgress?: (share: number) => void,
): Position[][][] {
  const some = segmentsNear(grid, level);
  onProgress?.(0.3);
  const given = some.nodes.count;
  const settled = withoutFlat(snapRounding(some));
  onProgress?.(0.7);
  const faces = joinFaces(settled);
  const isDeep = deepFaces(settled, faces, level, grid);
  const border = borderOf(settled, (side) => isDeep[faces.faceOf[side]!] === 1);
  onProgress?.(0.9);
  const { x, y } = refineCrossings(border, given, refine);
  return polygonsOfRings(borderRings(border), { x, y }, (node) => [
    x[node]! / STEPS_PER_DEGREE,
    y[node]! / STEPS_PER_DEGREE,
  ]);
}

/** The edges near which the depth may pass a level. */
function segmentsNear(grid: DepthGrid, level: number): Segments {
  const { x, y, starts, ends, weights, sources } = grid.outlines;
  const segments = new Segments(new NodeTable());
  for (const [ring, start] of starts.entries()) {
    let before = -1;
    for (let i = start; i + 1 < ends[ring]!; i++) {
      if (!grid.isNear(i, level)) {
        before = -1;
        continue;
      }
      const from = before < 0 ? segments.nodes.at(x[i]!, y[i]!) : before;
      before = segments.nodes.at(x[i + 1]!, y[i + 1]!);
      segments.add(from, before, weights[ring]!, 0, sources[ring]!);
    }
  }
  return segments;
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
 * Which faces are at least `level` deep. A face lies on one side of the level as a whole, though its depth may vary, because edges that are
 * nowhere near the level are left out. Each segment that parts it from another face says on which side, by the depth beside its middle, and
 * the longer ones outvote those where the face is too narrow for a place beside them to lie within it. A face that is so narrow altogether
 * follows from the depth across its longest segment.
 */
function deepFaces(segments: Segments, { faceOf, count }: Faces, level: number, grid: DepthGrid): Uint8Array {
  const { from, to, weight, nodes } = segments;
  const { x, y } = nodes;
  const area = new Float64Array(count);
  const around = new Float64Array(count);
  const origin = new Int32Array(count).fill(-1);
  /** By faces: the side of the longest segment that parts the face from another. */
  const longest = new Int32Array(count).fill(-1);
  const length = new Float64Array(2 * segments.count);
  for (let side = 0; side < 2 * segments.count; side++) {
    const face = faceOf[side]!;
    if (face === faceOf[side ^ 1]) continue;
    const i = side >> 1;
    const [a, b] = side & 1 ? [to[i]!, from[i]!] : [from[i]!, to[i]!];
    // From a node of the face's own, or rounding would swallow small areas.
    if (origin[face]! < 0) origin[face] = a;
    const [x0, y0] = [x[origin[face]!]!, y[origin[face]!]!];
    area[face]! += ((x[a]! - x0) * (y[b]! - y0) - (x[b]! - x0) * (y[a]! - y0)) / 2;
    length[side] = Math.abs(x[b]! - x[a]!) + Math.abs(y[b]! - y[a]!);
    around[face]! += length[side]!;
    if (longest[face]! < 0 || length[side]! > length[longest[face]!]!) longest[face] = side;
  }
  const isThin = (face: number) => Math.abs(area[face]!) < 4 * BESIDE * around[face]!;
  const votes = new Float64Array(count);
  for (let side = 0; side < 2 * segments.count; side++) {
    const face = faceOf[side]!;
    if (length[side]! < length[longest[face]!]! / 4 || length[side] === 0 || isThin(face)) continue;
    votes[face]! += depthBeside(segments, side, grid) >= level ? length[side]! : -length[side]!;
  }
  const isDeep = Uint8Array.from(votes, (vote) => (vote > 0 ? 1 : 0));
  /** By thin faces: the depth, once it is known. */
  const depth = new Map<number, number>();
  for (let first = 0; first < count; first++) {
    if (longest[first]! < 0 || !isThin(first)) continue;
    // From a thin face across longest segments to one that is not thin, or back to one on the way.
    const way: number[] = [];
    let face = first;
    while (isThin(face) && !depth.has(face) && !way.includes(face)) {
      way.push(face);
      face = faceOf[longest[face]! ^ 1]!;
    }
    for (const thin of way.toReversed()) {
      const side = longest[thin]!;
      const beyond = faceOf[side ^ 1]!;
      let across = depth.get(beyond) ?? depthBeside(segments, side ^ 1, grid);
      if (!isThin(beyond) && across >= level !== (isDeep[beyond] === 1)) across = isDeep[beyond] ? level : level - 1;
      depth.set(thin, across + (side & 1 ? -weight[side >> 1]! : weight[side >> 1]!));
    }
  }
  for (const [face, known] of depth) isDeep[face] = known >= level ? 1 : 0;
  return isDeep;
}

const depthBeside = (segments: Segments, side: number, grid: DepthGrid) => grid.depthAt(...placeBeside(segments, side));

/** A place just off the middle of a segment, on the given side. */
function placeBeside({ from, to, nodes }: Segments, side: number): [x: number, y: number] {
  const { x, y } = nodes;
  const [a, b] = [from[side >> 1]!, to[side >> 1]!];
  const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  const off = (side & 1 ? -BESIDE : BESIDE) / Math.hypot(dx, dy);
  return [(x[a]! + x[b]!) / 2 - dy * off, (y[a]! + y[b]!) / 2 + dx * off];
}
