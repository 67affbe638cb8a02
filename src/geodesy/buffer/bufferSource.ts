import geographiclib from "geographiclib-geodesic";
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { areaRings, planarArea, unwrapLine } from "../areaRings.ts";
import type { SourceEdges } from "../arguments.ts";
import { chordKm, earthPoint, type EarthPoint } from "../earthPoint.ts";
import { GeodesyError } from "../geodesyError.ts";

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
      const there = densify(unwrapLine(line), edges, toleranceKm);
      if (there.length > 0) loops.push([...there, ...there.slice(1, -1).toReversed()]);
    }
  } else {
    const given = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const [at, polygon] of areaRings(geometry, edges).entries()) {
      for (const [index, whole] of polygon.entries()) {
        // A hole narrower than the distance closes.
        if (index > 0 && halfWidthKm(whole) < narrowestHoleKm) continue;
        const ring = edges === "geodesic" ? given[at]![index]! : whole;
        loops.push(closed(planarArea(whole) > 0 === (index === 0) ? ring : ring.toReversed()));
      }
    }
  }
  if (loops.length === 0)
    throw new GeodesyError("emptyGeometry", "geometry", geometry, "it needs at least one position");
  return loops;
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
    if (i > 0) {
      const [lng0 = NaN, lat0 = NaN] = line[i - 1]!;
      if (edges === "geodesic") alongGeodesic(lng0, lat0, lng, lat, push);
      else alongStraight(lng0, lat0, lng, lat, toleranceKm, push);
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
