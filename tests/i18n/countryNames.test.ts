import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cldrCountryName, countryName } from "../../src/i18n/countryNames.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { listCountries } from "../../src/input/places/placesCountries.ts";
import { foldName } from "../../src/input/places/placesFold.ts";
import { parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { nameOfGeometry } from "../../src/marks/shapes/launchShape.ts";
import table from "../../data/country-names.json";
import { sources } from "./sourceIds.ts";
import { translates } from "./translates.ts";

describe("countryName", () => {
  it.each([
    ["UA", "vi", "Ukraine"],
    ["GB", "vi", "Anh"],
    ["US", "vi", "Mỹ"],
    ["FK", "en", "Falkland Islands (Malvinas)"],
    ["TW", "en", "Taiwan"],
    ["VN", "uk", "В’єтнам"],
    ["RU", "vi", "Nga"],
  ] as const)("%s in %s is %s", (code, language, name) => {
    expect(countryName(code, language)).toBe(name);
  });

  it("returns anything that is not a country code unchanged", () => {
    expect(["far", "", "QX", "US-AK"].map((code) => countryName(code, "en"))).toEqual(["far", "", "QX", "US-AK"]);
  });

  it("is the only code that uses Intl for names of regions", () => {
    const askers = Object.entries(sources).filter(([, text]) => /type:\s*"region"/.test(text));
    expect(askers.map(([path]) => path)).toEqual(["i18n/countryNames.ts"]);
  });

  it("is used in captions for a country without a custom name", () => {
    for (const language of LANGUAGES)
      expect(nameOfGeometry({ type: "Country", code: "GB" }, undefined, translates[language])).toBe(
        countryName("GB", language),
      );
  });

  it("uses the apostrophe U+2019 in every Ukrainian name, instead of CLDR's U+02BC", () => {
    const world = parseBasemapWorld(
      JSON.parse(readFileSync(new URL("../../public/basemap/world-50m.json", import.meta.url), "utf8")),
    );
    const codes = [...new Set([...world.countries.map(({ code }) => code), ...Object.keys(table)])].filter(Boolean);
    expect(codes.length).toBeGreaterThan(200);
    for (const code of codes) expect(countryName(code, "uk"), code).not.toMatch(/['`´ʼ]/);
  });
});

describe("the search for countries", () => {
  it("finds each country by our name and by CLDR's", () => {
    for (const { code, keys } of listCountries(Object.keys(table)))
      for (const language of LANGUAGES) {
        expect(keys, code).toContain(foldName(countryName(code, language)));
        expect(keys, code).toContain(foldName(cldrCountryName(code, language)));
      }
  });
});
