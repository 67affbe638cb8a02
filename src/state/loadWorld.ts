import { type Countries, createCountries, type WorldTopology } from "../marks/shapes/countries.ts";

/** The outlines of countries and the names of their parts. */
export interface World {
  countries: Countries;
  partNames: WorldTopology["partNames"];
}

let loading: Promise<World> | undefined;

/** Fetches the world file once. After a failure, the next call tries again. */
export function loadWorld(): Promise<World> {
  loading ??= fetch(new URL("basemap/world-50m.json", document.baseURI))
    .then(async (response) => {
      if (!response.ok) throw new Error(`world-50m.json: ${response.status}`);
      const topology = (await response.json()) as WorldTopology;
      return { countries: createCountries(topology), partNames: topology.partNames };
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
