import * as z from "zod";
import { ChangesFileSchema } from "./changes.ts";
import { EditionSchema } from "./catalogSchema.ts";
import { TreatiesFileSchema } from "./referenceDistance.ts";
import { ArticlesFileSchema, SourcesFileSchema } from "./source.ts";
import { SystemSchema } from "./system.ts";

const SCHEMAS = {
  "catalog-system": { schema: SystemSchema, title: "A system: one file of data/systems/" },
  "catalog-sources": { schema: SourcesFileSchema, title: "data/sources.json" },
  "catalog-articles": { schema: ArticlesFileSchema, title: "data/articles.json" },
  "catalog-treaties": { schema: TreatiesFileSchema, title: "data/treaties.json" },
  "catalog-changes": { schema: ChangesFileSchema, title: "data/changes.json" },
  "catalog-edition": { schema: EditionSchema, title: "data/catalog.json" },
};

/** The JSON Schemas of data/ by path from the root of the project, for editors and third-party programs. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, { schema, title }]) => [
      `public/schemas/${name}.schema.json`,
      `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 1)}\n`,
    ]),
  );
}
