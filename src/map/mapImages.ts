import type { Map as MapLibreMap } from "maplibre-gl";
import { buildBasemapImages } from "./basemapImages.ts";
import type { BasemapTheme } from "./basemapPalette.ts";
import { buildPillImage } from "./pillImage.ts";

/** The name of an image of nothing, of a size in pixels: it takes room that no label may stand in. */
export const clearImageId = (width: number, height: number): string => `clear:${Math.ceil(width)}:${Math.ceil(height)}`;

/** Gives a map each image when a layer first asks for it. Images are not part of a style, so every map needs this. */
export function provideImages(map: MapLibreMap, theme: () => BasemapTheme): void {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    const pill = buildPillImage(id);
    if (pill) map.addImage(id, pill.image, pill.options);
    const [, width, height] = /^clear:(\d+):(\d+)$/.exec(id) ?? [];
    if (width && height)
      map.addImage(id, {
        width: Number(width),
        height: Number(height),
        data: new Uint8Array(Number(width) * Number(height) * 4),
      });
    const dot = buildBasemapImages(theme()).find((image) => image.id === id);
    if (dot) map.addImage(id, dot, { pixelRatio: dot.pixelRatio });
  });
}

/** Draws the basemap's dots anew for another theme. */
export function updateImages(map: MapLibreMap, theme: BasemapTheme): void {
  for (const image of buildBasemapImages(theme)) if (map.hasImage(image.id)) map.updateImage(image.id, image);
}
