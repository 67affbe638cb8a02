import table from "../../data/country-names.json";

/** Names that the press uses otherwise than CLDR, by ISO 3166-1 alpha-2 code; the map's labels are made from the same table. */
const OWN_NAMES: Record<string, Partial<Record<string, string>> | undefined> = table;

const displayNames = new Map<string, Intl.DisplayNames>();

/** What CLDR calls a country or territory; the code where it knows no name. */
export function cldrCountryName(code: string, language: string): string {
  let names = displayNames.get(language);
  if (!names) {
    names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
    displayNames.set(language, names);
  }
  return names.of(code) ?? code;
}

/**
 * What a country or territory is called: on the map, in lists, captions and dialogs alike.
 *
 * @param code ISO 3166-1 alpha-2, or XK for Kosovo; anything else is returned as it is
 * @param language one of ours, or any other that the runtime knows names in
 */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return OWN_NAMES[code]?.[language] ?? cldrCountryName(code, language);
}
