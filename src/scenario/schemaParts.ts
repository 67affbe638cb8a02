// The small Zod: see scenario.ts.
import * as z from "zod/mini";
import { MAX_POSITIONS } from "./limits.ts";

export const text = (most: number) => z.string().check(z.maxLength(most));
export const filledText = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
export const within = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most));
export const listOf = <T extends z.ZodMiniType>(item: T, most: number) => z.array(item).check(z.maxLength(most));

export const IdSchema = filledText(80);
export const ColorSchema = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, "color"));
export const CountryCodeSchema = z.string().check(z.regex(/^[A-Z]{2}$/, "countryCode"));

export const LngLatSchema = z.tuple([within(-180, 180), within(-90, 90)]);

const LinearRingSchema = z.array(LngLatSchema).check(
  z.minLength(4),
  z.maxLength(MAX_POSITIONS),
  z.refine((ring) => {
    const first = ring[0];
    const last = ring[ring.length - 1];
    return first?.[0] === last?.[0] && first?.[1] === last?.[1];
  }, "ringNotClosed"),
);

/** A GeoJSON Point, LineString or Polygon. */
export const GEOMETRY_SCHEMAS = [
  z.object({ type: z.literal("Point"), coordinates: LngLatSchema }),
  z.object({
    type: z.literal("LineString"),
    coordinates: z.array(LngLatSchema).check(z.minLength(2), z.maxLength(MAX_POSITIONS)),
  }),
  z.object({
    type: z.literal("Polygon"),
    coordinates: z.array(LinearRingSchema).check(z.minLength(1), z.maxLength(100)),
  }),
] as const;
