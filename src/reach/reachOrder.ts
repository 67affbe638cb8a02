import { reachBearingDeg, REACH_STATES, type ReachState, reachStateAt, type ReachTable } from "./reach.ts";

export interface ReachFilter {
  /** Lower-case text to look for in `names`. */
  name?: string;
  /** Only places with one of these states for `system`, or for any system if it is absent. */
  states?: ReadonlySet<ReachState>;
  system?: number | undefined;
}

/** `distance`, `bearing`, `name`, `country`, `population`, `nearest`, or the index of a system. */
export type ReachColumn = "distance" | "bearing" | "name" | "country" | "population" | "nearest" | number;

export interface ReachOrder {
  column: ReachColumn;
  descending: boolean;
}

/**
 * The rows of the table that match a filter.
 *
 * @param names the searchable text of each place, in the order of the places
 */
export function filterReach(table: ReachTable, filter: ReachFilter, names: string[]): Uint32Array {
  const { name = "", states, system } = filter;
  const width = table.systems.length;
  const wanted = new Set([...(states ?? [])].map((state) => REACH_STATES.indexOf(state)));
  const passes = (row: number): boolean => {
    if (name !== "" && !(names[row] ?? "").includes(name)) return false;
    if (wanted.size === 0 || width === 0) return true;
    if (system !== undefined) return wanted.has(table.states[row * width + system] ?? 3);
    for (let index = 0; index < width; index += 1) if (wanted.has(table.states[row * width + index] ?? 3)) return true;
    return false;
  };
  const rows = new Uint32Array(table.places.length);
  let count = 0;
  for (let row = 0; row < table.places.length; row += 1) if (passes(row)) rows[count++] = row;
  return rows.slice(0, count);
}

type Compare = (a: number, b: number) => number;

const BLOCK = 256;

/** Bearings by row. Each is a geodesic, so this yields after every block. A place inside an area has no bearing and is sorted last. */
function* bearingsOf(table: ReachTable, rows: Uint32Array, descending: boolean): Generator<void, Float64Array, void> {
  const bearings = new Float64Array(table.places.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    bearings[row] = reachBearingDeg(table, row) ?? (descending ? -1 : 361);
    if (at % BLOCK === 0) yield;
  }
  return bearings;
}

type Comparer = { language: string; countryName: (code: string) => string; bearings: Float64Array | undefined };

function comparerOf(
  table: ReachTable,
  { column, descending }: ReachOrder,
  { language, countryName, bearings }: Comparer,
): Compare {
  const { compare } = new Intl.Collator(language);
  const sign = descending ? -1 : 1;
  const distance: Compare = (a, b) => (table.distanceKm[a] ?? 0) - (table.distanceKm[b] ?? 0);
  const textOf = (row: number): string => {
    const place = table.places[row];
    if (column === "country") return countryName(place?.country ?? "");
    return column === "nearest" ? (table.launchPoints[table.nearest[row] ?? -1]?.name ?? "") : (place?.name ?? "");
  };
  const by = (): Compare => {
    if (typeof column === "number")
      return (a, b) =>
        REACH_STATES.indexOf(reachStateAt(table, a, column)) - REACH_STATES.indexOf(reachStateAt(table, b, column));
    if (bearings) return (a, b) => (bearings[a] ?? 0) - (bearings[b] ?? 0);
    if (column === "distance") return distance;
    if (column === "population")
      return (a, b) => (table.places[a]?.population ?? 0) - (table.places[b]?.population ?? 0);
    return (a, b) => compare(textOf(a), textOf(b));
  };
  const compareRows = by();
  return (a, b) => sign * compareRows(a, b) || distance(a, b) || a - b;
}

/**
 * Sorts rows in small steps, because sorting the names of 30,000 places alphabetically takes longer than a frame. Yields between steps and
 * returns the sorted rows; equal rows are sorted by distance.
 */
export function* sortReach(
  table: ReachTable,
  rows: Uint32Array,
  order: ReachOrder,
  language: string,
  countryName: (code: string) => string = (code) => code,
): Generator<void, Uint32Array, void> {
  const bearings = order.column === "bearing" ? yield* bearingsOf(table, rows, order.descending) : undefined;
  const compare = comparerOf(table, order, { language, countryName, bearings });
  let from = rows.slice();
  for (let start = 0; start < from.length; start += BLOCK) {
    from.subarray(start, start + BLOCK).sort(compare);
    yield;
  }
  let to = new Uint32Array(from.length);
  for (let width = BLOCK; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, from.length), Math.min(start + 2 * width, from.length)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[at] = (takesLeft ? from[left++] : from[right++]) ?? 0;
        if (at % BLOCK === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
