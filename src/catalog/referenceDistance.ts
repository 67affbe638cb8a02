import * as z from "zod";
import { LocalTextSchema, SlugSchema } from "./localText";
import { PLATFORMS } from "./vocabulary";

const Limit = z.strictObject({ km: z.number().positive().max(20_000), included: z.boolean() });

/** A distance that a treaty or a regime defines, drawn for comparison and never without its caveat. */
export const ReferenceDistanceSchema = z.strictObject({
  id: SlugSchema,
  names: LocalTextSchema,
  from: Limit,
  /** Absent: no upper limit. */
  to: Limit.optional(),
  /** Needed besides the range. */
  minPayloadKg: z.number().positive().optional(),
  /** The only launch mode that the definition covers. */
  launchMode: z.enum(PLATFORMS).optional(),
  /** The treaty has ended. */
  ended: z.literal(true).optional(),
  definition: LocalTextSchema,
  caveat: LocalTextSchema,
  sources: z.array(z.string()).min(1),
  /** Articles that name it. */
  articles: z.array(z.string()),
});
export type ReferenceDistance = z.infer<typeof ReferenceDistanceSchema>;

export const TreatiesFileSchema = z.strictObject({
  $schema: z.string().optional(),
  referenceDistances: z.array(ReferenceDistanceSchema),
});
