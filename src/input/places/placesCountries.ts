import { cldrCountryName, countryName } from "../../i18n/countryNames.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import { foldName } from "./placesFold.ts";

/** Too small to have an outline of their own on the basemap, or drawn as a part of the country that they belong to. */
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

/** Names in use that CLDR does not give in any of the languages below. */
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
/** Languages whose names of countries can be searched by, whatever the page's own; the foreign ones only by the whole name. */
const SEARCHED = [...LANGUAGES, "ru"];
const FOREIGN = ["de", "fr", "es", "pl"];

export interface CountryName {
  code: string;
  /** Every folded name. */
  keys: string[];
  foreign: string[];
}

/** The countries of these codes with every name that they can be found by. */
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
