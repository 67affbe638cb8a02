import type { Coord } from "@turf/turf";
import { GeodesyError, type GeodesyErrorCode } from "./geodesyError.ts";

/** Half the circumference through the poles, the longest geodesic distance on WGS84: 20,003.931 km. */
export const MAX_DISTANCE_KM = 20003.93145862545;

/** A hundred turns: a longitude this far out still says where it is to a micrometre. */
export const MAX_LONGITUDE = 36_000;

/** How edges run between vertices: straight in longitude and latitude, or the shortest way on the Earth. */
export type SourceEdges = "planar" | "geodesic";

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

/** Throws unless both are finite, the latitude within ±90° and the longitude within a hundred turns. */
export function checkLngLat(lng: number, lat: number, argument: string): void {
  requireLongitude(lng, `${argument} longitude`);
  requireLatitude(lat, `${argument} latitude`);
}

export function requireLatitude(lat: number, argument: string): void {
  requireFinite(lat, argument);
  if (Math.abs(lat) > 90)
    throw new GeodesyError("latitudeOutOfRange", argument, lat, "it must be from -90 to 90 degrees");
}

export function requireLongitude(lng: number, argument: string): void {
  requireFinite(lng, argument);
  if (Math.abs(lng) > MAX_LONGITUDE) {
    throw new GeodesyError(
      "longitudeOutOfRange",
      argument,
      lng,
      `it must be from -${MAX_LONGITUDE} to ${MAX_LONGITUDE} degrees`,
    );
  }
}

/** Throws unless the value is a finite number. */
export function requireFinite(value: number, argument: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new GeodesyError("notFinite", argument, value, "it must be a finite number");
  }
}

/** Throws unless the value is a finite number from zero. */
export function requireNotNegative(value: number, argument: string): void {
  requireFinite(value, argument);
  if (value < 0) throw new GeodesyError("negative", argument, value, "it must be zero or more");
}

/** Throws unless the value is a distance in kilometres from zero to half the circumference. */
export function requireDistanceKm(value: number, argument: string): void {
  requireNotNegative(value, argument);
  if (value > MAX_DISTANCE_KM) {
    throw new GeodesyError(
      "overHalfCircumference",
      argument,
      value,
      `it must be at most half the circumference, ${MAX_DISTANCE_KM.toFixed(3)} km`,
    );
  }
}

/** Throws unless the value is a whole number within bounds. */
export function requireCount(
  value: number,
  argument: string,
  { from, to = Number.MAX_SAFE_INTEGER, code = "invalidCount" }: { from: number; to?: number; code?: GeodesyErrorCode },
): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  const bounds = to === Number.MAX_SAFE_INTEGER ? `from ${from}` : `from ${from} to ${to}`;
  throw new GeodesyError(code, argument, value, `it must be a whole number ${bounds}`);
}

/** Throws unless options, with their properties and what is called for progress, are of a kind that can be used. */
export function requireOptions(given: object): void {
  requireObject(given, "options");
  const options: { properties?: unknown; onProgress?: unknown } = given;
  if (options.properties !== undefined && options.properties !== null)
    requireObject(options.properties, "options.properties");
  requireFunction(options.onProgress, "options.onProgress");
}

function requireObject(value: unknown, argument: string): void {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new GeodesyError("notAnObject", argument, value, "it must be an object, or left out");
}

/** Throws unless the value is a function, or left out. */
export function requireFunction(value: unknown, argument: string): void {
  if (value !== undefined && typeof value !== "function")
    throw new GeodesyError("notAFunction", argument, value, "it must be a function, or left out");
}

/** Throws unless the value can be gone through; a string can, but holds nothing that is wanted here. */
export function requireIterable(value: Iterable<unknown>, argument: string): void {
  if (typeof value !== "object" || typeof value?.[Symbol.iterator] !== "function")
    throw new GeodesyError("notIterable", argument, value, "it must be an array or another iterable");
}

/** Throws unless the value is a way for edges to run, or left out. */
export function requireEdges(edges: SourceEdges | undefined): void {
  if (edges !== undefined && edges !== "planar" && edges !== "geodesic")
    throw new GeodesyError("unknownEdges", "options.edges", edges, 'it must be "planar" or "geodesic"');
}
