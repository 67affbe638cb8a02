import type { Feature, Geometry, Position } from "geojson";
import { unwrapLine, unwrapRing } from "./areaRings.ts";
import { requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { distanceKm } from "./distance.ts";
import { meridianRadiusKm, parallelRadiusKm } from "./earthPoint.ts";
import { integrate } from "./integrate.ts";
import { linesOf, readGeometry } from "./readGeometry.ts";

const RADIANS = Math.PI / 180;

/**
 * Length of lines, or of the outline of areas with their holes, on WGS84 in kilometres; 0 for points and empty geometries. Sides along ±180° and
 * along a pole are where a map is cut, not part of an outline, and do not count.
 *
 * Edges are planar for polygons and geodesic for lines unless `options.edges` says otherwise: geodesic ones as {@link distanceKm} has them,
 * planar ones to a billionth. An edge of more than 180° goes the short way, a planar one of 360° right round.
 *
 * Polygons that are not valid: every ring counts as it is written, whether it crosses itself or another, lies within a hole or outside its
 * shell, or winds the wrong way; a spike counts there and back. A ring that is not closed is an error.
 *
 * @param geometry a Point, LineString, Polygon or a Multi- of these, or a feature of one
 * @throws {@link GeodesyError} naming the argument and its value: an unsupported geometry, a ring that is not closed or of fewer than four
 * positions, a coordinate that is not finite, a latitude outside ±90°, a longitude over a hundred turns
 */
export function lengthKm(geometry: Feature | Geometry, options: { edges?: SourceEdges } = {}): number {
  requireOptions(options);
  requireEdges(options.edges);
  const source = readGeometry(geometry, "geometry");
  const isArea = source.type.endsWith("Polygon");
  const edges = options.edges ?? (isArea ? "planar" : "geodesic");
  let sum = 0;
  for (const line of linesOf(source)) {
    const run = isArea && edges === "planar" ? unwrapRing(line) : unwrapLine(line);
    for (let i = 0; i + 1 < run.length; i++) {
      const [from, to] = [run[i]!, run[i + 1]!];
      if (isArea && isCut(from, to)) continue;
      sum += edges === "geodesic" ? distanceKm(from, to) : planarLengthKm(from, to);
    }
  }
  return sum;
}

/** Whether a side lies along the antimeridian or a pole. */
const isCut = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  (ax === bx && Math.abs(ax % 360) === 180) || (Math.abs(ay) === 90 && ay === by);

/** Length of an edge that is straight in longitude and latitude. */
function planarLengthKm([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const [dx, dy] = [(bx - ax) * RADIANS, (by - ay) * RADIANS];
  return integrate(
    (share) => {
      const lat = (ay + (by - ay) * share) * RADIANS;
      return Math.hypot(parallelRadiusKm(lat) * dx, meridianRadiusKm(lat) * dy);
    },
    [0, 1],
    Math.max(1, Math.ceil(Math.abs(by - ay))),
  );
}
