import type { Feature } from "geojson";
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import { LABEL_SIZES } from "../figure/labels/placeLabels.ts";
import { DOT_RADIUS, LAUNCH_POINT_LAYER } from "../marks/launchPoint.ts";
import { SOURCE_IDS, type SourceId, valueOf, whereKind } from "../marks/mapLayers.ts";
import type { LayerColors } from "../marks/mark.ts";
import { MARKS } from "../marks/registry.ts";
import { basemapFontNames } from "./basemapStyle.ts";

/** Sources whose features stay the same when the map is moved or a launch point is selected. */
export const SHAPE_SOURCES = [SOURCE_IDS.areas, SOURCE_IDS.outlines] as const;

/** The prefix of the ids of Terra Draw's sources and layers. */
export const DRAWING_PREFIX = "drawing";

/** Ids of the layers that respond to the pointer. */
export const LAYER_IDS = {
  launchPoints: LAUNCH_POINT_LAYER,
  pills: "range-pills",
} as const;

/** The sources of the range layers by id, empty unless data is given. */
export function buildRangeSources(data?: Record<SourceId, Feature[]>): Record<SourceId, SourceSpecification> {
  const source = (id: SourceId): SourceSpecification => ({
    type: "geojson",
    data: { type: "FeatureCollection", features: data?.[id] ?? [] },
    // Rings already have no more vertices than needed, and simplifying them further would make them less accurate.
    tolerance: 0.1,
    maxzoom: 12,
  });
  return Object.fromEntries(Object.values(SOURCE_IDS).map((id) => [id, source(id)])) as Record<
    SourceId,
    SourceSpecification
  >;
}

/** Layers under the names of places: areas of all marks, then the lines of each. */
export function buildRangeLayers(colors: LayerColors): LayerSpecification[] {
  return [
    {
      id: "range-areas",
      type: "fill",
      source: SOURCE_IDS.areas,
      // The background lies under the ranges, whichever was put on the map first.
      layout: { "fill-sort-key": ["match", valueOf("kind"), "highlight", 0, "context", 1, 2] },
      paint: { "fill-color": valueOf("color"), "fill-opacity": valueOf("opacity"), "fill-antialias": false },
    },
    ...MARKS.flatMap((mark) => mark.layers(colors).under ?? []),
  ] as LayerSpecification[];
}

/** Layers above everything else: launch points, their names, and the pills of rings. */
export function buildLabelLayers(colors: LayerColors & { ink: string; halo: string }): LayerSpecification[] {
  const { ink, halo } = colors;
  const text = {
    "text-field": valueOf("text"),
    "text-font": [basemapFontNames.semibold],
    "text-anchor": valueOf("anchor"),
    "text-max-width": 100,
    "text-allow-overlap": true,
    "symbol-sort-key": valueOf("order"),
  };
  const gapOf = (pixels: number, size: number): ExpressionSpecification => {
    const em = pixels / size;
    const offset = (x: number, y: number): ExpressionSpecification => ["literal", [x * em, y * em]];
    return [
      "match",
      valueOf("anchor"),
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
      source: SOURCE_IDS.points,
      filter: whereKind("measure"),
      layout: { "line-cap": "round" },
      paint: { "line-color": halo, "line-width": 5, "line-opacity": 0.8 },
    },
    {
      id: "measure-line",
      type: "line",
      source: SOURCE_IDS.points,
      filter: whereKind("measure"),
      paint: { "line-color": ink, "line-width": 2, "line-dasharray": [2, 1.5] },
    },
    ...(MARKS.flatMap((mark) => mark.layers(colors).over ?? []) as LayerSpecification[]),
    {
      id: "launch-point-names",
      type: "symbol",
      source: SOURCE_IDS.points,
      filter: whereKind("name"),
      // The padding hides the basemap's name of the same town.
      layout: {
        ...text,
        "text-padding": 18,
        "text-size": LABEL_SIZES.name.fontSize,
        "text-justify": "auto",
        "text-offset": gapOf(DOT_RADIUS + 3, LABEL_SIZES.name.fontSize),
      },
      paint: { "text-color": ink, "text-halo-color": halo, "text-halo-width": 1.75 },
    } as LayerSpecification,
    {
      id: LAYER_IDS.pills,
      type: "symbol",
      source: SOURCE_IDS.points,
      filter: whereKind("pill"),
      layout: {
        ...text,
        "text-size": LABEL_SIZES.pill.fontSize,
        "text-offset": gapOf(LABEL_SIZES.pill.paddingX + 3, LABEL_SIZES.pill.fontSize),
        "icon-image": valueOf("image"),
        "icon-text-fit": "both",
        "icon-text-fit-padding": [1, 4, 1, 4],
        "icon-allow-overlap": true,
      },
      paint: { "text-color": valueOf("color") },
    } as LayerSpecification,
  ];
}
