import type { LngLat, Outline } from "./drawn.ts";

/** The radius of the sphere that web maps project, in kilometres. */
const RADIUS_KM = 6378.137;
const STEPS = 128;
/** The latitude at which Mercator maps end. */
const MOST_LATITUDE_DEG = 85.05;

/**
 * The circle that a drawing tool draws on a Mercator map if it assumes that the scale at the centre holds everywhere. It is deliberately
 * wrong: next to the true ring it shows the distortion of the projection.
 *
 * @returns an outline whose longitudes may exceed ±180 degrees; undefined near a pole, where the circle would be wider than the whole map
 */
export function flatCircleOutline([lng, lat]: LngLat, rangeKm: number): Outline | undefined {
  const toRad = Math.PI / 180;
  const radius = rangeKm / (RADIUS_KM * Math.cos(lat * toRad));
  if (!(radius <= Math.PI)) return undefined;
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * toRad) / 2));
  const coordinates = Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI;
    const latitude = (2 * Math.atan(Math.exp(y + radius * Math.cos(angle))) - Math.PI / 2) / toRad;
    return [
      lng + (radius * Math.sin(angle)) / toRad,
      Math.max(-MOST_LATITUDE_DEG, Math.min(MOST_LATITUDE_DEG, latitude)),
    ];
  });
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } };
}
