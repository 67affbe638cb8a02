import { type LanguageCode, traitsOf } from "./languages.ts";

/** Format options by the number of parts of a date that are known. */
const PARTS: Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "long", day: "numeric" },
];

/** Languages whose newspapers write dates differently from Intl: Vietnamese ones use digits. */
const OWN_FORMS: Partial<Record<LanguageCode, (year: number, month: number, day: number | undefined) => string>> = {
  vi: (year, month, day) => (day === undefined ? `tháng ${month}/${year}` : `${day}/${month}/${year}`),
};

/**
 * A date as newspapers of the language write it, with the known precision: `2017`, `October 2023`, `12 September 2024`; in Vietnamese
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
  // «р.» after a Ukrainian year is for official letters, and its full stop would double that of the sentence.
  return text.replace(/\sр\.$/, "");
}

/**
 * A moment by the reader's own clock, its date as newspapers of the language write it: `25 November 2026, 14:05`, `25/11/2026, 14:05`.
 *
 * @param time milliseconds since 1970
 */
export function formatMoment(language: LanguageCode, time: number): string {
  const moment = new Date(time);
  const day = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  const clock = new Intl.DateTimeFormat(traitsOf(language).locale, { timeStyle: "short" }).format(moment);
  return `${formatDate(language, day.map((part) => String(part).padStart(2, "0")).join("-"))}, ${clock}`;
}
