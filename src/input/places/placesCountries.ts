import { cldrCountryName, countryName } from "../../i18n/countryNames.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import { foldName } from "./placesFold.ts";

/** Too small for an outline on the basemap, or drawn as part of the country that they belong to. */
export const WITHOUT_OUTLINE = new Set([
  "MO",
  "RE",
  "MV",
  "MQ",
  "GP",
  "GF",
  "YT",
  "MC",
  "GI",
  "MH",
  "BL",
  "TV",
  "BQ",
  "SJ",
  "SX",
  "NF",
  "VA",
  "CC",
  "PN",
]);

/** Common names that CLDR does not have in any of the languages below. */
const ALSO: Record<string, string[]> = {
  US: ["USA", "United States of America", "America", "Mỹ", "Сполучені Штати Америки", "Соединённые Штаты Америки"],
  GB: ["UK", "Great Britain", "Britain", "England", "Anh", "Велика Британія", "Англія"],
  RU: ["Russian Federation", "Liên bang Nga"],
  TR: ["Turkey"],
  CZ: ["Czech Republic"],
  CI: ["Ivory Coast", "Bờ Biển Ngà"],
  MM: ["Burma", "Myanmar"],
  NL: ["Holland"],
  KP: ["DPRK", "North Korea", "Bắc Triều Tiên"],
  KR: ["ROK", "South Korea", "Republic of Korea"],
  AE: ["UAE", "Emirates"],
  CD: ["DRC", "Zaire"],
  CV: ["Cabo Verde"],
  SZ: ["Swaziland"],
  TL: ["East Timor"],
  MK: ["Macedonia"],
  LA: ["Laos"],
  SY: ["Syria"],
  PS: ["Palestine"],
  CN: ["PRC", "Trung Quốc"],
};
/** Languages in which country names can be found, whatever the page's language; the foreign ones only match whole names. */
const SEARCHED = [...LANGUAGES, "ru"];
const FOREIGN = ["de", "fr", "es", "pl"];

export interface CountryName {
  code: string;
  /** Every folded name. */
  keys: string[];
  foreign: string[];
}

/** Countries by code, with every name by which they can be found. */
export function listCountries(codes: Iterable<string>): CountryName[] {
  return [...codes].map((code) => {
    const names = SEARCHED.flatMap((language) => [countryName(code, language), cldrCountryName(code, language)]);
    const apart = names.flatMap((name) => {
      const brackets = /^(.*?)\s*\((.*)\)$/.exec(name);
      return brackets ? [brackets[1] ?? "", brackets[2] ?? ""] : [];
    });
    return {
      code,
      keys: [...new Set([...names, ...apart, ...(ALSO[code] ?? [])].map(foldName))],
      foreign: FOREIGN.map((language) => foldName(countryName(code, language))),
    };
  });
}
