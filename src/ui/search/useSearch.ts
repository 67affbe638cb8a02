import { loadLaterWords } from "../../i18n/laterWords.ts";
import { useEffect, useMemo, useState } from "react";
import type { MessageId } from "../../i18n/messages.ts";
import { formatLngLat, formatNumber } from "../../i18n/numbers.ts";
import { parseCoordinates, type ReadPosition } from "../../input/coordinates/coordinates.ts";
import type { Found, PlaceSearch } from "../../input/places/places.ts";
import type { LaunchGeometry } from "../../scenario/scenario.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { loadPlaceSearch } from "./placeSearch.ts";
import { readingInWords } from "./readingInWords.ts";

/** One line of the results, and the launch point that it places. */
export interface SearchResult {
  id: string;
  kind: "place" | "country" | "position";
  title: string;
  detail: string;
  /** Name of the launch point; empty for a position, which is numbered. */
  name: string;
  geometry: LaunchGeometry;
  lngLat?: [number, number];
}

export interface SearchState {
  results: SearchResult[];
  /** A message shown instead of or in addition to results. */
  message?: string;
  isError: boolean;
}

const LIMIT = 8;
/** Five digits are about a metre. */
const DIGITS = 5;

/** Searches places, countries and coordinates together. The list of places loads on first use. */
export function useSearch(query: string): SearchState {
  const translate = useTranslate();
  const [places, setPlaces] = useState<PlaceSearch | string | null>(null);
  useEffect(() => {
    let gone = false;
    // The words for coordinates that are wrong are not in the first load.
    Promise.all([loadPlaceSearch(), loadLaterWords()]).then(
      ([search]) => !gone && setPlaces(search),
      (error: unknown) => !gone && setPlaces(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
    };
  }, []);
  return useMemo((): SearchState => {
    if (query.trim() === "") return { results: [], isError: false };
    const { language } = translate;
    const read = parseCoordinates(query);
    if (read && "problem" in read && places !== null)
      return {
        results: [],
        message: translate(`problem.${read.problem.code}` as MessageId, read.problem.values),
        isError: true,
      };
    if (read && !("problem" in read)) {
      const toResult = ({ lngLat, reading }: ReadPosition, id: string): SearchResult => ({
        id,
        kind: "position",
        title: formatLngLat(lngLat, language, DIGITS),
        detail: readingInWords(reading, translate),
        name: "",
        geometry: { type: "Point", coordinates: lngLat },
        lngLat,
      });
      return {
        results: [toResult(read, "position"), ...(read.other ? [toResult(read.other, "other")] : [])],
        isError: false,
      };
    }
    if (places === null) return { results: [], message: translate("search.loading"), isError: false };
    if (typeof places === "string")
      return { results: [], message: translate("search.failed", { detail: places }), isError: true };
    const results = places.search(query, { language, limit: LIMIT }).map((found: Found): SearchResult => {
      if (found.kind === "country") {
        return {
          id: found.id,
          kind: "country",
          title: found.name,
          detail: translate("search.country"),
          name: "",
          geometry: { type: "Country", code: found.code },
        };
      }
      const detail = [
        found.matched,
        found.countryName,
        found.capital ? translate("search.capital") : undefined,
        found.population > 0
          ? translate("search.population", { count: formatNumber(language, found.population) })
          : undefined,
      ];
      return {
        id: found.id,
        kind: "place",
        title: found.name,
        detail: detail.filter((part) => part !== undefined).join(" · "),
        name: found.name,
        geometry: { type: "Point", coordinates: found.lngLat },
        lngLat: found.lngLat,
      };
    });
    return {
      results,
      ...(results.length === 0 && { message: translate("search.none", { query: query.trim().slice(0, 60) }) }),
      isError: false,
    };
  }, [query, places, translate]);
}
