import { type CatalogProblem, type Path, type Report, toProblem } from "./catalogProblem.ts";
import { checkSystem } from "./checkSystem.ts";
import type { ReferenceDistance } from "./referenceDistance.ts";
import type { Source } from "./source.ts";
import type { System } from "./system.ts";

/** The parsed files. A part is absent if its file could not be read; references to it are then not checked. */
export interface CatalogParts {
  systems: { file: string; system: System }[];
  sources?: Source[] | undefined;
  articles?: Source[] | undefined;
  referenceDistances?: ReferenceDistance[] | undefined;
}

export const FILES = {
  edition: "data/catalog.json",
  sources: "data/sources.json",
  articles: "data/articles.json",
  treaties: "data/treaties.json",
  changes: "data/changes.json",
  systems: "data/systems/",
} as const;

/** Returns a check that reports an id that was already used, and where it was first used. */
function uniqueIds() {
  const seen = new Map<string, string>();
  return (id: string, file: string, path: Path, report: Report) => {
    const first = seen.get(id);
    if (first !== undefined) report([...path, "id"], id, `is used twice; it is already in ${first}`);
    else seen.set(id, file);
  };
}

/** Checks what involves several files: that ids are unique, and that references exist. */
export function checkCatalog({ systems, sources, articles, referenceDistances }: CatalogParts): CatalogProblem[] {
  const problems: CatalogProblem[] = [];
  const reportIn =
    (file: string): Report =>
    (path, value, message) =>
      problems.push(toProblem(file, path, value, message));

  const articleIds = articles && new Set(articles.map(({ id }) => id));
  const own = systems.flatMap(({ system }) => system.sources ?? []);
  const sourceIds = sources && articles && new Set([...sources, ...own, ...articles].map(({ id }) => id));
  const checkSource = (id: string, path: Path, report: Report) => {
    if (sourceIds?.has(id) === false)
      report(path, id, `is not in ${FILES.sources}, nor in ${FILES.articles}, nor among this file's own sources`);
  };
  const checkArticles = (ids: string[], path: Path, report: Report) => {
    for (const [index, id] of ids.entries())
      if (articleIds?.has(id) === false) report([...path, index], id, `is not in ${FILES.articles}`);
  };

  const onceSource = uniqueIds();
  for (const [index, { id }] of (sources ?? []).entries())
    onceSource(id, FILES.sources, ["sources", index], reportIn(FILES.sources));
  for (const [index, { id }] of (articles ?? []).entries())
    onceSource(id, FILES.articles, ["articles", index], reportIn(FILES.articles));

  const onceSystem = uniqueIds();
  const onceFigure = uniqueIds();
  for (const { file, system } of systems) {
    const report = reportIn(file);
    if (file !== `${FILES.systems}${system.id}.json`)
      report(["id"], system.id, `should be the name of the file, as in ${FILES.systems}${system.id}.json`);
    onceSystem(system.id, file, [], report);
    for (const [index, { id }] of (system.sources ?? []).entries()) onceSource(id, file, ["sources", index], report);
    for (const [index, figure] of system.figures.entries()) {
      onceFigure(figure.id, file, ["figures", index], report);
      checkSource(figure.source, ["figures", index, "source"], report);
    }
    for (const list of ["variants", "bands"] as const) {
      const once = uniqueIds();
      for (const [index, { id }] of system[list].entries()) once(id, file, [list, index], report);
    }
    checkSystem(system, report);
    checkArticles(system.articles, ["articles"], report);
  }

  const onceDistance = uniqueIds();
  for (const [index, distance] of (referenceDistances ?? []).entries()) {
    const report: Report = (path, value, message) =>
      reportIn(FILES.treaties)(["referenceDistances", index, ...path], value, message);
    onceDistance(distance.id, FILES.treaties, [], report);
    if (distance.to && distance.from.km > distance.to.km)
      report(["from", "km"], distance.from.km, `is over to.km, ${distance.to.km}`);
    for (const [at, id] of distance.sources.entries()) checkSource(id, ["sources", at], report);
    checkArticles(distance.articles, ["articles"], report);
  }
  return problems;
}
