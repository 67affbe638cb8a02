import type { Catalog, RangeFigure } from "../catalog/catalog.ts";
import { findSource, isArticle, sourceNameOf } from "../catalog/lookups.ts";
import type { Translate } from "../i18n/messages.ts";

/** The publisher of a figure's source, or the number of the article. */
export function publisherOf(catalog: Catalog, figure: RangeFigure, translate: Translate): string {
  const source = findSource(catalog, figure.source);
  if (!source) return "";
  const name = sourceNameOf(source);
  if (!isArticle(source)) return name ?? source.id;
  return name ? translate("source.articleOf", { id: source.id, name }) : translate("source.article", { id: source.id });
}
