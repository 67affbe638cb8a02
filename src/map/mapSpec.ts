import type { Feature } from "geojson";
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import { DOT_RADIUS, LABEL_SIZES } from "../figure/labels/placeLabels.ts";
import { basemapFontNames } from "./basemapStyle.ts";

/**
 * Ids of the map's sources. Areas and outlines are apart, so that a cut at the antimeridian or a pole is never stroked. All that lies over them,
 * launch points, labels and the line that is measured, is in one: each source has tiles of its own that a first ring waits for.
 */
export const SOURCE_IDS = {
  areas: "range-areas",
  outlines: "range-outlines",
  marks: "range-marks",
} as const;
export type SourceId = (typeof SOURCE_IDS)[keyof typeof SOURCE_IDS];

/** Sources whose features do not change when the map only moves, or a launch point is selected. */
export const SHAPE_SOURCES = [SOURCE_IDS.areas, SOURCE_IDS.outlines] as const;

/** How the ids begin of what a shape is being drawn in. */
export const DRAWING_PREFIX = "drawing";

/** Ids of the layers that a pointer can meet. */
export const LAYER_IDS = {
  launchPoints: "launch-point-dots",
  launchPointHalo: "launch-point-halo",
  pills: "range-pills",
} as const;

/** Pixels of a ring's line. */
export const RANGE_LINE_WIDTH = 2.25;
/** Of one among very many. */
const HAIRLINE_WIDTH = 1;

const get = (property: string): ExpressionSpecification => ["get", property];
const is = (property: string, value: string): ExpressionSpecification => ["==", get(property), value];

/** Empty sources, by id, for a style to begin with. */
export function buildRangeSources(data?: Record<SourceId, Feature[]>): Record<SourceId, SourceSpecification> {
  const source = (id: SourceId): SourceSpecification => ({
    type: "geojson",
    data: { type: "FeatureCollection", features: data?.[id] ?? [] },
    // Our vertices are already no more than the eye needs; simplifying again would cost the accuracy that we draw.
    tolerance: 0.1,
    maxzoom: 12,
  });
  return Object.fromEntries(Object.values(SOURCE_IDS).map((id) => [id, source(id)])) as Record<
    SourceId,
    SourceSpecification
  >;
}

/**
 * A value that is the same for every feature, said as if it were not: layers whose values come from features in the same properties share
 * one shader program, and compiling one more is what a first ring waits for.
 */
const ofFeature = (value: string | number): ExpressionSpecification => ["case", get("full"), value, value];

const line = (id: string, filter: ExpressionSpecification, paint: Record<string, unknown>): LayerSpecification =>
  ({
    id,
    type: "line",
    source: SOURCE_IDS.outlines,
    filter,
    layout: { "line-join": "round" },
    paint,
  }) as LayerSpecification;

/** Layers that lie under the names of places. */
export function buildRangeLayers(casing: string): LayerSpecification[] {
  return [
    {
      id: "range-areas",
      type: "fill",
      source: SOURCE_IDS.areas,
      paint: { "fill-color": get("color"), "fill-opacity": get("opacity"), "fill-antialias": false },
    },
    line("band-lines", is("kind", "band"), {
      "line-color": get("color"),
      "line-width": 1.25,
      "line-dasharray": [4, 3],
      "line-opacity": 0.85,
    }),
    line("launch-lines", is("kind", "from"), { "line-color": get("color"), "line-width": 1.75 }),
    line("treaty-lines", is("kind", "treaty"), {
      "line-color": get("color"),
      "line-width": 1.5,
      "line-dasharray": [1, 2],
    }),
    line("flat-circles", is("kind", "flat"), {
      "line-color": get("color"),
      "line-width": 1.5,
      "line-dasharray": [6, 2, 1, 2],
    }),
    line("ring-casing", ["all", is("kind", "ring"), ["==", get("full"), true]], {
      "line-color": ofFeature(casing),
      "line-width": ofFeature(RANGE_LINE_WIDTH + 2),
      "line-opacity": 0.7,
      "line-offset": get("offset"),
    }),
    line("ring-inner", is("kind", "inner"), {
      "line-color": get("color"),
      "line-width": ofFeature(1.25),
      "line-offset": get("offset"),
    }),
    line("ring-lines", is("kind", "ring"), {
      "line-color": get("color"),
      "line-width": [
        "case",
        ["!", get("full")],
        HAIRLINE_WIDTH,
        is("role", "defence"),
        RANGE_LINE_WIDTH * 2,
        RANGE_LINE_WIDTH,
      ],
      "line-offset": get("offset"),
    }),
    // A defensive system's ring is a double line: told apart without its colour.
    line("ring-defence", ["all", is("kind", "ring"), is("role", "defence"), ["==", get("full"), true]], {
      "line-color": ofFeature(casing),
      "line-width": ofFeature(RANGE_LINE_WIDTH * 0.75),
      "line-offset": get("offset"),
    }),
  ];
}

/** Layers over everything: launch points, their names, and the pills of the rings. */
export function buildLabelLayers({
  ink,
  halo,
  accent,
}: {
  ink: string;
  halo: string;
  accent: string;
}): LayerSpecification[] {
  const text = {
    "text-field": get("text"),
    "text-font": [basemapFontNames.semibold],
    "text-anchor": get("anchor"),
    "text-max-width": 100,
    "text-allow-overlap": true,
    "symbol-sort-key": get("order"),
  };
  const gapOf = (pixels: number, size: number): ExpressionSpecification => {
    const em = pixels / size;
    const offset = (x: number, y: number): ExpressionSpecification => ["literal", [x * em, y * em]];
    return [
      "match",
      get("anchor"),
      "left",
      offset(1, 0),
      "right",
      offset(-1, 0),
      "top",
      offset(0, 1),
      "bottom",
      offset(0, -1),
      offset(0, 0),
    ];
  };
  return [
    {
      id: "measure-casing",
      type: "line",
      source: SOURCE_IDS.marks,
      filter: is("kind", "measure"),
      layout: { "line-cap": "round" },
      paint: { "line-color": halo, "line-width": 5, "line-opacity": 0.8 },
    },
    {
      id: "measure-line",
      type: "line",
      source: SOURCE_IDS.marks,
      filter: is("kind", "measure"),
      paint: { "line-color": ink, "line-width": 2, "line-dasharray": [2, 1.5] },
    },
    {
      id: LAYER_IDS.launchPointHalo,
      type: "circle",
      source: SOURCE_IDS.marks,
      filter: ["all", is("kind", "point"), ["==", get("selected"), true]],
      paint: {
        "circle-radius": DOT_RADIUS + 5,
        "circle-color": accent,
        "circle-opacity": 0.25,
        "circle-stroke-color": accent,
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: LAYER_IDS.launchPoints,
      type: "circle",
      source: SOURCE_IDS.marks,
      filter: is("kind", "point"),
      paint: {
        "circle-radius": DOT_RADIUS,
        "circle-color": get("color"),
        "circle-stroke-color": "#ffffff",
        "circle-stroke-width": 2,
      },
    },
    {
      id: "launch-point-names",
      type: "symbol",
      source: SOURCE_IDS.marks,
      filter: is("kind", "name"),
      // The padding keeps the basemap's own name of the same town away.
      layout: {
        ...text,
        "text-padding": 18,
        "text-size": LABEL_SIZES.name.fontSize,
        "text-offset": gapOf(DOT_RADIUS + 3, LABEL_SIZES.name.fontSize),
      },
      paint: { "text-color": ink, "text-halo-color": halo, "text-halo-width": 1.75 },
    } as LayerSpecification,
    {
      id: LAYER_IDS.pills,
      type: "symbol",
      source: SOURCE_IDS.marks,
      filter: is("kind", "pill"),
      layout: {
        ...text,
        "text-size": LABEL_SIZES.pill.fontSize,
        "text-offset": gapOf(LABEL_SIZES.pill.paddingX + 3, LABEL_SIZES.pill.fontSize),
        "icon-image": get("image"),
        "icon-text-fit": "both",
        "icon-text-fit-padding": [1, 4, 1, 4],
        "icon-allow-overlap": true,
      },
      paint: { "text-color": ["match", get("role"), "defence", get("color"), "#ffffff"] },
    } as LayerSpecification,
  ];
}
