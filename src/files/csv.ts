import type { Catalog } from "../catalog/catalog.ts";
import { findSource } from "../catalog/lookups.ts";
import type { Figure } from "../figure/figure.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { ownSourceInWords, sourceInWords } from "../figure/sourceWords.ts";

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

/** The comparison of the systems on the map, longest range first: one row a system, distances in kilometres, each with its source. */
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
  const rows = figure.legend.map(({ system, launchPoints }): Cell[] => {
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
  });
  return toCsvText([header.map((id) => translate(id)), ...rows], options);
}
