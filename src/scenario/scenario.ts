// These schemas use zod/mini because they are in the first load: the saved state is parsed before the first frame.
import * as z from "zod/mini";
import { _default as withDefault } from "zod/mini";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../i18n/languages.ts";
import { PublishedFiguresSchema } from "./published.ts";
import { PROJECTIONS, SCENARIO_VERSION, UNITS } from "./emptyScenario.ts";
import {
  MAX_CAPTION,
  MAX_CUSTOM_SYSTEMS,
  MAX_GROUP,
  MAX_LAUNCH_POINTS,
  MAX_POINT_NAME,
  MAX_POSITIONS,
  MAX_SYSTEMS,
  MAX_TITLE,
  MAX_TREATIES,
  MAX_ZOOM,
  MIN_ZOOM,
} from "./limits.ts";

const text = (most: number) => z.string().check(z.maxLength(most));
const filledText = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const within = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most));
const listOf = <T extends z.ZodMiniType>(item: T, most: number) => z.array(item).check(z.maxLength(most));

const LngLatSchema = z.tuple([within(-180, 180), within(-90, 90)]);

const LinearRingSchema = z.array(LngLatSchema).check(
  z.minLength(4),
  z.maxLength(MAX_POSITIONS),
  z.refine((ring) => {
    const first = ring[0];
    const last = ring[ring.length - 1];
    return first?.[0] === last?.[0] && first?.[1] === last?.[1];
  }, "ringNotClosed"),
);

/** Where a range is measured from: a GeoJSON Point, LineString or Polygon, or a whole country by its ISO 3166-1 alpha-2 code. */
export const LaunchGeometrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: LngLatSchema }),
  z.object({
    type: z.literal("LineString"),
    coordinates: z.array(LngLatSchema).check(z.minLength(2), z.maxLength(MAX_POSITIONS)),
  }),
  z.object({
    type: z.literal("Polygon"),
    coordinates: z.array(LinearRingSchema).check(z.minLength(1), z.maxLength(100)),
  }),
  z.object({
    type: z.literal("Country"),
    code: z.string().check(z.regex(/^[A-Z]{2}$/, "countryCode")),
    /** Parts of the country to measure from; if absent, the main territory without overseas parts. */
    parts: z.optional(listOf(text(40), 200)),
  }),
]);
export type LaunchGeometry = z.infer<typeof LaunchGeometrySchema>;

const IdSchema = filledText(80);
const ColorSchema = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, "color"));

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
  display: z.prefault(DisplaySchema, {}),
  view: z.optional(ViewSchema),
  /** Version of the catalogue with which the scenario was last opened. */
  catalogVersion: z.optional(text(40)),
  /** That catalogue's figures for the systems on the map. */
  published: z.optional(PublishedFiguresSchema),
});
export type Scenario = z.infer<typeof ScenarioSchema>;
