// The small Zod: see scenario.ts.
import * as z from "zod/mini";
import { _default as withDefault } from "zod/mini";
import {
  MAX_ANNOTATION,
  MAX_CONTEXT_FEATURES,
  MAX_CONTEXT_POSITIONS,
  MAX_CREDIT,
  MAX_HIGHLIGHTED,
  MAX_LAYER_NAME,
  MAX_POINT_NAME,
} from "./limits.ts";
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

/** Quiet tints for highlighted countries. In print they are greys, the first the lightest. */
export const TINTS = ["sand", "sage", "mauve", "slate"] as const;
export type Tint = (typeof TINTS)[number];

export const POINTERS = ["line", "arrow"] as const;
export const DASHES = ["solid", "dashed", "dotted"] as const;
export type Dash = (typeof DASHES)[number];

const NamedPlaceSchema = z.object({ name: withDefault(text(MAX_POINT_NAME), ""), lngLat: LngLatSchema });
export type NamedPlace = z.infer<typeof NamedPlaceSchema>;

/** A line between two places, labelled with its length. It says distance only. */
export const DistanceLineSchema = z.object({ id: IdSchema, from: NamedPlaceSchema, to: NamedPlaceSchema });
export type DistanceLine = z.infer<typeof DistanceLineSchema>;

/** Countries in a quiet tint, named in the legend if they have a label. */
export const HighlightSchema = z.object({
  id: IdSchema,
  /** ISO 3166-1 alpha-2. */
  countries: listOf(CountryCodeSchema, MAX_HIGHLIGHTED).check(z.minLength(1)),
  tint: withDefault(z.enum(TINTS), "sand"),
  highlightLabel: z.optional(text(MAX_LAYER_NAME)),
});
export type Highlight = z.infer<typeof HighlightSchema>;

/** A text at a place, with a line or an arrow to another place if it points at something. */
export const AnnotationSchema = z.object({
  id: IdSchema,
  text: filledText(MAX_ANNOTATION),
  lngLat: LngLatSchema,
  pointer: z.optional(z.object({ kind: z.enum(POINTERS), lngLat: LngLatSchema })),
});
export type Annotation = z.infer<typeof AnnotationSchema>;

const ContextFeatureSchema = z.object({
  geometry: z.discriminatedUnion("type", [...GEOMETRY_SCHEMAS]),
  label: z.optional(text(MAX_LAYER_NAME)),
});
export type ContextFeature = z.infer<typeof ContextFeatureSchema>;

/** How many positions a geometry has. */
export function countPositions({ type, coordinates }: ContextFeature["geometry"]): number {
  if (type === "Point") return 1;
  return type === "LineString" ? coordinates.length : coordinates.reduce((sum, ring) => sum + ring.length, 0);
}

/** Lines, areas and points that the user brought as background. */
export const ContextLayerSchema = z.object({
  id: IdSchema,
  name: withDefault(text(MAX_LAYER_NAME), ""),
  /** Whom the data's licence wants named, printed with the credits of every picture. */
  credit: z.optional(text(MAX_CREDIT)),
  color: ColorSchema,
  /** Of its lines, in pixels. */
  width: withDefault(within(0.25, 10), 1),
  dash: withDefault(z.enum(DASHES), "solid"),
  /** The property of the file that the labels are from; without it no label is drawn. */
  labelProperty: z.optional(text(MAX_LAYER_NAME)),
  features: listOf(ContextFeatureSchema, MAX_CONTEXT_FEATURES).check(
    z.minLength(1),
    z.refine(
      (features) => features.reduce((sum, { geometry }) => sum + countPositions(geometry), 0) <= MAX_CONTEXT_POSITIONS,
      "layerTooFine",
    ),
  ),
});
export type ContextLayer = z.infer<typeof ContextLayerSchema>;
