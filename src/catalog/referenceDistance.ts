import * as z from "zod";
import { LocalTextSchema, SlugSchema } from "./localText.ts";
import { PLATFORMS } from "./vocabulary.ts";

const Limit = z.strictObject({ km: z.number().positive().max(20_000), included: z.boolean() });

/** A distance defined by a treaty or an export control regime, drawn for comparison and always shown with its caveat. */
export const ReferenceDistanceSchema = z.strictObject({
  id: SlugSchema,
  names: LocalTextSchema,
  from: Limit,
  to: Limit.optional().describe("Absent: no upper limit"),
  minPayloadKg: z.number().positive().optional().describe("Required in addition to the range"),
  launchMode: z.enum(PLATFORMS).optional().describe("The only launch mode that the definition covers"),
  ended: z.literal(true).optional().describe("The treaty has ended"),
  definition: LocalTextSchema,
  caveat: LocalTextSchema,
  note: LocalTextSchema.optional().describe("How other sources word the same definition"),
  sources: z.array(z.string()).min(1),
  articles: z.array(z.string()).describe("Articles of data/articles.json that name it"),
});
export type ReferenceDistance = z.infer<typeof ReferenceDistanceSchema>;

export const TreatiesFileSchema = z.strictObject({
  $schema: z.string().optional(),
  referenceDistances: z.array(ReferenceDistanceSchema),
});
