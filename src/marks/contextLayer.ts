import type { ContextFeature, ContextLayer, Dash } from "../scenario/notes.ts";
import type { ContextItem, LngLat, Outline } from "./drawn.ts";
import { inksOf } from "./inks.ts";
import { itemId } from "./itemId.ts";
import { lineLayer, SOURCE_IDS, valueOf, whereKind } from "./mapLayers.ts";
import type { LegendRow, MapFeature, Mark, SwatchStyle } from "./mark.ts";
import { ON_POSITION } from "./nameAnchors.ts";
import { middleOf } from "./shapes/launchShape.ts";
import { outlineOf, positionsOf } from "./shapes/outlineOf.ts";

const FILL_OPACITY = 0.12;
const POINT_RADIUS = 3.5;
/** In widths of the line. */
const DASH_ARRAYS: Record<Exclude<Dash, "solid">, number[]> = { dashed: [4, 3], dotted: [1, 2] };
const SWATCHES: Record<Dash, SwatchStyle["line"]> = { solid: "single", dashed: "dashed", dotted: "dotted" };

const outlines = new WeakMap<ContextFeature["geometry"], Outline>();

/** The lines of a feature, without the cuts that an area has at the antimeridian; always the same object. */
function linesOf(geometry: Exclude<ContextFeature["geometry"], { type: "Point" }>): Outline {
  let outline = outlines.get(geometry);
  if (!outline) {
    outline =
      geometry.type === "Polygon"
        ? outlineOf({ type: "Feature", properties: {}, geometry })
        : { type: "Feature", properties: {}, geometry };
    outlines.set(geometry, outline);
  }
  return outline;
}

function itemsOf(layer: ContextLayer): ContextItem[] {
  const { id, color, labelProperty, features } = layer;
  const inks = inksOf(color);
  return features.map(({ geometry, label }, index) => ({
    id: itemId("context", id, index),
    layer,
    inks,
    shown: true,
    geometry,
    label: labelProperty === undefined ? "" : (label ?? ""),
    name: label || layer.name,
  }));
}

/** The items of a layer, built once: a layer may have thousands, and they depend on nothing else. */
const known = new WeakMap<ContextLayer, ContextItem[]>();

const whereDash = (dash: Dash): ReturnType<typeof whereKind> => [
  "all",
  whereKind("context"),
  ["==", valueOf("dash"), dash],
];

/** Lines, areas and points that the user brought as background, under the rings. */
export const contextLayerMark: Mark<ContextItem> = {
  kind: "contextLayer",
  labelRank: 8,

  build: ({ notes }) =>
    (notes.contextLayers ?? []).flatMap((layer) => {
      let items = known.get(layer);
      if (!items) known.set(layer, (items = itemsOf(layer)));
      return items;
    }),

  features({ id, geometry, inks, layer: { width, dash } }, { theme, cut }) {
    const color = inks[theme].line;
    if (geometry.type === "Point")
      return [{ source: "outlines", id, geometry, properties: { kind: "contextPoint", color } }];
    const line: MapFeature = {
      source: "outlines",
      id,
      geometry: cut(linesOf(geometry)),
      properties: { kind: "context", color, width, dash },
    };
    if (geometry.type === "LineString") return [line];
    return [{ source: "areas", id, geometry, properties: { kind: "context", color, opacity: FILL_OPACITY } }, line];
  },

  layers() {
    const paint = { "line-color": valueOf("color"), "line-width": valueOf("width") };
    return {
      under: [
        lineLayer("context-lines", whereDash("solid"), paint),
        ...(["dashed", "dotted"] as const).map((dash) =>
          lineLayer(`context-${dash}`, whereDash(dash), { ...paint, "line-dasharray": DASH_ARRAYS[dash] }),
        ),
        {
          id: "context-points",
          type: "circle",
          source: SOURCE_IDS.outlines,
          filter: whereKind("contextPoint"),
          paint: { "circle-radius": POINT_RADIUS, "circle-color": valueOf("color") },
        },
      ],
    };
  },

  label({ label, geometry }) {
    if (label === "") return undefined;
    const lngLat = geometry.type === "Point" ? geometry.coordinates : (middleOf(geometry) as LngLat);
    return {
      kind: "name",
      text: label,
      role: "strike",
      spots: [{ lngLat, bearingDeg: 0 }],
      ...(geometry.type !== "Point" && { anchors: ON_POSITION }),
      isBackground: true,
    };
  },

  extent: ({ geometry }) => ({
    places: geometry.type === "Point" ? [geometry.coordinates] : positionsOf(linesOf(geometry)),
    isBackground: true,
  }),

  legend: (items) =>
    [...new Set(items.map(({ layer }) => layer))].flatMap((layer): LegendRow[] => {
      const { id, name, dash, color, features } = layer;
      if (name === "") return [];
      const isArea = features.every(({ geometry }) => geometry.type === "Polygon");
      const swatch: SwatchStyle = { line: isArea ? "fill" : SWATCHES[dash], inks: inksOf(color) };
      return [{ id: itemId("context", id), kind: "contextLayer", swatch, name, launchPoints: 0 }];
    }),

  data: ({ id, layer, name, geometry, inks }) => [
    {
      kind: "contextLayer",
      id,
      properties: {
        name,
        ...(layer.name !== "" && { layer: layer.name }),
        ...(layer.credit !== undefined && { source: layer.credit }),
      },
      geometry: () => geometry,
      outlines: () => (geometry.type === "Point" ? [] : [linesOf(geometry)]),
      style: {
        color: inks.light.line,
        ...(geometry.type !== "Point" && { width: layer.width, lineOpacity: 1, fillOpacity: FILL_OPACITY }),
      },
    },
  ],

  print: () => ({ weight: 1 }),
};
