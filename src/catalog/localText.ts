import * as z from "zod";
import { byLanguage } from "../i18n/languages.ts";

/** Long enough for any name, note or definition, and short enough to display. */
const MAX_LINE_LENGTH = 600;

/** Markup, control characters and direction marks, none of which belong in a name. */
// oxlint-disable-next-line no-control-regex -- the expression looks for control characters
const NOT_PLAIN = /[<>\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** One line of plain text without markup, control characters, or leading and trailing spaces. */
export const LineSchema = z
  .string()
  .min(1)
  .max(MAX_LINE_LENGTH)
  .regex(/^\S(.*\S)?$/, "should be one line with no space at its ends")
  .refine(
    (text) => !NOT_PLAIN.test(text),
    "should be plain text, without markup, control characters or the signs < and >",
  );

/** A text in every language of the interface; none may be missing. */
export const LocalTextSchema = z.strictObject(byLanguage(() => LineSchema)).meta({ id: "localText" });

/** An id in lower case with hyphens: `storm-shadow`. */
export const SlugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "should be lower-case letters, digits and single hyphens")
  .meta({ id: "slug" });
