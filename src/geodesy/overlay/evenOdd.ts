import type { Position } from "geojson";
import { borderOf, borderRings, polygonsOfRings } from "./borderPolygons.ts";
import { joinFaces } from "./faces.ts";
import { NodeTable, STEPS_PER_DEGREE } from "./lattice.ts";
import { addRingOnMap } from "./ringsOnMap.ts";
import { Segments } from "./segments.ts";
import { snapRounding } from "./snapRounding.ts";
import { surelySimple } from "./surelySimple.ts";

export interface EvenOdd {
  polygons: Position[][][];
  /** Edges along which rings run an even number of times, so that both sides of them are inside or both outside. */
  folds: Position[][];
}

/**
 * What rings enclose an odd number of times on the Earth, as valid polygons. A polygon that is valid already comes back as it is, the same
 * object, unless a hole was written on another turn of the globe.
 *
 * @param given straight in longitude and latitude, closed; longitudes may run on over ±180°. Where the rings together are wider than a whole
 * turn, the result is cut at ±180°.
 */
export function evenOddPolygons(given: Position[][]): EvenOdd {
  const { rings, isWiderThanEarth } = onOneTurn(given);
  if (!isWiderThanEarth && surelySimple(rings) && isShellWithHoles(rings)) return { polygons: [rings], folds: [] };
  const nodes = new NodeTable();
  const input = new Segments(nodes);
  let edges = 0;
  for (const ring of rings) {
    if (isWiderThanEarth) addRingOnMap(input, ring, 1, 0);
    else edges += addRing(input, ring);
  }
  // No two vertices at one place and no two edges that meet: then only the nesting of the rings can be wrong.
  const isSimple = input.count === edges && nodes.count === edges;
  const segments = snapRounding(input);
  if (isSimple && segments === input && isShellWithHoles(rings)) return { polygons: [rings], folds: [] };
  return evenOddFaces(segments);
}

/** Adds the edges of a ring and returns how many there are. */
function addRing(segments: Segments, ring: Position[]): number {
  const { nodes } = segments;
  let edges = 0;
  let before = -1;
  for (const [lng = 0, lat = 0] of [...ring, ring[0]!]) {
    const node = nodes.at(lng * STEPS_PER_DEGREE, lat * STEPS_PER_DEGREE);
    if (before >= 0 && before !== node) {
      segments.add(before, node, 1, 0, edges);
      edges++;
    }
    before = node;
  }
  return edges;
}

/** The rings moved by whole turns, so that each has its western end within a turn of the first ring's. */
function onOneTurn(given: Position[][]): { rings: Position[][]; isWiderThanEarth: boolean } {
  const ends = given.map((ring) => {
    let [west, east] = [Infinity, -Infinity];
    for (const [lng = NaN] of ring) {
      if (lng < west) west = lng;
      if (lng > east) east = lng;
    }
    return { west, east };
  });
  const start = ends[0]?.west ?? 0;
  const shifts = ends.map(({ west }) => -360 * Math.floor((west - start) / 360));
  const isWiderThanEarth = ends.some(({ east }, i) => east + shifts[i]! - start > 360);
  if (shifts.every((shift) => shift === 0)) return { rings: given, isWiderThanEarth };
  return {
    rings: given.map((ring, i) => (shifts[i] === 0 ? ring : ring.map(([lng = 0, lat = 0]) => [lng + shifts[i]!, lat]))),
    isWiderThanEarth,
  };
}

/** Whether, of rings that do not meet, the first holds all others and no other holds any. */
function isShellWithHoles(rings: Position[][]): boolean {
  return rings.every((inner, i) => rings.every((outer, j) => i === j || ringHolds(outer, inner) === (j === 0)));
}

/** Whether a ring holds another that does not meet it. */
function ringHolds(outer: Position[], inner: Position[]): boolean {
  const [x = 0, y = 0] = inner[0]!;
  let isInside = false;
  for (let i = 0; i + 1 < outer.length; i++) {
    const [a, b] = [outer[i]!, outer[i + 1]!];
    if (a[1]! > y === b[1]! > y) continue;
    if (a[0]! + ((b[0]! - a[0]!) * (y - a[1]!)) / (b[1]! - a[1]!) > x) isInside = !isInside;
  }
  return isInside;
}

/** The faces that segments, which meet in their ends alone, enclose an odd number of times. */
function evenOddFaces(segments: Segments): EvenOdd {
  const { nodes } = segments;
  const { x, y } = nodes;
  const place = (node: number) => [x[node]! / STEPS_PER_DEGREE, y[node]! / STEPS_PER_DEGREE];
  const odd = new Segments(nodes);
  const folds: Position[][] = [];
  for (let i = 0; i < segments.count; i++) {
    const [from, to] = [segments.from[i]!, segments.to[i]!];
    if (segments.weight[i]! % 2 === 0) folds.push([place(from), place(to)]);
    else odd.add(from, to, 1, 0, 0);
  }
  const faces = joinFaces(odd);
  const inside = new Int8Array(faces.count).fill(-1);
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
