import type { Coord } from "@turf/turf";
import { GeodesyError } from "./geodesyError.ts";

/** Half the circumference through the poles, the longest geodesic distance on WGS84: 20,003.931 km. */
export const MAX_DISTANCE_KM = 20003.93145862545;

/** Reads `[lng, lat]` out of a Turf `Coord`; a longitude may be unwrapped, a latitude must be within ±90°. */
export function readLngLat(coord: Coord, argument: string): [number, number] {
  const position: unknown = Array.isArray(coord)
    ? coord
    : coord?.type === "Feature"
      ? coord.geometry?.coordinates
      : coord?.coordinates;
  if (!Array.isArray(position) || typeof position[0] !== "number" || typeof position[1] !== "number") {
    throw new GeodesyError(
      "notAPosition",
      argument,
      coord,
      "it must be a Point feature, a Point, or a position [lng, lat]",
    );
  }
  const [lng, lat] = position as [number, number];
  checkLngLat(lng, lat, argument);
  return [lng, lat];
}

/** Throws unless both are finite and the latitude is within ±90°. */
export function checkLngLat(lng: number, lat: number, argument: string): void {
  requireFinite(lng, `${argument} longitude`);
  requireFinite(lat, `${argument} latitude`);
  if (Math.abs(lat) > 90) {
    throw new GeodesyError("latitudeOutOfRange", `${argument} latitude`, lat, "it must be from -90 to 90 degrees");
  }
}

/** Throws unless the value is a finite number. */
export function requireFinite(value: number, argument: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new GeodesyError("notFinite", argument, value, "it must be a finite number");
  }
}

/** Throws unless the value is a distance in kilometres from zero to half the circumference. */
export function requireDistanceKm(value: number, argument: string): void {
  requireFinite(value, argument);
  if (value < 0) throw new GeodesyError("negative", argument, value, "it must be zero or more kilometres");
  if (value > MAX_DISTANCE_KM) {
    throw new GeodesyError(
      "overHalfCircumference",
      argument,
      value,
      `it must be at most half the circumference, ${MAX_DISTANCE_KM.toFixed(3)} km`,
    );
  }
}

/** Longitude brought into -180 up to, not including, 180; 180 itself is kept. */
export function wrapLng(lng: number): number {
  if (lng >= -180 && lng <= 180) return lng;
  return lng - 360 * Math.floor((lng + 180) / 360);
}
