import { useEffect, useRef } from "react";
import type { Catalog, RangeFigure, Source, System } from "../../catalog/catalog.ts";
import { findSource, isSecondHand } from "../../catalog/lookups.ts";
import { roundingOf } from "../../catalog/rounding.ts";
import { attributionInWords, printedInWords } from "../../marks/attribution.ts";
import { figureInWords } from "../../marks/drawnSystem.ts";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import { formatLengthRange, type LengthUnit } from "../../i18n/numbers.ts";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { type Fact, FactList, sourceFacts, sourceTitle } from "./SourceFacts.tsx";

/** The figure of the same band, printed in another unit, of which this one may be the conversion. */
function roundingInWords(figure: RangeFigure, system: System, catalog: Catalog, translate: Translate) {
  const band = system.bands.find(({ figures }) => figures.includes(figure.id))?.figures ?? [];
  const others = system.figures.filter(({ id }) => band.includes(id));
  const original = roundingOf(figure, "max", others) ?? roundingOf(figure, "min", others);
  const source = original && findSource(catalog, original.source);
  if (original === undefined || source === undefined) return undefined;
  const { min, max } = original.asPrinted;
  const range = printedInWords({ ...original, asPrinted: { min, max, unit: original.asPrinted.unit } }, translate);
  return translate("source.rounding", { range, publisher: sourceTitle(source, translate) });
}

/** Whether the page has its number from elsewhere, and from where. */
function secondHand(figure: RangeFigure, source: Source, translate: Translate): string {
  if (!isSecondHand(figure, source)) return translate("csv.no");
  const via = figure.via ?? source.via;
  if (via !== undefined) return translate("source.byWayOf", { via });
  return source.copy ? translate(`copy.${source.copy.kind}`) : translate("csv.yes");
}

function factsOf(
  figure: RangeFigure,
  system: System,
  source: Source | undefined,
  units: LengthUnit,
  translate: Translate,
): Fact[] {
  const { language } = translate;
  const { unit, quote } = figure.asPrinted;
  const inUnit =
    units === "km" || units === unit
      ? []
      : [["source.inUnit", formatLengthRange(language, figure.rangeKm, units)] satisfies Fact];
  const variant = system.variants.find((item) => item.id === figure.variant);
  return [
    ["source.who", source && attributionInWords(figure, source, translate)],
    ["source.printed", printedInWords(figure, translate)],
    ["source.inKm", unit === "km" ? undefined : formatLengthRange(language, figure.rangeKm, "km")],
    ...inUnit,
    ["column.qualifier", translate(`qualifier.${figure.qualifier}`)],
    ["source.quote", quote && translate("quoted", { text: quote })],
    ["source.variant", variant?.names[language]],
    ["source.target", figure.targetClass && translate(`target.${figure.targetClass}`)],
    [
      "column.platform",
      figure.launchMode === "unstated" ? translate("chart.unstated") : translate(`platform.${figure.launchMode}`),
    ],
    ["source.credited", figure.creditedTo?.[language] ?? translate("source.nobody")],
    ...(source
      ? [...sourceFacts(source, translate), ["source.secondHand", secondHand(figure, source, translate)] satisfies Fact]
      : []),
    ["source.status", translate(`status.${figure.status}`)],
  ];
}

interface FigureCardProps {
  figure: RangeFigure;
  system: System;
  headline: boolean;
  /** It was asked for: it comes into view and takes the focus. */
  wanted: boolean;
}

/** One published figure with all that is known of where it is from. */
export function FigureCard({ figure, system, headline, wanted }: FigureCardProps) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!wanted) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: "center" });
  }, [wanted]);
  const source = findSource(catalog, figure.source);
  const rounding = roundingInWords(figure, system, catalog, translate);
  const tags: MessageId[] = [
    ...(headline ? (["source.headline"] as const) : []),
    ...(figure.outlier ? (["source.outlier"] as const) : []),
    ...(source && isSecondHand(figure, source) ? (["source.secondHand"] as const) : []),
  ];
  return (
    <li
      ref={card}
      className="figure-card"
      data-headline={headline || undefined}
      data-wanted={wanted || undefined}
      tabIndex={-1}
    >
      <p className="figure-range">
        <strong>{figureInWords(figure, { units }, translate)}</strong>
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {translate(tag)}
          </span>
        ))}
      </p>
      {source && <p className="figure-source">{sourceTitle(source, translate)}</p>}
      <FactList facts={factsOf(figure, system, source, units, translate)} source={source} figure={figure} />
      {rounding !== undefined && <p className="hint">{rounding}</p>}
      {figure.note && <p className="hint">{figure.note[translate.language]}</p>}
    </li>
  );
}
