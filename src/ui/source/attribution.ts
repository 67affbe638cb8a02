import type { RangeFigure, Source } from "../../catalog/catalog.ts";
import { sourceNameOf } from "../../catalog/lookups.ts";
import type { CreditRole } from "../../catalog/vocabulary.ts";
import { sourceInWords } from "../../marks/sourceWords.ts";
import type { MessageId, Translate } from "../../i18n/messages.ts";

const WORDS_OF_ROLE: Record<CreditRole, MessageId> = {
  manufacturer: "source.saysManufacturer",
  government: "source.saysGovernment",
  research: "source.saysResearch",
  unnamed: "source.saysUnnamed",
};

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
  const title = source.title === undefined ? undefined : `“${source.title}”`;
  return [
    source.author,
    source.publisher === undefined ? undefined : title,
    sourceInWords(source, translate),
    printed === undefined ? undefined : `“${printed}”`,
    figure?.creditedTo && `${translate("source.credited")}: ${figure.creditedTo[translate.language]}`,
    source.url,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
