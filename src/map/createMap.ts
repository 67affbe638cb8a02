import { Map as MapLibreMap } from "maplibre-gl";
import { registerBasemap } from "./basemapProtocol.ts";
import { basemapMaxZoom } from "./basemapStyle.ts";

/**
 * Creates a map without a style or view. The container must already have its final size.
 *
 * @throws Error if the browser cannot draw a map
 */
export function createMap(container: HTMLElement): MapLibreMap {
  registerBasemap();
  const map = new MapLibreMap({
    container,
    maxZoom: basemapMaxZoom,
    minZoom: 0,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}
