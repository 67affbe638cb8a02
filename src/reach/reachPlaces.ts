import { placeCode, placeLngLat, placeName, type PlacesTable } from "../input/places/placesTable.ts";
import type { Language } from "../scenario/scenario.ts";
import type { ReachPlace } from "./reach.ts";

/** A place of the gazetteer with its name in a language. */
export function toReachPlace(table: PlacesTable, index: number, language: Language): ReachPlace {
  return {
    name: placeName(table, index, language),
    country: placeCode(table, index),
    population: table.population[index] ?? 0,
    lngLat: placeLngLat(table, index),
  };
}

/** Places with a minimum population, in one country, or in all if `country` is empty. Relies on the table being sorted by population. */
export function selectPlaces(
  table: PlacesTable,
  { country, minPopulation, language }: { country: string; minPopulation: number; language: Language },
): ReachPlace[] {
  const places: ReachPlace[] = [];
  for (let index = 0; index < table.population.length && (table.population[index] ?? 0) >= minPopulation; index += 1) {
    if (country === "" || placeCode(table, index) === country) places.push(toReachPlace(table, index, language));
  }
  return places;
}
