import { booleanClockwise, truncate } from "@turf/turf";
import type { LineString, MultiLineString, MultiPolygon, Point, Polygon, Position } from "geojson";

/** Six decimals are 11 cm, far more precise than any published range. */
const MICRO = 1e6;

/** A closed ring in millionths of a degree: `[lng, lat, lng, lat, …]`. */
export type MicroRing = Int32Array;

export const toMicro = (degrees: number): number => Math.round(degrees * MICRO);
export const fromMicro = (micro: number): number => micro / MICRO;

function reverse(ring: MicroRing): void {
  for (let low = 0, high = ring.length - 2; low < high; low += 2, high -= 2) {
    const [x, y] = [ring[low] ?? 0, ring[low + 1] ?? 0];
    ring[low] = ring[high] ?? 0;
    ring[low + 1] = ring[high + 1] ?? 0;
    ring[high] = x;
    ring[high + 1] = y;
  }
}

/** Rounds a ring and drops vertices that coincide with the previous one. Undefined if rounding collapses the ring to a line. */
function microRing(ring: Position[], isExterior: boolean): MicroRing | undefined {
  const out = new Int32Array(2 * ring.length);
  let length = 0;
  for (const position of ring) {
    const x = toMicro(position[0] ?? 0);
    const y = toMicro(position[1] ?? 0);
    if (length > 0 && out[length - 2] === x && out[length - 1] === y) continue;
    out[length++] = x;
    out[length++] = y;
  }
  if (length < 8) return undefined;
  const rounded = out.subarray(0, length);
  if (booleanClockwise(ring) === isExterior) reverse(rounded);
  return rounded;
}

/** The polygons of a shape with the winding of RFC 7946: exterior rings counterclockwise, holes clockwise. */
export function rfcPolygons(geometry: Polygon | MultiPolygon): MicroRing[][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .map((polygon) => polygon.flatMap((ring, index) => microRing(ring, index === 0) ?? []))
    .filter((rings) => rings.length > 0);
}

function positionsOf(ring: MicroRing): Position[] {
  return Array.from({ length: ring.length / 2 }, (_, index) => [
    fromMicro(ring[2 * index] ?? 0),
    fromMicro(ring[2 * index + 1] ?? 0),
  ]);
}

/** Cuts a line where it crosses the antimeridian, as RFC 7946 requires. Input longitudes may exceed ±180 degrees. */
function cutLine(line: Position[]): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  /** The number of whole turns by which the current part is shifted back to −180…180 degrees. */
  let turn = 0;
  line.forEach(([lng = 0, lat = 0], index) => {
    const [beforeLng = lng, beforeLat = lat] = line[index - 1] ?? [];
    const next = Math.floor((lng + 180) / 360);
    if (index === 0) turn = next;
    // An endpoint exactly on the antimeridian does not start another part.
    while (turn !== next && Math.abs(lng - (360 * turn + (next > turn ? 180 : -180))) > 0) {
      const edge = 360 * turn + (next > turn ? 180 : -180);
      const atEdge = beforeLat + ((lat - beforeLat) * (edge - beforeLng)) / (lng - beforeLng);
      part.push([edge - 360 * turn, atEdge]);
      parts.push(part);
      turn += next > turn ? 1 : -1;
      part = [[edge - 360 * turn, atEdge]];
    }
    part.push([lng - 360 * turn, lat]);
  });
  parts.push(part);
  return parts.filter((piece) => piece.length > 1);
}

/** A geometry as RFC 7946 requires it, rounded to a millionth of a degree. Rings that rounding collapses to a line are left out. */
export function toRfcGeometry(
  geometry: Polygon | MultiPolygon | LineString | MultiLineString | Point,
): Polygon | MultiPolygon | LineString | MultiLineString | Point {
  if (geometry.type === "Point") return truncate(geometry, { precision: 6 });
  if (geometry.type === "LineString" || geometry.type === "MultiLineString") {
    const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    const parts = lines.flatMap(cutLine);
    const line: LineString | MultiLineString =
      parts.length === 1 && parts[0]
        ? { type: "LineString", coordinates: parts[0] }
        : { type: "MultiLineString", coordinates: parts };
    return truncate(line, { precision: 6, mutate: true });
  }
  const polygons = rfcPolygons(geometry).map((rings) => rings.map(positionsOf));
  return polygons.length === 1 && polygons[0]
    ? { type: "Polygon", coordinates: polygons[0] }
    : { type: "MultiPolygon", coordinates: polygons };
}
