import * as z from "zod";
import { PastDaySchema } from "./catalogDate.ts";
import { SlugSchema } from "./localText.ts";
import { ReferenceDistanceSchema } from "./referenceDistance.ts";
import { ArticleSchema, SourceSchema } from "./source.ts";
import { SystemSchema } from "./system.ts";

/** data/catalog.json: the version of the data, which is also written into saved pictures. */
export const EditionSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.string().regex(/^\d{4}\.(1[0-2]|[1-9])\.\d+$/, "should be year.month.number, as in 2026.11.0"),
  date: PastDaySchema,
  edition: z.int().positive().describe("Counts the revisions that data/changes.json records"),
  defaultSystems: z.array(SlugSchema).describe("The systems of a new map's first launch point"),
});

/** The contents of data/ as one object. */
export const CatalogSchema = z.strictObject({
  version: EditionSchema.shape.version,
  date: EditionSchema.shape.date,
  edition: EditionSchema.shape.edition,
  /** The systems of a new map's first launch point. */
  defaultSystems: EditionSchema.shape.defaultSystems,
  systems: z.array(SystemSchema),
  /** Pages and articles: everything that a figure's `source` may refer to. */
  sources: z.array(z.union([SourceSchema, ArticleSchema])),
  articles: z.array(ArticleSchema),
  referenceDistances: z.array(ReferenceDistanceSchema),
});
export type Catalog = z.infer<typeof CatalogSchema>;
