import * as z from "zod/mini";
import { QUALIFIERS, TARGET_CLASSES } from "../catalog/vocabulary.ts";

const IntervalSchema = z.object({ min: z.number(), max: z.number() });

/** A headline figure as the catalogue had it when a map was saved, and the spread of published figures around it where they differed. */
const PublishedSchema = z.object({
  figure: z.string().check(z.maxLength(200)),
  rangeKm: IntervalSchema,
  qualifier: z.enum(QUALIFIERS),
  targetClass: z.optional(z.enum(TARGET_CLASSES)),
  spreadKm: z.optional(IntervalSchema),
});
export type Published = z.infer<typeof PublishedSchema>;

/**
 * What a saved map says of the figures that it was saved with, by ref. A system with several headlines has an entry for each after the
 * first, under its ref and the class of target: `patriot#ballistic`.
 */
export const PublishedFiguresSchema = z.record(z.string().check(z.maxLength(120)), PublishedSchema);
export type PublishedFigures = z.infer<typeof PublishedFiguresSchema>;
