import { LngLat as LngLatPoint, type Map as MapLibreMap } from "maplibre-gl";
import { wrapLongitude } from "../geodesy/wrapLongitude.ts";
import type { LngLat } from "../marks/drawn.ts";
import type { ScreenPoint } from "../figure/labels/placeLabels.ts";

/** A place is behind the globe if the map shows, at its pixel, a place farther away than this many metres. */
const BEHIND_METRES = 50_000;

/** The pixel of a place, on the copy of the world nearest to the view; undefined on the far side of a globe. */
export function projectPlace(map: MapLibreMap, [lng, lat]: LngLat): ScreenPoint | undefined {
  const center = map.getCenter().lng;
  const place = new LngLatPoint(wrapLongitude(lng, center), lat);
  const point = map.project(place);
  // A map without a style is flat and has no projection to query.
  if (map.style && map.getProjection()?.type === "globe" && map.unproject(point).distanceTo(place) > BEHIND_METRES)
    return undefined;
  return [point.x, point.y];
}
