import type { LayerSpecification } from "maplibre-gl";
import type { Position } from "geojson";
import { basemapSourceId } from "../../map/basemapStyle.ts";
import type { MapData, SpecFeature } from "../../map/mapFeatures.ts";
import type { SourceId } from "../../marks/mapLayers.ts";
import type { PathDetail, PathWriter } from "./pathData.ts";
import type { MapProjection } from "./projection.ts";
import type { Group } from "./scene.ts";
import type { Shape } from "./shapes.ts";
import { createLayerReader, type LayerReader, type StyleFeature } from "./styleReader.ts";
import { projectIn } from "./projection.ts";
import type { Size } from "./mapFrame.ts";

/** Rings are simplified to within a twentieth of a pixel. */
const DETAIL: PathDetail = { tolerance: 0.05, digits: 2 };

function polygonsOf({ geometry }: SpecFeature): Position[][][] {
  return geometry.type === "Polygon"
    ? [geometry.coordinates]
    : geometry.type === "MultiPolygon"
      ? geometry.coordinates
      : [];
}

function linesOf({ geometry }: SpecFeature): Position[][] {
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

interface DrawContext {
  writer: PathWriter;
  /** The dashes of a ring's line by its id, in print, where dashes distinguish systems instead of colours. */
  dashOf?: (id: string) => number[] | undefined;
  project: (lngLat: [number, number]) => [x: number, y: number];
  size: Size;
}

function drawFeature(
  layer: LayerSpecification,
  reader: LayerReader,
  feature: SpecFeature,
  { writer, project, size, dashOf }: DrawContext,
): Shape[] {
  const of = styleFeature(feature);
  if (!reader.isShown(of)) return [];
  if (layer.type === "fill") {
    const data = writer.polygons(polygonsOf(feature), DETAIL);
    const { color, opacity } = reader.ink("fill-color", of);
    return data === ""
      ? []
      : [
          {
            type: "path",
            data,
            name: feature.id,
            fill: color,
            fillOpacity: opacity * reader.number("fill-opacity", of),
          },
        ];
  }
  if (layer.type === "line") {
    const data = writer.lines(linesOf(feature), { ...DETAIL, offset: reader.number("line-offset", of) });
    if (data === "") return [];
    const { color, opacity } = reader.ink("line-color", of);
    const width = reader.number("line-width", of);
    // The casing under a ring stays solid.
    const own = layer.id === "ring-casing" ? undefined : dashOf?.(feature.id);
    const dash = reader.has("line-dasharray")
      ? reader.list("line-dasharray", of).map((part) => Number(part) * width)
      : (own ?? []);
    const strokeOpacity = opacity * reader.number("line-opacity", of);
    return [
      {
        type: "path",
        data,
        name: feature.id,
        stroke: color,
        width,
        ...(strokeOpacity < 1 && { strokeOpacity }),
        ...(dash.length > 0 && { dash }),
      },
    ];
  }
  if (layer.type !== "circle" || feature.geometry.type !== "Point") return [];
  const [x, y] = project(feature.geometry.coordinates as [number, number]);
  if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) return [];
  const strokeWidth = reader.number("circle-stroke-width", of);
  return [
    {
      type: "circle",
      x,
      y,
      // MapLibre draws a circle's stroke outside its radius; SVG centres the stroke on it.
      radius: reader.number("circle-radius", of) + strokeWidth / 2,
      fill: reader.ink("circle-color", of).color,
      ...(strokeWidth > 0 && { stroke: reader.ink("circle-stroke-color", of).color, strokeWidth }),
    },
  ];
}

/** Draws everything of the figure except labels – areas, outlines, launch points – from the style's layers, in the order of the style. */
export function drawRanges(
  layers: LayerSpecification[],
  data: MapData,
  projection: MapProjection,
  context: Omit<DrawContext, "project">,
): Group {
  const project = projectIn(projection, context.size);
  const groups = layers.flatMap((layer): Group[] => {
    if (!("source" in layer) || layer.source === basemapSourceId || layer.type === "symbol") return [];
    const reader = createLayerReader(layer, projection.zoom);
    const items = (data[layer.source as SourceId] ?? []).flatMap((feature) =>
      drawFeature(layer, reader, feature, { ...context, project }),
    );
    return items.length === 0 ? [] : [{ id: layer.id, items }];
  });
  return { id: "rings", items: groups };
}
