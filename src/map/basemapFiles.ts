/** The built files of the basemap, relative to the app's folder. `data/basemap` builds them. */
export const basemapFiles = {
  tiles: "basemap/world.pmtiles",
  /** The outlines of the world at three scales. Read them with `parseBasemapWorld`. */
  worlds: {
    "10m": "basemap/world-10m.json",
    "50m": "basemap/world-50m.json",
    "110m": "basemap/world-110m.json",
  },
  /** Read it with `packPlaces`. */
  places: "basemap/places.json",
} as const;
