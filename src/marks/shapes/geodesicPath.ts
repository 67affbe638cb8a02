import type { LineString, MultiPolygon, Polygon, Position } from "geojson";
import { bearingDeg, destination, distanceKm } from "../../geodesy/distance.ts";
import { wrapLongitude } from "../../geodesy/wrapLongitude.ts";
import type { SourceGeometry } from "./shapeSource.ts";

/** The distance in kilometres between points inserted along an edge, short enough for a smooth curve at our zooms. */
const STEP_KM = 100;
const MOST_STEPS = 200;

/** Points along the geodesics between positions. Longitudes continue past ±180 degrees instead of jumping. */
function geodesicPath(positions: Position[]): Position[] {
  const path: Position[] = [];
  const push = ([lng = 0, lat = 0]: Position) => {
    const before = path.at(-1)?.[0] ?? lng;
    path.push([wrapLongitude(lng, before), lat]);
  };
  positions.forEach((position, index) => {
    const from = positions[index - 1];
    if (from) {
      const lengthKm = distanceKm(from, position);
      const steps = Math.min(MOST_STEPS, Math.ceil(lengthKm / STEP_KM));
      const bearing = steps > 1 ? bearingDeg(from, position) : 0;
      for (let step = 1; step < steps; step += 1)
        push(destination(from, (lengthKm * step) / steps, bearing).geometry.coordinates);
    }
    push(position);
  });
  return path;
}

const paths = new WeakMap<SourceGeometry, SourceGeometry>();

/** A user's line or area with geodesic edges, or a country's outline unchanged. For drawing, not for measuring. */
export function toDrawnShape(shape: SourceGeometry): LineString | Polygon | MultiPolygon {
  if (shape.type === "MultiPolygon") return shape;
  let drawn = paths.get(shape);
  if (!drawn) {
    drawn =
      shape.type === "LineString"
        ? { type: "LineString", coordinates: geodesicPath(shape.coordinates) }
        : { type: "Polygon", coordinates: shape.coordinates.map(geodesicPath) };
    paths.set(shape, drawn);
  }
  return drawn;
}
