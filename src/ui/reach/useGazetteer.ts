import { useEffect, useMemo, useState } from "react";
import type { NamedPlace } from "../../figure/reachList.ts";
import { basemapFiles } from "../../map/basemapFiles.ts";
import { type BasemapPlace, parseBasemapPlaces } from "../../map/basemapPlaces.ts";
import { useTranslate } from "../AppContext.tsx";

let loading: Promise<BasemapPlace[]> | undefined;

/** The file is fetched once for the page; after a failure the next asking tries again. */
function loadPlaces(): Promise<BasemapPlace[]> {
  loading ??= fetch(new URL(basemapFiles.places, document.baseURI))
    .then((response) => {
      if (!response.ok) throw new Error(`${basemapFiles.places}: ${response.status}`);
      return response.json();
    })
    .then(parseBasemapPlaces)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

export type GazetteerState = { status: "loading" } | { status: "failed"; detail: string } | { status: "ready"; places: NamedPlace[] };

/** The places of the map, the most populous first, under their names in the language of the page. */
export function useGazetteer(): GazetteerState {
  const { language } = useTranslate();
  const [loaded, setLoaded] = useState<BasemapPlace[] | string | null>(null);
  useEffect(() => {
    loadPlaces().then(setLoaded, (error: unknown) => setLoaded(error instanceof Error ? error.message : String(error)));
  }, []);
  return useMemo(() => {
    if (loaded === null) return { status: "loading" };
    if (typeof loaded === "string") return { status: "failed", detail: loaded };
    const places = loaded.map(({ name, also, country, population, lngLat }) => ({
      name: name[language],
      names: [name.en, name.vi, name.uk, ...also],
      country,
      population,
      lngLat,
    }));
    return { status: "ready", places };
  }, [loaded, language]);
}
