import type { Feature, Point } from "geojson";
import type { StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { Box } from "../../figure/labels/placeLabels.ts";
import { basemapSourceId } from "../../map/basemapStyle.ts";
import { clearImageId } from "../../map/mapImages.ts";
import type { Size } from "./mapFrame.ts";

const EDGE = 2;

const LAYER: SymbolLayerSpecification = {
  id: "clear",
  type: "symbol",
  source: "clear",
  layout: {
    "icon-image": ["get", "image"],
    "icon-offset": ["get", "offset"],
    "icon-allow-overlap": true,
    "icon-padding": 0,
  },
};

/**
 * Keeps the basemap's names from being cut off by the picture's edges and cards, as in a vector picture. Invisible symbols occupy those areas
 * before the names are placed. They are anchored at the map's centre and offset in pixels, so that this works on a globe too.
 */
export function keepClear(
  style: StyleSpecification,
  { width, height, center, obstacles }: Size & { center: [number, number]; obstacles: Box[] },
): StyleSpecification {
  const edges: Box[] = [
    [0, 0, width, EDGE],
    [0, height - EDGE, width, height],
    [0, 0, EDGE, height],
    [width - EDGE, 0, width, height],
  ];
  const features = [...obstacles, ...edges].map(([x0, y0, x1, y1]): Feature<Point> => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: center },
    properties: { image: clearImageId(x1 - x0, y1 - y0), offset: [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2] },
  }));
  const at = style.layers.findLastIndex((layer) => "source" in layer && layer.source === basemapSourceId) + 1;
  return {
    ...style,
    sources: { ...style.sources, clear: { type: "geojson", data: { type: "FeatureCollection", features } } },
    layers: [...style.layers.slice(0, at), LAYER, ...style.layers.slice(at)],
  };
}
