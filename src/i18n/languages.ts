/** The grammatical cases in which a message can request a length. `formatLength` writes the nominative. */
export type GrammaticalCase = "nominative" | "genitive" | "accusative";

/** The forms of a unit by the plural category of the number before it. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** An invariable unit, or its forms in each case. */
export type UnitWords = string | Record<GrammaticalCase, PluralForms>;

/** Properties of a language apart from its messages and names. */
interface LanguageTraits {
  /** The language's name in the language itself. */
  name: string;
  /** The BCP 47 tag for formatting dates, lists and numbers. */
  locale: string;
  units: Record<"km" | "mi" | "nmi", UnitWords>;
  /** Abbreviations of north, south, east and west after degrees. */
  sides: readonly [north: string, south: string, east: string, west: string];
}

/** Ukrainian miles agree with their number: 101 миля, 2 милі, 1,5 милі; до 21 милі, понад 21 милю. */
const ukrainianMiles = (adjective: string): UnitWords => ({
  nominative: { one: `${adjective}миля`, few: `${adjective}милі`, many: `${adjective}миль`, other: `${adjective}милі` },
  genitive: { one: `${adjective}милі`, few: `${adjective}миль`, many: `${adjective}миль`, other: `${adjective}милі` },
  accusative: { one: `${adjective}милю`, few: `${adjective}милі`, many: `${adjective}миль`, other: `${adjective}милі` },
});

/**
 * The only list of the program's languages. A new one needs an entry here, its messages in `messages/`, and its names in `data/`. Some data
 * files hold names by position in this order, so a new language goes last.
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

/** The fallback for missing translations and for visitors whose language is not supported. */
export const DEFAULT_LANGUAGE: LanguageCode = "en";

export const traitsOf = (language: LanguageCode): LanguageTraits => TRAITS[language];

/** Builds a record with a value for each language. */
export function byLanguage<T>(make: (language: LanguageCode, column: number) => T): Record<LanguageCode, T> {
  return Object.fromEntries(LANGUAGES.map((language, column) => [language, make(language, column)])) as Record<
    LanguageCode,
    T
  >;
}
