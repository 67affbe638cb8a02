import type { Feature, Geometry } from "geojson";
import type { Figure } from "../figure/figure.ts";
import type { PlacedLabel } from "../figure/labels/placeLabels.ts";
import { MOST_FULL_RINGS } from "../marks/density.ts";
import type { LngLat } from "../marks/drawn.ts";
import type { Theme } from "../marks/inks.ts";
import { SOURCE_IDS, type SourceId } from "../marks/mapLayers.ts";
import type { MapLook } from "../marks/mark.ts";
import { toDrawnShape } from "../marks/shapes/geodesicPath.ts";
import { mercatorOutline } from "./mercatorOutline.ts";
import { pillImageId } from "./pillImage.ts";

/** A feature with an id, by which later changes refer to it. */
export type SpecFeature = Feature<Geometry, Record<string, string | number | boolean>> & { id: string };
export type MapData = Record<SourceId, SpecFeature[]>;

function labelFeatures(labels: PlacedLabel[], theme: Theme): SpecFeature[] {
  return labels.map(({ id, kind, lngLat, launchPoint, text, anchor, role, inks }, order) => ({
    type: "Feature",
    id: `${kind} ${id}`,
    geometry: { type: "Point", coordinates: lngLat },
    properties: {
      kind,
      text,
      anchor,
      color: role === "defence" ? inks[theme].line : inks[theme].text,
      order,
      ...(launchPoint !== undefined && { launchPoint }),
      ...(kind === "pill" && { image: pillImageId(role, inks[theme]) }),
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
  theme: Theme;
  selected?: ReadonlySet<string>;
  /** The line from a launch point to the place that is being measured. */
  measure?: { from: LngLat; to: LngLat };
  /** The number of rings on the whole map, if the figure is only a part of it. */
  ringCount?: number;
  /** Whether to include areas and outlines, which depend only on the figure and the theme. */
  shapes?: boolean;
  /** Cuts an outline to the part that the projection can show; by default that of Mercator. */
  cut?: MapLook["cut"];
  /** Draws air defence as double lines, as the live map does. */
  doubleLines?: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** The features of each source for a figure, used by both the live map and exported pictures. */
export function buildMapData(figure: Figure, options: MapDataOptions): MapData {
  const { labels, theme, selected = NONE, measure, shapes = true, cut = mercatorOutline } = options;
  const { ringCount = figure.ringCount, doubleLines = true } = options;
  const look: MapLook = { theme, ringCount, full: ringCount <= MOST_FULL_RINGS, selected, cut, doubleLines };
  const data: MapData = { [SOURCE_IDS.areas]: [], [SOURCE_IDS.outlines]: [], [SOURCE_IDS.points]: [] };
  for (const { mark, items } of figure.marks) {
    // Moving the map or selecting a launch point changes only point features.
    if (!shapes && mark.kind !== "launchPoint") continue;
    for (const item of items) {
      if (!item.shown) continue;
      for (const { source, id, geometry, properties } of mark.features(item, look)) {
        data[SOURCE_IDS[source]].push({ type: "Feature", id, geometry, properties });
      }
    }
  }
  data[SOURCE_IDS.points].push(...labelFeatures(labels, theme), ...measureFeatures(measure));
  return data;
}
