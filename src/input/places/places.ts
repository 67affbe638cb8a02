import { countryName } from "../../i18n/countryNames.ts";
import { foldName, loosenName } from "./placesFold.ts";
import { placeCode, placeLngLat, placeName, type PlacesTable } from "./placesTable.ts";
import type { Language } from "../../scenario/scenario.ts";

export interface FoundPlace {
  kind: "place";
  id: string;
  /** In the requested language. */
  name: string;
  /** The name that the query matched, if it differs from `name`. */
  matched?: string;
  country: string;
  countryName: string;
  population: number;
  lngLat: [number, number];
  capital: boolean;
}
interface FoundCountry {
  kind: "country";
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2, as in a launch geometry. */
  code: string;
}
export type Found = FoundPlace | FoundCountry;

export interface PlaceSearch {
  /** The best matches, sorted by how well the name matches, then by population. */
  search(query: string, options: { language: Language; limit?: number }): Found[];
  credit: string;
}

/** How a name matches, best first: whole name, prefix, prefix of a word, substring; then whole name and prefix in loose transliteration. */
const EXACT = 0;
const PREFIX = 1;
const WORD = 2;
const INSIDE = 3;
const LOOSE_EXACT = 4;
const LOOSE_PREFIX = 5;
const NO_MATCH = 9;
/** A country's weight among places that match equally well: below the largest cities. */
const COUNTRY_WEIGHT = 5e6;
const MAX_QUERY = 200;

function fitOf(key: string, query: string): number {
  const at = key.indexOf(query);
  if (at < 0) return NO_MATCH;
  if (at === 0) return key.length === query.length ? EXACT : PREFIX;
  if (key[at - 1] === " " || key.includes(` ${query}`)) return WORD;
  return query.length >= 3 ? INSIDE : NO_MATCH;
}

function looseFitOf(key: string, query: string): number {
  return key.startsWith(query) ? (key.length === query.length ? LOOSE_EXACT : LOOSE_PREFIX) : NO_MATCH;
}

interface Match {
  fit: number;
  weight: number;
  /** Index of a place, or of a country. */
  index: number;
  country: boolean;
  key: number;
}

const better = (a: Match, b: Match): number => a.fit - b.fit || b.weight - a.weight || a.index - b.index;

/** A sorted list that keeps only the best few of the matches added to it. */
class Best {
  readonly matches: Match[] = [];
  readonly #limit: number;
  constructor(limit: number) {
    this.#limit = limit;
  }
  add(match: Match): void {
    const last = this.matches.at(-1);
    if (this.matches.length >= this.#limit && last && better(match, last) >= 0) return;
    const twin = this.matches.findIndex((other) => other.index === match.index && other.country === match.country);
    if (twin >= 0) {
      if (better(match, this.matches[twin] as Match) >= 0) return;
      this.matches.splice(twin, 1);
    }
    const at = this.matches.findIndex((other) => better(match, other) < 0);
    this.matches.splice(at < 0 ? this.matches.length : at, 0, match);
    if (this.matches.length > this.#limit) this.matches.pop();
  }
}

/** Makes the list of places searchable. A query takes a few milliseconds. */
export function createPlaceSearch(table: PlacesTable): PlaceSearch {
  const { countries, keys, loose: looseKeys, owners, written } = table;
  const capitals = new Set(table.capitals);

  const toFound = (match: Match, language: Language): Found => {
    if (match.country) {
      const code = countries[match.index]?.code ?? "";
      return { kind: "country", id: `country:${code}`, name: countryName(code, language), code };
    }
    const { index } = match;
    const name = placeName(table, index, language);
    const matched = written[match.key] ?? name;
    const code = placeCode(table, index);
    return {
      kind: "place",
      id: `place:${index}`,
      name,
      // The same name in another script adds no information.
      ...(foldName(matched) !== foldName(name) && { matched }),
      country: code,
      countryName: countryName(code, language),
      population: table.population[index] ?? 0,
      lngLat: placeLngLat(table, index),
      capital: capitals.has(index),
    };
  };

  const find = (query: string, limit: number, wanted?: ReadonlySet<string>): Match[] => {
    const best = new Best(limit);
    const consider = (fit: number, key: number) => {
      const index = owners[key] ?? 0;
      if (wanted && !wanted.has(placeCode(table, index))) return;
      best.add({ fit, weight: table.population[index] ?? 0, index, country: false, key });
    };
    for (let key = 0; key < keys.length; key += 1) {
      const fit = fitOf(keys[key] ?? "", query);
      if (fit !== NO_MATCH) consider(fit, key);
    }
    if (!wanted) {
      countries.forEach(({ keys: names, foreign }, index) => {
        const fit = foreign.includes(query) ? EXACT : Math.min(...names.map((name) => fitOf(name, query)));
        if (fit <= WORD) best.add({ fit, weight: COUNTRY_WEIGHT, index, country: true, key: -1 });
      });
    }
    const loose = loosenName(query);
    if (loose.length >= 3 && best.matches.every((match) => match.fit === INSIDE)) {
      for (let key = 0; key < looseKeys.length; key += 1) {
        const fit = looseFitOf(looseKeys[key] ?? "", loose);
        if (fit !== NO_MATCH) consider(fit, key);
      }
    }
    return best.matches;
  };

  return {
    credit: table.credit,
    search(query, { language, limit = 8 }) {
      const folded = foldName(query.slice(0, MAX_QUERY));
      if (folded === "") return [];
      const whole = find(folded, limit);
      // `Odesa, Ukraine`, `London, Canada`: the last part names the country.
      const parts = query.slice(0, MAX_QUERY).split(",");
      const place = foldName(parts.slice(0, -1).join(" "));
      const where = foldName(parts.at(-1) ?? "");
      if (place === "" || where === "" || whole.some((match) => match.fit <= PREFIX))
        return whole.map((match) => toFound(match, language));
      const wanted = new Set(
        countries
          .filter(
            ({ code, keys: names }) => code.toLowerCase() === where || names.some((name) => name.startsWith(where)),
          )
          .map(({ code }) => code),
      );
      const there = find(place, limit, wanted);
      return (there.length > 0 ? there : whole).map((match) => toFound(match, language));
    },
  };
}
