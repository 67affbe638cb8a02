import * as z from "zod";
import { ReferenceDistanceSchema } from "./referenceDistance.ts";
import { ArticleSchema, SourceSchema } from "./source.ts";
import { SystemSchema } from "./system.ts";

/** data/catalog.json: what a saved picture says of the data it was drawn from. */
export const EditionSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.string().regex(/^\d{4}\.(1[0-2]|[1-9])\.\d+$/, "should be year.month.number, as in 2026.11.0"),
  date: z.iso.date(),
});

/** Everything in data/, as the program holds it. */
export const CatalogSchema = z.strictObject({
  version: EditionSchema.shape.version,
  date: EditionSchema.shape.date,
  systems: z.array(SystemSchema),
  /** Pages and articles alike: whatever a figure's `source` may name. */
  sources: z.array(z.union([SourceSchema, ArticleSchema])),
  articles: z.array(ArticleSchema),
  referenceDistances: z.array(ReferenceDistanceSchema),
});
export type Catalog = z.infer<typeof CatalogSchema>;
