import * as z from "zod";
import { LineSchema, LocalTextSchema, SlugSchema } from "./localText.ts";
import { RangeFigureSchema } from "./rangeFigure.ts";
import { SourceSchema } from "./source.ts";
import { PLATFORMS, SYSTEM_KINDS } from "./vocabulary.ts";

const OtherNames = z.array(LineSchema).optional().describe("Other names and designations, for searching");

const Headlines = z.array(SlugSchema).min(1);

const VariantSchema = z.strictObject({
  id: SlugSchema,
  names: LocalTextSchema.describe("Short: it stands after the system's name"),
  aka: OtherNames,
  headlines: Headlines.describe(
    "The figures drawn as solid lines when this variant is chosen: one for each class of target",
  ),
});
export type Variant = z.infer<typeof VariantSchema>;

const BandFiguresSchema = z
  .strictObject({ id: SlugSchema, figures: z.array(SlugSchema).min(1) })
  .describe(
    "Ids of figures that may be compared: one target class and one launch mode. Lowest and highest follow from them",
  );

/** One file of data/systems/, named for its id. */
export const SystemSchema = z.strictObject({
  $schema: z.string().optional(),
  id: SlugSchema.describe("The name of the file, without .json"),
  names: LocalTextSchema,
  shortName: LineSchema.max(24).describe("What the label on the map says, in every language"),
  aka: OtherNames,
  kind: z.enum(SYSTEM_KINDS),
  platforms: z.array(z.enum(PLATFORMS)).min(1).describe("What it is launched from"),
  variants: z.array(VariantSchema),
  headlines: Headlines.describe(
    "The figures of the solid lines, the first the most telling: one for each class of target",
  ),
  figures: z.array(RangeFigureSchema).min(1),
  bands: z.array(BandFiguresSchema),
  articles: z.array(z.string()).describe("Articles of data/articles.json that name the system"),
  sources: z
    .array(SourceSchema)
    .optional()
    .describe("Sources of this system alone, so that one file can bring all it needs"),
  notes: LocalTextSchema.optional(),
});
export type System = z.infer<typeof SystemSchema>;
