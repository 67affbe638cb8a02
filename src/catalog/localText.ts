import * as z from "zod";
import { byLanguage } from "../i18n/languages.ts";

const Line = z.string().regex(/^\S(.*\S)?$/, "should be one line with no space at its ends");

/** Words in every language of the interface; none may be missing. */
export const LocalTextSchema = z.strictObject(byLanguage(() => Line)).meta({ id: "localText" });

/** An id in lower case with hyphens: `storm-shadow`. */
export const SlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "should be lower-case letters, digits and single hyphens")
  .meta({ id: "slug" });
