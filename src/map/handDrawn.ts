import type { Geometry, LineString, Polygon, Position } from "geojson";
import { wrapLongitude } from "../geodesy/wrapLongitude.ts";

type HandDrawn = LineString | Polygon;

/** How a drawing ended: with a shape, with too few corners, or cancelled. */
export type DrawingEnd = HandDrawn | "tooFewCorners" | undefined;

/** Rounds to about a metre, which is precise enough for a shape drawn by hand. */
const round = ([lng = 0, lat = 0]: Position): Position => [
  Math.round(wrapLongitude(lng) * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
];

const countPlaces = (line: Position[]): number => new Set(line.map(String)).size;

/** Converts what was drawn to a launch line or area; undefined if it has too few corners, as after Enter at the first one. */
export function toHandDrawn(geometry: Geometry | undefined): HandDrawn | undefined {
  if (geometry?.type === "LineString") {
    const coordinates = geometry.coordinates.map(round);
    return countPlaces(coordinates) < 2 ? undefined : { type: "LineString", coordinates };
  }
  if (geometry?.type === "Polygon") {
    const coordinates = geometry.coordinates.map((ring) => ring.map(round));
    return coordinates.length === 0 || coordinates.some((ring) => countPlaces(ring) < 3)
      ? undefined
      : { type: "Polygon", coordinates };
  }
  return undefined;
}
