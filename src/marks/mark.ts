import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Geometry, LineString, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Role } from "../catalog/vocabulary.ts";
import type { Translate } from "../i18n/messages.ts";
import type { Display, Units } from "../scenario/scenario.ts";
import type { Coverage, DrawnLaunchPoint, DrawnSystem, LabelSpot, MarkItem, Outline, Ring } from "./drawn.ts";
import type { Inks, Theme } from "./inks.ts";

/** The kinds of marks, as they are called in data files. */
export type MarkKind = "ring" | "band" | "coverage" | "treaty" | "flatCircle" | "launchPoint" | "launchArea";

/** What marks are built from. */
export interface BuildContext {
  catalog: Catalog;
  display: Display;
  translate: Translate;
  /** Those that are not hidden, in the order of the scenario. */
  points: readonly DrawnLaunchPoint[];
  /** Every ring, the longest first. */
  rings: readonly Ring[];
  /** The merged areas that are drawn in place of rings. */
  coverage: readonly Coverage[];
  /** There are too many rings to draw each: see density.ts. */
  crowded: boolean;
  /** There are few enough rings for fills and bands. */
  full: boolean;
}

/** How a map shows its marks. */
export interface MapLook {
  theme: Theme;
  /** Rings on the whole map: fills get lighter as rings grow in number. */
  ringCount: number;
  /** Few enough rings for fills, bands and wide lines. */
  full: boolean;
  selected: ReadonlySet<string>;
  /** The part of an outline that the map's projection can show. */
  cut: (outline: Outline) => Geometry;
}

/** What one of the map's three sources holds of a mark: areas and outlines are apart, so that a cut is never stroked. */
export interface MapFeature {
  source: "areas" | "outlines" | "points";
  id: string;
  geometry: Geometry;
  properties: Record<string, string | number | boolean>;
}

/** Colours of the map that layers need beside those of the marks. */
export interface LayerColors {
  /** Of the rim that sets a ring off from the ground. */
  casing: string;
  /** Of what is selected. */
  accent: string;
}

export interface MarkLayers {
  /** Under the names of places. */
  under?: LayerSpecification[];
  /** Over everything but labels. */
  over?: LayerSpecification[];
}

/** A label that wants a place on the map. */
export interface LabelWish {
  kind: "pill" | "name";
  text: string;
  role: Role;
  /** Places where it may stand, best first. */
  spots: readonly LabelSpot[];
  /** The place has a dot, which no label may cover. */
  dot?: boolean;
}

/** A stretch of line as the mark draws it. */
export interface SwatchStyle {
  line: "single" | "double" | "dashed" | "dotted" | "dash-dotted" | "fill";
  inks: Inks;
  /** Dashes and gaps in pixels that tell systems apart where there is no colour. */
  printDash?: number[];
}

/** One line of a legend. */
export interface LegendRow {
  id: string;
  kind: MarkKind;
  /** Absent for a line that explains others. */
  swatch?: SwatchStyle;
  name: string;
  /** What sets the range apart: the class of target, or that it is the user's own. */
  remark?: string;
  /** The range in words. */
  range?: string;
  /** The published figures in words, where they are not one number. */
  spread?: string;
  /** The system whose figures the row prints. */
  system?: DrawnSystem;
  /** How many launch points it is drawn from. */
  launchPoints: number;
  /** Names of those launch points, where their own colour sets the row apart. */
  from?: string[];
}

/** A feature of a data file. Its geometry is made when it is asked for: thousands of them are never there at once. */
export interface DataFeature {
  kind: MarkKind;
  id: string;
  /** In the data file's own words; distances in kilometres. */
  properties: DataProperties;
  geometry: () => Polygon | MultiPolygon | LineString | MultiLineString | Point;
  /** Lines of an area's border, without cuts at the antimeridian. */
  outlines: () => Outline[];
  style: DataStyle;
}

export interface DataProperties {
  name: string;
  system?: string;
  systemName?: string;
  launchPoint?: string;
  launchPointName?: string;
  /** What the range is against, for a system that has one for each class of target. */
  targetClass?: string;
  rangeKm?: number;
  minRangeKm?: number;
  qualifier?: string;
  source?: string;
  sourceId?: string;
  sourceUrl?: string;
  /** Coverage alone: reached from at least this many launch points. */
  atLeast?: number;
}

export interface DataStyle {
  /** Absent where the user chose no colour and the mark has none of its own. */
  color?: string;
  width?: number;
  lineOpacity?: number;
  fillOpacity?: number;
}

export interface DataContext {
  catalog: Catalog;
  translate: Translate;
  units: Units;
  /** Names of launch points by id. */
  names: ReadonlyMap<string, string>;
}

/**
 * Everything about one kind of drawn thing. The registry asks for every part, so a mark that has no legend, say, does not compile.
 * Methods are given only items that `build` made.
 */
export interface Mark<Item extends MarkItem = MarkItem> {
  readonly kind: MarkKind;
  /** Labels of a lower rank are placed first. */
  readonly labelRank: number;
  /** Its items in the order in which they are drawn, the lowest first. */
  build(context: BuildContext): Item[];
  /** Features of an item that is shown. */
  features(item: Item, look: MapLook): MapFeature[];
  /** Map layers that draw those features; empty where another mark's layers do. */
  layers(colors: LayerColors): MarkLayers;
  label(item: Item): LabelWish | undefined;
  legend(items: readonly Item[], context: BuildContext): LegendRow[];
  data(item: Item, context: DataContext): DataFeature[];
  /** Dashes of its lines in black ink, by which systems are told apart without colour. */
  print(item: Item): { dash: number[] };
}

/** The items of one mark in a figure. */
export interface MarkItems<Item extends MarkItem = MarkItem> {
  mark: Mark<Item>;
  items: readonly Item[];
}
