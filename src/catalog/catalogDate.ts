import * as z from "zod";

/** The date of publication is never after today, wherever on Earth today began first. */
function isPast(date: string): boolean {
  const latest = new Date(Date.now() + 14 * 3_600_000).toISOString();
  return date <= latest.slice(0, date.length);
}

const FUTURE = "is in the future";

/** As exact as it is known: year, month or day. */
export const CatalogDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "should be YYYY, YYYY-MM or YYYY-MM-DD")
  .refine(isPast, FUTURE);

/** A day that has been: `2026-11-25`. */
export const PastDaySchema = z.iso.date("should be a date, as in 2026-11-25").refine(isPast, FUTURE);
