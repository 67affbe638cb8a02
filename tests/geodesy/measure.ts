import geographiclib from "geographiclib-geodesic";
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { expect } from "vitest";

/** Measures of results by means that share nothing with src/geodesy. */
type Area = Feature<Polygon | MultiPolygon>;

export const polygonsOf = ({ geometry }: Area): Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

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
  const total = polygonsOf(area)
    .flat()
    .reduce((sum, ring) => sum + ringIntegral(ring), 0);
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

const signedArea = (ring: Position[]) =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ring[i]![0]! * y - x * ring[i]![1]!, 0);

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
function crossings(rings: Position[][]): Position[] {
  const edges = rings.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const));
  edges.sort((p, q) => Math.min(p[0][0]!, p[1][0]!) - Math.min(q[0][0]!, q[1][0]!));
  const found: Position[] = [];
  const side = (p: Position, q: Position, r: Position) =>
    (q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!);
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

/** A source as many places, for {@link distanceToSourceKm}. */
export interface Source {
  /** lng, lat and the point in space, in kilometres. */
  places: number[][];
  polygons: Position[][][];
}

const { WGS84 } = geographiclib.Geodesic;

/** Places along every edge of a geometry, no farther apart than `stepKm`, straight in longitude and latitude or along GeographicLib's geodesic. */
export function prepareSource(geometry: Geometry, planar: boolean, stepKm: number): Source {
  const lines: Position[][] =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "Polygon"
        ? geometry.coordinates
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates.flat()
          : [];
  const places: number[][] = [];
  const push = (lng: number, lat: number) => places.push([lng, lat, ...spacePoint(lng, lat)]);
  for (const one of lines) {
    const coordinates = unwrap(one);
    coordinates.forEach(([x = 0, y = 0], i) => {
      if (i > 0) {
        const [x0 = 0, y0 = 0] = coordinates[i - 1]!;
        const geodesic = WGS84.InverseLine(y0, x0, y, x);
        const parts = Math.ceil(
          Math.max(
            geodesic.s13 / 1000,
            planar ? Math.abs(x - x0) * 111 * Math.cos((Math.min(Math.abs(y), Math.abs(y0)) * Math.PI) / 180) : 0,
          ) / stepKm,
        );
        for (let k = 1; k < parts; k++) {
          if (planar) push(x0 + ((x - x0) * k) / parts, y0 + ((y - y0) * k) / parts);
          else {
            const { lat2 = NaN, lon2 = NaN } = geodesic.Position((geodesic.s13 * k) / parts);
            push(lon2, lat2);
          }
        }
      }
      push(x, y);
    });
  }
  const polygons =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  return { places, polygons: polygons.map((polygon) => polygon.map(unwrap)) };
}

/** An edge of more than half a turn is meant the short way, unless the ring goes round a pole. */
function unwrap(ring: Position[]): Position[] {
  const out: Position[] = [];
  for (const [x = 0, y = 0] of ring) {
    const before = out.at(-1)?.[0] ?? x;
    out.push([x - 360 * Math.round((x - before) / 360), y]);
  }
  return Math.abs(out.at(-1)![0]! - out[0]![0]! - (ring.at(-1)![0]! - ring[0]![0]!)) < 1 ? out : ring;
}

function spacePoint(lng: number, lat: number): number[] {
  const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  const n = SEMI_MAJOR / 1000 / Math.sqrt(1 - e * e * Math.sin(p) ** 2);
  return [n * Math.cos(p) * Math.cos(l), n * Math.cos(p) * Math.sin(l), n * (1 - e * e) * Math.sin(p)];
}

/** GeographicLib's distance to the nearest of the places that chords single out; 0 inside. */
export function distanceToSourceKm({ places, polygons }: Source, [lng = NaN, lat = NaN]: Position): number {
  for (const turn of [-360, 0, 360]) {
    if (
      holds({ type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: polygons } }, [
        lng + turn,
        lat,
      ])
    )
      return 0;
  }
  const [x = 0, y = 0, z = 0] = spacePoint(lng, lat);
  const chords = places.map((place) => (place[2]! - x) ** 2 + (place[3]! - y) ** 2 + (place[4]! - z) ** 2);
  const least = chords.reduce((a, b) => Math.min(a, b), Infinity);
  let best = Infinity;
  // Of the places whose chords are within reach of the least, some are enough: neighbours differ by metres.
  const near = chords.flatMap((chord, i) => (chord <= least * 1.006 ? [i] : []));
  near.sort((i, j) => chords[i]! - chords[j]!);
  const step = Math.max(1, Math.floor(near.length / 60));
  for (const [rank, i] of near.entries()) {
    if (rank > 20 && rank % step !== 0) continue;
    best = Math.min(best, (WGS84.Inverse(lat, lng, places[i]![1]!, places[i]![0]!).s12 ?? NaN) / 1000);
  }
  return best;
}
