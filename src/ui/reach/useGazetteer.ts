import { useEffect, useState } from "react";
import type { ReachPlace } from "../../figure/reach.ts";
import { placeCode, placeLngLat, placeName, type PlacesTable } from "../../scenario/placesTable.ts";
import type { Language } from "../../scenario/scenario.ts";
import { loadPlaces } from "../search/loadPlaces.ts";

export type GazetteerState = { status: "loading" } | { status: "failed"; detail: string } | { status: "ready"; table: PlacesTable };

/** The places of the map, the same that the search box has. */
export function useGazetteer(): GazetteerState {
  const [state, setState] = useState<GazetteerState>({ status: "loading" });
  useEffect(() => {
    loadPlaces().then(
      (table) => setState({ status: "ready", table }),
      (error: unknown) => setState({ status: "failed", detail: error instanceof Error ? error.message : String(error) }),
    );
  }, []);
  return state;
}

/** A place of the gazetteer under its name in a language. */
export function toReachPlace(table: PlacesTable, index: number, language: Language): ReachPlace {
  return { name: placeName(table, index, language), country: placeCode(table, index), population: table.population[index] ?? 0, lngLat: placeLngLat(table, index) };
}

/** Places of one country, or of all, with at least so many people: only these are measured. */
export function selectPlaces(table: PlacesTable, { country, minPopulation, language }: { country: string; minPopulation: number; language: Language }): ReachPlace[] {
  const places: ReachPlace[] = [];
  for (let index = 0; index < table.population.length && (table.population[index] ?? 0) >= minPopulation; index += 1) {
    if (country === "" || placeCode(table, index) === country) places.push(toReachPlace(table, index, language));
  }
  return places;
}
