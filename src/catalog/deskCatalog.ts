import * as z from "zod";
import { LineSchema } from "./localText.ts";
import { SourceSchema } from "./source.ts";
import { SystemSchema } from "./system.ts";

/** Longer names do not fit beside a system's in a legend. */
const MAX_DESK_NAME = 60;

/**
 * A newsroom's own systems in one file, by the schema of ours. It brings every source that its figures name, so that it can travel in a saved
 * map to readers who have nothing else.
 */
export const DeskCatalogSchema = z.strictObject({
  $schema: z.string().optional(),
  name: LineSchema.max(MAX_DESK_NAME).describe(
    "Whose catalogue it is: the page and the pictures mark its systems with it",
  ),
  systems: z.array(SystemSchema).min(1),
  sources: z.array(SourceSchema).optional().describe("Sources of several of the systems; a system can have its own"),
});
export type DeskCatalog = z.infer<typeof DeskCatalogSchema>;
