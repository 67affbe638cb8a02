import type { Catalog } from "./catalogSchema.ts";
import type { ReferenceDistance } from "./referenceDistance.ts";
import type { Article, Source } from "./source.ts";
import type { System } from "./system.ts";
import articlesFile from "../../data/articles.json";
import edition from "../../data/catalog.json";
import sourcesFile from "../../data/sources.json";
import treatiesFile from "../../data/treaties.json";

export type { Catalog } from "./catalogSchema.ts";
export type { RangeFigure } from "./rangeFigure.ts";
export type { ReferenceDistance } from "./referenceDistance.ts";
export type { Source } from "./source.ts";
export type { System } from "./system.ts";

const systems = import.meta.glob<System>("../../data/systems/*.json", { eager: true, import: "default" });

/**
 * The catalogue of this build. The page does not validate it again, because catalogPlugin has done so during the build. Programs that run
 * under Node use readCatalog instead.
 */
export const catalog: Catalog = {
  version: edition.version,
  date: edition.date,
  edition: edition.edition,
  defaultSystems: edition.defaultSystems,
  systems: Object.values(systems),
  sources: [
    ...(sourcesFile.sources as Source[]),
    ...Object.values(systems).flatMap((system) => system.sources ?? []),
    ...(articlesFile.articles as Article[]),
  ],
  articles: articlesFile.articles as Article[],
  referenceDistances: treatiesFile.referenceDistances as ReferenceDistance[],
};
