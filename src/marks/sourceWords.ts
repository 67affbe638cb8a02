import type { Catalog, Source } from "../catalog/catalog.ts";
import { findFigure, findSource, isArticle, sourceNameOf } from "../catalog/lookups.ts";
import type { Band, DrawnSystem } from "./drawn.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Translate } from "../i18n/messages.ts";

/** Which copy of the page was read, where that is not the publisher's own: `repost on FAS`. */
export function copyInWords({ copy }: Source, translate: Translate): string | undefined {
  if (copy === undefined) return undefined;
  return copy.on === undefined ? translate(`copy.${copy.kind}`) : translate(`copy.${copy.kind}On`, { on: copy.on });
}

/** A source in a few words, as a picture credits it: `Dân Việt, 10 November 2024, after The Wall Street Journal`. */
export function sourceInWords(source: Source, translate: Translate): string {
  const name = sourceNameOf(source);
  return [
    isArticle(source) && name === undefined ? translate("source.article", { id: source.id }) : (name ?? source.id),
    source.date === undefined ? translate("source.undated") : formatDate(translate.language, source.date),
    source.via === undefined ? undefined : translate("source.after", { via: source.via }),
    copyInWords(source, translate),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** A source as a data file carries it: its words, then its address where it has one. */
function sourceLine(source: Source, translate: Translate): string {
  const words = sourceInWords(source, translate);
  return source.url === undefined ? words : `${words}, ${source.url}`;
}

/** The lines of several sources, in the order of their ids. */
export function sourceLines(ids: readonly string[], catalog: Catalog, translate: Translate): string[] {
  return ids.flatMap((id) => findSource(catalog, id) ?? []).map((source) => sourceLine(source, translate));
}

/** The user's own line on a range of theirs, marked as such; nothing but the mark where they gave none. */
export function ownSourceInWords({ customSource }: DrawnSystem, translate: Translate): string {
  const own = translate("custom.source");
  return customSource === undefined || customSource === "" ? own : `${customSource} (${own})`;
}

/** What a system's headline is against and whose catalogue it is from, as a data file carries them. */
export const systemProperties = ({
  targetClass,
  desk,
}: DrawnSystem): { targetClass?: string; deskCatalog?: string } => ({
  ...(targetClass !== undefined && { targetClass }),
  ...(desk !== undefined && { deskCatalog: desk }),
});

/** Where a system's headline range comes from. A user's own system says so. */
export function systemSource(
  system: DrawnSystem,
  catalog: Catalog,
  translate: Translate,
): { source: string; sourceId?: string; sourceUrl?: string } {
  if (system.custom) return { source: ownSourceInWords(system, translate) };
  const source = system.sourceId === undefined ? undefined : findSource(catalog, system.sourceId);
  if (!source) return { source: "" };
  return {
    source: sourceLine(source, translate),
    sourceId: source.id,
    ...(source.url !== undefined && { sourceUrl: source.url }),
  };
}

/** The sources of a band's two ends, each once. */
export function bandSource(band: Band, catalog: Catalog, translate: Translate): { source: string } {
  const { spread } = band.system;
  const ids = [spread?.minFigure, spread?.maxFigure].flatMap((id) =>
    id === undefined ? [] : (findFigure(catalog, id)?.figure.source ?? []),
  );
  return { source: sourceLines([...new Set(ids)], catalog, translate).join("; ") };
}
