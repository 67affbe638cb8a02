/** The built files of the basemap, relative to the app's folder. `data/basemap` builds them. */
export const basemapFiles = {
  tiles: "basemap/world.pmtiles",
  /** Read it with `parseBasemapWorld`. */
  world: "basemap/world-50m.json",
  /** Read it with `packPlaces`. */
  places: "basemap/places.json",
} as const;
