import * as z from "zod";
import { LocalTextSchema, SlugSchema } from "./localText";
import { RangeFigureSchema } from "./rangeFigure";
import { PLATFORMS, SYSTEM_KINDS } from "./vocabulary";

const VariantSchema = z.strictObject({
  id: SlugSchema,
  names: LocalTextSchema,
  /** The figure drawn as the solid line when this variant is chosen. */
  headline: SlugSchema,
});
export type Variant = z.infer<typeof VariantSchema>;

/** Figures that may be compared: one target class and one launch mode. Low and high follow from them; see bands.ts. */
const BandFiguresSchema = z.strictObject({ id: SlugSchema, figures: z.array(SlugSchema).min(1) });
export type BandFigures = z.infer<typeof BandFiguresSchema>;

/** One file of data/systems/, named for its id. */
export const SystemSchema = z.strictObject({
  $schema: z.string().optional(),
  id: SlugSchema,
  names: LocalTextSchema,
  /** What the label on the map says, in every language. */
  shortName: z.string().min(1).max(24),
  aka: z.array(z.string().min(1)).optional(),
  kind: z.enum(SYSTEM_KINDS),
  platforms: z.array(z.enum(PLATFORMS)).min(1),
  variants: z.array(VariantSchema),
  /** The figure of the solid line. */
  headline: SlugSchema,
  figures: z.array(RangeFigureSchema).min(1),
  bands: z.array(BandFiguresSchema),
  /** Articles that name the system. */
  articles: z.array(z.string()),
  notes: LocalTextSchema.optional(),
});
export type System = z.infer<typeof SystemSchema>;
