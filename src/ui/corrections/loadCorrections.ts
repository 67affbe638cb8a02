import type { Catalog } from "../../catalog/catalog.ts";
import type { ExplainedChange } from "../../catalog/changesSince.ts";
import { type FigureChange, figureChanges } from "../../files/figureChanges.ts";
import { loadChanges } from "../../files/loadChanges.ts";
import { loadFormerCatalog } from "../../files/loadFormerCatalog.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { ScenarioContent } from "../../scenario/edits.ts";

/** What has changed since a map was saved. */
export interface Corrections {
  /** The catalogue that it was saved with; undefined where that edition was not kept. */
  former: Catalog | undefined;
  /** In the words of a language; undefined where there is nothing to compare with. */
  changesIn: (translate: Translate) => FigureChange[] | undefined;
  /** What the catalogue's own record says of a system since then. */
  explain: (ref: string) => ExplainedChange[];
}

/** @param content a map of another catalogue than the present one */
export async function loadCorrections(content: ScenarioContent, catalog: Catalog): Promise<Corrections> {
  const { catalogVersion: version = "", display } = content;
  const [former, explain] = await Promise.all([loadFormerCatalog(version, catalog), loadChanges()]);
  return {
    former,
    changesIn: (translate) => figureChanges(content, former, catalog, { display, translate }),
    explain: (ref) => explain(ref, version),
  };
}
