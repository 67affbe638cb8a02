import type { Feature, Geometry, Position } from "geojson";
import { unwrapLine } from "./areaRings.ts";
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
 * planar ones to a billionth. An edge of more than 180° goes the short way. Rings that cross themselves or wind the wrong way count like any
 * other; one that does not close is an error.
 *
 * @throws {@link GeodesyError} for an unsupported geometry, an unclosed ring, and coordinates that are not finite or over ±90°
 */
export function lengthKm(geometry: Feature | Geometry, options: { edges?: SourceEdges } = {}): number {
  requireOptions(options);
  requireEdges(options.edges);
  const source = readGeometry(geometry, "geometry");
  const isArea = source.type.endsWith("Polygon");
  const edges = options.edges ?? (isArea ? "planar" : "geodesic");
  let sum = 0;
  for (const line of linesOf(source)) {
    const run = unwrapLine(line);
    for (let i = 0; i + 1 < line.length; i++) {
      if (isArea && isCut(line[i]!, line[i + 1]!)) continue;
      sum += edges === "geodesic" ? distanceKm(line[i]!, line[i + 1]!) : planarLengthKm(run[i]!, run[i + 1]!);
    }
  }
  return sum;
}

/** Whether a side lies along the antimeridian or a pole. */
const isCut = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  (Math.abs(ax) === 180 && ax === bx) || (Math.abs(ay) === 90 && ay === by);

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
