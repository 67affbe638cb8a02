import { createPlaceSearch, type PlaceSearch } from "../../input/places/places.ts";
import type { PlacesTable } from "../../input/places/placesTable.ts";
import { loadPlaces } from "./loadPlaces.ts";

const searches = new WeakMap<PlacesTable, PlaceSearch>();

/** The search over the embedded places, made once for the page. */
export async function loadPlaceSearch(): Promise<PlaceSearch> {
  const table = await loadPlaces();
  const search = searches.get(table) ?? createPlaceSearch(table);
  searches.set(table, search);
  return search;
}
