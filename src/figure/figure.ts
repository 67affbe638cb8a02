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
  /** Ids of the sources of its definition. */
  sourceIds: string[];
}

/** What the map, the legend, the tables and every exported file show. All are made from it, so they cannot disagree. */
export interface Figure {
  language: Language;
  units: Units;
  /** Lengths are given in miles too, or in kilometres if the unit is miles. */
  pairedUnits: boolean;
  projection: Projection;
  title: string;
  subtitle: string;
  caption: string;
  /** The user wrote the caption. */
  captionIsOwn: boolean;
  /** One sentence for under a picture's title, if the user wrote nothing. */
  deck: string;
  /** All launch points of the scenario, including hidden ones, for lists and tables. */
  launchPoints: DrawnLaunchPoint[];
  /** Everything that is drawn, by kind, bottom to top. */
  marks: readonly MarkItems[];
  legend: LegendRow[];
  /** The legend, and a row for everything that its label on the map explains: for tables and the alternative text. */
  entries: LegendRow[];
  /** The drawn systems in the order of the legend, longest range first. */
  systems: DrawnSystem[];
  treaties: TreatyEntry[];
  /** The sources of all figures on the map without duplicates, in the order of the legend. */
  sources: Source[];
  /** Whom the data of context layers wants named, without duplicates. */
  credits: string[];
  /** `[west, south, east, north]` in degrees of everything drawn; east may exceed 180 where it crosses the antimeridian. */
  bounds?: [number, number, number, number] | undefined;
  ringCount: number;
  /** There are few enough rings to draw fills, bands and wide lines. Data files include the bands in any case. */
  full: boolean;
  /** There are too many rings to draw exactly: a map shows only the longest ring of each launch point, coarsely. Data files include all. */
  crowded: boolean;
  /** The memory in bytes that merging would take; present if it is more than there is for it, so that rings are drawn instead. */
  refusedMergeBytes?: number;
  /** Some shapes are still being computed, so marks are missing. */
  pending: boolean;
  catalogVersion: string;
  catalogDate: string;
}
