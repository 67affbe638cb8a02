import { useEffect, useState } from "react";
import type { PlacesTable } from "../../input/places/placesTable.ts";
import { loadPlaces } from "../search/loadPlaces.ts";

export type GazetteerState =
  | { status: "loading" }
  | { status: "failed"; detail: string }
  | { status: "ready"; table: PlacesTable };

/** The places of the map, the same that the search box has. */
export function useGazetteer(): GazetteerState {
  const [state, setState] = useState<GazetteerState>({ status: "loading" });
  useEffect(() => {
    loadPlaces().then(
      (table) => setState({ status: "ready", table }),
      (error: unknown) =>
        setState({ status: "failed", detail: error instanceof Error ? error.message : String(error) }),
    );
  }, []);
  return state;
}
