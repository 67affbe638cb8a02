// These schemas use zod/mini because they are in the first load: the saved state is parsed before the first frame.
import * as z from "zod/mini";
import type { DeskCatalog } from "../catalog/deskCatalog.ts";
import { _default as withDefault } from "zod/mini";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../i18n/languages.ts";
import { PublishedFiguresSchema } from "./published.ts";
import { PROJECTIONS, SCENARIO_VERSION, UNITS } from "./emptyScenario.ts";
import {
  MAX_ANNOTATIONS,
  MAX_CAPTION,
  MAX_CONTEXT_LAYERS,
  MAX_CUSTOM_SYSTEMS,
  MAX_DISTANCE_LINES,
  MAX_GROUP,
  MAX_HIGHLIGHTS,
  MAX_LAUNCH_POINTS,
  MAX_POINT_NAME,
  MAX_SYSTEMS,
  MAX_TITLE,
  MAX_TREATIES,
  MAX_ZOOM,
  MIN_ZOOM,
} from "./limits.ts";
import { AnnotationSchema, ContextLayerSchema, DistanceLineSchema, HighlightSchema } from "./notes.ts";
import {
  ColorSchema,
  CountryCodeSchema,
  filledText,
  GEOMETRY_SCHEMAS,
  IdSchema,
  listOf,
  LngLatSchema,
  text,
  within,
} from "./schemaParts.ts";

/** Where a range is measured from: a GeoJSON Point, LineString or Polygon, or a whole country by its ISO 3166-1 alpha-2 code. */
export const LaunchGeometrySchema = z.discriminatedUnion("type", [
  ...GEOMETRY_SCHEMAS,
  z.object({
    type: z.literal("Country"),
    code: CountryCodeSchema,
    /** Parts of the country to measure from; if absent, the main territory without overseas parts. */
    parts: z.optional(listOf(text(40), 200)),
  }),
]);
export type LaunchGeometry = z.infer<typeof LaunchGeometrySchema>;

export const LaunchPointSchema = z.object({
  id: IdSchema,
  name: withDefault(text(MAX_POINT_NAME), ""),
  geometry: LaunchGeometrySchema,
  /** Ids of systems, custom systems, or `system/variant`, in the order chosen. */
  systems: withDefault(listOf(filledText(120), MAX_SYSTEMS), []),
  hidden: z.optional(z.boolean()),
  group: z.optional(text(MAX_GROUP)),
  color: z.optional(ColorSchema),
});
export type LaunchPoint = z.infer<typeof LaunchPointSchema>;

/** Custom ranges are limited to about half of the Earth's circumference. */
const RangeKmSchema = z.number().check(z.positive(), z.maximum(20_000));

export const CustomSystemSchema = z.object({
  id: IdSchema,
  name: filledText(120),
  rangeKm: z
    .object({ min: RangeKmSchema, max: RangeKmSchema })
    .check(z.refine((range) => range.min <= range.max, "minOverMax")),
  kind: z.optional(z.enum(["ballistic-missile", "cruise-missile", "surface-to-air", "other"])),
  color: z.optional(ColorSchema),
  source: z.optional(text(500)),
});
export type CustomSystem = z.infer<typeof CustomSystemSchema>;

export const DisplaySchema = z.object({
  bands: withDefault(z.boolean(), true),
  coverage: withDefault(z.boolean(), false),
  units: withDefault(z.enum(UNITS), "km"),
  language: withDefault(z.enum(LANGUAGES), DEFAULT_LANGUAGE),
  projection: withDefault(z.enum(PROJECTIONS), "mercator"),
  /** Figures marked as outliers in the catalogue widen a band only when this is on. */
  outliers: z.optional(z.boolean()),
  /** Gives ranges in miles too, or in kilometres if the unit is miles. */
  pairedUnits: z.optional(z.boolean()),
  /** Draws the naive flat circle beside each ring, for teaching. */
  flatCircle: z.optional(z.boolean()),
  /** Ids of the treaty reference distances to draw. */
  treaties: z.optional(listOf(text(60), MAX_TREATIES)),
  /** Draws the places reached from at least this many launch points. */
  reachedFrom: z.optional(z.int().check(z.minimum(2), z.maximum(1000))),
});
export type Display = z.infer<typeof DisplaySchema>;
export type Language = Display["language"];
export type Units = Display["units"];
export type Projection = Display["projection"];

const ViewSchema = z.object({
  center: withDefault(LngLatSchema, [20, 30]),
  zoom: withDefault(within(MIN_ZOOM, MAX_ZOOM), 2),
});
export type View = z.infer<typeof ViewSchema>;

/**
 * What the user chose: the saved file, the share link, the undo entry and the autosave.
 * Positions are `[longitude, latitude]` in degrees on WGS84, ranges are in kilometres.
 */
export const ScenarioSchema = z.object({
  version: z.literal(SCENARIO_VERSION),
  title: withDefault(text(MAX_TITLE), ""),
  subtitle: z.optional(text(MAX_TITLE)),
  caption: z.optional(text(MAX_CAPTION)),
  launchPoints: listOf(LaunchPointSchema, MAX_LAUNCH_POINTS),
  customSystems: withDefault(listOf(CustomSystemSchema, MAX_CUSTOM_SYSTEMS), []),
  distanceLines: z.optional(listOf(DistanceLineSchema, MAX_DISTANCE_LINES)),
  highlights: z.optional(listOf(HighlightSchema, MAX_HIGHLIGHTS)),
  annotations: z.optional(listOf(AnnotationSchema, MAX_ANNOTATIONS)),
  contextLayers: z.optional(listOf(ContextLayerSchema, MAX_CONTEXT_LAYERS)),
  display: z.prefault(DisplaySchema, {}),
  view: z.optional(ViewSchema),
  /** Version of the catalogue with which the scenario was last opened. */
  catalogVersion: z.optional(text(40)),
  /** That catalogue's figures for the systems on the map. */
  published: z.optional(PublishedFiguresSchema),
});
/** `deskCatalog`, of a newsroom's own systems, has a schema of its own, which is loaded only for maps that carry one. */
export type Scenario = z.infer<typeof ScenarioSchema> & { deskCatalog?: DeskCatalog };

/** What is put on a map besides ranges, by the field of the scenario that holds it. */
export type Notes = Pick<Scenario, "distanceLines" | "highlights" | "annotations" | "contextLayers">;
