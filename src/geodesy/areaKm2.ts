import geographiclib from "geographiclib-geodesic";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { type AreaRings, areaRings, holdsPlace } from "./areaRings.ts";
import { requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { readArea } from "./readGeometry.ts";
import { sweepArea } from "./sweepArea.ts";

const { WGS84 } = geographiclib.Geodesic;

/** How closely geodesic edges are followed where they cross, so that no ring's own area is of use: a centimetre. */
const CROSSING_TRACE_KM = 1e-5;

/**
 * Area on WGS84 in square kilometres; 0 for an empty geometry.
 *
 * Edges are planar, straight in longitude and latitude as RFC 7946 has them, unless `options.edges` says "geodesic". Both to a billionth, but
 * where geodesic edges cross or polygons overlap: there the outline is followed to a centimetre.
 *
 * Polygons that are not valid: inside is what the rings of a polygon enclose an odd number of times, whichever way they wind: both lobes of a
 * bow tie, a ring within a hole, a hole outside its shell. What several polygons of a MultiPolygon hold counts once. Repeated positions and
 * spikes change nothing. An edge of more than 180° goes the short way. A ring round a pole without the frame of the map holds the nearer
 * pole. A ring that is not closed, or runs along the equator round the Earth, is an error.
 *
 * @throws {@link GeodesyError} naming the argument and its value: no polygon, a ring that is not closed or of fewer than four positions, a
 * coordinate that is not finite, a latitude outside ±90°, a longitude over a hundred turns
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
  if (hasCrossings || polygonsOverlap(polygons, km2))
    return sweepArea(areaRings(geometry, "geodesic", "area", CROSSING_TRACE_KM)).km2;
  // The sweep knows which side of each ring is meant and how rings nest; what its straight edges leave out is small, and known exactly.
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

/** Whether polygons of rings that do not cross hold more each by itself than together. */
function polygonsOverlap(polygons: AreaRings, km2: number): boolean {
  if (polygons.length < 2) return false;
  const sum = polygons.reduce((total, polygon) => total + sweepArea([polygon]).km2, 0);
  return sum - km2 > 1e-9 * km2;
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
