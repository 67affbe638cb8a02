import { DEFAULT_LANGUAGE } from "../i18n/languages.ts";
import type { Display, Scenario } from "./scenario.ts";

/** The version of the saved format that this program writes. */
export const SCENARIO_VERSION = 1;

export const UNITS = ["km", "mi", "nmi"] as const;
export const PROJECTIONS = ["mercator", "globe", "azimuthal-equidistant"] as const;

/** An empty scenario with default settings. A test checks that they equal the schema's defaults. */
export function emptyScenario(display: Partial<Display> = {}): Scenario {
  return {
    version: SCENARIO_VERSION,
    title: "",
    launchPoints: [],
    customSystems: [],
    display: {
      bands: true,
      coverage: false,
      units: "km",
      language: DEFAULT_LANGUAGE,
      projection: "mercator",
      ...display,
    },
  };
}
