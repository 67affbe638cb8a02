import type { Feature, GeoJsonProperties, Geometry, MultiPolygon, Polygon } from "geojson";
import { MAX_DISTANCE_KM, requireEdges, requireFinite, requireOptions, type SourceEdges } from "../arguments.ts";
import { GeodesyError } from "../geodesyError.ts";
import { coverage } from "../overlay/coverage.ts";
import { readGeometry, requirePositions } from "../readGeometry.ts";
import { polygonFeature, rangeRing } from "../rings/rangeRing.ts";
import { requireRange } from "../rings/ringTemplate.ts";
import { bufferPolygons } from "./bufferPolygons.ts";
import { innerPolygons } from "./innerPolygons.ts";
import { sourceWalks } from "./sourceWalks.ts";

export interface GeodesicBufferOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  /**
   * How edges run between the vertices of the source: "planar", straight in longitude and latitude, as RFC 7946 says of every GeoJSON edge and as
   * country outlines mean it; or "geodesic", the shortest way, as someone means it who draws a line between two places over the Pacific. Unless
   * given, polygons are planar and lines geodesic.
   */
  edges?: SourceEdges;
  properties?: P;
}

/**
 * All places within a geodesic distance of a geometry, on WGS84: what a paper draws when it says "from Ukrainian territory". With a negative
 * distance, the places of an area that are farther than that from its border, which may be none: a MultiPolygon without coordinates.
 *
 * Every vertex of the result is the end of a geodesic of that length at a right angle to the source, or a corner where two such curves meet.
 * No edge leaves the true line by more than 0.01 % of the distance, anywhere along it; detail of the source finer than 0.001 % of the distance
 * is left out. The result is valid by RFC 7946 in the way of {@link rangeRing}, whatever the size of the source, poles and the antimeridian
 * included. A Point gives exactly its range ring, several points their coverage. Holes wider than twice the distance stay.
 *
 * Polygons that are not valid: inside is what the rings of a polygon enclose an odd number of times, whichever way they wind: both lobes of a
 * bow tie, a ring within a hole, a hole outside its shell. Polygons of a MultiPolygon may overlap. Repeated positions change nothing; a spike
 * is buffered as a line would be. An edge of more than 180° goes the short way. A ring round a pole without the frame of the map holds the
 * nearer pole. A ring that is not closed, or runs along the equator round the Earth, is an error.
 *
 * Method: exact geodesics from each vertex and along each edge (see `offsetCurves`), without those that lie well within reach of another part
 * of the source, laid out on a lattice by snap rounding; the faces they divide the map into are inside or outside as a whole (see
 * `bufferPolygons`).
 *
 * @param source a Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon, or a feature of one
 * @param km kilometres, at most half the circumference (20,003.931 km); negative for polygons only, and not 0
 * @throws {@link GeodesyError} naming the argument and its value: an empty or unsupported geometry, a ring that is not closed or of fewer than
 * four positions, a coordinate that is not finite, a latitude outside ±90°, a longitude over a hundred turns, a distance out of bounds
 */
export function geodesicBuffer<P extends GeoJsonProperties = GeoJsonProperties>(
  source: Feature | Geometry,
  km: number,
  options: GeodesicBufferOptions<P> = {},
): Feature<Polygon | MultiPolygon, P> {
  requireBufferKm(km);
  requireOptions(options);
  requireEdges(options.edges);
  const geometry = readGeometry(source, "geometry");
  requirePositions(geometry, "geometry");
  const isArea = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  if (km < 0 && !isArea) throw new GeodesyError("negative", "km", km, "it must be more than zero for points and lines");
  switch (geometry.type) {
    case "Point":
      return rangeRing(geometry.coordinates, km, options);
    case "MultiPoint": {
      const { coordinates } = coverage(geometry.coordinates.map((center) => ({ center, rangeKm: km }))).geometry;
      return polygonFeature(coordinates, options.properties);
    }
    case "LineString":
    case "MultiLineString":
      return polygonFeature(
        bufferPolygons(sourceWalks(geometry, km, options.edges ?? "geodesic"), km),
        options.properties,
      );
    case "Polygon":
    case "MultiPolygon": {
      const edges = options.edges ?? "planar";
      return polygonFeature(
        km < 0 ? innerPolygons(geometry, -km, edges) : bufferPolygons(sourceWalks(geometry, km, edges), km),
        options.properties,
      );
    }
  }
}

function requireBufferKm(km: number): void {
  requireFinite(km, "km");
  if (km >= 0) requireRange(km, "km");
  else if (km < -MAX_DISTANCE_KM) {
    const wanted = `it must be at least ${-MAX_DISTANCE_KM.toFixed(3)} km, half the circumference inwards`;
    throw new GeodesyError("overHalfCircumference", "km", km, wanted);
  }
}
