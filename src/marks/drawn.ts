import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import type { Platform, Qualifier, Role, SystemKind, TargetClass } from "../catalog/vocabulary.ts";

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
}

/** A system, a variant of one, or a user's own, resolved to what is drawn of it. */
export interface DrawnSystem {
  /** `atacms`, `atacms/block-i` or the id of a custom system: what the scenario calls it. */
  ref: string;
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
  /** What the headline is a range against, where its source says so: an air-defence system has a range for each class of target. */
  targetClass?: Exclude<TargetClass, "any">;
  /** The user's own line about where the range of a custom system comes from. */
  customSource?: string;
  spread?: PublishedSpread;
  color: string;
  custom: boolean;
  /** What stands beside the ring: name and range, and that it is the user's own where it is. */
  label: string;
  /** The range in words with its qualifier, in the figure's language and unit: `about 250 km`. */
  rangeText: string;
}

/** How a ring looks. Colour never carries meaning alone: the pill names the system, and a defensive system has a double line. */
export interface RingStyle {
  color: string;
  role: Role;
  /** Rings of one launch point with one range lie side by side: 0, 1, 2 … line widths inward. */
  offset: number;
}

/** The places within a system's headline range of a launch point. */
export interface Ring {
  /** `launchPoint:system`, unique in the figure. */
  id: string;
  launchPoint: string;
  system: DrawnSystem;
  rangeKm: number;
  /** The inner distance where the headline is printed as a range. */
  minRangeKm?: number;
  /** Name and range as the pill shows them: `ATACMS 300 km`. */
  label: string;
  style: RingStyle;
  area: Area;
  /** The area, not kept unless it was: for a file, which has thousands of them written once each. */
  makeArea: () => Area;
  outline: Outline;
  /** The outline at `minRangeKm`. */
  innerOutline?: Outline | undefined;
  /** The outline as the live map draws it where there are more rings than it can draw exactly. */
  sketch?: Outline | undefined;
  /** Places on the ring where its label may stand, best first. */
  labelSpots: LabelSpot[];
}

export interface LabelSpot {
  lngLat: LngLat;
  bearingDeg: number;
}

/** The places between the lowest and the highest published figure. */
export interface Band {
  id: string;
  launchPoint: string;
  system: DrawnSystem;
  minRangeKm: number;
  maxRangeKm: number;
  openEnded: boolean;
  color: string;
  area: Area;
  /** As a ring's. */
  makeArea: () => Area;
  innerOutline: Outline;
  outerOutline: Outline;
}

/** The union of one system's rings over every launch point shown, drawn in place of those rings. */
export interface Coverage {
  id: string;
  system: DrawnSystem;
  rangeKm: number;
  label: string;
  style: RingStyle;
  area: Area;
  outline: Outline;
  labelSpots: LabelSpot[];
  /** Reached from at least this many launch points; 1 is the whole union. */
  atLeast: number;
}

/** A distance of a treaty, drawn for comparison; never without its caveat. */
export interface TreatyRing {
  id: string;
  launchPoint: string;
  treaty: string;
  rangeKm: number;
  label: string;
  outline: Outline;
  labelSpots: LabelSpot[];
}

/** The circle that a flat map's compass would draw in place of a ring, for teaching. */
export interface FlatCircle {
  id: string;
  launchPoint: string;
  outline: Outline;
}
