import { type LanguageCode, traitsOf } from "./languages.ts";

/** How much of a date is known, by the number of its parts. */
const PARTS: Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
];

/** Where newspapers write a date otherwise than Intl does: Vietnamese ones in figures. */
const OWN_FORMS: Partial<Record<LanguageCode, (year: number, month: number, day: number | undefined) => string>> = {
  vi: (year, month, day) => (day === undefined ? `tháng ${month}/${year}` : `${day}/${month}/${year}`),
};

/**
 * A date as newspapers of the language write it, no more exact than it is known: `2017`, `October 2023`, `12 September 2024`; in Vietnamese
 * `tháng 10/2023`, `12/9/2024`.
 *
 * @param date YYYY, YYYY-MM or YYYY-MM-DD
 */
export function formatDate(language: LanguageCode, date: string): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const own = OWN_FORMS[language];
  if (own && month !== undefined) return own(year, month, day);
  const options = PARTS[date.split("-").length - 1];
  const text = new Intl.DateTimeFormat(traitsOf(language).locale, { ...options, timeZone: "UTC" }).format(
    new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)),
  );
  // «р.» after a Ukrainian year belongs to official letters, and its full stop would meet that of the sentence.
  return text.replace(/\sр\.$/, "");
}
