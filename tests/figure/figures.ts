import { catalog } from "../../src/catalog/catalog.ts";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import type { Figure } from "../../src/figure/figure.ts";
import { bandMark } from "../../src/marks/band.ts";
import type { Band, Ring } from "../../src/marks/drawn.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import { ringMark } from "../../src/marks/ring.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import type { CustomSystem, Display, LaunchPoint, Scenario } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";

export const ringsOf = ({ marks }: Figure): readonly Ring[] => itemsOf(marks, ringMark);
export const bandsOf = ({ marks }: Figure): readonly Band[] => itemsOf(marks, bandMark);

/** A launch point with systems. */
export function at(
  id: string,
  coordinates: [number, number],
  systems: string[],
  more: Partial<LaunchPoint> = {},
): LaunchPoint {
  return { id, name: id, geometry: { type: "Point", coordinates }, systems, ...more };
}

export const KYIV: [number, number] = [30.5234, 50.4501];
export const ALL_SYSTEMS = ["atacms", "storm-shadow", "scalp-eg", "tomahawk", "patriot", "nasams"];

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
  return buildFigure(catalog, scenario, translates[scenario.display.language]);
}
