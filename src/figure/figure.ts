import type { Source } from "../catalog/catalog.ts";
import type { Band, Coverage, DrawnSystem, FlatCircle, LngLat, Ring, TreatyRing } from "../marks/drawn.ts";
import type { SourceGeometry } from "../marks/shapes/shapeSource.ts";
import type { Language, LaunchGeometry, Projection, Units } from "../scenario/scenario.ts";

export interface TreatyEntry {
  id: string;
  name: string;
  definition: string;
  caveat: string;
}

export interface FigureLaunchPoint {
  id: string;
  /** The user's name for it, or its coordinates. */
  name: string;
  named: boolean;
  geometry: LaunchGeometry;
  /** The line, area or country that ranges are measured from; absent for a point. */
  shape?: SourceGeometry;
  /** Its shapes are still being computed. */
  pending: boolean;
  /** Where its dot and name stand. */
  lngLat: LngLat;
  color: string;
  hidden: boolean;
  systems: DrawnSystem[];
}

/** One line of the legend: a system and the launch points that it is drawn from. */
export interface LegendEntry {
  system: DrawnSystem;
  launchPoints: number;
}

/** What the map, the legend, the tables and every exported file show. They cannot disagree: each is made from this. */
export interface Figure {
  language: Language;
  units: Units;
  projection: Projection;
  title: string;
  subtitle: string;
  caption: string;
  launchPoints: FigureLaunchPoint[];
  rings: Ring[];
  bands: Band[];
  coverage: Coverage[];
  treatyRings: TreatyRing[];
  treaties: TreatyEntry[];
  flatCircles: FlatCircle[];
  legend: LegendEntry[];
  /** The systems drawn, in the order of the legend, longest range first. */
  systems: DrawnSystem[];
  /** Each source of a headline figure on the map, once, in the order of the legend. */
  sources: Source[];
  /** `[west, south, east, north]` in degrees of everything drawn; east may exceed 180 where it crosses the antimeridian. */
  bounds?: [number, number, number, number] | undefined;
  /** There are too many rings to draw: a map shows the longest of each launch point, coarsely, and no bands. Files of data hold them all. */
  crowded: boolean;
  /** Bands are on the map; where there are too many rings for that, files of data have them all the same. */
  bandsDrawn: boolean;
  catalogVersion: string;
  catalogDate: string;
}
