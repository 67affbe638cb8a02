import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CatalogProblem, toProblem } from "./catalogProblem.ts";
import type { Catalog } from "./catalogSchema.ts";
import { FILES } from "./checkCatalog.ts";
import { CatalogError, parseCatalog } from "./parseCatalog.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Reads data/ from the disk and checks all of it. For Node alone; the page has `catalog`. */
export function checkData(root = ROOT): { catalog: Catalog | undefined; problems: CatalogProblem[] } {
  const problems: CatalogProblem[] = [];
  const contents: Record<string, unknown> = {};
  const folder = `${root}/${FILES.systems}`;
  const systems = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];
  const names = [
    FILES.edition,
    FILES.sources,
    FILES.articles,
    FILES.treaties,
    FILES.changes,
    ...systems.map((name) => FILES.systems + name),
  ];
  for (const file of names.filter((name) => existsSync(`${root}/${name}`))) {
    try {
      contents[file] = JSON.parse(readFileSync(`${root}/${file}`, "utf8"));
    } catch (error) {
      // The file is there, though nothing could be read of it.
      contents[file] = undefined;
      problems.push(
        toProblem(file, [], undefined, `is not JSON: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
  }
  const result = parseCatalog(contents);
  if (result.ok && problems.length === 0) return { catalog: result.catalog, problems };
  // A file that is not JSON has said so already: it is not missing as well.
  const unread = new Set(problems.map(({ file }) => file));
  return {
    catalog: undefined,
    problems: [...problems, ...(result.ok ? [] : result.problems.filter(({ file }) => !unread.has(file)))],
  };
}

/** The catalog in data/, checked; throws a CatalogError with one line a problem. */
export function readCatalog(root?: string): Catalog {
  const { catalog, problems } = checkData(root);
  if (catalog === undefined) throw new CatalogError(problems);
  return catalog;
}
