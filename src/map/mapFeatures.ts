import type { Feature, Geometry } from "geojson";
import type { Figure } from "../figure/figure.ts";
import type { LngLat } from "../marks/drawn.ts";
import { toDrawnShape } from "../marks/shapes/geodesicPath.ts";
import { MOST_FULL_RINGS } from "../marks/density.ts";
import { onDark } from "../marks/palette.ts";
import { type PlacedLabel, TREATY_COLOR } from "../figure/labels/placeLabels.ts";
import { RANGE_LINE_WIDTH, SOURCE_IDS, type SourceId } from "./mapSpec.ts";
import { mercatorOutline } from "./mercatorOutline.ts";
import { pillImageId } from "./pillImage.ts";

/** A feature with the id by which the map is told of a change to it. */
export type SpecFeature = Feature<Geometry, Record<string, string | number | boolean>> & { id: string };
export type MapData = Record<SourceId, SpecFeature[]>;

const FLAT_COLOR = "#8a1c7c";
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
      : [
          {
            type: "Feature",
            id: `from:${id}`,
            geometry: toDrawnShape(shape),
            properties: { kind: "from", color, opacity: 0.14 },
          },
        ],
  );
}

function launchLines(figure: Figure): SpecFeature[] {
  return figure.launchPoints.flatMap(({ id, shape, color, hidden }): SpecFeature[] =>
    !shape || hidden
      ? []
      : [
          {
            type: "Feature",
            id: `from:${id}`,
            geometry: toDrawnShape(shape),
            properties: { kind: "from", color, offset: 0, id },
          },
        ],
  );
}

function areaFeatures(figure: Figure, ink: Ink, ringCount: number): SpecFeature[] {
  const opacity = fillOpacity(ringCount);
  const isFull = ringCount <= MOST_FULL_RINGS;
  const bands = (isFull ? figure.bands : []).map((band): SpecFeature => ({
    type: "Feature",
    id: band.id,
    geometry: band.area.geometry,
    properties: { kind: "band", color: ink(band.color), opacity: opacity * 0.4 },
  }));
  const rings = (isFull ? drawnRings(figure) : []).map((ring): SpecFeature => ({
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
  const bands = (full ? figure.bands : []).flatMap((band): SpecFeature[] => {
    const properties = { kind: "band", color: ink(band.color), offset: 0 };
    const inner: SpecFeature = {
      type: "Feature",
      id: `${band.id}:min`,
      geometry: mercatorOutline(band.innerOutline),
      properties,
    };
    const outer: SpecFeature = {
      type: "Feature",
      id: `${band.id}:max`,
      geometry: mercatorOutline(band.outerOutline),
      properties,
    };
    return band.openEnded ? [inner] : [inner, outer];
  });
  const rings = drawnRings(figure).flatMap((ring): SpecFeature[] => {
    const { color, role, offset } = ring.style;
    const properties = { kind: "ring", color: ink(color), role, full, offset: offset * (RANGE_LINE_WIDTH + 0.75) };
    const outer: SpecFeature = {
      type: "Feature",
      id: ring.id,
      geometry: mercatorOutline(ring.sketch ?? ring.outline),
      properties,
    };
    if (figure.crowded || !ring.innerOutline) return [outer];
    return [
      outer,
      {
        type: "Feature",
        id: `${ring.id}:min`,
        geometry: mercatorOutline(ring.innerOutline),
        properties: { ...properties, kind: "inner" },
      },
    ];
  });
  const coverage = figure.coverage.map((merged): SpecFeature => {
    const { color, role } = merged.style;
    const kind = merged.atLeast > 1 ? "inner" : "ring";
    return {
      type: "Feature",
      id: merged.id,
      geometry: mercatorOutline(merged.outline),
      properties: { kind, color: ink(color), role, full, offset: 0 },
    };
  });
  const treaties = figure.treatyRings.map(({ id, outline }): SpecFeature => ({
    type: "Feature",
    id,
    geometry: mercatorOutline(outline),
    properties: { kind: "treaty", color: ink(TREATY_COLOR), offset: 0 },
  }));
  const flat = figure.flatCircles.map(({ id, outline }): SpecFeature => ({
    type: "Feature",
    id,
    geometry: outline.geometry,
    properties: { kind: "flat", color: ink(FLAT_COLOR), offset: 0 },
  }));
  return [...launchLines(figure), ...bands, ...treaties, ...flat, ...rings, ...coverage];
}

function launchPointFeatures(figure: Figure, selected: ReadonlySet<string>): SpecFeature[] {
  return (
    figure.launchPoints
      // An area is drawn itself and needs no dot.
      .filter((point) => !point.hidden && point.geometry.type === "Point")
      .map((point) => ({
        type: "Feature",
        id: `point:${point.id}`,
        geometry: { type: "Point", coordinates: point.lngLat },
        properties: { kind: "point", id: point.id, color: point.color, selected: selected.has(point.id) },
      }))
  );
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

function measureFeatures(measure: MapDataOptions["measure"]): SpecFeature[] {
  if (!measure) return [];
  return [
    {
      type: "Feature",
      id: "measure",
      geometry: toDrawnShape({ type: "LineString", coordinates: [measure.from, measure.to] }),
      properties: { kind: "measure" },
    },
  ];
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
export function buildMapData(
  figure: Figure,
  {
    labels,
    selected = new Set(),
    measure,
    ringCount = figure.rings.length,
    dark = false,
    shapes = true,
  }: MapDataOptions,
): MapData {
  const ink: Ink = dark ? onDark : (color) => color;
  return {
    [SOURCE_IDS.areas]: !shapes ? [] : areaFeatures(figure, ink, ringCount),
    [SOURCE_IDS.outlines]: !shapes ? [] : outlineFeatures(figure, ink, ringCount <= MOST_FULL_RINGS),
    [SOURCE_IDS.marks]: [
      ...launchPointFeatures(figure, selected),
      ...labelFeatures(labels),
      ...measureFeatures(measure),
    ],
  };
}
