import * as z from "zod";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../i18n/languages.ts";
import { MAX_LAUNCH_POINTS, PROJECTIONS, SCENARIO_VERSION, UNITS } from "./emptyScenario.ts";

export { MAX_LAUNCH_POINTS };
export const MAX_CUSTOM_SYSTEMS = 100;
const MAX_POSITIONS = 20_000;

const LngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const LinearRingSchema = z
  .array(LngLatSchema)
  .min(4)
  .max(MAX_POSITIONS)
  .refine((ring) => {
    const first = ring[0];
    const last = ring[ring.length - 1];
    return first?.[0] === last?.[0] && first?.[1] === last?.[1];
  }, "ringNotClosed");

/** Where a range is measured from: a GeoJSON Point, LineString or Polygon, or a whole country by its ISO 3166-1 alpha-2 code. */
export const LaunchGeometrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: LngLatSchema }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(LngLatSchema).min(2).max(MAX_POSITIONS) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(LinearRingSchema).min(1).max(100) }),
  z.object({
    type: z.literal("Country"),
    code: z.string().regex(/^[A-Z]{2}$/, "countryCode"),
    /** Parts of the country to measure from; absent means the main territory, overseas parts kept apart. */
    parts: z.array(z.string().max(40)).max(200).optional(),
  }),
]);
export type LaunchGeometry = z.infer<typeof LaunchGeometrySchema>;

const IdSchema = z.string().min(1).max(80);
const ColorSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, "color");

export const LaunchPointSchema = z.object({
  id: IdSchema,
  name: z.string().max(200).default(""),
  geometry: LaunchGeometrySchema,
  /** Ids of systems, custom systems, or `system/variant`, in the order chosen. */
  systems: z.array(z.string().min(1).max(120)).max(60).default([]),
  hidden: z.boolean().optional(),
  group: z.string().max(100).optional(),
  color: ColorSchema.optional(),
});
export type LaunchPoint = z.infer<typeof LaunchPointSchema>;

/** Ranges of the user's own stay below half of the Earth's circumference. */
const RangeKmSchema = z.number().positive().max(20_000);

export const CustomSystemSchema = z.object({
  id: IdSchema,
  name: z.string().min(1).max(120),
  rangeKm: z.object({ min: RangeKmSchema, max: RangeKmSchema }).refine((range) => range.min <= range.max, "minOverMax"),
  kind: z.enum(["ballistic-missile", "cruise-missile", "surface-to-air", "other"]).optional(),
  color: ColorSchema.optional(),
  source: z.string().max(500).optional(),
});
export type CustomSystem = z.infer<typeof CustomSystemSchema>;

export const DisplaySchema = z.object({
  bands: z.boolean().default(true),
  coverage: z.boolean().default(false),
  units: z.enum(UNITS).default("km"),
  language: z.enum(LANGUAGES).default(DEFAULT_LANGUAGE),
  projection: z.enum(PROJECTIONS).default("mercator"),
  /** Figures marked as outliers in the catalog widen a band only when this is on. */
  outliers: z.boolean().optional(),
  /** Draws the naive flat circle beside each ring, for teaching. */
  flatCircle: z.boolean().optional(),
  /** Ids of the treaty reference distances to draw. */
  treaties: z.array(z.string().max(60)).max(20).optional(),
  /** Draws the places reached from at least this many launch points. */
  reachedFrom: z.number().int().min(2).max(1000).optional(),
});
export type Display = z.infer<typeof DisplaySchema>;
export type Language = Display["language"];
export type Units = Display["units"];
export type Projection = Display["projection"];

const ViewSchema = z.object({
  center: LngLatSchema.default([20, 30]),
  zoom: z.number().min(0).max(24).default(2),
});
export type View = z.infer<typeof ViewSchema>;

/**
 * What the user chose: the saved file, the share link, the undo entry and the autosave.
 * Positions are `[longitude, latitude]` in degrees on WGS84, ranges are in kilometres.
 */
export const ScenarioSchema = z.object({
  version: z.literal(SCENARIO_VERSION),
  title: z.string().max(300).default(""),
  subtitle: z.string().max(300).optional(),
  caption: z.string().max(4000).optional(),
  launchPoints: z.array(LaunchPointSchema).max(MAX_LAUNCH_POINTS),
  customSystems: z.array(CustomSystemSchema).max(MAX_CUSTOM_SYSTEMS).default([]),
  display: DisplaySchema.prefault({}),
  view: ViewSchema.optional(),
  /** Version of the catalog that the scenario was last seen with. */
  catalogVersion: z.string().max(40).optional(),
});
export type Scenario = z.infer<typeof ScenarioSchema>;
