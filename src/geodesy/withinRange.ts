import type { Coord } from "@turf/turf";
import { requireDistanceKm, requireNotNegative, requireOptions } from "./arguments.ts";
import { distanceKm } from "./distance.ts";

/** How a place stands to a range. */
export type Reach = "inside" | "outside" | "borderline";

export interface WithinRangeOptions {
  /** Half the width of the border, in kilometres; 2 unless given. */
  toleranceKm?: number;
  /** The same as a share of the range; 0.01 unless given. The wider of the two counts. */
  toleranceRatio?: number;
}

/**
 * Whether a place is in range of a launch point, by their geodesic distance on WGS84 and never by a drawn polygon. Published ranges are
 * round numbers, so a place within the tolerance of the limit is called "borderline": the wider of 2 km and 1 % of the range.
 *
 * @param rangeKm kilometres, from 0 to half the circumference
 * @throws {@link GeodesyError} for a number that is not finite, negative, or too large, and for a latitude outside ±90°
 */
export function withinRange(
  place: Coord,
  launchPoint: Coord,
  rangeKm: number,
  options: WithinRangeOptions = {},
): Reach {
  requireDistanceKm(rangeKm, "rangeKm");
  return reachAt(distanceKm(place, launchPoint), rangeKm, options);
}

/**
 * As {@link withinRange}, where the distance is known already, for example from {@link distanceToGeometryKm}.
 *
 * @param distance kilometres, from 0
 * @param rangeKm kilometres, from 0 to half the circumference
 * @throws {@link GeodesyError} for a number that is not finite, negative, or too large
 */
export function reachAt(distance: number, rangeKm: number, options: WithinRangeOptions = {}): Reach {
  requireNotNegative(distance, "distance");
  requireDistanceKm(rangeKm, "rangeKm");
  requireOptions(options);
  const { toleranceKm = 2, toleranceRatio = 0.01 } = options;
  requireNotNegative(toleranceKm, "toleranceKm");
  requireNotNegative(toleranceRatio, "toleranceRatio");
  const tolerance = Math.max(toleranceKm, toleranceRatio * rangeKm);
  if (distance > rangeKm + tolerance) return "outside";
  return distance < rangeKm - tolerance || tolerance === 0 ? "inside" : "borderline";
}
