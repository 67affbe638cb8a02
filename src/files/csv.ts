import Papa from "papaparse";
import type { Catalog } from "../catalog/catalog.ts";
import { findSource } from "../catalog/lookups.ts";
import type { Figure } from "../figure/figure.ts";
import type { DrawnSystem } from "../marks/drawn.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { ownerInWords } from "../marks/drawnSystem.ts";
import { ownSourceInWords, sourceInWords } from "../marks/sourceWords.ts";

export type Cell = string | number | undefined;

export interface CsvOptions {
  /** Spreadsheets recognise UTF-8 only by a byte order mark, but most other programs expect none. */
  byteOrderMark?: boolean;
}

/** Characters at which a spreadsheet starts a formula, including full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes rows as RFC 4180 CSV: commas, CRLF, and quotes where needed. Text that would run as a formula gets an apostrophe before it, which
 * spreadsheets hide; numbers are not changed.
 */
export function toCsvText(rows: Cell[][], { byteOrderMark = false }: CsvOptions = {}): string {
  const text = Papa.unparse(rows, { newline: "\r\n", escapeFormulae: FORMULA });
  return `${byteOrderMark ? "\uFEFF" : ""}${text}${rows.length > 0 ? "\r\n" : ""}`;
}

/** Rounds to 10 m. */
const km = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 100) / 100;

/**
 * The legend as a table: one row per system, longest range first, with distances in kilometres and the source; then everything else that is
 * drawn, by name and kind.
 */
export function toComparisonCsv(
  figure: Figure,
  catalog: Catalog,
  translate: Translate,
  options: CsvOptions = {},
): string {
  const header: MessageId[] = [
    "csv.id",
    "column.name",
    "column.kind",
    "csv.role",
    "column.platform",
    "csv.range",
    "csv.rangeMin",
    "column.qualifier",
    "source.target",
    "csv.lowest",
    "csv.highest",
    "csv.openEnded",
    "points",
    "column.source",
    "source.date",
    "source.link",
  ];
  // The legend has a separate row for a launch point with its own colour. The table has no colours, so it names each system once.
  const named = new Set<DrawnSystem>();
  const rows = figure.entries.flatMap((row): Cell[][] => {
    const { system } = row;
    if (!system) {
      const cells = [row.id, row.name, translate(`data.${row.kind}`)];
      return row.swatch ? [header.map((_, index) => cells[index])] : [];
    }
    if (named.has(system)) return [];
    named.add(system);
    const launchPoints = figure.launchPoints.filter(
      ({ hidden, systems }) => !hidden && systems.includes(system),
    ).length;
    return [systemCells(system, launchPoints, catalog, translate)];
  });
  return toCsvText([header.map((id) => translate(id)), ...rows], options);
}

function systemCells(system: DrawnSystem, launchPoints: number, catalog: Catalog, translate: Translate): Cell[] {
  const source = system.sourceId === undefined ? undefined : findSource(catalog, system.sourceId);
  const words = system.sourceIds
    .flatMap((id) => findSource(catalog, id) ?? [])
    .map((one) => sourceInWords(one, translate));
  const owner = system.desk && ownerInWords(system, translate);
  const { spread } = system;
  return [
    system.ref,
    system.name,
    translate(`kind.${system.kind}`),
    translate(`role.${system.role}`),
    system.platforms.map((platform) => translate(`platform.${platform}`)).join("; "),
    km(system.rangeKm.max),
    system.rangeKm.min < system.rangeKm.max ? km(system.rangeKm.min) : undefined,
    translate(`qualifier.${system.qualifier}`),
    system.targetClass && translate(`target.${system.targetClass}`),
    km(spread?.minKm),
    km(spread?.maxKm),
    spread && translate(spread.openEnded ? "csv.yes" : "csv.no"),
    launchPoints,
    system.custom ? ownSourceInWords(system, translate) : [...words, ...(owner ? [owner] : [])].join("; "),
    source?.date,
    source?.url,
  ];
}
