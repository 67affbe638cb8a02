import type { Position } from "geojson";
import { earthPoint } from "../earthPoint.ts";
import { borderOf, borderRings, polygonsOfRings } from "../overlay/borderPolygons.ts";
import { longestSides } from "../overlay/depthRegion.ts";
import { joinFaces } from "../overlay/faces.ts";
import { STEPS_PER_DEGREE } from "../overlay/lattice.ts";
import { INSIDE_LEFT, INSIDE_RIGHT, type Segments } from "../overlay/segments.ts";
import { snapRounding } from "../overlay/snapRounding.ts";
import { holdsPlace } from "../areaRings.ts";
import { coverOf, MARGIN, offsetCurves } from "./offsetCurves.ts";
import { sourcePlaces } from "./sourcePlaces.ts";
import type { SourceWalks } from "./sourceWalks.ts";

/** A face whose places are nearer to the source than the distance less this share of it is inside. */
const SURELY_INSIDE = 1.5e-4;

/**
 * The buffer of a source as polygons, for every source: the offset curves divide the map into faces, and each face is inside or outside as a
 * whole. Faces on the buffered side of some curve are inside. The few others are outside, unless a place on their border is well within reach:
 * there the curves that would close them have been left out.
 */
export function bufferPolygons(source: SourceWalks, km: number): Position[][][] {
  const places = sourcePlaces(source, km);
  const segments = snapRounding(offsetCurves(source, places, km));
  const faces = joinFaces(segments);
  const { x, y } = segments.nodes;
  const longest = longestSides(segments, faces.faceOf, faces.count);
  const reachOf = (i: number) =>
    Math.abs(x[segments.from[i]!]! - x[segments.to[i]!]!) + Math.abs(y[segments.from[i]!]! - y[segments.to[i]!]!);
  // 1 inside, 0 outside, -1 not known yet.
  const inside = new Int8Array(faces.count).fill(-1);
  for (let side = 0; side < 2 * segments.count; side++) {
    if (!(segments.sides[side >> 1]! & (side & 1 ? INSIDE_RIGHT : INSIDE_LEFT))) continue;
    const face = faces.faceOf[side]!;
    // Where curves all but coincide, rounding turns some short segments round: they say nothing about a face with much longer sides.
    if (100 * reachOf(side >> 1) >= reachOf(longest[face]! >> 1)) inside[face] = 1;
  }
  // Most lie within reach of a place that chords can tell.
  const nearSome = coverOf(places.index, km, 0.6 * MARGIN * km);
  inside[outerFace(segments, faces.faceOf)] = 0;
  for (let face = 0; face < faces.count; face++) {
    if (inside[face]! >= 0) continue;
    const i = longest[face]! >> 1;
    const lng = (x[segments.from[i]!]! + x[segments.to[i]!]!) / 2 / STEPS_PER_DEGREE;
    const lat = (y[segments.from[i]!]! + y[segments.to[i]!]!) / 2 / STEPS_PER_DEGREE;
    inside[face] =
      nearSome(earthPoint(lng, lat), 0) ||
      holdsPlace(source.polygons, lng, lat) ||
      places.distanceKm(lng, lat) < km * (1 - SURELY_INSIDE)
        ? 1
        : 0;
  }
  const border = borderOf(segments, (side) => inside[faces.faceOf[side]!] === 1);
  return polygonsOfRings(borderRings(border), segments.nodes, (node) => [
    x[node]! / STEPS_PER_DEGREE,
    y[node]! / STEPS_PER_DEGREE,
  ]);
}

/** The face beyond the frame of the map: to the left of a segment that runs north along its western end, or to the right of one that runs south. */
function outerFace({ count, from, to, nodes }: Segments, faceOf: Int32Array): number {
  const west = -180 * STEPS_PER_DEGREE;
  for (let i = 0; i < count; i++) {
    if (nodes.x[from[i]!] !== west || nodes.x[to[i]!] !== west) continue;
    return faceOf[nodes.y[to[i]!]! > nodes.y[from[i]!]! ? 2 * i : 2 * i + 1]!;
  }
  return -1;
}
