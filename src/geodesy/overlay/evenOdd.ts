import type { Position } from "geojson";
import { joinFaces } from "./faces.ts";
import { NodeTable, STEPS_PER_DEGREE } from "./lattice.ts";
import { borderOf, borderRings, polygonsOfRings } from "./borderPolygons.ts";
import { Segments } from "./segments.ts";
import { snapRounding } from "./snapRounding.ts";
import { surelySimple } from "./surelySimple.ts";

export interface EvenOdd {
  polygons: Position[][][];
  /** Edges along which rings run an even number of times, which part no inside from an outside. */
  folds: Position[][];
}

/**
 * What rings enclose an odd number of times, as valid polygons. A polygon that is one already comes back as it is, the same object.
 *
 * @param rings straight in longitude and latitude, closed; longitudes may run on over ±180°
 */
export function evenOddPolygons(rings: Position[][]): EvenOdd {
  if (surelySimple(rings)) return { polygons: [rings], folds: [] };
  const nodes = new NodeTable();
  const input = new Segments(nodes);
  let edges = 0;
  for (const ring of rings) {
    let before = -1;
    for (const [lng = 0, lat = 0] of [...ring, ring[0]!]) {
      const node = nodes.at(lng * STEPS_PER_DEGREE, lat * STEPS_PER_DEGREE);
      if (before >= 0 && before !== node) {
        input.add(before, node, 1, 0, edges);
        edges++;
      }
      before = node;
    }
  }
  const simple = input.count === edges && nodes.count === edges;
  const segments = snapRounding(input);
  if (simple && segments === input) return { polygons: [rings], folds: [] };
  // What coincides an even number of times parts nothing.
  const odd = new Segments(nodes);
  const place = (node: number) => [nodes.x[node]! / STEPS_PER_DEGREE, nodes.y[node]! / STEPS_PER_DEGREE];
  const folds: Position[][] = [];
  for (let i = 0; i < segments.count; i++) {
    const [from, to] = [segments.from[i]!, segments.to[i]!];
    if (segments.weight[i]! % 2 === 0) folds.push([place(from), place(to)]);
    else odd.add(from, to, 1, 0, 0);
  }
  const faces = joinFaces(odd);
  const inside = new Int8Array(faces.count).fill(-1);
  const { x, y } = nodes;
  for (let i = 0; i < odd.count; i++) {
    for (const side of [2 * i, 2 * i + 1]) {
      const face = faces.faceOf[side]!;
      if (inside[face]! >= 0) continue;
      const [ax, ay, bx, by] = [x[odd.from[i]!]!, y[odd.from[i]!]!, x[odd.to[i]!]!, y[odd.to[i]!]!];
      // Crossings to the west of the middle, the segment itself among them where the face lies to its east, or north of it where it is level.
      const [px, py] = [(ax + bx) / 2, (ay + by) / 2];
      let count = 0;
      const level = ay === by;
      for (let j = 0; j < odd.count; j++) {
        if (j === i) continue;
        const [cx, cy, dx, dy] = [x[odd.from[j]!]!, y[odd.from[j]!]!, x[odd.to[j]!]!, y[odd.to[j]!]!];
        if (level) {
          if (cx > px !== dx > px && cy + ((dy - cy) * (px - cx)) / (dx - cx) < py) count++;
        } else if (cy > py !== dy > py && cx + ((dx - cx) * (py - cy)) / (dy - cy) < px) count++;
      }
      const left = (side & 1) === 0;
      const beyond = level ? left === bx > ax : left === by < ay;
      inside[face] = (count + (beyond ? 1 : 0)) % 2;
    }
  }
  const rounded = borderRings(borderOf(odd, (side) => inside[faces.faceOf[side]!] === 1));
  return { polygons: polygonsOfRings(rounded, nodes, place), folds };
}
