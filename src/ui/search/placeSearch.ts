import { basemapFiles } from "../../map/basemapFiles.ts";
import { createPlaceSearch, type PlaceSearch } from "../../scenario/places.ts";

let loading: Promise<PlaceSearch> | undefined;

/** The search over the embedded places, made once for the page; after a failure the next asking tries again. */
export function loadPlaceSearch(): Promise<PlaceSearch> {
  loading ??= fetch(new URL(basemapFiles.places, document.baseURI))
    .then(async (response) => {
      if (!response.ok) throw new Error(`${basemapFiles.places}: ${response.status}`);
      return createPlaceSearch(await response.json());
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
