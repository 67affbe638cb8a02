import { LANGUAGES } from "../i18n/languages.ts";
import { emptyScenario, MAX_LAUNCH_POINTS, PROJECTIONS, SCENARIO_VERSION, UNITS } from "./emptyScenario.ts";
import type { Display, LaunchPoint, Scenario, View } from "./scenario.ts";

type Fields<T> = { [Key in keyof Required<T>]?: (value: unknown) => boolean };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (most: number) => (value: unknown) => typeof value === "string" && value.length <= most;
const isFlag = (value: unknown) => typeof value === "boolean";
const isWithin = (value: unknown, least: number, most: number) =>
  typeof value === "number" && value >= least && value <= most;
const isOneOf = (choices: readonly string[]) => (value: unknown) => choices.some((choice) => choice === value);
const isLngLat = (value: unknown) =>
  Array.isArray(value) && value.length === 2 && isWithin(value[0], -180, 180) && isWithin(value[1], -90, 90);

/** Whether each field is one of these, and as it must be. */
function fits<T>(value: unknown, fields: Fields<T>): value is Partial<T> {
  const known: Record<string, ((value: unknown) => boolean) | undefined> = { ...fields };
  return (
    isRecord(value) && Object.entries(value).every(([key, field]) => Object.hasOwn(known, key) && known[key]?.(field))
  );
}

const isPoint = (value: unknown) =>
  isRecord(value) && Object.keys(value).length === 2 && value["type"] === "Point" && isLngLat(value["coordinates"]);

const displayFields: Fields<Display> = {
  bands: isFlag,
  coverage: isFlag,
  units: isOneOf(UNITS),
  language: isOneOf(LANGUAGES),
  projection: isOneOf(PROJECTIONS),
  outliers: isFlag,
  flatCircle: isFlag,
  treaties: (value) => Array.isArray(value) && value.length <= 20 && value.every(isText(60)),
  reachedFrom: (value) => Number.isInteger(value) && isWithin(value, 2, 1000),
};

const viewFields: Fields<View> = { center: isLngLat, zoom: (value) => isWithin(value, 0, 24) };

/**
 * Reads the plain scenario that most sessions are, points with systems of the catalog, without the validator, which takes longer to load than
 * such a map to draw.
 *
 * @param input the JSON value
 * @param systemIds every `system` and `system/variant` that the catalog knows
 * @returns what `parseScenario` would make of it, without a problem; undefined for anything else, be it good or bad
 */
export function readPlainScenario(input: unknown, systemIds: Iterable<string>): Scenario | undefined {
  const known = new Set(systemIds);
  const isSystems = (value: unknown) =>
    Array.isArray(value) &&
    value.length <= 60 &&
    new Set(value).size === value.length &&
    value.every((id: unknown) => typeof id === "string" && known.has(id));
  const pointFields: Fields<LaunchPoint> = {
    id: (value) => isText(80)(value) && value !== "",
    name: isText(200),
    geometry: isPoint,
    systems: isSystems,
    hidden: isFlag,
    group: isText(100),
    color: (value) => typeof value === "string" && /^#[0-9a-fA-F]{6}$/.test(value),
  };
  const isPoints = (value: unknown) =>
    Array.isArray(value) &&
    value.length <= MAX_LAUNCH_POINTS &&
    value.every(
      (point) => fits<LaunchPoint>(point, pointFields) && point.id !== undefined && point.geometry !== undefined,
    );
  const fields: Fields<Scenario> = {
    version: (value) => value === SCENARIO_VERSION,
    title: isText(300),
    subtitle: isText(300),
    caption: isText(4000),
    launchPoints: isPoints,
    customSystems: (value) => Array.isArray(value) && value.length === 0,
    display: (value) => fits<Display>(value, displayFields),
    view: (value) => fits<View>(value, viewFields) && value.center !== undefined && value.zoom !== undefined,
    catalogVersion: isText(40),
  };
  if (!fits<Scenario>(input, fields) || !input.version || !input.launchPoints) return undefined;
  const launchPoints = input.launchPoints.map((point): LaunchPoint => ({
    ...point,
    name: point.name ?? "",
    systems: point.systems ?? [],
  }));
  if (new Set(launchPoints.map(({ id }) => id)).size < launchPoints.length) return undefined;
  return { ...emptyScenario(), ...input, launchPoints, display: emptyScenario(input.display).display };
}
