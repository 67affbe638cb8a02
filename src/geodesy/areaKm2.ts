import geographiclib from "geographiclib-geodesic";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { areaRings, holdsPlace } from "./areaRings.ts";
import { requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { GeodesyError } from "./geodesyError.ts";
import { readArea } from "./readGeometry.ts";
import { sweepArea } from "./sweepArea.ts";

const { WGS84 } = geographiclib.Geodesic;

/**
 * Area on WGS84 in square kilometres; 0 for an empty geometry.
 *
 * Edges are planar, straight in longitude and latitude as RFC 7946 has them, unless `options.edges` says "geodesic". Both to a billionth.
 *
 * Polygons that are not valid: rings may wind either way. Where rings of a polygon nest, where a hole lies outside its shell, and, with planar
 * edges, where a ring crosses itself or another, the even-odd rule says what is inside; geodesic edges that cross are an error. What several
 * polygons of a MultiPolygon hold counts once. A planar edge of more than 180° goes the short way. A ring round a pole without the frame of
 * the map holds the nearer pole. A ring that does not close is an error.
 *
 * @throws {@link GeodesyError} naming the argument and its value
 */
export function areaKm2(
  area: Feature<Polygon | MultiPolygon> | Polygon | MultiPolygon,
  options: { edges?: SourceEdges } = {},
): number {
  requireOptions(options);
  requireEdges(options.edges);
  const geometry = readArea(area, "area");
  const polygons = areaRings(geometry, options.edges ?? "planar", "area");
  const { km2, hasCrossings } = sweepArea(polygons);
  if (options.edges !== "geodesic") return km2;
  if (hasCrossings) {
    throw new GeodesyError("ringsCross", "area", geometry.type, "geodesic edges must not cross; planar ones may");
  }
  // The sweep tells which side of each ring is meant and how rings nest; what its straight edges leave out is small, and known exactly.
  const given = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let more = 0;
  for (const [at, rings] of polygons.entries()) {
    for (const [index, ring] of rings.entries()) {
      const around = rings.filter((other) => other !== ring);
      const [lng = 0, lat = 0] = ring[1]!;
      const swept = sweepArea([[ring]]).km2;
      more += (holdsPlace([around], lng, lat) ? -1 : 1) * (exactKm2(given[at]![index]!, swept) - swept);
    }
  }
  return km2 + more;
}

/** GeographicLib's area of a ring on the side that comes nearest to an estimate. */
function exactKm2(ring: Position[], estimate: number): number {
  const polygon = WGS84.Polygon(false);
  for (const [lng = NaN, lat = NaN] of ring.slice(1)) polygon.AddPoint(lat, lng);
  const side = Math.abs(polygon.Compute(false, true).area ?? NaN) / 1e6;
  const otherSide = EARTH_KM2 - side;
  return Math.abs(side - estimate) < Math.abs(otherSide - estimate) ? side : otherSide;
}

/** The whole ellipsoid. */
const EARTH_KM2 = 510_065_621.724_088_5;
