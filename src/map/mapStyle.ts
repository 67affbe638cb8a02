import type { StyleSpecification } from "maplibre-gl";
import { basemapPalette, type BasemapTheme } from "./basemapPalette.ts";
import { type BasemapOptions, buildBasemapStyle, firstLabelLayerId } from "./basemapStyle.ts";
import type { MapData } from "./mapFeatures.ts";
import { buildLabelLayers, buildRangeLayers, buildRangeSources } from "./mapSpec.ts";

const ACCENT: Record<BasemapTheme, string> = { light: "#0b57b0", dark: "#8ab4f8", print: "#000000" };

/**
 * The complete style of a map: basemap, ranges under the names of places, launch points and labels on top. Both the live map and exported
 * pictures are drawn from it.
 */
export function buildMapStyle(options: BasemapOptions, data?: MapData): StyleSpecification {
  const style = buildBasemapStyle(options);
  const colors = basemapPalette[options.theme];
  const { land: casing, placeLabel: ink, placeHalo: halo } = colors;
  const layerColors = { casing, accent: ACCENT[options.theme] };
  const at = style.layers.findIndex((layer) => layer.id === firstLabelLayerId);
  return {
    ...style,
    sources: { ...style.sources, ...buildRangeSources(data) },
    layers: [
      ...style.layers.slice(0, at),
      ...buildRangeLayers(layerColors),
      ...style.layers.slice(at),
      ...buildLabelLayers({ ...layerColors, ink, halo }),
    ],
  };
}
