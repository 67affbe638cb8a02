import type { Feature, GeoJsonProperties, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { readSource, type SourceLoop } from "./bufferSource.ts";
import { areaRings, holdsPlace } from "../areaRings.ts";
import { requireEdges, requireOptions, type SourceEdges } from "../arguments.ts";
import { readGeometry, requirePositions } from "../readGeometry.ts";
import { coverage } from "../overlay/coverage.ts";
import { assemblePolygons, cutAtAntimeridian } from "../rings/cutToEarth.ts";
import { earthPoint, nearestBetween, type EarthPoint } from "../earthPoint.ts";
import { edgeCrossings } from "../overlay/edgeCrossings.ts";
import { BORDER, EdgeList, jitter } from "../overlay/edgeList.ts";
import { GeodesyError } from "../geodesyError.ts";
import { levelSet } from "../overlay/levelSet.ts";
import { rangeRing, polygonFeature } from "../rings/rangeRing.ts";
import { rawOffset, type OffsetPart } from "./rawOffset.ts";
import { ringCrossing, trueRing } from "../overlay/ringCrossing.ts";
import { requireRange } from "../rings/ringTemplate.ts";

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
/** How often a source is tried again, each time shaken anew, whose curves rounding cannot tell apart. */
const MOST_SHAKES = 4;
/** Half a millimetre. */
const SHAKE_DEG = 4.5e-9;

/**
 * All places within a geodesic distance of a geometry, on WGS84: what a paper draws when it says "from Ukrainian territory".
 *
 * Every vertex of the result is the end of a geodesic of that length at a right angle to the source (to a millimetre), or a corner where two
 * such curves meet: solved to a metre, but for a few very blunt ones, which may lie up to 0.01 % of the distance inside. No edge leaves the
 * true line by more than 0.02 % of the distance. The result is valid by RFC 7946 in the way of
 * {@link rangeRing}, whatever the size of the source, poles and the antimeridian included. A Point gives exactly its range ring, several
 * points their coverage. Holes wider than twice the distance stay. Where rings cross themselves or each other, inside is what the even-odd rule
 * says.
 *
 * A planar edge of more than 180° goes the short way. A ring round a pole without the frame of the map holds the nearer pole. A ring that does
 * not close, or runs along the equator round the Earth, is an error.
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
      return polygonFeature(bufferLoops(geometry, km, options.edges ?? "geodesic"), options.properties);
    case "Polygon":
    case "MultiPolygon":
      return polygonFeature(bufferLoops(geometry, km, options.edges ?? "planar"), options.properties);
  }
}

function bufferLoops(geometry: Parameters<typeof readSource>[0], km: number, sourceEdges: SourceEdges): Position[][][] {
  if (km > MAX_BUFFER_KM) {
    throw new GeodesyError(
      "overHalfCircumference",
      "km",
      km,
      `lines and polygons can be buffered by at most ${MAX_BUFFER_KM} km`,
    );
  }
  const polygons =
    geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? areaRings(geometry, sourceEdges) : [];
  const byRings = () => bufferOfRings(polygons, km, sourceEdges);
  const crossed = crossEachOther(polygons) ? byRings() : undefined;
  if (crossed) return crossed;
  const loops = readSource(geometry, km, sourceEdges);
  for (let attempt = 0; ; attempt++) {
    try {
      return bufferOnce(attempt === 0 ? loops : shaken(loops, attempt), polygons, km);
    } catch (error) {
      if (!(error instanceof GeodesyError) || error.code !== "unresolved") throw error;
      // A line that comes back along itself past vertices centimetres apart has curves that all but coincide for their whole length; shaken, it
      // has not. A polygon whose rings lie on each other is inside out where they do.
      if (attempt < MOST_SHAKES) continue;
      const overlaid = polygons.length > 0 && byRings();
      if (!overlaid) throw error;
      return overlaid;
    }
  }
}

/** Whether rings of a polygon cross themselves or another: which side of them is inside then is for the even-odd rule to say. */
function crossEachOther(polygons: Position[][][]): boolean {
  return polygons.some((polygon, index) => {
    const edges = new EdgeList();
    for (const ring of polygon) {
      for (let i = 0; i + 1 < ring.length; i++)
        edges.add(ring[i]![0]!, ring[i]![1]!, ring[i + 1]![0]!, ring[i + 1]![1]!, index, BORDER);
    }
    return edges.count > 0 && !edgeCrossings(edges).next().done;
  });
}

/**
 * The buffer of polygons by that of their rings, taken as lines: what it leaves open is wholly inside or wholly outside. Where it meets the
 * frame of the map, which cuts what is left open, it is found with the globe turned by `turn` degrees; undefined where that does not help, as
 * round the poles.
 */
function bufferOfRings(
  polygons: Position[][][],
  km: number,
  sourceEdges: SourceEdges,
  turn = 0,
): Position[][][] | undefined {
  const rings = polygons.flat().map((ring) => ring.map(([lng = NaN, lat = NaN]) => [lng - turn, lat]));
  const band = bufferLoops({ type: "MultiLineString", coordinates: rings }, km, sourceEdges);
  if (band.some(([ring = []]) => ring.some(([lng = 0, lat = 0]) => Math.abs(lng) === 180 || Math.abs(lat) === 90))) {
    return turn === 0
      ? bufferOfRings(polygons, km, sourceEdges, Math.round(rings[0]?.[0]?.[0] ?? 0) || 180)
      : undefined;
  }
  const kept = band.map(([outer = [], ...holes]) => [
    outer,
    ...holes.filter(([[lng = NaN, lat = NaN] = []]) => !holdsPlace(polygons, lng + turn, lat)),
  ]);
  if (turn === 0) return kept;
  const loops = kept.flat().map((ring) => ({
    lng: ring.slice(1).map(([lng = NaN]) => lng + turn),
    lat: ring.slice(1).map(([, lat = NaN]) => lat),
    turns: 0,
  }));
  return assemblePolygons(cutAtAntimeridian(loops));
}

/** Every place moved by less than a millimetre, the same place always the same way. */
function shaken(loops: SourceLoop[], seed: number): SourceLoop[] {
  const shift = (at: EarthPoint, salt: number) => SHAKE_DEG * jitter(at.lng, at.lat, seed + salt);
  return loops.map((loop) =>
    loop.map((at) => earthPoint(at.lng + shift(at, 0), Math.max(-90, Math.min(90, at.lat + shift(at, 1))))),
  );
}

function bufferOnce(loops: SourceLoop[], polygons: Position[][][], km: number): Position[][][] {
  const { edges, parts, isBeyond, offKm } = rawOffset(loops, km);
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
    const [footA, footB]: [EarthPoint, EarthPoint] = [
      nearestBetween(a.from, a.to, at),
      nearestBetween(b.from, b.to, at),
    ];
    const around = (foot: EarthPoint) => trueRing({ lng: foot.lng, lat: foot.lat, rangeKm: km });
    place = ringCrossing(around(footA), around(footB), place[0]!, place[1]!);
  }
  return place;
}
