import { NumberParser } from "@internationalized/number";
import type { LanguageCode } from "./languages.ts";
import { type DecimalMark, decimalMarkOf } from "./numbers.ts";

export const DECIMAL_MARKS = [".", ","] as const;

/** A parser for each decimal mark. The languages are arbitrary ones that use it. */
const PARSERS: Record<DecimalMark, NumberParser> = { ".": new NumberParser("en"), ",": new NumberParser("de") };
/** The library ignores thousands separators anywhere, which would turn `2.5` into 25, so their positions are checked first. */
const SHAPES: Record<DecimalMark, RegExp> = {
  ".": /^(?:\p{Nd}+|[^\P{Nd}0]\p{Nd}{0,2}(?:(?:,\p{Nd}{3})+|(?:'\p{Nd}{3})+|(?: \p{Nd}{3})+))(?:\.\p{Nd}+)?$/u,
  ",": /^(?:\p{Nd}+|[^\P{Nd}0]\p{Nd}{0,2}(?:(?:\.\p{Nd}{3})+|(?:'\p{Nd}{3})+|(?: \p{Nd}{3})+))(?:,\p{Nd}+)?$/u,
};

/**
 * Reads a non-negative number by both conventions: `1,500` is 1500 with a decimal point and 1.5 with a decimal comma; `2.5` and `1 500,5` are
 * valid in only one convention; `300` is the same in both.
 *
 * @returns the value for each decimal mark with which the text is valid; an empty object if it is not a number
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
 * Reads a number in the convention of a language: `2,400` is 2400 in English and 2.4 in Vietnamese, where `2.400` is 2400. A mark that cannot
 * be a thousands separator is the decimal mark: `2.5` is two and a half in every language.
 *
 * @returns NaN for anything but one non-negative number
 */
export function parseNumber(text: string, language: LanguageCode): number {
  const readings = readNumberBothWays(text);
  return readings[decimalMarkOf(language)] ?? readings["."] ?? readings[","] ?? Number.NaN;
}
