import * as z from "zod";

const Line = z.string().trim().min(1);

/** Words in every language of the interface; none may be missing. */
export const LocalTextSchema = z.strictObject({ en: Line, vi: Line, uk: Line });
export type LocalText = z.infer<typeof LocalTextSchema>;

/** An id in lower case with hyphens: `storm-shadow`. */
export const SlugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, digits and single hyphens");
