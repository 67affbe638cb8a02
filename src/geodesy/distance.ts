import type { Coord } from "@turf/turf";
import type { Feature, GeoJsonProperties, Point } from "geojson";
import geographiclib from "geographiclib-geodesic";
import { readLngLat, requireDistanceKm, requireFinite, requireOptions } from "./arguments.ts";
import { wrapLongitude } from "./wrapLongitude.ts";

const { Geodesic } = geographiclib;
const wgs84 = Geodesic.WGS84;

/**
 * Geodesic distance between two places on WGS84, in kilometres.
 *
 * Method: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), by GeographicLib; accurate to about 15 nanometres, nearly
 * antipodal places included.
 *
 * @throws {@link GeodesyError} where a coordinate is not finite or a latitude lies outside ±90°
 */
export function distanceKm(a: Coord, b: Coord): number {
  const [lng1, lat1] = readLngLat(a, "a");
  const [lng2, lat2] = readLngLat(b, "b");
  return (wgs84.Inverse(lat1, lng1, lat2, lng2, Geodesic.DISTANCE).s12 ?? NaN) / 1000;
}

/**
 * Initial bearing of the geodesic from one place to another, in degrees clockwise from north, from 0 up to 360.
 *
 * Method and accuracy as for {@link distanceKm}. From a pole it is measured from the meridian of the pole's own longitude.
 *
 * @throws {@link GeodesyError} where a coordinate is not finite or a latitude lies outside ±90°
 */
export function bearingDeg(from: Coord, to: Coord): number {
  const [lng1, lat1] = readLngLat(from, "from");
  const [lng2, lat2] = readLngLat(to, "to");
  const azimuth = wgs84.Inverse(lat1, lng1, lat2, lng2, Geodesic.AZIMUTH).azi1 ?? NaN;
  return azimuth < 0 ? (azimuth + 360) % 360 : azimuth + 0;
}

/**
 * The place reached from `origin` along a geodesic, as a Point with its longitude within ±180°.
 *
 * @param distance kilometres, from 0 to half the circumference (20,003.931 km)
 * @param bearing degrees clockwise from north, any finite number
 * @throws {@link GeodesyError} where a number is not finite, the distance negative or over half the circumference, the latitude outside ±90°,
 * the longitude over a hundred turns
 */
export function destination<P extends GeoJsonProperties = GeoJsonProperties>(
  origin: Coord,
  distance: number,
  bearing: number,
  options: { properties?: P } = {},
): Feature<Point, P> {
  const [lng, lat] = readLngLat(origin, "origin");
  requireDistanceKm(distance, "distanceKm");
  requireFinite(bearing, "bearingDeg");
  requireOptions(options);
  const end = wgs84.Direct(lat, lng, bearing, distance * 1000, Geodesic.LATITUDE | Geodesic.LONGITUDE);
  const coordinates = [wrapLongitude(end.lon2 ?? NaN), end.lat2 ?? NaN];
  return { type: "Feature", properties: options.properties ?? ({} as P), geometry: { type: "Point", coordinates } };
}
