import table from "../../data/country-names.json";

/** Names that differ from CLDR because the press uses others, by ISO 3166-1 alpha-2 code. The map's labels use the same table. */
const OWN_NAMES: Record<string, Partial<Record<string, string>> | undefined> = table;

const displayNames = new Map<string, Intl.DisplayNames>();

/** CLDR's name of a country or territory; the code if there is none. */
export function cldrCountryName(code: string, language: string): string {
  let names = displayNames.get(language);
  if (!names) {
    names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
    displayNames.set(language, names);
  }
  return names.of(code) ?? code;
}

/**
 * The name of a country or territory, the same on the map, in lists, captions and dialogs.
 *
 * @param code ISO 3166-1 alpha-2, or XK for Kosovo; anything else is returned unchanged
 * @param language any language that the runtime supports
 */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return OWN_NAMES[code]?.[language] ?? cldrCountryName(code, language);
}
