import type { Catalog } from "../catalog/catalog.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { PublishedFigures } from "../scenario/published.ts";
import { publishedOf } from "./publishedFigures.ts";

/** The saved map: the scenario, the catalogue version it was saved with, and that catalogue's figures for each of its systems. */
export interface ScenarioFile extends Scenario {
  catalogVersion: string;
  published: PublishedFigures;
}

/** Every catalogue system of a scenario's launch points, once, in the order of first use. */
function refsOf(scenario: Scenario): string[] {
  const own = new Set(scenario.customSystems.map((system) => system.id));
  return [...new Set(scenario.launchPoints.flatMap((point) => point.systems))].filter((ref) => !own.has(ref));
}

/** The scenario as it is saved, with the catalogue's figures for each of its systems. */
export function buildScenarioFile(scenario: Scenario, catalog: Catalog): ScenarioFile {
  return { ...scenario, catalogVersion: catalog.version, published: publishedOf(refsOf(scenario), catalog) };
}

/** The text of a saved file, which is also embedded in pictures. */
export function toScenarioFile(scenario: Scenario, catalog: Catalog): string {
  return `${JSON.stringify(buildScenarioFile(scenario, catalog), null, 2)}\n`;
}
