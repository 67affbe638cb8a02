import type { LanguageCode } from "./languages.ts";
import { formatNumber } from "./numbers.ts";

/**
 * Reads a number as people of a language write it: `2,400` is 2400 in English and 2.4 in Vietnamese, where `2.400` is 2400. A mark that
 * stands where no thousands can part is taken for the fraction: `2.5` is two and a half everywhere.
 *
 * @returns NaN for what is not one number of zero or more
 */
export function parseNumber(text: string, language: LanguageCode): number {
  const plain = text.replace(/[\s\u00A0\u2009\u202F]/g, "");
  if (!/^\d[\d.,']*$/.test(plain)) return Number.NaN;
  const isCommaDecimal = formatNumber(language, 0.5, 1).includes(",");
  const grouped = (isCommaDecimal ? /^\d{1,3}([.']\d{3})+(,\d+)?$/ : /^\d{1,3}(,\d{3})+(\.\d+)?$/).test(plain);
  const digits = grouped ? plain.replace(isCommaDecimal ? /[.']/g : /,/g, "") : plain;
  return /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(",", ".")) : Number.NaN;
}
