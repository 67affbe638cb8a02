import file from "../i18n/catalogFaults.json" with { type: "json" };
import { byLanguage, type LanguageCode } from "../i18n/languages.ts";

/** A sentence in every language of the interface. */
export type Words = Record<LanguageCode, string>;

const FAULTS: Record<keyof typeof file.faults, Words> = file.faults;

/** What a type of JSON is called in a message. */
export const NOUNS: Record<string, Words> = file.nouns;

/**
 * What can be wrong with a catalogue. Its words stand after the value found: `"2099-01-31" is in the future`. They are not among the messages of
 * the interface, because the first load of the page has those and never needs these.
 */
export type FaultCode = keyof typeof FAULTS;

type Values = Record<string, string | number | Words>;

export const isFaultCode = (text: string): text is FaultCode => Object.hasOwn(FAULTS, text);

/** A fault in words, its values put in; a value may differ by language. */
export function fault(code: FaultCode, values: Values = {}): Words {
  return byLanguage((language) =>
    FAULTS[code][language].replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = values[key] ?? "";
      return String(typeof value === "object" ? value[language] : value);
    }),
  );
}

/** A fault that only the files in data/ can have, which are mended by those who read English. */
export const inEnglish = (message: string): Words => byLanguage(() => message);
