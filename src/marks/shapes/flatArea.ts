import type { Position } from "geojson";
import type { Area } from "../drawn.ts";

/**
 * An area as numbers in a row, which a worker hands over without a copy: a nested array of a million positions takes the page most of a
 * second to receive.
 */
export interface FlatArea {
  /** Longitude and latitude in degrees of each position, ring after ring. */
  positions: Float64Array;
  /** For each ring, the index of the position after its last. */
  ringEnds: Uint32Array;
  /** For each polygon, the index of the ring after its last. */
  polygonEnds: Uint32Array;
}

export function flattenArea({ geometry }: Area): FlatArea {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  const positions = new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0));
  const ringEnds = new Uint32Array(rings.length);
  const polygonEnds = new Uint32Array(polygons.length);
  let at = 0;
  rings.forEach((ring, index) => {
    for (const [lng = 0, lat = 0] of ring) {
      positions[at] = lng;
      positions[at + 1] = lat;
      at += 2;
    }
    ringEnds[index] = at / 2;
  });
  let ring = 0;
  polygons.forEach((polygon, index) => {
    polygonEnds[index] = ring += polygon.length;
  });
  return { positions, ringEnds, polygonEnds };
}

/** The number of positions in a ring, its first one counted again at its end. */
export const ringLength = ({ ringEnds }: FlatArea, ring: number): number =>
  (ringEnds[ring] ?? 0) - (ringEnds[ring - 1] ?? 0);

/** Every `stride`-th position of a ring, and its last. */
export function ringOf({ positions, ringEnds }: FlatArea, ring: number, stride = 1): Position[] {
  const [start, last] = [ringEnds[ring - 1] ?? 0, (ringEnds[ring] ?? 0) - 1];
  const positionAt = (at: number): Position => [positions[2 * at] ?? 0, positions[2 * at + 1] ?? 0];
  const line: Position[] = [];
  for (let at = start; at < last; at += stride) line.push(positionAt(at));
  if (last >= start) line.push(positionAt(last));
  return line;
}

/** The area again, as GeoJSON. */
export function unflattenArea(flat: FlatArea): Area {
  const polygons = Array.from(flat.polygonEnds, (end, index) => {
    const first = flat.polygonEnds[index - 1] ?? 0;
    return Array.from({ length: end - first }, (_, ring) => ringOf(flat, first + ring));
  });
  return {
    type: "Feature",
    properties: {},
    geometry:
      polygons.length === 1
        ? { type: "Polygon", coordinates: polygons[0] ?? [] }
        : { type: "MultiPolygon", coordinates: polygons },
  };
}
