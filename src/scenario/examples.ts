import examples from "../../data/examples.json";
import type { Display, Language, LaunchPoint, Scenario } from "./scenario.ts";
import { SCENARIO_VERSION } from "./emptyScenario.ts";

export interface Example {
  id: string;
  title: string;
  summary: string;
}

/** The examples offered on a first visit, in one language. */
export function listExamples(language: Language): Example[] {
  return examples.map((example) => ({
    id: example.id,
    title: example.title[language],
    summary: example.summary[language],
  }));
}

/**
 * Translates the title and the names of launch points of an example that the user has not edited. Any other map is returned unchanged.
 *
 * @param content a map in the language of its display settings
 */
export function translateExample<Content extends Pick<Scenario, "title" | "launchPoints" | "display">>(
  content: Content,
  language: Language,
): Content {
  const { title, launchPoints } = content;
  const from = content.display.language;
  const example = examples.find(
    (item) =>
      item.title[from] === title &&
      item.launchPoints.length === launchPoints.length &&
      item.launchPoints.every((point, index) => point.name[from] === launchPoints[index]?.name),
  );
  if (!example) return content;
  const names = example.launchPoints.map(({ name }) => name[language]);
  return {
    ...content,
    title: example.title[language],
    launchPoints: launchPoints.map((point, index) => ({ ...point, name: names[index] ?? point.name })),
  };
}

/** An example as a scenario with the given display settings; undefined for an unknown id. */
export function openExample(id: string, display: Display): Scenario | undefined {
  const example = examples.find((item) => item.id === id);
  if (!example) return undefined;
  const { language } = display;
  const launchPoints = example.launchPoints.map((point, index): LaunchPoint => ({
    id: `p${index + 1}`,
    name: point.name[language],
    geometry: { type: "Point", coordinates: point.lngLat as [number, number] },
    systems: point.systems,
  }));
  return {
    version: SCENARIO_VERSION,
    title: example.title[language],
    launchPoints,
    customSystems: [],
    display,
  };
}
