import { NumberParser } from "@internationalized/number";
import type { LanguageCode } from "./languages.ts";
import { type DecimalMark, decimalMarkOf } from "./numbers.ts";

export const DECIMAL_MARKS = [".", ","] as const;

/** A parser that takes each mark for the fraction's; any language that writes it would do. */
const PARSERS: Record<DecimalMark, NumberParser> = { ".": new NumberParser("en"), ",": new NumberParser("de") };
/** The library drops the marks between thousands wherever they stand, so where they may stand is checked first: `2.5` is no 25. */
const SHAPES: Record<DecimalMark, RegExp> = {
  ".": /^(?:\p{Nd}+|[^\P{Nd}0]\p{Nd}{0,2}(?:(?:,\p{Nd}{3})+|(?:'\p{Nd}{3})+|(?: \p{Nd}{3})+))(?:\.\p{Nd}+)?$/u,
  ",": /^(?:\p{Nd}+|[^\P{Nd}0]\p{Nd}{0,2}(?:(?:\.\p{Nd}{3})+|(?:'\p{Nd}{3})+|(?: \p{Nd}{3})+))(?:,\p{Nd}+)?$/u,
};

/**
 * Reads a number of zero or more by both conventions: `1,500` is 1500 where the point parts the fraction and 1.5 where the comma does; `2.5`
 * and `1 500,5` can be read in one way only, `300` in both alike.
 *
 * @returns the value under each decimal mark that the text can be read by; nothing for what is no number
 */
export function readNumberBothWays(text: string): Partial<Record<DecimalMark, number>> {
  const plain = text
    .trim()
    .replace(/[\u00A0\u2009\u202F]/g, " ")
    .replace(/[’ʼ]/g, "'");
  const readings: Partial<Record<DecimalMark, number>> = {};
  for (const mark of DECIMAL_MARKS) {
    if (!SHAPES[mark].test(plain)) continue;
    const value = PARSERS[mark].parse(plain.replace(/['\s]/g, ""));
    if (Number.isFinite(value)) readings[mark] = value;
  }
  return readings;
}

/**
 * Reads a number as people of a language write it: `2,400` is 2400 in English and 2.4 in Vietnamese, where `2.400` is 2400. A mark that
 * stands where no thousands can part is taken for the fraction: `2.5` is two and a half everywhere.
 *
 * @returns NaN for what is not one number of zero or more
 */
export function parseNumber(text: string, language: LanguageCode): number {
  const readings = readNumberBothWays(text);
  return readings[decimalMarkOf(language)] ?? readings["."] ?? readings[","] ?? Number.NaN;
}
