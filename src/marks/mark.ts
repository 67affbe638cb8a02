import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Geometry, LineString, MultiLineString, MultiPolygon, Point, Polygon, Position } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Role } from "../catalog/vocabulary.ts";
import type { Translate } from "../i18n/messages.ts";
import type { Display, Notes, Units } from "../scenario/scenario.ts";
import type { Area, Coverage, DrawnLaunchPoint, DrawnSystem, LabelSpot, MarkItem, Outline, Ring } from "./drawn.ts";
import type { Inks, Theme } from "./inks.ts";
import type { ShapeSource } from "./shapes/shapeSource.ts";

/** The kinds of marks, by their names in data files. */
export type MarkKind =
  | "ring"
  | "band"
  | "coverage"
  | "treaty"
  | "flatCircle"
  | "launchPoint"
  | "launchArea"
  | "distanceLine"
  | "highlight"
  | "annotation"
  | "contextLayer";

/** What marks are built from. */
export interface BuildContext {
  catalog: Catalog;
  display: Display;
  translate: Translate;
  /** The visible launch points in the order of the scenario. */
  points: readonly DrawnLaunchPoint[];
  /** What the user put on the map besides ranges. */
  notes: Notes;
  countryOf: ShapeSource["countryOf"];
  /** The rings, longest first; if the map is crowded only those that it shows. */
  rings: readonly Ring[];
  /** Makes the rings that a crowded map leaves out. */
  makeOtherRings: () => readonly Ring[];
  /** The merged areas that replace rings. */
  coverage: readonly Coverage[];
  /** Merging takes more memory than there is for it, so rings are drawn instead. */
  tooLargeToMerge: boolean;
  /** There are too many rings to draw each of them: see density.ts. */
  crowded: boolean;
  /** There are few enough rings to draw fills and bands. */
  full: boolean;
}

/** How a map shows its marks. */
export interface MapLook {
  theme: Theme;
  /** The number of rings on the whole map: the more rings, the lighter their fills. */
  ringCount: number;
  /** There are few enough rings to draw fills, bands and wide lines. */
  full: boolean;
  selected: ReadonlySet<string>;
  /** Draws air defence as double lines. Pictures name each ring beside it instead. */
  doubleLines: boolean;
  /** Cuts an outline to the part that the map's projection can show. */
  cut: (outline: Outline) => Geometry;
}

/** A mark's feature in one of the map's three sources. Areas and outlines are separate, so that a cut is never stroked. */
export interface MapFeature {
  source: "areas" | "outlines" | "points";
  id: string;
  geometry: Geometry;
  properties: Record<string, string | number | boolean>;
}

/** Colours of the map that layers need in addition to those of the marks. */
export interface LayerColors {
  /** The colour of the casing that separates a ring from the background. */
  casing: string;
  /** The colour of selected items. */
  accent: string;
}

export interface MarkLayers {
  /** Layers under the names of places. */
  under?: LayerSpecification[];
  /** Layers above everything except labels. */
  over?: LayerSpecification[];
}

/** The point of a label that is placed on its position: `left` means that the label begins there and extends to the right. */
export type LabelAnchor =
  | "center"
  | "left"
  | "right"
  | "top"
  | "bottom"
  | "top-left"
  | "top-right"
  | "bottom-left"
  | "bottom-right";

/** A label to be placed on the map. */
export interface LabelWish {
  kind: "pill" | "name";
  text: string;
  role: Role;
  /** Possible positions, best first. */
  spots: readonly LabelSpot[];
  /** The anchors to try, best first; by default those of its kind. */
  anchors?: readonly LabelAnchor[];
  /** A name of the background: a picture places it after the names of rings, in lighter type. */
  isBackground?: true;
  /** The position has a dot, which no label may cover. */
  dot?: boolean;
  /** How a picture names the item beside its line. */
  direct?: DirectLabel;
}

/** A name in the colour of its ring, with its ranges underneath. */
export interface DirectLabel {
  /** Items of one group share a label, with the values of all. */
  group: string;
  name: string;
  value?: string;
  remarks: readonly string[];
  sourceIds: readonly string[];
}

/** The places of an item, and whether a view of the whole map shows it only if there is nothing else. */
export interface Extent {
  /** Longitudes may exceed ±180 degrees. */
  places: Position[];
  area?: Area;
  isBackground: boolean;
}

/** A sample of the mark's line. */
export interface SwatchStyle {
  line: "single" | "double" | "dashed" | "dotted" | "dash-dotted" | "fill";
  inks: Inks;
  /** The opacity of a fill, where it is not that of a launch area. */
  fillOpacity?: Readonly<Record<Theme, number>>;
  /** The weight of the line in print, as a factor. */
  printWeight?: number;
}

/** One row of a legend. */
export interface LegendRow {
  id: string;
  kind: MarkKind;
  /** Absent for a row that only explains others. */
  swatch?: SwatchStyle;
  name: string;
  /** A qualification of the range: the class of target, or that it is the user's own. */
  remark?: string;
  /** The range in words. */
  range?: string;
  /** The published figures in words, if they differ. */
  spread?: string;
  /** The system whose figures the row shows. */
  system?: DrawnSystem;
  /** The number of launch points that have it. */
  launchPoints: number;
  /** The names of those launch points, if the row is for their own colour. */
  from?: string[];
  /** The map itself says what it is, so that a legend leaves the row out. Tables and the alternative text have it. */
  isOnMap?: true;
}

/** A feature of a data file. Its geometry is computed on demand, so that thousands are never in memory at once. */
export interface DataFeature {
  kind: MarkKind;
  id: string;
  /** The properties written to data files; distances in kilometres. */
  properties: DataProperties;
  geometry: () => Polygon | MultiPolygon | LineString | MultiLineString | Point;
  /** The lines of an area's border, without cuts at the antimeridian. */
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
  /** The desk from whose own catalogue the system is. */
  deskCatalog?: string;
  rangeKm?: number;
  minRangeKm?: number;
  qualifier?: string;
  source?: string;
  sourceId?: string;
  sourceUrl?: string;
  /** Of a distance line. */
  distanceKm?: number;
  /** The ISO 3166-1 alpha-2 code of a highlighted country. */
  country?: string;
  /** The name of the context layer or of the highlighted group that it belongs to. */
  layer?: string;
  /** For coverage only: the least number of launch points within range. */
  atLeast?: number;
}

export interface DataStyle {
  /** Absent if neither the user nor the mark chose a colour. */
  color?: string;
  width?: number;
  lineOpacity?: number;
  fillOpacity?: number;
}

export interface DataContext {
  catalog: Catalog;
  translate: Translate;
  units: Units;
  /** The names of launch points by id. */
  names: ReadonlyMap<string, string>;
}

/**
 * Everything about one kind of mark. The registry requires every part, so a mark without a legend, for example, does not compile.
 * Methods receive only items that `build` returned.
 */
export interface Mark<Item extends MarkItem = MarkItem> {
  readonly kind: MarkKind;
  /** Labels of a lower rank are placed first. */
  readonly labelRank: number;
  /** Builds its items in drawing order, bottom to top. */
  build(context: BuildContext): Item[];
  /** The items that no map or picture shows, for data files; absent if `build` gives all. A million of them need not be made for a map. */
  buildOthers?(context: BuildContext): Item[];
  /** The map features of a visible item. */
  features(item: Item, look: MapLook): MapFeature[];
  /** The map layers that draw those features; empty if the layers of another mark draw them. */
  layers(colors: LayerColors): MarkLayers;
  label(item: Item): LabelWish | undefined;
  /** What a view of the whole map shows of an item, for marks that have nothing to do with launch points. */
  extent?(item: Item): Extent;
  legend(items: readonly Item[], context: BuildContext): LegendRow[];
  data(item: Item, context: DataContext): DataFeature[];
  /** The weight of its lines in print, as a factor, which distinguishes systems without colour. */
  print(item: Item): { weight: number };
}

/** The items of one mark in a figure. */
export class MarkItems<Item extends MarkItem = MarkItem> {
  readonly mark: Mark<Item>;
  readonly items: readonly Item[];
  readonly #context: BuildContext;

  constructor(mark: Mark<Item>, context: BuildContext) {
    this.mark = mark;
    this.items = mark.build(context);
    this.#context = context;
  }

  /** Makes the items that only data files include. */
  makeOthers(): readonly Item[] {
    return this.mark.buildOthers?.(this.#context) ?? [];
  }
}
