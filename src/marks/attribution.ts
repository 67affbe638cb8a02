import type { RangeFigure, Source } from "../catalog/catalog.ts";
import { sourceNameOf } from "../catalog/lookups.ts";
import type { CreditRole } from "../catalog/vocabulary.ts";
import { formatDate } from "../i18n/dates.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { formatNumber, unitSymbol } from "../i18n/numbers.ts";
import { sourceInWords } from "./sourceWords.ts";

const WORDS_OF_ROLE: Record<CreditRole, MessageId> = {
  manufacturer: "source.saysManufacturer",
  government: "source.saysGovernment",
  research: "source.saysResearch",
  unnamed: "source.saysUnnamed",
};

/** The date of publication, no more exact than it is known, and how it is known where it is not printed. */
export function dateInWords({ date, dateFrom }: Pick<Source, "date" | "dateFrom">, translate: Translate): string {
  if (date === undefined) return translate("source.undated");
  return translate(`source.dateFrom.${dateFrom ?? "printed"}`, { date: formatDate(translate.language, date) });
}

/** The number and unit on the page, as it writes them where that is known: `“300 km (186 mi)”`, `1,500 mi`. */
export function printedInWords({ asPrinted: { min, max, unit, text } }: RangeFigure, translate: Translate): string {
  if (text !== undefined) return translate("quoted", { text });
  const digits = formatNumber(translate.language, min);
  const range = min === max ? digits : `${digits}–${formatNumber(translate.language, max)}`;
  return `${range}\u00A0${unitSymbol(translate.language, unit, max)}`;
}

/** Who says a number, in words: `the manufacturer’s figure (MBDA), in The Scotsman`. */
export function attributionInWords(figure: RangeFigure, source: Source, translate: Translate): string {
  const publisher = sourceNameOf(source) ?? translate("source.article", { id: source.id });
  const credit = figure.creditedTo?.[translate.language];
  const via = figure.via ?? source.via;
  if (credit !== undefined) return translate(WORDS_OF_ROLE[figure.creditRole ?? "unnamed"], { credit, publisher });
  if (source.tier === 1) return translate("source.saysItself", { publisher });
  if (source.tier === 2) return translate("source.saysInstitute", { publisher });
  if (via !== undefined) return translate("source.saysVia", { publisher, via });
  return translate("source.saysNobody", { publisher });
}

/** A citation to paste into a text: what was printed, where, when, after whom, and the address. */
export function citationInWords(figure: RangeFigure | undefined, source: Source, translate: Translate): string {
  const printed = figure?.asPrinted.quote ?? figure?.asPrinted.text;
  const title = source.title === undefined ? undefined : translate("quoted", { text: source.title });
  return [
    source.author,
    source.publisher === undefined ? undefined : title,
    sourceInWords(source, translate),
    printed === undefined ? undefined : translate("quoted", { text: printed }),
    figure?.creditedTo && `${translate("source.credited")}: ${figure.creditedTo[translate.language]}`,
    source.url,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
