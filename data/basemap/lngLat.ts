// Points, lines and areas in degrees, and the Web Mercator world of side 1 in which scales and sizes are measured.
import type { Geometry, MultiPolygon, Polygon as GeoJsonPolygon } from "geojson";

export type LngLat = [lng: number, lat: number];
/** A point of the Mercator world, from 0 to 1 eastwards and southwards. */
export type WorldPoint = [x: number, y: number];
export type Line = LngLat[];
/** Closed rings: the outline first, then its holes. */
export type Polygon = Line[];

const MAX_LAT = 85.051129;

export const mercator = ([lng, lat]: LngLat): WorldPoint => {
  const phi = (Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * Math.PI) / 180;
  return [lng / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
};

export const unmercator = ([x, y]: WorldPoint): LngLat => [
  (x - 0.5) * 360,
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
];

export function ringArea(ring: [number, number][]): number {
  let twice = 0;
  let before = ring.at(-1)!;
  for (const point of ring) {
    twice += (before[0] - point[0]) * (before[1] + point[1]);
    before = point;
  }
  return Math.abs(twice / 2);
}

/** The area of a ring as a share of the Mercator world. */
export const mercatorArea = (ring: Line): number => ringArea(ring.map(mercator));

export function lengthOf(points: [number, number][]): number {
  let sum = 0;
  points.forEach(([x, y], i) => {
    const before = points[i - 1];
    if (before) sum += Math.hypot(x - before[0], y - before[1]);
  });
  return sum;
}

/** The polygons of a GeoJSON area. */
export function polygonsOf(geometry: Geometry): Polygon[] {
  if (geometry.type === "Polygon") return [geometry.coordinates as Polygon];
  if (geometry.type === "MultiPolygon") return geometry.coordinates as Polygon[];
  throw new Error(`expected an area, not a ${geometry.type}`);
}

/** The lines of a GeoJSON line. */
export function linesOf(geometry: Geometry): Line[] {
  if (geometry.type === "LineString") return [geometry.coordinates as Line];
  if (geometry.type === "MultiLineString") return geometry.coordinates as Line[];
  throw new Error(`expected a line, not a ${geometry.type}`);
}

export const asArea = (polygons: Polygon[]): MultiPolygon => ({ type: "MultiPolygon", coordinates: polygons });
export const isArea = (geometry: Geometry): geometry is GeoJsonPolygon | MultiPolygon =>
  geometry.type === "Polygon" || geometry.type === "MultiPolygon";
