import * as z from "zod";
import { PastDaySchema } from "./catalogDate.ts";
import { EditionSchema } from "./catalogSchema.ts";
import { LineSchema, LocalTextSchema, SlugSchema } from "./localText.ts";
import { RangeFigureSchema } from "./rangeFigure.ts";

/** A figure as it was in an edition. The source is given by name, since a later edition may no longer contain it. */
const FigureThenSchema = z.strictObject({
  figure: SlugSchema,
  rangeKm: RangeFigureSchema.shape.rangeKm,
  qualifier: RangeFigureSchema.shape.qualifier,
  variant: RangeFigureSchema.shape.variant,
  targetClass: RangeFigureSchema.shape.targetClass,
  source: LineSchema,
});
export type FigureThen = z.infer<typeof FigureThenSchema>;

const ChangeSchema = z.strictObject({
  system: SlugSchema,
  variant: SlugSchema.optional(),
  what: z.enum(["headline", "figure"]).describe("headline: the solid lines; figure: a published figure"),
  before: z.array(FigureThenSchema).describe("Empty if there was none"),
  after: z.array(FigureThenSchema).describe("Empty if it was removed"),
  why: SlugSchema.describe("A key of reasons"),
});
export type Change = z.infer<typeof ChangeSchema>;

const EditionChangesSchema = z.strictObject({
  edition: EditionSchema.shape.edition,
  version: EditionSchema.shape.version,
  replaces: EditionSchema.shape.version.describe("The previous version"),
  date: PastDaySchema,
  changes: z.array(ChangeSchema),
});

/** data/changes.json: what each edition of the catalogue changed, with values before and after and the reason. The newest edition comes first. */
export const ChangesFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    editions: z.array(EditionChangesSchema),
    reasons: z.record(SlugSchema, LocalTextSchema),
  })
  .superRefine(({ editions, reasons }, context) => {
    for (const [at, { changes }] of editions.entries())
      for (const [index, { why }] of changes.entries())
        if (!Object.hasOwn(reasons, why))
          context.addIssue({
            code: "custom",
            path: ["editions", at, "changes", index, "why"],
            input: why,
            message: `is not one of the reasons: ${Object.keys(reasons).join(", ")}`,
          });
  });
export type ChangesFile = z.infer<typeof ChangesFileSchema>;
