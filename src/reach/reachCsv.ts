import type { Catalog } from "../catalog/catalog.ts";
import { findSource } from "../catalog/lookups.ts";
import type { DrawnSystem } from "../marks/drawn.ts";
import { nameWith, targetInWords } from "../marks/drawnSystem.ts";
import { reachBearingDeg, type ReachTable, reachStateAt } from "./reach.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { type Cell, type CsvOptions, toCsvText } from "../files/csv.ts";
import { ownSourceInWords, sourceInWords } from "../marks/sourceWords.ts";

const HEADER: MessageId[] = [
  "reach.place",
  "reach.countryCode",
  "reach.population",
  "latitude",
  "longitude",
  "csv.distance",
  "csv.bearing",
  "reach.nearest",
];

/** `Patriot (PAC-3, 40 km, against ballistic missiles; Rubryka, 19 April 2023)`. A range is always given with its source; custom ones are marked as such. */
function systemHeading(system: DrawnSystem, catalog: Catalog, translate: Translate): string {
  const source = system.sourceId === undefined ? undefined : findSource(catalog, system.sourceId);
  const words = system.custom ? ownSourceInWords(system, translate) : source && sourceInWords(source, translate);
  const range = [system.rangeText, targetInWords(system, translate)].filter((part) => part !== undefined).join(", ");
  return nameWith(system, [words ? `${range}; ${words}` : range]);
}

const ROWS_A_STEP = 64;

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

function rowOf(table: ReachTable, row: number, translate: Translate): Cell[] {
  const place = table.places[row];
  const bearing = reachBearingDeg(table, row);
  return [
    place?.name,
    place?.country,
    place?.population,
    place && round(place.lngLat[1], 6),
    place && round(place.lngLat[0], 6),
    round(table.distanceKm[row] ?? 0, 3),
    bearing === undefined ? undefined : round(bearing, 2),
    table.launchPoints[table.nearest[row] ?? -1]?.name,
    ...table.systems.map((_, system) => translate(`reach.${reachStateAt(table, row, system)}`)),
  ];
}

/**
 * The reach table as CSV with the given rows: distance in kilometres, bearing in degrees, and a column for each system. A generator, because
 * each bearing is a geodesic and there may be 30,000; it returns the text.
 */
export function* toReachCsv(
  table: ReachTable,
  rows: Iterable<number>,
  catalog: Catalog,
  translate: Translate,
  options: CsvOptions = {},
): Generator<void, string, void> {
  const header = [
    ...HEADER.map((id) => translate(id)),
    ...table.systems.map(({ system }) => systemHeading(system, catalog, translate)),
  ];
  const parts = [toCsvText([header], options)];
  let pending: Cell[][] = [];
  for (const row of rows) {
    pending.push(rowOf(table, row, translate));
    if (pending.length < ROWS_A_STEP) continue;
    parts.push(toCsvText(pending));
    pending = [];
    yield;
  }
  parts.push(toCsvText(pending));
  return parts.join("");
}
