import { DEFAULT_LANGUAGE } from "../i18n/languages.ts";
import type { Display, Scenario } from "./scenario.ts";

/** The newest version of the saved shape that this program writes. */
export const SCENARIO_VERSION = 1;

export const UNITS = ["km", "mi", "nmi"] as const;
export const PROJECTIONS = ["mercator", "globe", "azimuthal-equidistant"] as const;

/** A scenario with nothing in it, every field at its default. A test holds it to the schema's defaults. */
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
