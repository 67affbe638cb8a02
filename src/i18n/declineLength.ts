import type { GrammaticalCase, LanguageCode } from "./languages.ts";
import { decimalMarkOf, KM_PER_UNIT, type LengthUnit, unitSymbol } from "./numbers.ts";

const UNITS = Object.keys(KM_PER_UNIT) as LengthUnit[];

/**
 * Puts a length or range of lengths into another grammatical case: `21 миля` becomes `21 милі` after «до». A text that does not end in a
 * number and a unit that declines is returned unchanged.
 *
 * @param text from `formatLength` or `formatLengthRange`, possibly with words before it
 */
export function declineLength(language: LanguageCode, text: string, grammaticalCase: GrammaticalCase): string {
  const [, before = "", number = "", word = ""] = /^(.*?)(\d[\d.,\u00A0]*)\u00A0(\D+)$/.exec(text) ?? [];
  // The number comes from our own formatter, so anything that is neither a digit nor the decimal mark is a thousands separator.
  const [whole = "", fraction = "0"] = number.split(decimalMarkOf(language));
  const value = Number(`${whole.replace(/\D/g, "")}.${fraction}`);
  const unit = UNITS.find((unit) => unitSymbol(language, unit, value) === word);
  return unit ? `${before}${number}\u00A0${unitSymbol(language, unit, value, grammaticalCase)}` : text;
}
