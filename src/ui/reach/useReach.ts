import { useEffect, useState } from "react";
import type { DrawnLaunchPoint } from "../../marks/drawn.ts";
import { measureReach, type ReachPlace, type ReachTable } from "../../reach/reach.ts";
import { filterReach, type ReachFilter, type ReachOrder, sortReach } from "../../reach/reachOrder.ts";
import { countryName } from "../../i18n/countryNames.ts";
import { foldName } from "../../input/places/placesFold.ts";
import { inSlices } from "./inSlices.ts";

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** Runs work whenever its inputs change. The last result stays until the next one is ready. */
function useWork<T>(
  start: ((signal: AbortSignal) => Promise<T>) | undefined,
  needs: readonly unknown[],
): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    if (!start) return;
    const controller = new AbortController();
    start(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setAnswer(value);
      },
      (error: unknown) => {
        // A newer run has replaced this one.
        if (!isAbort(error)) throw error;
      },
    );
    return () => controller.abort();
    // The caller names what the work needs.
    // oxlint-disable-next-line react/exhaustive-deps
  }, needs);
  return answer;
}

/** A table with the searchable text of each of its places. */
export interface MeasuredReach {
  table: ReachTable;
  names: string[];
}

function* foldNames(places: ReachPlace[]): Generator<void, string[], void> {
  const names: string[] = [];
  for (const { name } of places) {
    names.push(`${name.toLowerCase()} ${foldName(name)}`);
    if (names.length % 256 === 0) yield;
  }
  return names;
}

/** How far the places are from the launch points; measured again whenever either changes. */
export function useMeasuredReach(
  places: ReachPlace[] | undefined,
  points: DrawnLaunchPoint[],
): MeasuredReach | undefined {
  return useWork(
    places &&
      (async (signal) => {
        const table = await inSlices(measureReach(places, points), signal);
        return { table, names: await inSlices(foldNames(places), signal) };
      }),
    [places, points],
  );
}

/** The rows that pass the filter, in order, with the table that they are rows of. */
export function useReachRows(
  measured: MeasuredReach | undefined,
  filter: ReachFilter,
  order: ReachOrder,
  language: string,
): (MeasuredReach & { rows: Uint32Array }) | undefined {
  return useWork(
    measured &&
      (async (signal) => {
        const rows = filterReach(measured.table, filter, measured.names);
        return {
          ...measured,
          rows: await inSlices(
            sortReach(measured.table, rows, order, language, (code) =>
              code === "" ? "" : countryName(code, language),
            ),
            signal,
          ),
        };
      }),
    [measured, filter, order, language],
  );
}
