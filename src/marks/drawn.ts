import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import type { ContextFeature, ContextLayer, Tint } from "../scenario/notes.ts";
import type { LaunchGeometry } from "../scenario/scenario.ts";
import type { Platform, Qualifier, Role, SystemKind, TargetClass } from "../catalog/vocabulary.ts";
import type { Inks, Theme } from "./inks.ts";
import type { MergedShape } from "./shapes/MergedShape.ts";
import type { SourceGeometry } from "./shapes/shapeSource.ts";

export type LngLat = [lng: number, lat: number];
export type Area = Feature<Polygon | MultiPolygon>;
export type Outline = Feature<LineString | MultiLineString>;

/** The kinds of the catalogue, and `other` for a user's own system without a kind. */
export type DrawnKind = SystemKind | "other";

/** The lowest and highest published figures that are comparable with the headline. */
export interface PublishedSpread {
  minKm: number;
  maxKm: number;
  /** The source of the highest figure says "more than", so the outer edge is open. */
  openEnded: boolean;
  /** The distinct published distances in kilometres, shortest first. */
  stepsKm: number[];
  /** Ids of the figures at the two ends. */
  minFigure: string;
  maxFigure: string;
  /** The versions of the system that the figures at the two ends are of, in the figure's language; absent for the system as a whole. */
  minVersion?: string;
  maxVersion?: string;
}

/** A system, a variant or a user's own system, with everything that is drawn and written about it. */
export interface DrawnSystem {
  /** The scenario's name for it: `atacms`, `atacms/block-i` or the id of a custom system. */
  ref: string;
  /** Unique among drawn systems. One ref can have several ranges, one for each class of target. */
  key: string;
  /** Id in the catalog; absent for a user's own system. */
  systemId?: string;
  variantId?: string;
  /** The name of the variant alone, in the figure's language. */
  variantName?: string;
  /** Full name in the figure's language. */
  name: string;
  /** The name in labels on the map. */
  shortName: string;
  kind: DrawnKind;
  role: Role;
  platforms: Platform[];
  /** The headline range; `min` is less than `max` if the source prints a range. */
  rangeKm: { min: number; max: number };
  qualifier: Qualifier;
  /** Id of the headline figure; absent for a user's own system. */
  figureId?: string;
  /** Id of the headline's source; absent for a user's own system. */
  sourceId?: string;
  /** Ids of the sources of every figure that is printed of it: the headline's first, then those of the spread's ends; `own:…` for the user's. */
  sourceIds: string[];
  /** The class of target of the headline range, if its source names one: an air-defence system has a range for each class. */
  targetClass?: Exclude<TargetClass, "any">;
  /** The user's own note on the source of a custom system's range. */
  customSource?: string;
  spread?: PublishedSpread;
  /** The spread in words, shown wherever the system is named: `published 165–306 km`. */
  spreadText?: string;
  /** The colour from the catalogue or from the user. */
  color: string;
  inks: Inks;
  custom: boolean;
  /** The desk from whose catalogue it is; absent for ours and for a user's own. */
  desk?: string;
  /** The label of the ring: name and range, and a remark if the system is the user's own. */
  label: string;
  /** The range in words with its qualifier, in the figure's language and unit: `about 250 km`. */
  rangeText: string;
  /** The range as a picture prints it under the name: with what it is against, if the system has a range for each class of target. */
  valueText: string;
  /** What is said of the range besides: that it is the user's own, and how far published figures differ. */
  remarks: string[];
  /** The weight of its lines in print, as a factor: systems differ by weight, because dashes have meanings of their own. */
  printWeight: number;
}

/** One drawn item. Its colours and visibility are final, so outputs decide neither. */
export interface MarkItem {
  /** Unique in its figure, and opaque: `launchPoint` says which launch point it belongs to. */
  readonly id: string;
  /** The launch point that it belongs to; absent if it belongs to several. */
  readonly launchPoint?: string;
  readonly inks: Inks;
  /** Whether maps and pictures draw it. Data files include it in any case. */
  readonly shown: boolean;
}

export interface LabelSpot {
  lngLat: LngLat;
  bearingDeg: number;
}

/** A place, line, area or country that ranges are measured from. */
export interface DrawnLaunchPoint {
  id: string;
  /** The user's name for it, or its coordinates. */
  name: string;
  named: boolean;
  geometry: LaunchGeometry;
  /** The line, area or country that ranges are measured from; absent for a point, and until a country's outline has loaded. */
  shape?: SourceGeometry;
  /** Its shapes are still being computed. */
  pending: boolean;
  /** The position of its dot and name; undefined until its outline has loaded. */
  lngLat: LngLat | undefined;
  /** The user's colour for the launch point and its rings. */
  ownColor?: string;
  inks: Inks;
  hidden: boolean;
  systems: DrawnSystem[];
}

/** The area within a system's headline range of a launch point. */
export interface Ring extends MarkItem {
  launchPoint: string;
  system: DrawnSystem;
  rangeKm: number;
  /** The lower number if the headline is printed as a range. */
  minRangeKm?: number;
  /** Whether its area is tinted; a graded band does that already. */
  filled: boolean;
  /** Rings of one launch point with the same range are drawn side by side, offset inward by 0, 1, 2 … line widths. */
  offset: number;
  area: Area;
  /** Returns the area without caching it, for files, which write thousands of areas once each. */
  makeArea: () => Area;
  outline: Outline;
  /** The outline at `minRangeKm`. */
  innerOutline?: Outline | undefined;
  /** The outline that the live map draws if there are too many rings to draw exactly. */
  coarseOutline?: Outline | undefined;
  /** Possible positions of the ring's label, best first. */
  labelSpots: LabelSpot[];
}

/** The area between the lowest and the highest published figure. */
export interface Band extends MarkItem {
  launchPoint: string;
  system: DrawnSystem;
  minRangeKm: number;
  maxRangeKm: number;
  openEnded: boolean;
  area: Area;
  /** As a ring's. */
  makeArea: () => Area;
  /** How many bands there are around the launch point: the more, the lighter each. */
  bandCount: number;
  /** The area within each published distance, shortest first. */
  steps: Area[];
  innerOutline: Outline;
  outerOutline: Outline;
}

/** The union of one system's rings around all visible launch points, drawn instead of those rings. */
export interface Coverage extends MarkItem {
  system: DrawnSystem;
  rangeKm: number;
  area: Area;
  outline: Outline;
  /** What was computed of several launch points, in pieces for the map; absent if there is but one. */
  merged: MergedShape | undefined;
  labelSpots: LabelSpot[];
  /** The least number of launch points within range; 1 for the whole union. */
  atLeast: number;
  launchPoints: number;
}

/** The distance of a treaty, drawn for comparison, always with its caveat. */
export interface TreatyRing extends MarkItem {
  launchPoint: string;
  treaty: string;
  rangeKm: number;
  label: string;
  /** Only one ring of each treaty distance is named, because names at every launch point would hide the map. */
  labelled: boolean;
  makeArea: () => Area;
  outline: Outline;
  labelSpots: LabelSpot[];
}

/** The circle that a compass would draw on a flat map instead of the true ring, for teaching. */
export interface FlatCircle extends MarkItem {
  launchPoint: string;
  rangeKm: number;
  outline: Outline;
}

/** A launch point's dot and name. */
export interface LaunchPointMark extends MarkItem {
  launchPoint: string;
  point: DrawnLaunchPoint & { lngLat: LngLat };
}

/** A line, area or country that ranges are measured from. */
export interface LaunchArea extends MarkItem {
  launchPoint: string;
  point: DrawnLaunchPoint & { lngLat: LngLat };
  shape: SourceGeometry;
}

/** A line between two places with its length. */
export interface DistanceLineItem extends MarkItem {
  distanceKm: number;
  ends: [LngLat, LngLat];
  outline: Outline;
  label: string;
  labelSpots: LabelSpot[];
}

/** A highlighted country. */
export interface HighlightItem extends MarkItem {
  /** The id of the group that it is highlighted with, and the group's name in the legend, empty for none. */
  highlight: string;
  highlightLabel: string;
  tint: Tint;
  code: string;
  name: string;
  opacity: Readonly<Record<Theme, number>>;
  shape: MultiPolygon;
}

/** A text at a place. */
export interface AnnotationItem extends MarkItem {
  text: string;
  lngLat: LngLat;
  /** The line or arrow to what the text is about, and its bearing at the text. */
  pointer?: { bearingDeg: number; outline: Outline };
}

/** A point, line or area of a layer that the user brought as background. */
export interface ContextItem extends MarkItem {
  layer: ContextLayer;
  geometry: ContextFeature["geometry"];
  /** The label on the map; empty for none. */
  label: string;
  /** Its own name, or the layer's. */
  name: string;
}
