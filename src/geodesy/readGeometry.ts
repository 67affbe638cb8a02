import type {
  Feature,
  Geometry,
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from "geojson";
import { checkLngLat, MAX_LONGITUDE } from "./arguments.ts";
import { GeodesyError } from "./geodesyError.ts";

/** Every GeoJSON geometry but a collection. */
export type SimpleGeometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;

/**
 * The geometry of a feature, or a geometry, with every position checked: finite, latitudes within ±90°, rings closed and of four positions
 * or more. Rings may wind either way, cross themselves, or lie anywhere: see `evenOddArea`. Members of a Multi- geometry may be empty. A
 * closing longitude may differ by whole turns.
 *
 * @throws {@link GeodesyError} naming the place within the geometry and its value
 */
export function readGeometry(source: Feature | Geometry, argument: string): SimpleGeometry {
  const geometry: Geometry | null | undefined = source?.type === "Feature" ? source.geometry : source;
  switch (geometry?.type) {
    case "Point":
    case "MultiPoint":
    case "LineString":
    case "MultiLineString":
    case "Polygon":
    case "MultiPolygon":
      checkCoordinates(geometry, `${argument} coordinates`);
      return geometry;
    default:
      throw new GeodesyError(
        "unsupportedGeometry",
        argument,
        geometry?.type ?? geometry,
        "it must be a Point, LineString or Polygon, or a Multi- of these",
      );
  }
}

/** The polygons of a Polygon or MultiPolygon, or of a feature of one, checked as by {@link readGeometry}. */
export function readArea(source: Feature | Geometry, argument: string): Polygon | MultiPolygon {
  const geometry = readGeometry(source, argument);
  if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") return geometry;
  throw new GeodesyError("unsupportedGeometry", argument, geometry.type, "it must be a Polygon or a MultiPolygon");
}

/** Whether a geometry has no position at all. */
export function isEmpty({ coordinates }: SimpleGeometry): boolean {
  const hasNone = (nested: unknown): boolean => Array.isArray(nested) && nested.every(hasNone);
  return hasNone(coordinates);
}

/** Throws where a geometry has no position. */
export function requirePositions(geometry: SimpleGeometry, argument: string): void {
  if (isEmpty(geometry)) throw new GeodesyError("emptyGeometry", argument, geometry, "it needs at least one position");
}

function checkCoordinates({ type, coordinates }: SimpleGeometry, argument: string): void {
  switch (type) {
    case "Point":
      requireArray(coordinates, argument);
      // A Point without coordinates is how some programs write that there is none.
      if (coordinates.length > 0) checkPosition(coordinates, argument);
      break;
    case "MultiPoint":
    case "LineString":
      checkLine(coordinates, argument);
      break;
    case "MultiLineString":
      eachOf(coordinates, argument, checkLine);
      break;
    case "Polygon":
      eachOf(coordinates, argument, checkRing);
      break;
    case "MultiPolygon":
      eachOf(coordinates, argument, (rings, name) => eachOf(rings, name, checkRing));
  }
}

function eachOf<T>(values: readonly T[], argument: string, check: (value: T, argument: string) => void): void {
  requireArray(values, argument);
  for (let i = 0; i < values.length; i++) check(values[i]!, `${argument}[${i}]`);
}

function checkLine(line: Position[], argument: string): void {
  requireArray(line, argument);
  for (let i = 0; i < line.length; i++) {
    const position = line[i];
    // The name of a place is put together only where it is needed: outlines have hundreds of thousands.
    if (
      !Array.isArray(position) ||
      typeof position[0] !== "number" ||
      typeof position[1] !== "number" ||
      !(Math.abs(position[0]) <= MAX_LONGITUDE && Math.abs(position[1]) <= 90)
    )
      checkPosition(position, `${argument}[${i}]`);
  }
}

function checkPosition(position: unknown, argument: string): void {
  if (!Array.isArray(position) || position.length < 2)
    throw new GeodesyError("notAPosition", argument, position, "it must be a position [lng, lat]");
  checkLngLat(position[0], position[1], argument);
}

function checkRing(ring: Position[], argument: string): void {
  checkLine(ring, argument);
  if (ring.length < 4) {
    throw new GeodesyError(
      "ringTooShort",
      argument,
      ring,
      "a ring needs four positions or more, the last the same as the first",
    );
  }
  const [first, last] = [ring[0]!, ring.at(-1)!];
  const turns = (last[0]! - first[0]!) / 360;
  if (first[1] !== last[1] || (turns !== 0 && (Math.abs(turns) < 0.5 || Math.abs(turns - Math.round(turns)) > 1e-12)))
    throw new GeodesyError("unclosedRing", argument, [first, last], "a ring must end where it starts");
}

function requireArray(value: unknown, argument: string): void {
  if (!Array.isArray(value))
    throw new GeodesyError("notCoordinates", argument, value, "it must be an array, as GeoJSON has it");
}

/** The lines and rings of a geometry; none for points. */
export function linesOf({ type, coordinates }: SimpleGeometry): Position[][] {
  switch (type) {
    case "LineString":
      return [coordinates];
    case "MultiLineString":
    case "Polygon":
      return coordinates;
    case "MultiPolygon":
      return coordinates.flat();
    default:
      return [];
  }
}
