import type { Position } from "geojson";
import type { SourceEdges } from "../arguments.ts";

const KM_PER_DEGREE = 111.2;
const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;
/** Nearer to a pole the scale along parallels changes too fast for an edge to be looked at in a plane. */
const POLAR_DEG = 80;
const LONGEST_KM = 50;

/**
 * A line with fewer vertices, no part of which is farther than `toleranceKm` from the line given, nor the other way round: distances to the two
 * differ by no more. A vertex is left out while the edge past it can keep to the tolerance of all vertices left out since the last kept one.
 */
export function thinOut(line: Position[], edges: SourceEdges, toleranceKm: number): Position[] {
  if (line.length < 4) return line;
  // A tenth is kept for what the plane makes of distances.
  const tolerance = 0.9 * toleranceKm;
  const kept: Position[] = [line[0]!];
  let anchor = 0;
  let shrink = 1;
  let longest = 0;
  let [ux, uy] = [0, 0];
  let [low, high, reached] = [-Infinity, Infinity, 0];
  const start = (at: number) => {
    anchor = at;
    const lat = Math.abs(line[at]![1]!);
    shrink = Math.cos(lat * RADIANS);
    // A geodesic edge bends away from the straight one, which takes half of the tolerance at most.
    const bend = Math.sqrt((4 * EARTH_KM * tolerance) / (Math.tan(Math.min(lat + 1, 89) * RADIANS) + 0.1));
    longest = lat > POLAR_DEG ? 0 : edges === "planar" ? LONGEST_KM : Math.min(LONGEST_KM, bend);
    [low, high, reached, ux, uy] = [-Infinity, Infinity, 0, 0, 0];
  };
  start(0);
  const wide = edges === "planar" ? tolerance : tolerance / 2;
  for (let i = 1; i < line.length; i++) {
    for (;;) {
      const x = (line[i]![0]! - line[anchor]![0]!) * shrink * KM_PER_DEGREE;
      const y = (line[i]![1]! - line[anchor]![1]!) * KM_PER_DEGREE;
      const away = Math.sqrt(x * x + y * y);
      if (ux === 0 && uy === 0) [ux, uy] = [x, y];
      const bearing = Math.atan2(ux * y - uy * x, ux * x + uy * y);
      if (i > anchor + 1 && !(away >= reached && away <= longest && bearing >= low && bearing <= high)) {
        kept.push(line[i - 1]!);
        start(i - 1);
        continue;
      }
      if (away > wide) {
        const room = Math.asin(wide / away);
        low = Math.max(low, bearing - room);
        high = Math.min(high, bearing + room);
      }
      reached = away;
      break;
    }
  }
  kept.push(line.at(-1)!);
  return kept;
}
