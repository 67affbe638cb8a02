import { choicesOf } from "../src/catalog/lookups.ts";
import { readCatalog } from "../src/catalog/readCatalog.ts";
import { buildFigure } from "../src/figure/buildFigure.ts";
import type { Figure } from "../src/figure/figure.ts";
import type { LanguageCode } from "../src/i18n/languages.ts";
import type { Translate } from "../src/i18n/messages.ts";
import { bandMark } from "../src/marks/band.ts";
import type { Band, Ring } from "../src/marks/drawn.ts";
import "../src/marks/noteMarks.ts";
import { allItemsOf } from "../src/marks/registry.ts";
import { ringMark } from "../src/marks/ring.ts";
import { emptyScenario } from "../src/scenario/emptyScenario.ts";
import { parseScenario } from "../src/scenario/parseScenario.ts";
import type { CustomSystem, Display, LaunchPoint, Scenario } from "../src/scenario/scenario.ts";
import { translates } from "./i18n/translates.ts";

/** Read from disk, because the benches and the golden pictures run outside Vite, which `catalog.ts` needs. */
export const catalog = readCatalog();
export const KYIV: [number, number] = [30.5234, 50.4501];
export const ALL_SYSTEMS = ["atacms", "storm-shadow", "scalp-eg", "tomahawk", "patriot", "nasams"];

export const translateTo = (language: LanguageCode): Translate => translates[language];
export const ringsOf = ({ marks }: Figure): readonly Ring[] => allItemsOf(marks, ringMark);
export const bandsOf = ({ marks }: Figure): readonly Band[] => allItemsOf(marks, bandMark);

// From typed parts: the scenario is built without the validator.

/** A launch point named after its id. */
export function at(
  id: string,
  coordinates: [number, number],
  systems: string[],
  more: Partial<LaunchPoint> = {},
): LaunchPoint {
  return { id, name: id, geometry: { type: "Point", coordinates }, systems, ...more };
}

export function scenarioOf(
  launchPoints: LaunchPoint[],
  display: Partial<Display> = {},
  customSystems: CustomSystem[] = [],
): Scenario {
  return { ...emptyScenario(display), launchPoints, customSystems };
}

export function figureOf(
  launchPoints: LaunchPoint[],
  display: Partial<Display> = {},
  customSystems: CustomSystem[] = [],
): Figure {
  const scenario = scenarioOf(launchPoints, display, customSystems);
  return buildFigure(catalog, scenario, translateTo(scenario.display.language));
}

// From JSON: the validator fills in the defaults, as for a file that a user opens.

/** The JSON of a launch point. */
export function pointJson(id: string, lngLat: [number, number], systems: string[], name = ""): Record<string, unknown> {
  return { id, name, geometry: { type: "Point", coordinates: lngLat }, systems };
}

/** Fails the test if the validator finds a problem. */
export function parsedScenario(parts: Record<string, unknown>): Scenario {
  const { scenario, problems } = parseScenario(
    { version: 1, ...parts },
    choicesOf(catalog).map((choice) => choice.id),
  );
  if (!scenario || problems.length > 0) throw new Error(JSON.stringify(problems));
  return scenario;
}

export function parsedFigure(parts: Record<string, unknown>): {
  figure: Figure;
  scenario: Scenario;
  translate: Translate;
} {
  const scenario = parsedScenario(parts);
  const translate = translateTo(scenario.display.language);
  return { figure: buildFigure(catalog, scenario, translate), scenario, translate };
}
