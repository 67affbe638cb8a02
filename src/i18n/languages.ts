/** The grammatical cases that a message may ask a length in; the nominative is the form that `formatLength` writes. */
export type GrammaticalCase = "nominative" | "genitive" | "accusative";

/** A unit's word by the plural category of the number before it, where the two agree. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A unit that never changes, or its forms in each case. */
export type UnitWords = string | Record<GrammaticalCase, PluralForms>;

/** What the program has to know of a language besides its messages and names. */
interface LanguageTraits {
  /** What the language calls itself. */
  name: string;
  /** The BCP 47 tag by which dates, lists and numbers are written. */
  locale: string;
  units: Record<"km" | "mi" | "nmi", UnitWords>;
  /** The sides of the Earth as they are abbreviated after a degree: north, south, east, west. */
  sides: readonly [north: string, south: string, east: string, west: string];
}

/** Ukrainian miles agree with their number: 101 миля, 2 милі, 1,5 милі; до 21 милі, понад 21 милю. */
const ukrainianMiles = (adjective: string): UnitWords => ({
  nominative: { one: `${adjective}миля`, few: `${adjective}милі`, many: `${adjective}миль`, other: `${adjective}милі` },
  genitive: { one: `${adjective}милі`, few: `${adjective}миль`, many: `${adjective}миль`, other: `${adjective}милі` },
  accusative: { one: `${adjective}милю`, few: `${adjective}милі`, many: `${adjective}миль`, other: `${adjective}милі` },
});

/**
 * Every language of the program, and the one list of them. To add one: an entry here, its messages in `messages/`, and its names in `data/`.
 * Data files that hold names by position have them in this order, so a new language goes last.
 */
const TRAITS = {
  en: {
    name: "English",
    locale: "en-GB",
    units: { km: "km", mi: "mi", nmi: "nmi" },
    sides: ["N", "S", "E", "W"],
  },
  vi: {
    name: "Tiếng Việt",
    locale: "vi-VN",
    units: { km: "km", mi: "dặm", nmi: "hải lý" },
    sides: ["B", "N", "Đ", "T"],
  },
  uk: {
    name: "Українська",
    locale: "uk-UA",
    units: { km: "км", mi: ukrainianMiles(""), nmi: ukrainianMiles("мор. ") },
    sides: ["пн. ш.", "пд. ш.", "сх. д.", "зх. д."],
  },
} as const satisfies Record<string, LanguageTraits>;

export type LanguageCode = keyof typeof TRAITS;

/** The code of every language, in the order of the columns of data files. */
export const LANGUAGES = Object.keys(TRAITS) as readonly LanguageCode[];

/** The language of what has no translation, and of a visitor whose language the program does not have. */
export const DEFAULT_LANGUAGE: LanguageCode = "en";

export const traitsOf = (language: LanguageCode): LanguageTraits => TRAITS[language];

/** A value for each language, made by its code. */
export function byLanguage<T>(make: (language: LanguageCode, column: number) => T): Record<LanguageCode, T> {
  return Object.fromEntries(LANGUAGES.map((language, column) => [language, make(language, column)])) as Record<
    LanguageCode,
    T
  >;
}
