import type { LayerSpecification } from "maplibre-gl";
import type { Position } from "geojson";
import type { MapData, SpecFeature } from "../../map/mapFeatures.ts";
import { buildRangeLayers } from "../../map/mapSpec.ts";
import type { LayerColors } from "../../marks/mark.ts";
import { MARKS } from "../../marks/registry.ts";
import type { SourceId } from "../../marks/mapLayers.ts";
import type { PathDetail, PathWriter } from "./pathData.ts";
import { type MapProjection, type Size, zoomOf } from "./projection.ts";
import type { Group } from "./scene.ts";
import type { Shape } from "./shapes.ts";
import { createLayerReader, type LayerReader, type StyleFeature } from "./styleReader.ts";

/** Rings are simplified to within a twentieth of a pixel. */
const DETAIL: PathDetail = { tolerance: 0.05, digits: 2 };
/** Dots of launch points are smaller than on the live map, where a finger must hit them, and smaller still if there are many. */
const dotScale = (count: number): number => (count > 100 ? 0.25 : 0.5);

function polygonsOf({ geometry }: SpecFeature): Position[][][] {
  return geometry.type === "Polygon"
    ? [geometry.coordinates]
    : geometry.type === "MultiPolygon"
      ? geometry.coordinates
      : [];
}

export function linesOf({ geometry }: Pick<SpecFeature, "geometry">): Position[][] {
  if (geometry.type === "LineString") return [geometry.coordinates];
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  return geometry.type === "Polygon"
    ? geometry.coordinates
    : geometry.type === "MultiPolygon"
      ? geometry.coordinates.flat()
      : [];
}

const styleFeature = (feature: SpecFeature): StyleFeature => ({
  type: feature.geometry.type.endsWith("Point")
    ? "Point"
    : feature.geometry.type.endsWith("LineString")
      ? "LineString"
      : "Polygon",
  properties: feature.properties,
  id: feature.id,
});

export interface RangeContext {
  writer: PathWriter;
  projection: MapProjection;
  size: Size;
  colors: LayerColors;
  /** The weight of an item's lines by its id, in print, where weights distinguish systems instead of colours. */
  weightOf?: (id: string) => number | undefined;
}

function drawFeature(
  layer: LayerSpecification,
  reader: LayerReader,
  feature: SpecFeature,
  { writer, projection, size, weightOf, dots }: RangeContext & { dots: number },
): Shape[] {
  const of = styleFeature(feature);
  if (!reader.isShown(of)) return [];
  const name = feature.id;
  if (layer.type === "fill") {
    const data = writer.polygons(polygonsOf(feature), DETAIL);
    const { color, opacity } = reader.ink("fill-color", of);
    const fillOpacity = opacity * reader.number("fill-opacity", of);
    return data === "" ? [] : [{ type: "path", data, name, fill: color, fillOpacity }];
  }
  if (layer.type === "line") {
    const data = writer.lines(linesOf(feature), { ...DETAIL, offset: reader.number("line-offset", of) });
    if (data === "") return [];
    const { color, opacity } = reader.ink("line-color", of);
    const width = reader.number("line-width", of) * (weightOf?.(feature.id) ?? 1);
    const dash = reader.has("line-dasharray")
      ? reader.list("line-dasharray", of).map((part) => Number(part) * width)
      : [];
    const strokeOpacity = opacity * reader.number("line-opacity", of);
    return [
      {
        type: "path",
        data,
        name,
        stroke: color,
        width,
        ...(strokeOpacity < 1 && { strokeOpacity }),
        ...(dash.length > 0 && { dash }),
      },
    ];
  }
  if (layer.type !== "circle" || feature.geometry.type !== "Point") return [];
  const at = projection.project(feature.geometry.coordinates as [number, number]);
  // A dot far outside would make the layer of a clipped group so large that some programs leave it out.
  if (!at || at[0] < -20 || at[1] < -20 || at[0] > size.width + 20 || at[1] > size.height + 20) return [];
  const strokeWidth = reader.number("circle-stroke-width", of) * dotScale(dots);
  return [
    {
      type: "circle",
      x: at[0],
      y: at[1],
      // MapLibre draws a circle's stroke outside its radius; SVG centres the stroke on it.
      radius: reader.number("circle-radius", of) * dotScale(dots) + strokeWidth / 2,
      fill: reader.ink("circle-color", of).color,
      ...(strokeWidth > 0 && { stroke: reader.ink("circle-stroke-color", of).color, strokeWidth }),
    },
  ];
}

/** Draws everything of the figure except names – areas, outlines, launch points – from the layers of the live map, in their order. */
export function drawRanges(data: MapData, context: RangeContext): Group[] {
  const zoom = zoomOf(context.projection.kmPerPx, context.projection.latitude);
  const dots = data["range-marks"].length;
  const over = MARKS.flatMap((mark) => mark.layers(context.colors).over ?? []);
  return [...buildRangeLayers(context.colors), ...over].flatMap((layer): Group[] => {
    if (!("source" in layer) || layer.type === "symbol") return [];
    const reader = createLayerReader(layer, zoom);
    const items = (data[layer.source as SourceId] ?? []).flatMap((feature) =>
      drawFeature(layer, reader, feature, { ...context, dots }),
    );
    return items.length === 0 ? [] : [{ id: layer.id, items }];
  });
}
