import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf, headlineOf } from "../../src/catalog/lookups.ts";
import { listExamples, openExample, translateExample } from "../../src/scenario/examples.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";

const systemIds = choicesOf(catalog).map((choice) => choice.id);
const ids = listExamples("en").map((example) => example.id);

describe("the examples", () => {
  it("are at least three, each with its own title and summary in every language", () => {
    expect(ids.length).toBeGreaterThanOrEqual(3);
    for (const language of LANGUAGES) {
      const words = listExamples(language).flatMap(({ title, summary }) => [title, summary]);
      expect(words.every((text) => text.trim() !== "")).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }
    const titles = LANGUAGES.flatMap((language) => listExamples(language).map(({ title }) => title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(ids.flatMap((id) => LANGUAGES.map((language) => [id, language] as const)))(
    "%s in %s is a valid scenario",
    (id, language) => {
      const { display } = emptyScenario({ language, units: "mi", projection: "globe" });
      const scenario = openExample(id, display);
      expect(parseScenario(scenario, systemIds)).toEqual({ scenario, problems: [] });
      expect(scenario?.display).toEqual(display);
      expect(scenario?.launchPoints.length).toBeGreaterThan(0);
      for (const point of scenario?.launchPoints ?? []) {
        expect(point.name).not.toBe("");
        expect(point.systems.length).toBeGreaterThan(0);
      }
    },
  );

  it("include article 000: exactly its four systems, from one point", () => {
    const scenario = openExample("article-000", emptyScenario().display);
    expect(scenario?.launchPoints).toHaveLength(1);
    const drawn = scenario?.launchPoints[0]?.systems ?? [];
    expect(drawn.toSorted()).toEqual(["atacms", "scalp-eg", "storm-shadow", "tomahawk"]);
    // Each has the figure given in the article.
    const headlines = drawn
      .flatMap((id) => catalog.systems.find((system) => system.id === id) ?? [])
      .map((system) => headlineOf(system));
    expect(headlines.map((figure) => figure.source)).toEqual(["000", "000", "000", "000"]);
  });

  it.each(ids)("%s is translated with the language while it is unedited", (id) => {
    for (const from of LANGUAGES)
      for (const to of LANGUAGES) {
        const [english, other] = [from, to].map((language) => openExample(id, emptyScenario({ language }).display)!);
        const { title, launchPoints } = translateExample(english!, to);
        expect([title, launchPoints]).toEqual([other!.title, other!.launchPoints]);
      }
  });

  it("keep the user's texts, and leave maps that are not examples unchanged", () => {
    const scenario = openExample("article-000", emptyScenario().display)!;
    for (const touched of [
      { ...scenario, title: "Mine" },
      { ...scenario, launchPoints: scenario.launchPoints.map((point) => ({ ...point, name: "Base" })) },
      { ...scenario, launchPoints: [] },
      emptyScenario(),
    ])
      expect(translateExample(touched, "uk")).toBe(touched);
  });

  it("keep moved points and chosen systems when translated", () => {
    const scenario = openExample("article-000", emptyScenario().display)!;
    const moved = {
      ...scenario,
      launchPoints: scenario.launchPoints.map((point) => ({
        ...point,
        systems: ["nasams"],
        geometry: { type: "Point" as const, coordinates: [1, 2] as [number, number] },
      })),
    };
    const translated = translateExample(moved, "vi");
    expect(translated.title).not.toBe(scenario.title);
    expect(translated.launchPoints.map(({ systems, geometry }) => [systems, geometry])).toEqual(
      moved.launchPoints.map(({ systems, geometry }) => [systems, geometry]),
    );
  });

  it("returns undefined for an unknown id", () => {
    expect(openExample("nobody", emptyScenario().display)).toBeUndefined();
  });
});
