import type { Catalog, Source } from "../catalog/catalog.ts";
import { findFigure, findSource, isArticle, sourceNameOf } from "../catalog/lookups.ts";
import type { Band, DrawnSystem } from "./drawn.ts";
import { formatDate } from "../i18n/dates.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";

/** A source in a few words: publisher and date, or the article's number. */
export function sourceInWords(source: Source, translate: Translate): string {
  const name = sourceNameOf(source);
  const words = isArticle(source) && !name ? translate("source.article", { id: source.id }) : (name ?? source.id);
  const date = source.date === undefined ? translate("source.undated") : formatDate(translate.language, source.date);
  const copy = source.copy ? `, ${translate(`copy.${source.copy}` as MessageId)}` : "";
  return `${words}, ${date}${copy}`;
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
