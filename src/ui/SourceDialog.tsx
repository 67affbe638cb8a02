import type { RangeFigure, Source, System } from "../catalog/catalog.ts";
import { findSource, findSystem, isArticle, isSecondHand, sourceNameOf } from "../catalog/lookups.ts";
import { rangeInWords } from "../figure/drawnSystem.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { formatNumber } from "../i18n/numbers.ts";
import { AppDialog } from "./AppDialog.tsx";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { useDrawnSystems } from "./SystemChoice.tsx";

/** The number and unit on the page: `1,500 mi`. */
function asPrinted({ asPrinted: { min, max, unit } }: RangeFigure, translate: Translate): string {
  const digits = formatNumber(translate.language, min);
  const range = min === max ? digits : `${digits}–${formatNumber(translate.language, max)}`;
  return `${range} ${translate(`unit.${unit}`)}`;
}

function languageName(code: string, translate: Translate): string {
  return new Intl.DisplayNames(translate.language, { type: "language" }).of(code) ?? code;
}

function sourceTitle(source: Source, translate: Translate): string {
  const name = sourceNameOf(source);
  if (isArticle(source)) return name ? translate("source.articleOf", { id: source.id, name }) : translate("source.article", { id: source.id });
  return name ?? source.id;
}

function FigureCard({ figure, system, headline }: { figure: RangeFigure; system: System; headline: boolean }) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const source = findSource(catalog, figure.source);
  const { language } = translate;
  const variant = system.variants.find((item) => item.id === figure.variant);
  const facts: [MessageId, string | undefined][] = [
    ["source.variant", variant?.names[language]],
    ["source.target", figure.targetClass && translate(`target.${figure.targetClass}`)],
    ["source.printed", asPrinted(figure, translate)],
    ["source.quote", figure.asPrinted.quote && `“${figure.asPrinted.quote}”`],
    ["source.credited", figure.creditedTo?.[language]],
    ["source.via", figure.via ?? source?.via],
    ["source.date", source?.date ?? translate("source.undated")],
    ["source.language", source && languageName(source.language, translate)],
    ["source.status", translate(`status.${figure.status}`)],
  ];
  return (
    <li className="figure-card" data-headline={headline || undefined}>
      <p className="figure-range">
        <strong>{rangeInWords(figure.rangeKm, figure.qualifier, { units: "km" }, translate)}</strong>
        {headline && <span className="tag">{translate("source.headline")}</span>}
        {figure.outlier && <span className="tag">{translate("source.outlier")}</span>}
        {source && isSecondHand(figure, source) && <span className="tag">{translate("source.secondHand")}</span>}
      </p>
      {source && <p className="figure-source">{sourceTitle(source, translate)}</p>}
      <dl>
        {facts.map(([id, value]) =>
          value === undefined ? null : (
            <div key={id}>
              <dt>{translate(id)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {source?.url !== undefined && (
          <div>
            <dt>{translate("source.link")}</dt>
            <dd className="url">{source.url.replace(/^https?:\/\/(www\.)?/, "")}</dd>
          </div>
        )}
      </dl>
      {figure.note && <p className="hint">{figure.note[language]}</p>}
    </li>
  );
}

/** The figures of a system, the headline first, each with the page that it is from. */
function CatalogSources({ system, headlineId }: { system: System; headlineId: string | undefined }) {
  const translate = useTranslate();
  const figures = system.figures.toSorted((a, b) => Number(b.id === headlineId) - Number(a.id === headlineId));
  return (
    <>
      <p className="lede">{[system.names[translate.language], ...(system.aka ?? [])].join(" · ")}</p>
      {system.notes && <p>{system.notes[translate.language]}</p>}
      <p className="hint">{translate("source.count", { count: figures.length })}</p>
      <ul className="figure-cards">
        {figures.map((figure) => (
          <FigureCard key={figure.id} figure={figure} system={system} headline={figure.id === headlineId} />
        ))}
      </ul>
      {system.articles.length > 0 && <p className="hint">{translate("source.articles", { list: system.articles.join(", ") })}</p>}
    </>
  );
}

/** Where each number of a system is from. */
export default function SourceDialog({ system: ref, onClose }: { system: string; onClose: () => void }) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const custom = useAppState((state) => state.content.customSystems.find((item) => item.id === ref));
  const drawn = useDrawnSystems().find((item) => item.ref === ref);
  const [systemId = ref, variantId] = ref.split("/");
  const system = custom ? undefined : findSystem(catalog, systemId);
  const headlineId = system?.variants.find((variant) => variant.id === variantId)?.headline ?? system?.headline;
  return (
    <AppDialog title={translate("source.title", { name: drawn?.shortName ?? system?.shortName ?? custom?.name ?? ref })} onClose={onClose}>
      {system && <CatalogSources system={system} headlineId={headlineId} />}
      {custom && (
        <>
          <p>{translate("custom.source")}</p>
          <p>{custom.source ?? translate("custom.noSource")}</p>
        </>
      )}
    </AppDialog>
  );
}

