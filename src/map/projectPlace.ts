import { LngLat as LngLatPoint, type Map as MapLibreMap } from "maplibre-gl";
import { wrapLongitude } from "../geodesy/wrapLongitude.ts";
import type { LngLat } from "../marks/drawn.ts";
import type { ScreenPoint } from "../figure/labels/placeLabels.ts";

/** Metres between a place and the one that the map shows at its pixel, past which the place is behind the globe. */
const BEHIND_METRES = 50_000;

/** Pixels of a place on a map, on the copy of the world that the view is on; undefined for the far side of a globe. */
export function projectPlace(map: MapLibreMap, [lng, lat]: LngLat): ScreenPoint | undefined {
  const center = map.getCenter().lng;
  const place = new LngLatPoint(wrapLongitude(lng, center), lat);
  const point = map.project(place);
  // A map that has no style yet is flat, and cannot be asked.
  if (map.style && map.getProjection()?.type === "globe" && map.unproject(point).distanceTo(place) > BEHIND_METRES)
    return undefined;
  return [point.x, point.y];
}
