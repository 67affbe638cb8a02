import type { LanguageCode } from "./messages.ts";

/** What parts thousands, and what parts the fraction, in each language. */
const MARKS: Record<LanguageCode, { group: RegExp; decimal: string }> = {
  en: { group: /,/g, decimal: "." },
  vi: { group: /\./g, decimal: "," },
  uk: { group: /[.']/g, decimal: "," },
};

/**
 * Reads a number as people of a language write it: `2,400` is 2400 in English and 2.4 in Vietnamese, where `2.400` is 2400. A mark that
 * stands where no thousands can part is taken for the fraction: `2.5` is two and a half everywhere.
 *
 * @returns NaN for what is not one number of zero or more
 */
export function parseNumber(text: string, language: LanguageCode): number {
  const plain = text.replace(/[\s\u00A0\u2009\u202F]/g, "");
  if (!/^\d[\d.,']*$/.test(plain)) return Number.NaN;
  const { group, decimal } = MARKS[language];
  const mark = group.source.includes(",") ? "," : "[.']";
  const grouped = new RegExp(`^\\d{1,3}(${mark}\\d{3})+(\\${decimal}\\d+)?$`).test(plain);
  const digits = grouped ? plain.replace(group, "") : plain;
  return /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(",", ".")) : Number.NaN;
}
