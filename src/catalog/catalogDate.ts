import * as z from "zod";

/** Whether a date is not after today in the earliest time zone, UTC+14. */
function isPast(date: string): boolean {
  const latest = new Date(Date.now() + 14 * 3_600_000).toISOString();
  return date <= latest.slice(0, date.length);
}

const FUTURE = "is in the future";

/** A year, month or day, as precise as is known. */
export const CatalogDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "should be YYYY, YYYY-MM or YYYY-MM-DD")
  .refine(isPast, FUTURE);

/** A day that is not in the future: `2026-11-25`. */
export const PastDaySchema = z.iso.date("should be a date, as in 2026-11-25").refine(isPast, FUTURE);
