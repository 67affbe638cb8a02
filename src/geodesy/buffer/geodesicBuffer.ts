import type { Feature, GeoJsonProperties, Geometry, MultiPolygon, Polygon } from "geojson";
import { requireEdges, requireOptions, type SourceEdges } from "../arguments.ts";
import { coverage } from "../overlay/coverage.ts";
import { readGeometry, requirePositions } from "../readGeometry.ts";
import { polygonFeature, rangeRing } from "../rings/rangeRing.ts";
import { requireRange } from "../rings/ringTemplate.ts";
import { bufferPolygons } from "./bufferPolygons.ts";
import { sourceWalks } from "./sourceWalks.ts";

export interface GeodesicBufferOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  /**
   * How edges run between the vertices of the source: "planar", straight in longitude and latitude, as RFC 7946 says of every GeoJSON edge
   * and as country outlines mean it, though an edge of more than 180° goes the short way; or "geodesic", the shortest way, as someone means it who draws a line between two places, the Pacific
   * included. Unless given, polygons are planar and lines geodesic.
   */
  edges?: SourceEdges;
  properties?: P;
}

/**
 * All places within a geodesic distance of a geometry, on WGS84: what a paper draws when it says "from Ukrainian territory".
 *
 * Every vertex of the result is the end of a geodesic of that length at a right angle to the source, or a corner where two such curves meet.
 * No edge leaves the true line by more than 0.01 % of the distance, anywhere along it; detail of the source finer than 0.001 % of the distance
 * is left out. The result is valid by RFC 7946 in the way of {@link rangeRing}, whatever the size of the source, poles and the antimeridian
 * included. A Point gives exactly its range ring, several points their coverage. Holes wider than twice the distance stay. Where rings cross
 * themselves or each other, inside is what the even-odd rule says.
 *
 * A planar edge of more than 180° goes the short way. A ring round a pole without the frame of the map holds the nearer pole. A ring that does
 * not close, or runs along the equator round the Earth, is an error.
 *
 * Method: exact geodesics from each vertex and along each edge (see `offsetCurves`), without those that lie well within reach of another part
 * of the source, laid out on a lattice by snap rounding; the faces they divide the map into are inside or outside as a whole (see
 * `bufferPolygons`).
 *
 * @param source a Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon, or a feature of one
 * @param km kilometres, more than 0; at most half the circumference
 * @throws {@link GeodesyError} for an empty or unsupported geometry, a coordinate that is not finite or over ±90°, a distance out of bounds
 */
export function geodesicBuffer<P extends GeoJsonProperties = GeoJsonProperties>(
  source: Feature | Geometry,
  km: number,
  options: GeodesicBufferOptions<P> = {},
): Feature<Polygon | MultiPolygon, P> {
  requireRange(km, "km");
  requireOptions(options);
  requireEdges(options.edges);
  const geometry = readGeometry(source, "geometry");
  requirePositions(geometry, "geometry");
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
    case "MultiPolygon":
      return polygonFeature(
        bufferPolygons(sourceWalks(geometry, km, options.edges ?? "planar"), km),
        options.properties,
      );
  }
}
