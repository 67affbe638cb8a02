import * as z from "zod";
import { type CatalogProblem, toLine, toProblem, toProblems } from "./catalogProblem.ts";
import { ChangesFileSchema } from "./changes.ts";
import { type Catalog, EditionSchema } from "./catalogSchema.ts";
import { checkCatalog, FILES } from "./checkCatalog.ts";
import { TreatiesFileSchema } from "./referenceDistance.ts";
import { ArticlesFileSchema, SourcesFileSchema } from "./source.ts";
import { SystemSchema } from "./system.ts";

/** The contents of the catalogue's files by path from the root of the project, such as `data/systems/atacms.json`. */
const FilesSchema = z.record(z.string(), z.unknown());

/** The lists on the page cannot offer more systems than this. */
export const MAX_SYSTEMS = 500;

export type CatalogResult = { ok: true; catalog: Catalog } | { ok: false; problems: CatalogProblem[] };

/**
 * Turns the contents of data/ into a catalogue, or returns all problems with it.
 * @param input contents by path: `{ "data/sources.json": …, "data/systems/atacms.json": …, … }`
 */
export function parseCatalog(input: unknown): CatalogResult {
  const read = FilesSchema.safeParse(input);
  if (!read.success) return { ok: false, problems: toProblems("data", read.error, input) };
  const files = read.data;
  const problems: CatalogProblem[] = [];

  function parse<T extends z.ZodType>(file: string, schema: T): z.infer<T> | undefined {
    const parsed = schema.safeParse(files[file]);
    if (parsed.success) return parsed.data;
    problems.push(
      ...(Object.hasOwn(files, file)
        ? toProblems(file, parsed.error, files[file])
        : [toProblem(file, [], undefined, "is missing")]),
    );
    return undefined;
  }

  const edition = parse(FILES.edition, EditionSchema);
  const sources = parse(FILES.sources, SourcesFileSchema)?.sources;
  const articles = parse(FILES.articles, ArticlesFileSchema)?.articles;
  const referenceDistances = parse(FILES.treaties, TreatiesFileSchema)?.referenceDistances;
  const changes = parse(FILES.changes, ChangesFileSchema);
  if (edition && changes && changes.editions[0]?.version !== edition.version)
    problems.push(
      toProblem(
        FILES.changes,
        ["editions", 0, "version"],
        changes.editions[0]?.version,
        `should be the version of ${FILES.edition}, ${edition.version}`,
      ),
    );
  const systemFiles = Object.keys(files)
    .filter((file) => file.startsWith(FILES.systems))
    .sort();
  if (systemFiles.length > MAX_SYSTEMS) {
    const message = `are more system files than the ${MAX_SYSTEMS} that the program can list`;
    return { ok: false, problems: [...problems, toProblem(FILES.systems, [], systemFiles.length, message)] };
  }
  const systems = systemFiles.flatMap((file) => {
    const system = parse(file, SystemSchema);
    return system === undefined ? [] : [{ file, system }];
  });
  for (const [index, id] of (edition?.defaultSystems ?? []).entries())
    if (!systemFiles.includes(`${FILES.systems}${id}.json`))
      problems.push(toProblem(FILES.edition, ["defaultSystems", index], id, `has no file in ${FILES.systems}`));
  problems.push(...checkCatalog({ systems, sources, articles, referenceDistances }));

  if (problems.length > 0 || !edition || !sources || !articles || !referenceDistances) return { ok: false, problems };
  const { version, date, edition: number, defaultSystems } = edition;
  return {
    ok: true,
    catalog: {
      version,
      date,
      edition: number,
      defaultSystems,
      systems: systems.map(({ system }) => system),
      sources: [...sources, ...systems.flatMap(({ system }) => system.sources ?? []), ...articles],
      articles,
      referenceDistances,
    },
  };
}

/** All problems with a catalogue. The message has one line per problem. */
export class CatalogError extends Error {
  readonly problems: CatalogProblem[];

  constructor(problems: CatalogProblem[]) {
    super(problems.map(toLine).join("\n"));
    this.name = "CatalogError";
    this.problems = problems;
  }
}
