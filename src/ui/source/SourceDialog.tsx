import type { Catalog, ReferenceDistance, System } from "../../catalog/catalog.ts";
import { findSource, findSystem } from "../../catalog/lookups.ts";
import { originsOf } from "../../catalog/origins.ts";
import type { SourceTarget } from "../../comparison/comparison.ts";
import { referenceLabel } from "../../comparison/comparisonReferences.ts";
import { dateInWords } from "../../marks/attribution.ts";
import { nameWith, rangeInWords } from "../../marks/drawnSystem.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { CustomSystem } from "../../scenario/scenario.ts";
import { AppDialog } from "../widgets/AppDialog.tsx";
import { useAppContext, useAppState, useTranslate } from "../shell/AppContext.tsx";
import { FigureCard } from "./FigureCard.tsx";
import { FactList, sourceFacts, sourceTitle } from "./SourceFacts.tsx";
import "./source.css";

/** The articles that name a system or a treaty, by number, publisher and date. */
function ArticleList({ ids, catalog, translate }: { ids: string[]; catalog: Catalog; translate: Translate }) {
  if (ids.length === 0) return null;
  return (
    <section className="source-articles">
      <h3 className="eyebrow">{translate("source.namedIn")}</h3>
      <ul>
        {ids.map((id) => {
          const article = findSource(catalog, id);
          const words = article
            ? [article.title && translate("quoted", { text: article.title }), dateInWords(article, translate)]
                .filter(Boolean)
                .join(", ")
            : "";
          return <li key={id}>{article ? `${sourceTitle(article, translate)}: ${words}` : id}</li>;
        })}
      </ul>
    </section>
  );
}

/** The figures of a system, the headline first, each with the page that it is from. */
function SystemSources({
  system,
  variantId,
  figureId,
}: {
  system: System;
  variantId: string | undefined;
  figureId: string | undefined;
}) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const { language } = translate;
  const headlineIds = system.variants.find((variant) => variant.id === variantId)?.headlines ?? system.headlines;
  const rank = (id: string, variant: string | undefined) =>
    headlineIds.includes(id) ? 0 : variantId !== undefined && variant === variantId ? 1 : 2;
  const figures = system.figures.toSorted((a, b) => rank(a.id, a.variant) - rank(b.id, b.variant));
  return (
    <>
      <p className="lede">{[system.names[language], ...(system.aka ?? [])].join(" · ")}</p>
      {system.notes && <p>{system.notes[language]}</p>}
      <p className="hint">
        {[
          translate("source.count", { count: figures.length }),
          translate("source.origins", { count: originsOf(figures, (id) => findSource(catalog, id)).length }),
        ].join(", ")}
        . {translate("source.originsNote")}
      </p>
      <ul className="figure-cards">
        {figures.map((figure) => (
          <FigureCard
            key={figure.id}
            figure={figure}
            system={system}
            headline={headlineIds.includes(figure.id)}
            wanted={figure.id === figureId}
          />
        ))}
      </ul>
      <ArticleList ids={system.articles} catalog={catalog} translate={translate} />
    </>
  );
}

function TreatySources({ treaty }: { treaty: ReferenceDistance }) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const { language } = translate;
  const units = useAppState((state) => state.content.display.units);
  return (
    <>
      <p className="lede">{referenceLabel(treaty, units, translate)}</p>
      <p>{`${translate("treaty.definition")}: ${treaty.definition[language]}.`}</p>
      <p className="caveat">{treaty.caveat[language]}</p>
      {treaty.note && <p>{treaty.note[language]}</p>}
      <p className="hint">{translate("compare.treatyNote")}</p>
      <ul className="figure-cards">
        {treaty.sources.map((id) => {
          const source = findSource(catalog, id);
          return source ? (
            <li key={id} className="figure-card">
              <p className="figure-source">{sourceTitle(source, translate)}</p>
              <FactList facts={sourceFacts(source, translate)} source={source} />
            </li>
          ) : null;
        })}
      </ul>
      <ArticleList ids={treaty.articles} catalog={catalog} translate={translate} />
    </>
  );
}

function CustomSource({ system }: { system: CustomSystem }) {
  const translate = useTranslate();
  const units = useAppState((state) => state.content.display.units);
  const { min, max } = system.rangeKm;
  return (
    <>
      <p className="figure-range">
        <strong>{rangeInWords(system.rangeKm, min === max ? "exact" : "range", { units }, translate)}</strong>
        <span className="tag">{translate("custom.mark")}</span>
      </p>
      <p>{translate("custom.source")}</p>
      <p>{system.source || translate("custom.noSource")}</p>
    </>
  );
}

/** Where a number is from: a system's figures, a treaty's distance, or the user's own word. */
export default function SourceDialog({ target, onClose }: { target: SourceTarget; onClose: () => void }) {
  const { catalog } = useAppContext();
  const translate = useTranslate();
  const ref = "system" in target ? target.system : target.treaty;
  const custom = useAppState((state) => state.content.customSystems.find((item) => item.id === ref));
  const treaty = "treaty" in target ? catalog.referenceDistances.find((distance) => distance.id === ref) : undefined;
  const [systemId = ref, variantId] = ref.split("/");
  const system = custom || treaty ? undefined : findSystem(catalog, systemId);
  const variantName = system?.variants.find((item) => item.id === variantId)?.names[translate.language];
  const name =
    custom?.name ??
    treaty?.names[translate.language] ??
    nameWith({ shortName: system?.shortName ?? ref }, variantName === undefined ? [] : [variantName]);
  return (
    <AppDialog title={treaty ? name : translate("source.title", { name })} onClose={onClose}>
      {treaty && <TreatySources treaty={treaty} />}
      {system && (
        <SystemSources
          system={system}
          variantId={variantId}
          figureId={"figure" in target ? target.figure : undefined}
        />
      )}
      {custom && <CustomSource system={custom} />}
    </AppDialog>
  );
}
