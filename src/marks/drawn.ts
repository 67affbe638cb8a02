import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import type { LaunchGeometry } from "../scenario/scenario.ts";
import type { Platform, Qualifier, Role, SystemKind, TargetClass } from "../catalog/vocabulary.ts";
import type { Inks } from "./inks.ts";
import type { SourceGeometry } from "./shapes/shapeSource.ts";

export type LngLat = [lng: number, lat: number];
export type Area = Feature<Polygon | MultiPolygon>;
export type Outline = Feature<LineString | MultiLineString>;

/** The kinds of the catalog, and that of a user's own system which says none. */
export type DrawnKind = SystemKind | "other";

/** The lowest and highest published figures that may be compared with a headline. */
export interface PublishedSpread {
  minKm: number;
  maxKm: number;
  /** A source says "more than" of the highest figure: nothing closes the outer edge. */
  openEnded: boolean;
  /** Ids of the figures at the two ends. */
  minFigure: string;
  maxFigure: string;
  /** The versions of the system that the figures at the two ends are of, in the figure's language; absent for the system as a whole. */
  minVersion?: string;
  maxVersion?: string;
}

/** A system, a variant of one, or a user's own, resolved to what is drawn of it. */
export interface DrawnSystem {
  /** `atacms`, `atacms/block-i` or the id of a custom system: what the scenario calls it. */
  ref: string;
  /** Tells drawn systems apart: one that the scenario calls by one name can have a range for each class of target. */
  key: string;
  /** Id in the catalog; absent for a user's own system. */
  systemId?: string;
  variantId?: string;
  /** The variant's name by itself, in the figure's language. */
  variantName?: string;
  /** Full name in the figure's language. */
  name: string;
  /** What the label on the map says. */
  shortName: string;
  kind: DrawnKind;
  role: Role;
  platforms: Platform[];
  /** The headline; `min` is less than `max` where it is printed as a range. */
  rangeKm: { min: number; max: number };
  qualifier: Qualifier;
  /** Id of the headline figure; absent for a user's own system. */
  figureId?: string;
  /** Id of the headline's source; absent for a user's own system. */
  sourceId?: string;
  /** Ids of the sources of every figure that is printed of it: the headline's first, then those of the spread's ends. */
  sourceIds: string[];
  /** What the headline is a range against, where its source says so: an air-defence system has a range for each class of target. */
  targetClass?: Exclude<TargetClass, "any">;
  /** The user's own line about where the range of a custom system comes from. */
  customSource?: string;
  spread?: PublishedSpread;
  /** The spread in words, wherever the system is named: `published 165–306 km`. */
  spreadText?: string;
  /** Its colour as the catalogue or the user has it. */
  color: string;
  inks: Inks;
  custom: boolean;
  /** What stands beside the ring: name and range, and that it is the user's own where it is. */
  label: string;
  /** The range in words with its qualifier, in the figure's language and unit: `about 250 km`. */
  rangeText: string;
  /** Dashes and gaps in pixels that tell its lines apart in black ink; a whole line is an empty list. */
  printDash: number[];
}

/** One drawn thing. All about it is final: nothing that shows it picks a colour or decides whether it is seen. */
export interface MarkItem {
  /** Unique in its figure, and opaque: what it belongs to is said by `launchPoint`. */
  readonly id: string;
  /** The launch point that it is drawn from; absent for what belongs to several. */
  readonly launchPoint?: string;
  readonly inks: Inks;
  /** Whether maps and pictures draw it. Data files hold what is not drawn as well. */
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
  /** The line, area or country that ranges are measured from; absent for a point, and while a country's outline is being fetched. */
  shape?: SourceGeometry;
  /** Its shapes are still being computed. */
  pending: boolean;
  /** Where its dot and name stand; unknown while its outline is being fetched. */
  lngLat: LngLat | undefined;
  /** The colour that the user gave it, for itself and its rings. */
  ownColor?: string;
  inks: Inks;
  hidden: boolean;
  systems: DrawnSystem[];
}

/** The places within a system's headline range of a launch point. */
export interface Ring extends MarkItem {
  launchPoint: string;
  system: DrawnSystem;
  rangeKm: number;
  /** The inner distance where the headline is printed as a range. */
  minRangeKm?: number;
  /** Rings of one launch point with one range lie side by side: 0, 1, 2 … line widths inward. */
  offset: number;
  area: Area;
  /** The area, not kept unless it was: for a file, which has thousands of them written once each. */
  makeArea: () => Area;
  outline: Outline;
  /** The outline at `minRangeKm`. */
  innerOutline?: Outline | undefined;
  /** The outline as the live map draws it where there are more rings than it can draw exactly. */
  coarseOutline?: Outline | undefined;
  /** Places on the ring where its label may stand, best first. */
  labelSpots: LabelSpot[];
}

/** The places between the lowest and the highest published figure. */
export interface Band extends MarkItem {
  launchPoint: string;
  system: DrawnSystem;
  minRangeKm: number;
  maxRangeKm: number;
  openEnded: boolean;
  area: Area;
  /** As a ring's. */
  makeArea: () => Area;
  innerOutline: Outline;
  outerOutline: Outline;
}

/** The union of one system's rings over every launch point shown, drawn in place of those rings. */
export interface Coverage extends MarkItem {
  system: DrawnSystem;
  rangeKm: number;
  area: Area;
  outline: Outline;
  labelSpots: LabelSpot[];
  /** Reached from at least this many launch points; 1 is the whole union. */
  atLeast: number;
  launchPoints: number;
}

/** A distance of a treaty, drawn for comparison; never without its caveat. */
export interface TreatyRing extends MarkItem {
  launchPoint: string;
  treaty: string;
  rangeKm: number;
  label: string;
  /** One of each distance is named on the map: at every launch point the names would hide it. */
  labelled: boolean;
  makeArea: () => Area;
  outline: Outline;
  labelSpots: LabelSpot[];
}

/** The circle that a flat map's compass would draw in place of a ring, for teaching. */
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
