import * as z from "zod";
import { LineSchema, LocalTextSchema, SlugSchema } from "./localText.ts";
import { RangeFigureSchema } from "./rangeFigure.ts";
import { SourceSchema } from "./source.ts";
import { PLATFORMS, SYSTEM_KINDS } from "./vocabulary.ts";

const OtherNames = z.array(LineSchema).optional().describe("Other names and designations, for searching");

const Headlines = z.array(SlugSchema).min(1);

const VariantSchema = z.strictObject({
  id: SlugSchema,
  names: LocalTextSchema.describe("Short, because it follows the system's name"),
  aka: OtherNames,
  headlines: Headlines.describe(
    "The figures drawn as solid lines when this variant is chosen: one for each class of target",
  ),
});
export type Variant = z.infer<typeof VariantSchema>;

const BandFiguresSchema = z
  .strictObject({ id: SlugSchema, figures: z.array(SlugSchema).min(1) })
  .describe(
    "Ids of comparable figures, of one target class and one launch mode, from which the lowest and highest follow",
  );

/** One file of data/systems/, named for its id. */
export const SystemSchema = z.strictObject({
  $schema: z.string().optional(),
  id: SlugSchema.describe("The name of the file, without .json"),
  names: LocalTextSchema,
  shortName: LineSchema.max(24).describe("The label on the map, in every language"),
  aka: OtherNames,
  kind: z.enum(SYSTEM_KINDS),
  platforms: z.array(z.enum(PLATFORMS)).min(1).describe("What it is launched from"),
  variants: z.array(VariantSchema),
  headlines: Headlines.describe(
    "The figures of the solid lines, one for each class of target, the most important first",
  ),
  figures: z.array(RangeFigureSchema).min(1),
  bands: z.array(BandFiguresSchema),
  articles: z.array(z.string()).describe("Articles of data/articles.json that name the system"),
  sources: z
    .array(SourceSchema)
    .optional()
    .describe("Sources used only by this system, so that one file can contain everything it needs"),
  notes: LocalTextSchema.optional(),
});
export type System = z.infer<typeof SystemSchema>;
