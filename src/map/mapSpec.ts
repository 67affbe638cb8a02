import type { Feature, Geometry } from "geojson";
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Figure, LngLat } from "../figure/figure.ts";
import { DOT_RADIUS, LABEL_SIZES, type PlacedLabel, TREATY_COLOR } from "../figure/placeLabels.ts";
import { toDrawnShape } from "../figure/geodesicPath.ts";
import { onDark } from "../figure/palette.ts";
import { basemapFontNames } from "./basemapStyle.ts";
import { mercatorOutline } from "./mercatorOutline.ts";
import { pillImageId } from "./pillImage.ts";

/** Ids of the map's sources. Areas and outlines are apart, so that a cut at the antimeridian or a pole is never stroked. */
export const SOURCE_IDS = {
  areas: "range-areas",
  outlines: "range-outlines",
  launchPoints: "launch-points",
  labels: "range-labels",
  measure: "measure-line",
} as const;
export type SourceId = (typeof SOURCE_IDS)[keyof typeof SOURCE_IDS];

/** Ids of the layers that a pointer can meet. */
export const LAYER_IDS = {
  launchPoints: "launch-point-dots",
  launchPointHalo: "launch-point-halo",
  pills: "range-pills",
} as const;

/** A feature with the id by which the map is told of a change to it. */
export type SpecFeature = Feature<Geometry, Record<string, string | number | boolean>> & { id: string };
/** Sources whose features do not change when the map only moves, or a launch point is selected. */
export const SHAPE_SOURCES = [SOURCE_IDS.areas, SOURCE_IDS.outlines] as const;
export type MapData = Record<SourceId, SpecFeature[]>;

const RANGE_LINE_WIDTH = 2.25;
const FLAT_COLOR = "#8a1c7c";
/**
 * Past this many rings each is a hairline: fills lie over one another to a flat colour that says nothing, wide and double lines hide each
 * other, a light edge has no ground left to stand out from, and all of it costs most of a frame.
 */
const MOST_FULL_RINGS = 300;
const HAIRLINE_WIDTH = 1;

const get = (property: string): ExpressionSpecification => ["get", property];
const is = (property: string, value: string): ExpressionSpecification => ["==", get(property), value];

/** Fills get lighter as they grow in number, so that many rings do not turn to mud. */
function fillOpacity(count: number): number {
  return Math.max(0.015, 0.075 / Math.sqrt(Math.max(1, count / 4)));
}

/** A system's colour as it is drawn on the ground of the theme. */
type Ink = (color: string) => string;

/** Rings that no merged coverage stands for; of a crowded figure, the longest of each launch point. */
export function drawnRings(figure: Figure): Figure["rings"] {
  const merged = new Set(figure.coverage.map((coverage) => coverage.system.ref));
  const rings = figure.rings.filter((ring) => !merged.has(ring.system.ref));
  if (!figure.crowded) return rings;
  const seen = new Set<string>();
  // The longest come first.
  return rings.filter(({ launchPoint }) => !seen.has(launchPoint) && seen.add(launchPoint));
}

/** The areas and countries that ranges are measured from. */
function launchAreas(figure: Figure): SpecFeature[] {
  return figure.launchPoints.flatMap(({ id, shape, color, hidden }): SpecFeature[] =>
    !shape || shape.type === "LineString" || hidden
      ? []
      : [{ type: "Feature", id: `from:${id}`, geometry: toDrawnShape(shape), properties: { kind: "from", color, opacity: 0.14 } }],
  );
}

function launchLines(figure: Figure): SpecFeature[] {
  return figure.launchPoints.flatMap(({ id, shape, color, hidden }): SpecFeature[] =>
    !shape || hidden ? [] : [{ type: "Feature", id: `from:${id}`, geometry: toDrawnShape(shape), properties: { kind: "from", color, offset: 0, id } }],
  );
}

function areaFeatures(figure: Figure, ink: Ink, ringCount: number): SpecFeature[] {
  const opacity = fillOpacity(ringCount);
  const bands = figure.bands.map((band): SpecFeature => ({
    type: "Feature",
    id: band.id,
    geometry: band.area.geometry,
    properties: { kind: "band", color: ink(band.color), opacity: opacity * 0.4 },
  }));
  const filled = ringCount <= MOST_FULL_RINGS ? drawnRings(figure) : [];
  const rings = filled.map((ring): SpecFeature => ({
    type: "Feature",
    id: ring.id,
    geometry: ring.area.geometry,
    properties: { kind: "ring", color: ink(ring.style.color), opacity },
  }));
  const coverage = figure.coverage.map((merged): SpecFeature => ({
    type: "Feature",
    id: merged.id,
    geometry: merged.area.geometry,
    properties: { kind: "coverage", color: ink(merged.style.color), opacity: merged.atLeast > 1 ? 0.16 : 0.1 },
  }));
  return [...bands, ...rings, ...coverage, ...launchAreas(figure)];
}

function outlineFeatures(figure: Figure, ink: Ink, full: boolean): SpecFeature[] {
  const bands = figure.bands.flatMap((band): SpecFeature[] => {
    const properties = { kind: "band", color: ink(band.color), offset: 0 };
    const inner: SpecFeature = { type: "Feature", id: `${band.id}:min`, geometry: mercatorOutline(band.innerOutline), properties };
    const outer: SpecFeature = { type: "Feature", id: `${band.id}:max`, geometry: mercatorOutline(band.outerOutline), properties };
    return band.openEnded ? [inner] : [inner, outer];
  });
  const rings = drawnRings(figure).flatMap((ring): SpecFeature[] => {
    const { color, role, offset } = ring.style;
    const properties = { kind: "ring", color: ink(color), role, full, offset: offset * (RANGE_LINE_WIDTH + 0.75) };
    const outer: SpecFeature = { type: "Feature", id: ring.id, geometry: mercatorOutline(ring.sketch ?? ring.outline), properties };
    if (figure.crowded || !ring.innerOutline) return [outer];
    return [outer, { type: "Feature", id: `${ring.id}:min`, geometry: mercatorOutline(ring.innerOutline), properties: { ...properties, kind: "inner" } }];
  });
  const coverage = figure.coverage.map((merged): SpecFeature => {
    const { color, role } = merged.style;
    const kind = merged.atLeast > 1 ? "inner" : "ring";
    return { type: "Feature", id: merged.id, geometry: mercatorOutline(merged.outline), properties: { kind, color: ink(color), role, full, offset: 0 } };
  });
  const treaties = figure.treatyRings.map(({ id, outline }): SpecFeature => ({ type: "Feature", id, geometry: mercatorOutline(outline), properties: { kind: "treaty", color: ink(TREATY_COLOR), offset: 0 } }));
  const flat = figure.flatCircles.map(({ id, outline }): SpecFeature => ({ type: "Feature", id, geometry: outline.geometry, properties: { kind: "flat", color: ink(FLAT_COLOR), offset: 0 } }));
  return [...launchLines(figure), ...bands, ...treaties, ...flat, ...rings, ...coverage];
}

function launchPointFeatures(figure: Figure, selected: ReadonlySet<string>): SpecFeature[] {
  return figure.launchPoints
    // An area is drawn itself and needs no dot.
    .filter((point) => !point.hidden && point.geometry.type === "Point")
    .map((point) => ({
      type: "Feature",
      id: point.id,
      geometry: { type: "Point", coordinates: point.lngLat },
      properties: { id: point.id, color: point.color, selected: selected.has(point.id) },
    }));
}

function labelFeatures(labels: PlacedLabel[]): SpecFeature[] {
  return labels.map((label, index) => ({
    type: "Feature",
    id: `${label.kind}:${label.id}`,
    geometry: { type: "Point", coordinates: label.lngLat },
    properties: {
      kind: label.kind,
      text: label.text,
      anchor: label.anchor,
      role: label.role,
      color: label.color,
      order: index,
      ...(label.kind === "pill" && { image: pillImageId(label.role, label.color) }),
    },
  }));
}

export interface MapDataOptions {
  labels: PlacedLabel[];
  selected?: ReadonlySet<string>;
  /** A line from a launch point to a place that is being measured. */
  measure?: { from: LngLat; to: LngLat };
  /** Rings on the whole map, where the figure is only a part of it: fills get lighter as rings grow in number. */
  ringCount?: number;
  /** Lines and fills are lightened to stand out on a dark ground. */
  dark?: boolean;
  /** Whether areas and outlines are wanted too: they depend on the figure and the theme alone. */
  shapes?: boolean;
}

/** The features of each source for a figure: the same for the live map and for an exported picture. */
export function buildMapData(figure: Figure, { labels, selected = new Set(), measure, ringCount = figure.rings.length, dark = false, shapes = true }: MapDataOptions): MapData {
  const ink: Ink = dark ? onDark : (color) => color;
  return {
    [SOURCE_IDS.areas]: !shapes ? [] : areaFeatures(figure, ink, ringCount),
    [SOURCE_IDS.outlines]: !shapes ? [] : outlineFeatures(figure, ink, ringCount <= MOST_FULL_RINGS),
    [SOURCE_IDS.launchPoints]: launchPointFeatures(figure, selected),
    [SOURCE_IDS.labels]: labelFeatures(labels),
    [SOURCE_IDS.measure]: measure
      ? [{ type: "Feature", id: "measure", geometry: toDrawnShape({ type: "LineString", coordinates: [measure.from, measure.to] }), properties: {} }]
      : [],
  };
}

/** Empty sources, by id, for a style to begin with. */
export function buildRangeSources(data?: MapData): Record<SourceId, SourceSpecification> {
  const source = (id: SourceId): SourceSpecification => ({
    type: "geojson",
    data: { type: "FeatureCollection", features: data?.[id] ?? [] },
    // Our vertices are already no more than the eye needs; simplifying again would cost the accuracy that we draw.
    tolerance: 0.1,
    maxzoom: 12,
  });
  return Object.fromEntries(Object.values(SOURCE_IDS).map((id) => [id, source(id)])) as Record<SourceId, SourceSpecification>;
}

/**
 * A value that is the same for every feature, said as if it were not: layers whose values come from features in the same properties share
 * one shader program, and compiling one more is what a first ring waits for.
 */
const ofFeature = (value: string | number): ExpressionSpecification => ["case", get("full"), value, value];

const line = (id: string, filter: ExpressionSpecification, paint: Record<string, unknown>): LayerSpecification =>
  ({ id, type: "line", source: SOURCE_IDS.outlines, filter, layout: { "line-join": "round" }, paint }) as LayerSpecification;

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
    line("treaty-lines", is("kind", "treaty"), { "line-color": get("color"), "line-width": 1.5, "line-dasharray": [1, 2] }),
    line("flat-circles", is("kind", "flat"), { "line-color": get("color"), "line-width": 1.5, "line-dasharray": [6, 2, 1, 2] }),
    line("ring-casing", ["all", is("kind", "ring"), ["==", get("full"), true]], {
      "line-color": ofFeature(casing),
      "line-width": ofFeature(RANGE_LINE_WIDTH + 2),
      "line-opacity": 0.7,
      "line-offset": get("offset"),
    }),
    line("ring-inner", is("kind", "inner"), { "line-color": get("color"), "line-width": 1.25, "line-offset": get("offset") }),
    line("ring-lines", is("kind", "ring"), {
      "line-color": get("color"),
      "line-width": ["case", ["!", get("full")], HAIRLINE_WIDTH, is("role", "defence"), RANGE_LINE_WIDTH * 2, RANGE_LINE_WIDTH],
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
export function buildLabelLayers({ ink, halo, accent }: { ink: string; halo: string; accent: string }): LayerSpecification[] {
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
    return ["match", get("anchor"), "left", offset(1, 0), "right", offset(-1, 0), "top", offset(0, 1), "bottom", offset(0, -1), offset(0, 0)];
  };
  return [
    {
      id: "measure-casing",
      type: "line",
      source: SOURCE_IDS.measure,
      layout: { "line-cap": "round" },
      paint: { "line-color": halo, "line-width": 5, "line-opacity": 0.8 },
    },
    {
      id: "measure-line",
      type: "line",
      source: SOURCE_IDS.measure,
      paint: { "line-color": ink, "line-width": 2, "line-dasharray": [2, 1.5] },
    },
    {
      id: LAYER_IDS.launchPointHalo,
      type: "circle",
      source: SOURCE_IDS.launchPoints,
      filter: ["==", get("selected"), true],
      paint: { "circle-radius": DOT_RADIUS + 5, "circle-color": accent, "circle-opacity": 0.25, "circle-stroke-color": accent, "circle-stroke-width": 1.5 },
    },
    {
      id: LAYER_IDS.launchPoints,
      type: "circle",
      source: SOURCE_IDS.launchPoints,
      paint: { "circle-radius": DOT_RADIUS, "circle-color": get("color"), "circle-stroke-color": "#ffffff", "circle-stroke-width": 2 },
    },
    {
      id: "launch-point-names",
      type: "symbol",
      source: SOURCE_IDS.labels,
      filter: is("kind", "name"),
      // The padding keeps the basemap's own name of the same town away.
      layout: { ...text, "text-padding": 18, "text-size": LABEL_SIZES.name.fontSize, "text-offset": gapOf(DOT_RADIUS + 3, LABEL_SIZES.name.fontSize) },
      paint: { "text-color": ink, "text-halo-color": halo, "text-halo-width": 1.75 },
    } as LayerSpecification,
    {
      id: LAYER_IDS.pills,
      type: "symbol",
      source: SOURCE_IDS.labels,
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
