import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CatalogProblem, toProblem } from "./catalogProblem.ts";
import type { Catalog } from "./catalogSchema.ts";
import { FILES } from "./checkCatalog.ts";
import { CatalogError, parseCatalog } from "./parseCatalog.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Reads data/ from disk and validates it. Only for Node; the page uses `catalog`. */
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
      // The key must exist, because the file is not missing, only unreadable.
      contents[file] = undefined;
      problems.push(
        toProblem(file, [], undefined, `is not JSON: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
  }
  const result = parseCatalog(contents);
  if (result.ok && problems.length === 0) return { catalog: result.catalog, problems };
  // A file that is not JSON has already been reported and need not be reported as missing too.
  const unread = new Set(problems.map(({ file }) => file));
  return {
    catalog: undefined,
    problems: [...problems, ...(result.ok ? [] : result.problems.filter(({ file }) => !unread.has(file)))],
  };
}

/** The validated catalogue in data/. Throws a CatalogError with one line per problem. */
export function readCatalog(root?: string): Catalog {
  const { catalog, problems } = checkData(root);
  if (catalog === undefined) throw new CatalogError(problems);
  return catalog;
}
