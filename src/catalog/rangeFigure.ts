import * as z from "zod";
import { LineSchema, LocalTextSchema, SlugSchema } from "./localText.ts";
import {
  CREDIT_ROLES,
  FIGURE_STATUSES,
  LAUNCH_MODES,
  PRINTED_UNITS,
  QUALIFIERS,
  TARGET_CLASSES,
} from "./vocabulary.ts";

/** The two ends of a published range; equal if the source gives a single number. */
const Interval = z.strictObject({ min: z.number().positive(), max: z.number().positive() });

/** The limit for a short quotation. */
const MAX_QUOTE_WORDS = 25;

/** No two points on Earth are further apart than 20,004 km. */
const RangeKm = z.strictObject({ min: z.number().positive().max(20_000), max: z.number().positive().max(20_000) });

/** One range as published by one source. (`Figure`, elsewhere, is the drawn figure.) */
export const RangeFigureSchema = z
  .strictObject({
    id: SlugSchema.describe("Unique in the whole catalog: the system, then the source, then what else is needed"),
    variant: SlugSchema.optional().describe(
      "A variant of the system; absent where the source speaks of the system as a whole",
    ),
    rangeKm: RangeKm.describe("Kilometres; min and max are equal where the source gives a single number"),
    qualifier: z.enum(QUALIFIERS).describe("What the source says of the number; about-up-to where it says both"),
    targetClass: z
      .enum(TARGET_CLASSES)
      .optional()
      .describe(
        "Against what; for surface-to-air systems only, and always there; any where the source names no target",
      ),
    launchMode: z
      .enum(LAUNCH_MODES)
      .describe("How it was launched; unstated where the source does not say and the system has several ways"),
    asPrinted: z
      .strictObject({
        ...Interval.shape,
        unit: z.enum(PRINTED_UNITS),
        text: LineSchema.optional().describe("The number as the page writes it, with what it adds: 300 km (190 mi)"),
        quote: LineSchema.refine(
          (text) => text.split(/\s+/).length <= MAX_QUOTE_WORDS,
          `should be at most ${MAX_QUOTE_WORDS} words`,
        )
          .optional()
          .describe(`The very words, at most ${MAX_QUOTE_WORDS}, where the page's text is at hand`),
      })
      .describe("The number and unit on the page"),
    source: z
      .string("should be the id of a source, in data/sources.json, data/articles.json or this file's own sources")
      .min(1)
      .describe("An id of data/sources.json, of data/articles.json or of this file's own sources"),
    creditedTo: LocalTextSchema.optional().describe("Whom the page credits with the number"),
    creditRole: z
      .enum(CREDIT_ROLES)
      .optional()
      .describe(
        "What whoever is credited is: the manufacturer, a government or its forces, a research institute, or a source without a name",
      ),
    via: LineSchema.optional().describe("The publication from which the page has the number second-hand"),
    outlier: z.literal(true).optional().describe("Far from every other figure: kept, and drawn only when asked for"),
    note: LocalTextSchema.optional(),
    status: z
      .enum(FIGURE_STATUSES)
      .describe("seen_in_copy: read in a stored copy of the page; live_checked: read on the page itself"),
  })
  .meta({ id: "rangeFigure" });
export type RangeFigure = z.infer<typeof RangeFigureSchema>;
