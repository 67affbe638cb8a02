import geographiclib from "geographiclib-geodesic";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { expect } from "vitest";

/** Measures of results by means that share nothing with src/geodesy. */
type Area = Feature<Polygon | MultiPolygon>;

export const polygonsOf = ({ geometry }: Area): Position[][][] => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);

/** Whether a place is in the area by even and odd crossings in longitude and latitude. */
export function holds(area: Area, [x = NaN, y = NaN]: Position): boolean {
  return polygonsOf(area).some((polygon) => {
    let inside = false;
    for (const ring of polygon) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax = 0, ay = 0] = ring[i]!;
        const [bx = 0, by = 0] = ring[i + 1]!;
        if (ay > y !== by > y && ax + ((bx - ax) * (y - ay)) / (by - ay) > x) inside = !inside;
      }
    }
    return inside;
  });
}

/**
 * Area on WGS84 in square kilometres of polygons whose edges are straight in longitude and latitude: the integral of the authalic sine of the
 * latitude over longitude, by Simpson's rule along each edge.
 */
export function areaKm2(area: Area): number {
  const total = polygonsOf(area).flat().reduce((sum, ring) => sum + ringIntegral(ring), 0);
  return -total;
}

const { a: SEMI_MAJOR, f } = geographiclib.Geodesic.WGS84;
const e = Math.sqrt(f * (2 - f));

/** Area per radian of longitude from the equator to a latitude. */
function zone(latDeg: number): number {
  const s = Math.sin((latDeg * Math.PI) / 180);
  const km = SEMI_MAJOR / 1000;
  return ((km * km * (1 - e * e)) / 2) * (s / (1 - e * e * s * s) + Math.atanh(e * s) / e);
}

function ringIntegral(ring: Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i]!;
    const [bx = 0, by = 0] = ring[i + 1]!;
    const parts = Math.max(1, Math.ceil(Math.abs(by - ay)));
    for (let k = 0; k < parts; k++) {
      const [low, high] = [ay + ((by - ay) * k) / parts, ay + ((by - ay) * (k + 1)) / parts];
      sum += (((bx - ax) / parts) * (Math.PI / 180) * (zone(low) + 4 * zone((low + high) / 2) + zone(high))) / 6;
    }
  }
  return sum;
}

const signedArea = (ring: Position[]) => ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ring[i]![0]! * y - x * ring[i]![1]!, 0);

/** RFC 7946: closed rings, exterior counterclockwise, holes clockwise, within ±180° and ±90°, no ring crosses itself or another. */
export function expectValid(area: Area): void {
  for (const polygon of polygonsOf(area)) {
    polygon.forEach((ring, index) => {
      expect(ring.length).toBeGreaterThan(3);
      expect(ring[0]).toEqual(ring.at(-1));
      expect(Math.sign(signedArea(ring))).toBe(index === 0 ? 1 : -1);
      for (const [x = NaN, y = NaN] of ring) expect(Math.abs(x) <= 180 && Math.abs(y) <= 90).toBe(true);
    });
  }
  expect(crossings(polygonsOf(area).flat())).toEqual([]);
}

/** Proper crossings between any two edges, found by sweeping over longitude. */
export function crossings(rings: Position[][]): Position[] {
  const edges = rings.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const));
  edges.sort((p, q) => Math.min(p[0][0]!, p[1][0]!) - Math.min(q[0][0]!, q[1][0]!));
  const found: Position[] = [];
  const side = (p: Position, q: Position, r: Position) => (q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!);
  edges.forEach(([a, b], i) => {
    const east = Math.max(a[0]!, b[0]!);
    for (let j = i + 1; j < edges.length; j++) {
      const [c, d] = edges[j]!;
      if (Math.min(c[0]!, d[0]!) > east) break;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) found.push(a);
    }
  });
  return found;
}

/** Points of the unit cube that look random and are the same at every run. */
export function scatter(count: number, seed: number): number[][] {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () => [next(), next(), next()]);
}
