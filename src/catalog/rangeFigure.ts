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
    id: SlugSchema.describe("Unique in the whole catalogue: the system, then the source, then anything else needed"),
    variant: SlugSchema.optional().describe(
      "A variant of the system; absent if the source refers to the system as a whole",
    ),
    rangeKm: RangeKm.describe("Kilometres; min and max are equal if the source gives a single number"),
    qualifier: z.enum(QUALIFIERS).describe("How the source qualifies the number; about-up-to if it says both"),
    targetClass: z
      .enum(TARGET_CLASSES)
      .optional()
      .describe(
        "Class of target; required for surface-to-air systems, and only allowed for them; any if the source names no target",
      ),
    launchMode: z
      .enum(LAUNCH_MODES)
      .describe("Launch mode; unstated if the source does not say and the system has several"),
    asPrinted: z
      .strictObject({
        ...Interval.shape,
        unit: z.enum(PRINTED_UNITS),
        text: LineSchema.optional().describe("The number as written on the page, with additions: 300 km (190 mi)"),
        quote: LineSchema.refine(
          (text) => text.split(/\s+/).length <= MAX_QUOTE_WORDS,
          `should be at most ${MAX_QUOTE_WORDS} words`,
        )
          .optional()
          .describe(`Quotation of at most ${MAX_QUOTE_WORDS} words, if the page's text is available`),
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
        "Who is credited: the manufacturer, a government or its forces, a research institute, or an unnamed source",
      ),
    via: LineSchema.optional().describe("The publication from which the page has the number second-hand"),
    outlier: z.literal(true).optional().describe("Far from every other figure: kept, but drawn only on request"),
    note: LocalTextSchema.optional(),
    status: z
      .enum(FIGURE_STATUSES)
      .describe("seen_in_copy: read in a stored copy of the page; live_checked: read on the page itself"),
  })
  .meta({ id: "rangeFigure" });
export type RangeFigure = z.infer<typeof RangeFigureSchema>;
