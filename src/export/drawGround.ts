import type { Position } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import { basemapLayerIds, basemapSourceId } from "../map/basemapStyle.ts";
import type { BasemapWorld } from "../map/basemapWorld.ts";
import type { PathDetail, PathWriter } from "./pathData.ts";
import type { Group } from "./scene.ts";
import type { PathShape } from "./shapes.ts";
import { createLayerReader, type LayerReader, type StyleFeature } from "./styleReader.ts";

/** Fine enough that no eye sees it, coarse enough that a map of Europe stays small. */
const DETAIL: PathDetail = { tolerance: 0.25, digits: 1 };

const isCut = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean =>
  (Math.abs(ax) > 179.999 && Math.abs(bx) > 179.999) || (ay < -85.05 && by < -85.05);

/** A ring as lines without its edges along the antimeridian and the pole. */
function uncutLines(ring: Position[]): Position[][] {
  const lines: Position[][] = [[]];
  ring.forEach((position, index) => {
    const before = ring[index - 1];
    if (before && isCut(before, position)) lines.push([]);
    lines.at(-1)?.push(position);
  });
  return lines.filter((line) => line.length > 1);
}

function strokeOf(reader: LayerReader, feature?: StyleFeature): Pick<PathShape, "stroke" | "strokeOpacity" | "width" | "dash" | "roundCap"> {
  const { color, opacity } = reader.ink("line-color", feature);
  const width = reader.number("line-width", feature);
  const alpha = opacity * reader.number("line-opacity", feature);
  const dash = reader.has("line-dasharray") ? reader.list("line-dasharray", feature).map((part) => Number(part) * width) : [];
  return {
    stroke: color,
    ...(alpha < 1 && { strokeOpacity: alpha }),
    width,
    ...(dash.length > 0 && { dash }),
    ...(reader.text("line-cap", feature) === "round" && { roundCap: true }),
  };
}

function drawLand(world: BasemapWorld, land: LayerReader, coast: LayerReader | undefined, writer: PathWriter): PathShape[] {
  return world.countries.flatMap(({ code, part, geometry }): PathShape[] => {
    const feature: StyleFeature = { type: "Polygon", properties: { iso: code, part } };
    const data = writer.polygons(geometry.coordinates, DETAIL);
    if (data === "") return [];
    const name = `land-${code || "none"}${part === "main" ? "" : `-${part}`}`;
    const fill: PathShape = { type: "path", data, name, fill: land.ink("fill-color", feature).color };
    if (!coast?.isShown(feature)) return [fill];
    const stroke = strokeOf(coast, feature);
    const rings = geometry.coordinates.flat();
    const cut = rings.some((ring) => ring.some((position, index) => index > 0 && isCut(ring[index - 1] as Position, position)));
    // The outline serves as coast; where two countries meet, the border's rim covers it.
    if (!cut) return [{ ...fill, ...stroke }];
    return [fill, { type: "path", data: writer.lines(rings.flatMap(uncutLines), DETAIL), name: `coast-${code}`, ...stroke }];
  });
}

function drawLines(world: BasemapWorld, layer: LayerSpecification & { "source-layer"?: string }, reader: LayerReader, writer: PathWriter): PathShape[] {
  const lists = layer["source-layer"] === "rivers" ? world.rivers : world.borders;
  const shown = lists.filter((item) => {
    const properties = "kind" in item ? { kind: item.kind } : { min: item.min };
    return reader.isShown({ type: "LineString", properties });
  });
  const data = writer.lines(shown.flatMap((item) => item.lines), DETAIL);
  return data === "" ? [] : [{ type: "path", data, name: layer.id, ...strokeOf(reader) }];
}

/** Land, water, rivers, coasts and borders by the style's own layers, in their order. */
export function drawGround(layers: LayerSpecification[], world: BasemapWorld, writer: PathWriter, zoom: number): Group {
  const reader = (id: string) => {
    const layer = layers.find((item) => item.id === id);
    return layer && createLayerReader(layer, zoom);
  };
  const groups = layers.flatMap((layer): Group[] => {
    if (!("source" in layer) || layer.source !== basemapSourceId || layer.type === "symbol") return [];
    if ((layer.minzoom ?? 0) > zoom) return [];
    const own = createLayerReader(layer, zoom);
    if (layer.id === basemapLayerIds.land) return [{ id: "land", items: drawLand(world, own, reader(basemapLayerIds.coast), writer) }];
    if (layer.id === basemapLayerIds.lakes) {
      const data = writer.polygons(world.lakes.coordinates, DETAIL);
      const fill = own.ink("fill-color").color;
      return data === "" ? [] : [{ id: "lakes", items: [{ type: "path", data, name: layer.id, fill, stroke: own.ink("fill-outline-color").color, width: 0.6 }] }];
    }
    if (layer.type !== "line" || layer.id === basemapLayerIds.coast || layer.id === basemapLayerIds.admin1) return [];
    const items = drawLines(world, layer, own, writer);
    return items.length === 0 ? [] : [{ id: layer.id.replace(/^basemap-/, ""), items }];
  });
  return { id: "basemap", items: groups };
}
