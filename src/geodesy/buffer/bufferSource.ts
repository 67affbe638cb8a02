import geographiclib from "geographiclib-geodesic";
import type { Geometry, LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { checkLngLat } from "../arguments.ts";
import { chordKm, earthPoint, type EarthPoint } from "../earthPoint.ts";
import { GeodesyError } from "../geodesyError.ts";

/** How the edges of a source run between its vertices. */
export type SourceEdges = "planar" | "geodesic";

/** Closed walks along a source, what is buffered on the right of each: lines there and back, exterior rings counterclockwise. */
export type SourceLoop = EarthPoint[];

/** Reads lines and polygons into loops, with vertices added so that every edge is a geodesic to within 0.002 % of `km`. */
export function readSource(
  geometry: LineString | MultiLineString | Polygon | MultiPolygon,
  km: number,
  edges: SourceEdges,
  narrowestHoleKm = km,
): SourceLoop[] {
  const toleranceKm = 2e-5 * km;
  const loops: SourceLoop[] = [];
  const closed = (ring: Position[]) => {
    const loop = densify(ring, edges, toleranceKm);
    const last = loop.at(-1);
    if (last && loop.length > 1 && chordKm(last, loop[0]!) < 1e-6) loop.pop();
    return loop;
  };
  if (geometry.type === "LineString" || geometry.type === "MultiLineString") {
    for (const line of geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates) {
      const there = densify(line, edges, toleranceKm);
      if (there.length > 0) loops.push([...there, ...there.slice(1, -1).toReversed()]);
    }
  } else {
    for (const polygon of geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) {
      for (const [index, ring] of polygon.entries()) {
        // A hole narrower than the distance closes.
        const whole = unwrapRing(ring);
        if (index > 0 && halfWidthKm(whole) < narrowestHoleKm) continue;
        if (ring.length > 0) loops.push(closed(planarArea(whole) > 0 === (index === 0) ? whole : whole.toReversed()));
      }
    }
  }
  if (loops.length === 0)
    throw new GeodesyError("emptyGeometry", "geometry", geometry, "it needs at least one position");
  return loops;
}

/**
 * The ring with longitudes that run on over ±180°, where an edge of more than half a turn is meant the short way, as many outlines have it
 * that cross the antimeridian uncut. A ring that goes round a pole along the frame of the map stays as it is.
 */
export function unwrapRing(ring: Position[]): Position[] {
  let turns = 0;
  const unwrapped = ring.map(([lng = NaN, lat = NaN], i) => {
    if (i > 0) turns -= Math.round((lng - ring[i - 1]![0]!) / 360);
    return [lng + 360 * turns, lat];
  });
  return turns === 0 ? unwrapped : ring;
}

/** Twice the area in square degrees, positive for counterclockwise. */
export function planarArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += (ring[i]![0]! - ring[0]![0]!) * ring[i + 1]![1]! - (ring[i + 1]![0]! - ring[0]![0]!) * ring[i]![1]!;
  return sum;
}

/** Half of the lesser side of the box round a ring, no less than the radius of any disc within it. */
export function halfWidthKm(ring: Position[]): number {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of ring) {
    [west, east, south, north] = [Math.min(west, x), Math.max(east, x), Math.min(south, y), Math.max(north, y)];
  }
  const widest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  return 56 * Math.min((east - west) * Math.cos((widest * Math.PI) / 180), north - south);
}

function densify(line: Position[], edges: SourceEdges, toleranceKm: number): EarthPoint[] {
  const points: EarthPoint[] = [];
  const push = (lng: number, lat: number) => {
    const point = earthPoint(lng, lat);
    const last = points.at(-1);
    if (!last || chordKm(last, point) > 1e-6) points.push(point);
  };
  for (const [i, [lng = NaN, lat = NaN]] of line.entries()) {
    checkLngLat(lng, lat, "geometry");
    if (i > 0) {
      const [lng0 = NaN, lat0 = NaN] = line[i - 1]!;
      if (edges === "geodesic") alongGeodesic(lng0, lat0, lng, lat, push);
      else alongStraight(lng0, lat0, lng - 360 * Math.round((lng - lng0) / 360), lat, toleranceKm, push);
    }
    push(lng, lat);
  }
  return points;
}

/** Places between, no more than 100 km apart. */
function alongGeodesic(
  lng0: number,
  lat0: number,
  lng1: number,
  lat1: number,
  push: (lng: number, lat: number) => void,
): void {
  const line = geographiclib.Geodesic.WGS84.InverseLine(lat0, lng0, lat1, lng1);
  const parts = Math.ceil(line.s13 / 100_000);
  for (let k = 1; k < parts; k++) {
    const { lat2 = NaN, lon2 = NaN } = line.Position((line.s13 * k) / parts);
    push(lon2, lat2);
  }
}

/** A straight edge of d degrees of longitude leaves the geodesic by d²·sin φ·cos φ/8 radii at most, twice that where it also climbs. */
function alongStraight(
  lng0: number,
  lat0: number,
  lng1: number,
  lat1: number,
  toleranceKm: number,
  push: (lng: number, lat: number) => void,
): void {
  const across = (Math.abs(lng1 - lng0) * Math.PI) / 180;
  const up = (Math.abs(lat1 - lat0) * Math.PI) / 180;
  const bend = (across * (across + 2 * up) * 6371) / 8;
  const parts = Math.min(
    4000,
    Math.max(Math.ceil(Math.sqrt(bend / toleranceKm)), Math.ceil(across / 0.02), Math.ceil(up / 0.02)),
  );
  for (let k = 1; k < parts; k++) push(lng0 + ((lng1 - lng0) * k) / parts, lat0 + ((lat1 - lat0) * k) / parts);
}

/** A geometry's polygons, every ring as {@link unwrapRing} has it. */
export function unwrapPolygons(geometry: Geometry): Position[][][] {
  const polygons =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  return polygons.map((polygon) => polygon.map(unwrapRing));
}

/** Whether a place lies in unwrapped polygons whose edges are straight in longitude and latitude. */
export function holdsPlace(polygons: Position[][][], lng: number, y: number): boolean {
  return polygons.some((polygon) =>
    [-360, 0, 360].some((turn) => {
      const x = lng + turn;
      let inside = false;
      for (const ring of polygon) {
        for (let i = 0; i + 1 < ring.length; i++) {
          const [ax = 0, ay = 0] = ring[i]!;
          const [bx = 0, by = 0] = ring[i + 1]!;
          if (ay > y !== by > y && ax + ((bx - ax) * (y - ay)) / (by - ay) > x) inside = !inside;
        }
      }
      return inside;
    }),
  );
}
