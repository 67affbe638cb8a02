import { fault } from "../catalog/catalogFaults.ts";
import { type CatalogProblem, toProblem, toProblems } from "../catalog/catalogProblem.ts";
import { checkSystems, createReporter, uniqueIds } from "../catalog/checkCatalog.ts";
import { type DeskCatalog, DeskCatalogSchema } from "../catalog/deskCatalog.ts";
import { MAX_DESK_CHARACTERS, MAX_DESK_FIGURES, MAX_DESK_SYSTEMS } from "./limits.ts";
import type { Problem } from "./problem.ts";
import type { ReadDesk } from "./readDesk.ts";

export type DeskResult = { ok: true; catalog: DeskCatalog } | { ok: false; problems: CatalogProblem[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Too much to be looked at one by one: said in one line, before anything else is checked. */
function checkSize(file: string, { systems, sources }: Record<string, unknown>): CatalogProblem | undefined {
  if (lengthOf(systems) > MAX_DESK_SYSTEMS)
    return toProblem(file, ["systems"], lengthOf(systems), fault("tooManySystems", { bound: MAX_DESK_SYSTEMS }));
  const figures = (Array.isArray(systems) ? systems : []).reduce<number>(
    (sum, system) => sum + (isRecord(system) ? Math.max(lengthOf(system["figures"]), lengthOf(system["sources"])) : 0),
    lengthOf(sources),
  );
  if (figures > MAX_DESK_FIGURES)
    return toProblem(file, ["systems"], figures, fault("tooManyFigures", { bound: MAX_DESK_FIGURES }));
  return undefined;
}

function checkParts(
  file: string,
  { systems, sources = [] }: DeskCatalog,
  taken: ReadonlySet<string>,
): CatalogProblem[] {
  const problems: CatalogProblem[] = [];
  const reportIn = createReporter(problems);
  const sourceIds = new Set([...sources, ...systems.flatMap((system) => system.sources ?? [])].map(({ id }) => id));
  const onceSource = uniqueIds();
  for (const [index, { id }] of sources.entries()) onceSource(id, file, ["sources", index], reportIn(file));
  checkSystems(
    systems.map((system, index) => ({ file, at: ["systems", index], system })),
    {
      reportIn,
      onceSource,
      checkSource: (id, path, report) => {
        if (!sourceIds.has(id)) report(path, id, fault("noDeskSource"));
      },
      checkArticles: (ids, path, report) => {
        for (const [index, id] of ids.entries()) report([...path, index], id, fault("noArticle"));
      },
    },
  );
  for (const [index, { id }] of systems.entries())
    if (taken.has(id)) reportIn(file)(["systems", index, "id"], id, fault("idOfOurs"));
  return problems;
}

/**
 * Checks a newsroom's own catalogue as a build checks ours.
 *
 * @param file what its problems call it
 * @param taken ids that its systems may not have, those of ours
 */
export function parseDeskCatalog(file: string, input: unknown, taken: ReadonlySet<string> = new Set()): DeskResult {
  if (!isRecord(input)) return { ok: false, problems: [toProblem(file, [], input, fault("notCatalog"))] };
  const oversize = checkSize(file, input);
  if (oversize) return { ok: false, problems: [oversize] };
  const parsed = DeskCatalogSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: toProblems(file, parsed.error, input) };
  const { $schema: _schema, ...catalog } = parsed.data;
  const characters = JSON.stringify(catalog).length;
  const problems =
    characters > MAX_DESK_CHARACTERS
      ? [toProblem(file, [], characters, fault("tooLarge", { bound: MAX_DESK_CHARACTERS }))]
      : checkParts(file, catalog, taken);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, catalog };
}

/** A fault of a catalogue as a problem of the map that carries it. */
export function toMapProblem({ path, value = "", words }: CatalogProblem): Problem {
  return { path, code: "invalid", values: { value }, words };
}

/** The faults of one catalogue that are worth a line each. */
const MAX_PROBLEMS = 200;
const FIELD = "deskCatalog";
const inMap = (problem: CatalogProblem): Problem => {
  const { path } = problem;
  return toMapProblem({ ...problem, path: path === "" ? FIELD : `${FIELD}.${path}` });
};

/**
 * Reads the catalogue that a saved map carries. A system with a fault is left out and the others stay; an id that ours has come to use since
 * is no fault, because the two are told apart.
 */
export const readDesk: ReadDesk = (input) => {
  if (input === undefined) return { problems: [] };
  const whole = parseDeskCatalog("", input);
  if (whole.ok) return { catalog: whole.catalog, problems: [] };
  const problems = whole.problems.slice(0, MAX_PROBLEMS).map(inMap);
  if (!isRecord(input) || !Array.isArray(input["systems"])) return { problems };
  const faulty = new Set(whole.problems.map(({ path }) => /^systems\[(\d+)\]/.exec(path)?.[1]));
  const systems = input["systems"].filter((_, index) => !faulty.has(String(index)));
  const rest = parseDeskCatalog("", { ...input, systems });
  return rest.ok ? { catalog: rest.catalog, problems } : { problems };
};
