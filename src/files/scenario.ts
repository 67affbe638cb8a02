import type { Catalog } from "../catalog/catalog.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { publishedOf, type PublishedFigures } from "./compareCatalog.ts";

/** The saved file: the scenario, the catalog that it was seen with, and what that said of each system in it. */
interface ScenarioFile extends Scenario {
  catalogVersion: string;
  /** By the ref that launch points carry. Readers of a scenario leave it alone; `compareCatalog` reads it. */
  published: PublishedFigures;
}

/** Every catalog system that a scenario's launch points carry, once, in the order of its first use. */
function refsOf(scenario: Scenario): string[] {
  const own = new Set(scenario.customSystems.map((system) => system.id));
  return [...new Set(scenario.launchPoints.flatMap((point) => point.systems))].filter((ref) => !own.has(ref));
}

/** The scenario as it is saved, with the catalog's word on each of its systems. */
function buildScenarioFile(scenario: Scenario, catalog: Catalog): ScenarioFile {
  return { ...scenario, catalogVersion: catalog.version, published: publishedOf(refsOf(scenario), catalog) };
}

/** The text of a saved file, which pictures carry as well. */
export function toScenarioFile(scenario: Scenario, catalog: Catalog): string {
  return `${JSON.stringify(buildScenarioFile(scenario, catalog), null, 2)}\n`;
}
