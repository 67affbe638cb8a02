import type { LanguageCode } from "./messages.ts";

/** How much of a date is known, by the number of its parts. */
const PARTS: Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
];

/**
 * A date as the language writes it, no more exact than it is known: `2017`, `October 2023`, `12 September 2024`.
 *
 * @param date YYYY, YYYY-MM or YYYY-MM-DD
 */
export function formatDate(language: LanguageCode, date: string): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const options = PARTS[date.split("-").length - 1];
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
}
