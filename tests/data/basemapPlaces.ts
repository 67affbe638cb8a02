import { byLanguage, type LanguageCode } from "../../src/i18n/languages.ts";

export interface BasemapPlace {
  name: Record<LanguageCode, string>;
  /** Former and foreign names, to search by. */
  also: readonly string[];
  /** ISO 3166-1 alpha-2; XK for Kosovo. */
  country: string;
  population: number;
  lngLat: [number, number];
  capital: boolean;
}

interface PlacesFile {
  version: 1;
  credit: string;
  name: string[];
  /** Two letters per place, concatenated. */
  country: string;
  population: number[];
  lngE4: number[];
  latE4: number[];
  capitals: number[];
  names: Record<string, Partial<Record<LanguageCode, string>> & { also?: string[] }>;
}

/** Reads places.json, parsed: the most populous places first. */
export function parseBasemapPlaces(json: unknown): BasemapPlace[] {
  const file = json as PlacesFile;
  if (file?.version !== 1 || !Array.isArray(file.name))
    throw new Error("places.json: not the basemap's list of places, version 1");
  const capitals = new Set(file.capitals);
  return file.name.map((en, i) => {
    const other = file.names[i];
    return {
      name: byLanguage((language) => other?.[language] ?? en),
      also: other?.also ?? [],
      country: file.country.slice(2 * i, 2 * i + 2),
      population: file.population[i] ?? 0,
      lngLat: [(file.lngE4[i] ?? 0) / 1e4, (file.latE4[i] ?? 0) / 1e4],
      capital: capitals.has(i),
    };
  });
}
