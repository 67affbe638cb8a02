import type { Catalog } from "../catalog/catalog.ts";
import { findSource } from "../catalog/lookups.ts";
import type { Figure } from "../figure/figure.ts";
import type { DrawnSystem } from "../marks/drawn.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { ownSourceInWords, sourceInWords } from "../marks/sourceWords.ts";

export type Cell = string | number | undefined;

export interface CsvOptions {
  /** Spreadsheets read UTF-8 rightly only with a byte order mark; programs mostly want none. */
  byteOrderMark?: boolean;
}

/** What a spreadsheet takes for the start of a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that would run as a formula gets an apostrophe before it, which spreadsheets hide; numbers of ours are left alone. */
function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as RFC 4180 has them: commas, CRLF, quotes where needed. */
export function toCsvText(rows: Cell[][], { byteOrderMark = false }: CsvOptions = {}): string {
  return (byteOrderMark ? "\uFEFF" : "") + rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** Two decimals of a kilometre are 10 m. */
const km = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 100) / 100;

/**
 * The legend as a table: one row a system, longest range first, distances in kilometres, each with its source; then what else is drawn, by
 * name and kind.
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
    "csv.lowest",
    "csv.highest",
    "csv.openEnded",
    "points",
    "column.source",
    "source.date",
    "source.link",
  ];
  // A launch point's own colour is a row of the legend; a table has no colours, and names each system once.
  const named = new Set<DrawnSystem>();
  const rows = figure.legend.flatMap((row): Cell[][] => {
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
    km(spread?.minKm),
    km(spread?.maxKm),
    spread && translate(spread.openEnded ? "csv.yes" : "csv.no"),
    launchPoints,
    source ? sourceInWords(source, translate) : system.custom ? ownSourceInWords(system, translate) : undefined,
    source?.date,
    source?.url,
  ];
}
