import type { Geometry, LineString, Polygon, Position } from "geojson";
import { wrapLongitude } from "../geodesy/wrapLongitude.ts";

type HandDrawn = LineString | Polygon;

/** How a drawing ended: with a shape, with too few corners to be one, or given up. */
export type DrawingEnd = HandDrawn | "tooFewCorners" | undefined;

/** Coordinates to about a metre: a launch area is drawn by hand. */
const round = ([lng = 0, lat = 0]: Position): Position => [
  Math.round(wrapLongitude(lng) * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
];

const countPlaces = (line: Position[]): number => new Set(line.map(String)).size;

/** What was drawn as a launch line or area; undefined where it has too few corners to be one, as after Enter at the first. */
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
