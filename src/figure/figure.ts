import type { Source } from "../catalog/catalog.ts";
import type { DrawnLaunchPoint, DrawnSystem } from "../marks/drawn.ts";
import type { LegendRow, MarkItems } from "../marks/mark.ts";
import type { Language, Projection, Units } from "../scenario/scenario.ts";

/** A treaty whose distances are drawn, in the figure's language. */
export interface TreatyEntry {
  id: string;
  name: string;
  definition: string;
  caveat: string;
}

/** What the map, the legend, the tables and every exported file show. They cannot disagree: each is made from this. */
export interface Figure {
  language: Language;
  units: Units;
  projection: Projection;
  title: string;
  subtitle: string;
  caption: string;
  /** All of the scenario's, hidden ones included: what lists and tables show. */
  launchPoints: DrawnLaunchPoint[];
  /** Everything that is drawn, by kind, the lowest first. */
  marks: readonly MarkItems[];
  legend: LegendRow[];
  /** The systems drawn, in the order of the legend, longest range first. */
  systems: DrawnSystem[];
  treaties: TreatyEntry[];
  /** Each source of a figure on the map, once, in the order of the legend. */
  sources: Source[];
  /** `[west, south, east, north]` in degrees of everything drawn; east may exceed 180 where it crosses the antimeridian. */
  bounds?: [number, number, number, number] | undefined;
  ringCount: number;
  /** There are few enough rings for fills, bands and wide lines. Data files hold the bands all the same. */
  full: boolean;
  /** There are too many rings to draw: a map shows the longest of each launch point, coarsely. Data files hold them all. */
  crowded: boolean;
  /** Shapes are still being computed, so something is missing from the marks. */
  pending: boolean;
  catalogVersion: string;
  catalogDate: string;
}
