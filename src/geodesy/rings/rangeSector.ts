import type { Coord } from "@turf/turf";
import geographiclib from "geographiclib-geodesic";
import type { Feature, GeoJsonProperties, MultiPolygon, Polygon, Position } from "geojson";
import { readLngLat, requireDistanceKm, requireFinite, requireOptions } from "../arguments.ts";
import { GeodesyError } from "../geodesyError.ts";
import { traceCurve } from "../traceCurve.ts";
import { wrapLongitude } from "../wrapLongitude.ts";
import { assemblePolygons, cutAtAntimeridian, type Loop } from "./cutToEarth.ts";
import { polygonFeature } from "./rangeRing.ts";
import { FAR_RING_KM, requireRange } from "./ringTemplate.ts";

const { Geodesic } = geographiclib;

export interface RangeSectorOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  /** Kilometres from which the sector begins, less than its range; from the centre unless given, or if less than a millimetre. */
  minKm?: number;
  properties?: P;
}

/** How far an edge may leave the true line, as a share of the range, or of the width of a narrow sector. */
const TOLERANCE = 0.9e-4;

/**
 * The places within a geodesic distance whose bearing from the centre lies between two, clockwise from the first to the second: a slice of
 * {@link rangeRing}, or of a band where `options.minKm` is given.
 *
 * Every vertex lies on the true line to a micrometre, and no edge leaves it by more than 0.01 % of the range. Valid by RFC 7946 in the way of
 * {@link rangeRing}, over poles and the antimeridian.
 *
 * @param rangeKm kilometres, more than 0 and at most 19,960, from where on geodesics of different bearings meet
 * @param fromDeg degrees clockwise from north, any finite number
 * @param toDeg the same; a sector of a whole turn is a ring, and an error here
 * @throws {@link GeodesyError} naming the argument and its value
 */
export function rangeSector<P extends GeoJsonProperties = GeoJsonProperties>(
  center: Coord,
  rangeKm: number,
  fromDeg: number,
  toDeg: number,
  options: RangeSectorOptions<P> = {},
): Feature<Polygon | MultiPolygon, P> {
  const [lng, lat] = readLngLat(center, "center");
  requireRange(rangeKm);
  if (rangeKm > FAR_RING_KM)
    throw new GeodesyError("overHalfCircumference", "rangeKm", rangeKm, `it must be at most ${FAR_RING_KM} km`);
  requireFinite(fromDeg, "fromDeg");
  requireFinite(toDeg, "toDeg");
  requireOptions(options);
  const { minKm = 0, properties } = options;
  requireDistanceKm(minKm, "options.minKm");
  if (minKm >= rangeKm)
    throw new GeodesyError("minOverMax", "options.minKm", minKm, `it must be less than rangeKm, ${rangeKm}`);
  const from = fromDeg % 360;
  const width = ((((toDeg % 360) - from) % 360) + 360) % 360;
  if (width === 0)
    throw new GeodesyError("emptySector", "toDeg", toDeg, `it must be another bearing than fromDeg, ${fromDeg}`);
  const loop = sectorLoop([wrapLongitude(lng), lat], [minKm < 1e-6 ? 0 : minKm, rangeKm], [from, from + width]);
  return polygonFeature(assemblePolygons(cutAtAntimeridian([loop])), properties);
}

/** The border, the sector on its left: back along the arc, in along one side, along the inner arc, and out along the other. */
function sectorLoop(center: Position, [minKm, maxKm]: [number, number], [from, to]: [number, number]): Loop {
  const [lng = NaN, lat = NaN] = center;
  const placeAt = (km: number, bearing: number): Position => {
    const { lat2 = NaN, lon2 = NaN } = Geodesic.WGS84.Direct(lat, lng, bearing, km * 1000);
    return [lon2, lat2];
  };
  // No finer than a micrometre, where rounding begins.
  const toleranceKm = Math.max(1e-9, TOLERANCE * maxKm * Math.min(1, ((to - from) * Math.PI) / 180));
  const isFromPole = Math.abs(lat) === 90;
  const places = [placeAt(maxKm, to)];
  const trace = (curve: (at: number) => Position, ends: [number, number], pieces: number) =>
    places.push(...traceCurve(curve, places.at(-1)!, ends, toleranceKm, pieces));
  const arcPieces = Math.ceil((to - from) / 5);
  trace((bearing) => placeAt(maxKm, bearing), [to, from], arcPieces);
  if (isFromPole && minKm === 0) {
    // The sides are meridians, and the corner is as wide on the map as the arc.
    const [end = NaN] = places.at(-1)!;
    places.push([end, lat], [places[0]![0]!, lat]);
  } else {
    trace((km) => placeAt(km, from), [maxKm, minKm], 8);
    if (minKm > 0) trace((bearing) => placeAt(minKm, bearing), [from, to], arcPieces);
    trace((km) => placeAt(km, to), [minKm, maxKm], 8);
  }
  // The last place is the first again, unless the corner is at a pole.
  const closing = isFromPole && minKm === 0 ? places[0]! : places.pop()!;
  return {
    lng: places.map(([x = NaN]) => x),
    lat: places.map(([, y = NaN]) => y),
    turns: Math.round((closing[0]! - places[0]![0]!) / 360),
  };
}
