import type { Platform } from "../catalog/vocabulary.ts";
import type { Translate } from "../i18n/messages.ts";
import type { ComparisonRow } from "./comparison.ts";
import type { DrawnKind } from "../marks/drawn.ts";

export const COMPARISON_COLUMNS = [
  "name",
  "range",
  "qualifier",
  "published",
  "figures",
  "kind",
  "platform",
  "source",
] as const;
export type ComparisonColumn = (typeof COMPARISON_COLUMNS)[number];

export interface ComparisonOrder {
  column: ComparisonColumn;
  descending: boolean;
}

/** Absent if all are wanted. */
export interface ComparisonFilter {
  kind?: DrawnKind | undefined;
  platform?: Platform | undefined;
}

export function filterComparison(rows: ComparisonRow[], { kind, platform }: ComparisonFilter): ComparisonRow[] {
  return rows.filter(
    ({ system }) =>
      (kind === undefined || system.kind === kind) && (platform === undefined || system.platforms.includes(platform)),
  );
}

/** The text of a cell in the page's language. Numeric columns have none, because they are sorted by number. */
export function comparisonWords(
  { system, source }: ComparisonRow,
  column: ComparisonColumn,
  translate: Translate,
): string {
  switch (column) {
    case "qualifier":
      return translate(`qualifier.${system.qualifier}`);
    case "kind":
      return translate(`kind.${system.kind}`);
    case "platform":
      return system.platforms.map((platform) => translate(`platform.${platform}`)).join(", ") || "–";
    case "source":
      return system.custom ? translate("custom.mark") : source;
    default:
      return system.shortName;
  }
}

/** Sorts rows by range, or by the text of a column in the alphabetical order of the language. Equal rows are sorted by name. */
export function sortComparison(
  rows: ComparisonRow[],
  { column, descending }: ComparisonOrder,
  translate: Translate,
): ComparisonRow[] {
  const { compare } = new Intl.Collator(translate.language, { numeric: true });
  const sign = descending ? -1 : 1;
  const by = (a: ComparisonRow, b: ComparisonRow): number => {
    if (column === "range") return a.system.rangeKm.max - b.system.rangeKm.max;
    if (column === "published") return a.band.highKm - b.band.highKm;
    if (column === "figures") return a.figures - b.figures;
    return compare(comparisonWords(a, column, translate), comparisonWords(b, column, translate));
  };
  return rows.toSorted((a, b) => sign * by(a, b) || compare(a.system.shortName, b.system.shortName));
}
