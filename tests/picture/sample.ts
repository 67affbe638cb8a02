import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import type { Figure } from "../../src/figure/figure.ts";
import type { LanguageCode } from "../../src/i18n/languages.ts";
import type { Translate } from "../../src/i18n/messages.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";

export const catalog = readCatalog();
export const translateTo = (language: LanguageCode): Translate => translates[language];

/** A scenario from its parts; anything wrong in it fails the test. */
export function scenarioOf(parts: Record<string, unknown>): Scenario {
  const { scenario, problems } = parseScenario(
    { version: 1, ...parts },
    choicesOf(catalog).map((choice) => choice.id),
  );
  if (!scenario || problems.length > 0) throw new Error(JSON.stringify(problems));
  return scenario;
}

export function pointOf(id: string, lngLat: [number, number], systems: string[], name = ""): Record<string, unknown> {
  return { id, name, geometry: { type: "Point", coordinates: lngLat }, systems };
}

export function figureOf(parts: Record<string, unknown>): { figure: Figure; scenario: Scenario; translate: Translate } {
  const scenario = scenarioOf(parts);
  const translate = translateTo(scenario.display.language);
  return { figure: buildFigure(catalog, scenario, translate), scenario, translate };
}
