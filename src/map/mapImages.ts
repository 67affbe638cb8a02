import type { Map as MapLibreMap } from "maplibre-gl";
import { buildBasemapImages } from "./basemapImages.ts";
import type { BasemapTheme } from "./basemapPalette.ts";
import { buildPillImage } from "./pillImage.ts";

/** Adds each image to a map when a layer first requests it. Images are not part of a style, so every map needs this. */
export function provideImages(map: MapLibreMap, theme: () => BasemapTheme): void {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    const pill = buildPillImage(id);
    if (pill) map.addImage(id, pill.image, pill.options);
    const dot = buildBasemapImages(theme()).find((image) => image.id === id);
    if (dot) map.addImage(id, dot, { pixelRatio: dot.pixelRatio });
  });
}

/** Redraws the basemap's dots for another theme. */
export function updateImages(map: MapLibreMap, theme: BasemapTheme): void {
  for (const image of buildBasemapImages(theme)) if (map.hasImage(image.id)) map.updateImage(image.id, image);
}
