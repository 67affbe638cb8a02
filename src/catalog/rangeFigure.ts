import * as z from "zod";
import { LocalTextSchema, SlugSchema } from "./localText";
import { FIGURE_STATUSES, LAUNCH_MODES, PRINTED_UNITS, QUALIFIERS, TARGET_CLASSES } from "./vocabulary";

/** Two ends of one published number; equal where the source gives a single one. */
const Interval = z.strictObject({ min: z.number().positive(), max: z.number().positive() });

/** From the furthest pair of points on Earth, 20,004 km. */
const RangeKm = z.strictObject({ min: z.number().positive().max(20_000), max: z.number().positive().max(20_000) });

/** One range as one source published it. (`Figure`, elsewhere, is the drawn figure.) */
export const RangeFigureSchema = z.strictObject({
  id: SlugSchema,
  /** Absent: the source speaks of the system as a whole. */
  variant: SlugSchema.optional(),
  rangeKm: RangeKm,
  qualifier: z.enum(QUALIFIERS),
  /** Surface-to-air systems only, and always there. */
  targetClass: z.enum(TARGET_CLASSES).optional(),
  launchMode: z.enum(LAUNCH_MODES),
  /** The number and unit on the page; `quote` holds its very words where the repository's articles have them. */
  asPrinted: z.strictObject({ ...Interval.shape, unit: z.enum(PRINTED_UNITS), quote: z.string().min(1).optional() }),
  /** An id of sources.json, or of an article in articles.json. */
  source: z.string().min(1),
  /** Whom the page credits with the number. */
  creditedTo: LocalTextSchema.optional(),
  /** The publication from which the page has it second-hand. */
  via: z.string().min(1).optional(),
  /** Far from every other figure: kept, and drawn only when asked for. */
  outlier: z.literal(true).optional(),
  note: LocalTextSchema.optional(),
  status: z.enum(FIGURE_STATUSES),
});
export type RangeFigure = z.infer<typeof RangeFigureSchema>;
