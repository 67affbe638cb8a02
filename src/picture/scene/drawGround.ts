import type { Position } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { basemapLayerIds, basemapSourceId } from "../../map/basemapStyle.ts";
import type { BasemapWorld } from "../../map/basemapWorld.ts";
import type { PathDetail, PathWriter } from "./pathData.ts";
import type { Group } from "./scene.ts";
import type { PathShape } from "./shapes.ts";
import { createLayerReader, type LayerReader, type StyleFeature } from "./styleReader.ts";

/** Fine enough to be invisible, coarse enough to keep the file of a map of Europe small. */
const DETAIL: PathDetail = { tolerance: 0.25, digits: 1 };

function strokeOf(
  reader: LayerReader,
  feature?: StyleFeature,
): Pick<PathShape, "stroke" | "strokeOpacity" | "width" | "dash" | "roundCap"> {
  const { color, opacity } = reader.ink("line-color", feature);
  const width = reader.number("line-width", feature);
  const alpha = opacity * reader.number("line-opacity", feature);
  const dash = reader.has("line-dasharray")
    ? reader.list("line-dasharray", feature).map((part) => Number(part) * width)
    : [];
  return {
    stroke: color,
    ...(alpha < 1 && { strokeOpacity: alpha }),
    width,
    ...(dash.length > 0 && { dash }),
    ...(reader.text("line-cap", feature) === "round" && { roundCap: true }),
  };
}

/** Extends Antarctica from 86.5° S, where the data ends, to the pole, which an azimuthal map shows. */
function toPole(polygons: Position[][][]): Position[][][] {
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat < -86 ? -90 : lat])),
  );
}

/** Draws each country as a separate shape, so that a designer can colour it. */
function drawLand(world: BasemapWorld, land: LayerReader, writer: PathWriter): PathShape[] {
  const fill = land.ink("fill-color").color;
  return world.countries.flatMap(({ code, part, geometry }): PathShape[] => {
    const data = writer.polygons(code === "AQ" ? toPole(geometry.coordinates) : geometry.coordinates, DETAIL);
    const name = `land-${code || "none"}${part === "main" ? "" : `-${part}`}`;
    return data === "" ? [] : [{ type: "path", data, name, fill }];
  });
}

function drawLines(
  world: BasemapWorld,
  layer: LayerSpecification & { "source-layer"?: string },
  reader: LayerReader,
  writer: PathWriter,
): PathShape[] {
  const lists = layer["source-layer"] === "rivers" ? world.rivers : world.borders;
  const shown = lists.filter((item) => {
    const properties = "kind" in item ? { kind: item.kind } : { min: item.min };
    return reader.isShown({ type: "LineString", properties });
  });
  const lines = layer.id === basemapLayerIds.coast ? world.coast : shown.flatMap((item) => item.lines);
  const data = writer.lines(lines, DETAIL);
  return data === "" ? [] : [{ type: "path", data, name: layer.id, ...strokeOf(reader) }];
}

/** Draws land, water, rivers, coasts and borders from the style's layers, in the order of the style. */
export function drawGround(layers: LayerSpecification[], world: BasemapWorld, writer: PathWriter, zoom: number): Group {
  const groups = layers.flatMap((layer): Group[] => {
    if (!("source" in layer) || layer.source !== basemapSourceId || layer.type === "symbol") return [];
    if ((layer.minzoom ?? -Infinity) > zoom) return [];
    const own = createLayerReader(layer, zoom);
    if (layer.id === basemapLayerIds.land) return [{ id: "land", items: drawLand(world, own, writer) }];
    if (layer.id === basemapLayerIds.lakes) {
      const data = writer.polygons(world.lakes.coordinates, DETAIL);
      const fill = own.ink("fill-color").color;
      return data === ""
        ? []
        : [
            {
              id: "lakes",
              items: [
                { type: "path", data, name: layer.id, fill, stroke: own.ink("fill-outline-color").color, width: 0.6 },
              ],
            },
          ];
    }
    if (layer.type !== "line" || layer.id === basemapLayerIds.admin1) return [];
    const items = drawLines(world, layer, own, writer);
    return items.length === 0 ? [] : [{ id: layer.id.replace(/^basemap-/, ""), items }];
  });
  return { id: "basemap", items: groups };
}
