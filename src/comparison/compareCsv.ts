import type { Catalog, RangeFigure, ReferenceDistance, Source, System } from "../catalog/catalog.ts";
import { findSource, findSystem, isSecondHand } from "../catalog/lookups.ts";
import { originsOf } from "../catalog/origins.ts";
import { attributionInWords } from "../marks/attribution.ts";
import type { ComparisonRow } from "./comparison.ts";
import type { DrawnSystem } from "../marks/drawn.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { type Cell, type CsvOptions, toCsvText } from "../files/csv.ts";
import { ownSourceInWords } from "../marks/sourceWords.ts";

const HEADER: MessageId[] = [
  "csv.id",
  "column.name",
  "source.variant",
  "column.kind",
  "csv.printedMin",
  "csv.printedMax",
  "csv.printedUnit",
  "csv.kmMin",
  "csv.kmMax",
  "column.qualifier",
  "source.target",
  "column.platform",
  "csv.headline",
  "source.outlier",
  "source.credited",
  "csv.sourceId",
  "column.source",
  "csv.sourceTitle",
  "source.date",
  "csv.dateKnown",
  "source.language",
  "source.who",
  "csv.origin",
  "source.secondHand",
  "source.via",
  "source.link",
  "source.status",
];

function sourceCells(figure: RangeFigure, source: Source | undefined, origin: number, translate: Translate): Cell[] {
  const yes = (value: boolean) => translate(value ? "csv.yes" : "csv.no");
  return [
    figure.creditedTo?.[translate.language],
    figure.source,
    source?.publisher,
    source?.title,
    source?.date,
    source?.date === undefined ? undefined : translate(`dateFrom.${source.dateFrom ?? "printed"}`),
    source?.language,
    source && attributionInWords(figure, source, translate),
    origin,
    source && yes(isSecondHand(figure, source)),
    figure.via ?? source?.via ?? (source?.copy && translate(`copy.${source.copy.kind}`)),
    source?.url,
    translate(`status.${figure.status}`),
  ];
}

function figureRow(
  figure: RangeFigure,
  drawn: DrawnSystem,
  headlines: ReadonlySet<string>,
  catalog: Catalog,
  translate: Translate,
): Cell[] {
  const system = drawn.systemId === undefined ? undefined : findSystem(catalog, drawn.systemId);
  const { asPrinted, rangeKm } = figure;
  return [
    figure.id,
    system?.shortName ?? drawn.shortName,
    system?.variants.find((variant) => variant.id === figure.variant)?.names[translate.language],
    translate(`kind.${drawn.kind}`),
    asPrinted.min,
    asPrinted.max,
    asPrinted.unit,
    rangeKm.min,
    rangeKm.max,
    translate(`qualifier.${figure.qualifier}`),
    figure.targetClass && translate(`target.${figure.targetClass}`),
    figure.launchMode === "unstated" ? translate("chart.unstated") : translate(`platform.${figure.launchMode}`),
    translate(headlines.has(figure.id) ? "csv.yes" : "csv.no"),
    translate(figure.outlier ? "csv.yes" : "csv.no"),
    ...sourceCells(figure, findSource(catalog, figure.source), originOf(figure, system, catalog), translate),
  ];
}

/** Which of the independent origins of its system's figures a figure has, from 1. */
function originOf(figure: RangeFigure, system: System | undefined, catalog: Catalog): number {
  const origins = originsOf(system?.figures ?? [figure], (id) => findSource(catalog, id));
  return origins.findIndex((group) => group.includes(figure)) + 1;
}

/** Pads a row to the full number of columns, because strict CSV readers reject shorter rows. */
const fill = (row: Cell[]): Cell[] => [...row, ...Array.from<Cell>({ length: HEADER.length - row.length })];

/** The row of a user's own system, which has no publication. */
function customRow(drawn: DrawnSystem, translate: Translate): Cell[] {
  const { min, max } = drawn.rangeKm;
  const blank: Cell[] = [undefined, undefined, undefined];
  return fill([
    drawn.ref,
    drawn.name,
    undefined,
    translate(`kind.${drawn.kind}`),
    ...blank,
    min,
    max,
    translate(`qualifier.${drawn.qualifier}`),
    undefined,
    undefined,
    translate("csv.yes"),
    translate("csv.no"),
    undefined,
    undefined,
    ownSourceInWords(drawn, translate),
  ]);
}

function referenceRow(reference: ReferenceDistance, translate: Translate): Cell[] {
  const { language } = translate;
  const words = `${reference.definition[language]}. ${reference.caveat[language]}`;
  const blank: Cell[] = [undefined, undefined, undefined];
  const unused: Cell[] = Array.from({ length: 5 });
  return fill([
    reference.id,
    reference.names[language],
    undefined,
    translate("csv.treaty"),
    ...blank,
    reference.from.km,
    reference.to?.km,
    words,
    ...unused,
    reference.sources.join("; "),
  ]);
}

/**
 * Every published figure behind the comparison: one row per figure, as printed and in kilometres, with its source; then the user's own
 * systems and the treaty distances. A figure that a variant shares with its system is listed once.
 */
export function toFiguresCsv(
  rows: ComparisonRow[],
  references: ReferenceDistance[],
  catalog: Catalog,
  translate: Translate,
  options: CsvOptions = {},
): string {
  const seen = new Set<string>();
  const headlines = new Set(rows.flatMap(({ system }) => system.figureId ?? []));
  const figures = rows.flatMap(({ system: drawn }) => {
    if (drawn.custom) return [customRow(drawn, translate)];
    const system = drawn.systemId === undefined ? undefined : findSystem(catalog, drawn.systemId);
    const own = (system?.figures ?? []).filter(
      (figure) => drawn.variantId === undefined || figure.variant === drawn.variantId,
    );
    return own.flatMap((figure) => {
      if (seen.has(figure.id)) return [];
      seen.add(figure.id);
      return [figureRow(figure, drawn, headlines, catalog, translate)];
    });
  });
  const treaties = references.map((reference) => referenceRow(reference, translate));
  return toCsvText([HEADER.map((id) => translate(id)), ...figures, ...treaties], options);
}
