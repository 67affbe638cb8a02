import type { Feature, GeoJsonProperties, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { holdsPlace, readSource, unwrapPolygons, type SourceEdges } from "./bufferSource.ts";
import { coverage } from "./coverage.ts";
import { assemblePolygons } from "./cutToEarth.ts";
import { earthPoint, placeOf, type EarthPoint } from "./earthPoint.ts";
import { GeodesyError } from "./geodesyError.ts";
import { levelSet } from "./levelSet.ts";
import { rangeRing, polygonFeature } from "./rangeRing.ts";
import { rawOffset, type OffsetPart } from "./rawOffset.ts";
import { ringCrossing, trueRing } from "./ringCrossing.ts";
import { requireRange } from "./ringTemplate.ts";

export interface GeodesicBufferOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  /**
   * How edges run between the vertices of the source: "planar", straight in longitude and latitude, as RFC 7946 says of every GeoJSON edge
   * and as country outlines mean it, though an edge of more than 180° goes the short way; or "geodesic", the shortest way, as someone means it who draws a line between two places, the Pacific
   * included. Unless given, polygons are planar and lines geodesic.
   */
  edges?: SourceEdges;
  properties?: P;
}

/** The farthest that lines and polygons can be buffered; places and their rings go to half the circumference. */
const MAX_BUFFER_KM = 10_000;

/**
 * All places within a geodesic distance of a geometry, on WGS84: what a paper draws when it says "from Ukrainian territory".
 *
 * Every vertex of the result is the end of a geodesic of that length at a right angle to the source (to a millimetre), or a corner where two
 * such curves meet: solved to a metre, but for a few very blunt ones, which may lie up to 0.01 % of the distance inside. No edge leaves the
 * true line by more than 0.02 % of the distance. The result is valid by RFC 7946 in the way of
 * {@link rangeRing}, whatever the size of the source, poles and the antimeridian included. A Point gives exactly its range ring, several
 * points their coverage. Holes wider than twice the distance stay.
 *
 * Method: exact geodesics from each vertex (see `ringTemplate`), the convolution of the outline with a disc (see `rawOffset`), and the border
 * of what it encloses (see `levelSet`). Costs n log n with the vertices of the source.
 *
 * @param source a Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon, or a feature of one
 * @param km kilometres, more than 0; at most half the circumference for points, 10,000 km for lines and polygons
 * @throws {@link GeodesyError} for an empty or unsupported geometry, a coordinate that is not finite or over ±90°, a distance out of bounds
 */
export function geodesicBuffer<P extends GeoJsonProperties = GeoJsonProperties>(
  source: Feature | Geometry,
  km: number,
  options: GeodesicBufferOptions<P> = {},
): Feature<Polygon | MultiPolygon, P> {
  requireRange(km, "km");
  const geometry = source?.type === "Feature" ? source.geometry : source;
  switch (geometry?.type) {
    case "Point":
      if (geometry.coordinates.length === 0) throw empty(geometry);
      return rangeRing(geometry.coordinates, km, options);
    case "MultiPoint": {
      if (geometry.coordinates.length === 0) throw empty(geometry);
      const { coordinates } = coverage(geometry.coordinates.map((center) => ({ center, rangeKm: km }))).geometry;
      return polygonFeature(coordinates, options.properties);
    }
    case "LineString":
    case "MultiLineString":
      return polygonFeature(bufferLoops(geometry, km, options.edges ?? "geodesic"), options.properties);
    case "Polygon":
    case "MultiPolygon":
      return polygonFeature(bufferLoops(geometry, km, options.edges ?? "planar"), options.properties);
    default:
      throw new GeodesyError("unsupportedGeometry", "geometry", geometry?.type, "it must be a Point, LineString or Polygon, or a Multi- of these");
  }
}

const empty = (geometry: Geometry) => new GeodesyError("emptyGeometry", "geometry", geometry, "it needs at least one position");

function bufferLoops(geometry: Parameters<typeof readSource>[0], km: number, sourceEdges: SourceEdges): Position[][][] {
  if (km > MAX_BUFFER_KM) {
    throw new GeodesyError("overHalfCircumference", "km", km, `lines and polygons can be buffered by at most ${MAX_BUFFER_KM} km`);
  }
  const { edges, parts, isBeyond, offKm } = rawOffset(readSource(geometry, km, sourceEdges), km);
  const polygons = unwrapPolygons(geometry);
  const { pieces, everywhere } = levelSet(edges, 1, {
    simpleOwners: false,
    anchor: { isOutside: (x, y) => isBeyond(x, y) && !holdsPlace(polygons, x, y), offKm },
    refine: (ownerA, ownerB, x, y) => corner(parts[ownerA]!, parts[ownerB]!, km, x, y),
  });
  return pieces.rings.length + pieces.chains.length === 0 && !everywhere ? [] : assemblePolygons(pieces);
}

/** The corner near [x, y] at the distance from two stretches of the source: where the rings round the nearest places of both cross. */
function corner(a: OffsetPart, b: OffsetPart, km: number, x: number, y: number): Position | undefined {
  let place: Position | undefined = [x, y];
  for (let i = 0; i < 3 && place; i++) {
    const at = earthPoint(place[0]!, place[1]!);
    const [footA, footB]: [EarthPoint, EarthPoint] = [nearest(a, at), nearest(b, at)];
    const around = (foot: EarthPoint) => trueRing({ lng: foot.lng, lat: foot.lat, rangeKm: km });
    place = ringCrossing(around(footA), around(footB), place[0]!, place[1]!);
  }
  return place;
}

/** The place of a stretch nearest to a point: where the point's plumb line meets the chord. */
function nearest({ from, to }: OffsetPart, at: EarthPoint): EarthPoint {
  if (from === to) return from;
  const [dx, dy, dz] = [to.x - from.x, to.y - from.y, to.z - from.z];
  const share = ((at.x - from.x) * dx + (at.y - from.y) * dy + (at.z - from.z) * dz) / (dx * dx + dy * dy + dz * dz);
  const t = Math.min(1, Math.max(0, share));
  return placeOf(from.x + dx * t, from.y + dy * t, from.z + dz * t);
}
