import type * as z from "zod/mini";
import { deskRefsOf, isDeskRef } from "../catalog/withDesk.ts";
import { type Problem, quoteValue, toPath, toProblems } from "./problem.ts";
import { SCENARIO_VERSION } from "./emptyScenario.ts";
import {
  CustomSystemSchema,
  type Display,
  DisplaySchema,
  type LaunchPoint,
  LaunchPointSchema,
  type Notes,
  type Scenario,
  ScenarioSchema,
} from "./scenario.ts";
import {
  MAX_ANNOTATIONS,
  MAX_CONTEXT_LAYERS,
  MAX_CUSTOM_SYSTEMS,
  MAX_DISTANCE_LINES,
  MAX_HIGHLIGHTS,
  MAX_LAUNCH_POINTS,
} from "./limits.ts";
import { AnnotationSchema, ContextLayerSchema, DistanceLineSchema, HighlightSchema } from "./notes.ts";
import { PublishedFiguresSchema } from "./published.ts";
import { type ReadDesk, readNoDesk } from "./readDesk.ts";
import { upgradeScenario } from "./upgradeScenario.ts";

/** The valid parts of a scenario, and all problems. `scenario` is absent when nothing can be kept. */
export interface ParsedScenario {
  scenario?: Scenario;
  problems: Problem[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseList<T extends { id: string }>(
  input: unknown,
  { name, schema, most, problems }: { name: string; schema: z.ZodMiniType<T>; most: number; problems: Problem[] },
  accept: (item: T, index: number) => T = (item) => item,
): T[] {
  if (input === undefined) return [];
  if (!Array.isArray(input)) {
    problems.push({ path: name, code: "type", values: { expected: "array", value: quoteValue(input) } });
    return [];
  }
  if (input.length > most)
    problems.push({ path: name, code: "tooLong", values: { length: input.length, bound: most } });
  const seen = new Set<string>();
  return input.slice(0, most).flatMap((item: unknown, index) => {
    const parsed = schema.safeParse(item);
    if (!parsed.success) {
      problems.push(...toProblems(parsed.error, item, [name, index]));
      return [];
    }
    if (seen.has(parsed.data.id)) {
      problems.push({
        path: toPath([name, index, "id"]),
        code: "duplicateId",
        values: { value: quoteValue(parsed.data.id) },
      });
      return [];
    }
    seen.add(parsed.data.id);
    return [accept(parsed.data, index)];
  });
}

/** Removes unknown systems from a launch point, and duplicates, so that each ring is drawn once. */
function keepKnownSystems(
  point: LaunchPoint,
  index: number,
  known: ReadonlySet<string>,
  problems: Problem[],
): LaunchPoint {
  const systems = point.systems.filter((id, position) => {
    if (known.has(id)) return point.systems.indexOf(id) === position;
    problems.push({
      path: toPath(["launchPoints", index, "systems", position]),
      code: "unknownSystem",
      values: { value: quoteValue(id), expected: [...known].filter((ref) => !ref.includes("/")).join(", ") },
    });
    return false;
  });
  return systems.length === point.systems.length ? point : { ...point, systems };
}

/** Gives launch points with the same systems one list of them, which takes a sixtieth of the memory and is drawn as one. */
function createListSharing(): (point: LaunchPoint) => LaunchPoint {
  const lists = new Map<string, string[]>();
  return (point) => {
    const key = JSON.stringify(point.systems);
    const shared = lists.get(key);
    if (!shared) lists.set(key, point.systems);
    return shared ? { ...point, systems: shared } : point;
  };
}

/** Parses the independent fields. An invalid one gets its default and does not affect the others. */
function parseFields(
  input: Record<string, unknown>,
  problems: Problem[],
): Pick<Scenario, "title" | "subtitle" | "caption" | "view" | "catalogVersion"> {
  const { title, subtitle, caption, view, catalogVersion } = ScenarioSchema.shape;
  const take = <T>(name: string, schema: z.ZodMiniType<T>, fallback: T): T => {
    const parsed = schema.safeParse(input[name]);
    if (parsed.success) return parsed.data;
    problems.push(...toProblems(parsed.error, input[name], [name]));
    return fallback;
  };
  return {
    title: take("title", title, ""),
    subtitle: take("subtitle", subtitle, undefined),
    caption: take("caption", caption, undefined),
    view: take("view", view, undefined),
    catalogVersion: take("catalogVersion", catalogVersion, undefined),
  };
}

/** What is put on the map besides ranges; a field with nothing in it is left out. */
function parseNotes(input: Record<string, unknown>, problems: Problem[]): Notes {
  const take = <Name extends keyof Notes, T extends { id: string }>(
    name: Name,
    schema: z.ZodMiniType<T>,
    most: number,
  ): { [key in Name]?: T[] } => {
    const items = parseList(input[name], { name, schema, most, problems });
    return items.length === 0 ? {} : ({ [name]: items } as { [key in Name]?: T[] });
  };
  return {
    ...take("distanceLines", DistanceLineSchema, MAX_DISTANCE_LINES),
    ...take("highlights", HighlightSchema, MAX_HIGHLIGHTS),
    ...take("annotations", AnnotationSchema, MAX_ANNOTATIONS),
    ...take("contextLayers", ContextLayerSchema, MAX_CONTEXT_LAYERS),
  };
}

function parseDisplay(input: unknown, problems: Problem[]): Display {
  const parsed = DisplaySchema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  problems.push(...toProblems(parsed.error, input, ["display"]));
  if (!isRecord(input)) return DisplaySchema.parse({});
  const bad = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  return DisplaySchema.parse(Object.fromEntries(Object.entries(input).filter(([key]) => !bad.has(key))));
}

/**
 * Reads a scenario from a saved file, a link or the autosave.
 *
 * @param input the JSON value
 * @param systemIds every `system` and `system/variant` in the catalogue; those of another map's desk are ignored
 * @param readDesk see `loadReadDesk`
 * @returns the valid parts and a problem for each invalid one; no scenario when the input is not one or has a newer version
 */
export function parseScenario(
  input: unknown,
  systemIds: Iterable<string>,
  readDesk: ReadDesk = readNoDesk,
): ParsedScenario {
  if (!isRecord(input)) return { problems: [{ path: "", code: "notScenario", values: { value: quoteValue(input) } }] };
  if (!("version" in input))
    return { problems: [{ path: "version", code: "missing", values: { expected: SCENARIO_VERSION } }] };
  const { version } = input;
  if (typeof version === "number" && version > SCENARIO_VERSION) {
    return {
      problems: [{ path: "version", code: "newerVersion", values: { value: version, supported: SCENARIO_VERSION } }],
    };
  }
  const upgraded = upgradeScenario(input);
  if (!upgraded)
    return {
      problems: [
        { path: "version", code: "choice", values: { value: quoteValue(version), expected: SCENARIO_VERSION } },
      ],
    };

  const problems: Problem[] = [];
  const customSystems = parseList(upgraded["customSystems"], {
    name: "customSystems",
    schema: CustomSystemSchema,
    most: MAX_CUSTOM_SYSTEMS,
    problems,
  });
  const desk = readDesk(upgraded["deskCatalog"]);
  problems.push(...desk.problems);
  const catalogIds = new Set([
    ...[...systemIds].filter((id) => !isDeskRef(id)),
    ...(desk.catalog ? deskRefsOf(desk.catalog) : []),
  ]);
  // A custom system must not replace one of the catalogue.
  const own = customSystems.filter(({ id }, index) => {
    if (catalogIds.has(id))
      problems.push({
        path: toPath(["customSystems", index, "id"]),
        code: "duplicateId",
        values: { value: quoteValue(id) },
      });
    return !catalogIds.has(id);
  });
  const known = new Set([...catalogIds, ...own.map((system) => system.id)]);
  if (upgraded["launchPoints"] === undefined)
    problems.push({ path: "launchPoints", code: "missing", values: { expected: "array" } });
  const shareSystems = createListSharing();
  const launchPoints = parseList(
    upgraded["launchPoints"],
    { name: "launchPoints", schema: LaunchPointSchema, most: MAX_LAUNCH_POINTS, problems },
    (point, index) => shareSystems(keepKnownSystems(point, index, known, problems)),
  );
  const scenario: Scenario = {
    version: SCENARIO_VERSION,
    ...parseFields(upgraded, problems),
    launchPoints,
    customSystems: own,
    ...parseNotes(upgraded, problems),
    ...(desk.catalog && { deskCatalog: desk.catalog }),
    display: parseDisplay(upgraded["display"], problems),
  };
  // Nothing on the map depends on them, so figures that cannot be read are no problem of its user's.
  const published = PublishedFiguresSchema.safeParse(upgraded["published"]);
  if (published.success) scenario.published = published.data;
  return { scenario, problems };
}

/** Reads a scenario from text, as `parseScenario` does. */
export function parseScenarioText(text: string, systemIds: Iterable<string>, readDesk?: ReadDesk): ParsedScenario {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return {
      problems: [
        { path: "", code: "notJson", values: { detail: error instanceof Error ? error.message : String(error) } },
      ],
    };
  }
  return parseScenario(input, systemIds, readDesk);
}
