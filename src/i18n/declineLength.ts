import type { GrammaticalCase, LanguageCode } from "./languages.ts";
import { decimalMarkOf, KM_PER_UNIT, type LengthUnit, unitSymbol } from "./numbers.ts";

const UNITS = Object.keys(KM_PER_UNIT) as LengthUnit[];

/**
 * A length or range of lengths in another grammatical case: `21 миля` is `21 милі` after «до». Text that does not end in a number and a unit
 * that declines stays as it is.
 *
 * @param text as `formatLength` or `formatLengthRange` writes it, perhaps with words before it
 */
export function declineLength(language: LanguageCode, text: string, grammaticalCase: GrammaticalCase): string {
  const [, before = "", number = "", word = ""] = /^(.*?)(\d[\d.,\u00A0]*)\u00A0(\D+)$/.exec(text) ?? [];
  // Our own formatter wrote it: what is neither a digit nor the decimal mark parts thousands.
  const [whole = "", fraction = "0"] = number.split(decimalMarkOf(language));
  const value = Number(`${whole.replace(/\D/g, "")}.${fraction}`);
  const unit = UNITS.find((unit) => unitSymbol(language, unit, value) === word);
  return unit ? `${before}${number}\u00A0${unitSymbol(language, unit, value, grammaticalCase)}` : text;
}
