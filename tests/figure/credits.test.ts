import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { choicesOf, findFigure, findSource } from "../../src/catalog/lookups.ts";
import { toCaptionText } from "../../src/files/bundle.ts";
import { creditsInWords, creditsOf, creditedRowName } from "../../src/figure/credits.ts";
import type { Figure } from "../../src/figure/figure.ts";
import { parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { formatNumber, fromKm } from "../../src/i18n/numbers.ts";
import type { DrawnSystem } from "../../src/marks/drawn.ts";
import { markedName } from "../../src/marks/drawnSystem.ts";
import { sourceInWords } from "../../src/marks/sourceWords.ts";
import { toSvg } from "../../src/picture/painters/svg.ts";
import { toAltText } from "../../src/picture/scene/altText.ts";
import { UNITS } from "../../src/scenario/emptyScenario.ts";
import type { CustomSystem, Units } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";
import { at, catalog, figureOf, KYIV } from "../samples.ts";

const REFS = choicesOf(catalog).map(({ id }) => id);
const MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Between two marks. */
const THIN_SPACE = "\u2009";

const world = parseBasemapWorld(
  JSON.parse(readFileSync(new URL("../../public/basemap/world-110m.json", import.meta.url), "utf8")),
);
/** A picture that lists every system beside the map, and is large enough to print all of them in full. */
const PICTURE = {
  width: 1400,
  height: 2400,
  layoutWidth: 1400,
  theme: "light",
  composition: "column",
  world: async () => world,
} as const;

/** The numbers of the marks at the end of a text: `Tomahawk¹ ²` has 1 and 2. */
const marksAtEnd = (text: string): number[] =>
  (new RegExp(`((?:[${MARKS}]+${THIN_SPACE}?)+)$`).exec(text)?.[1] ?? "")
    .split(THIN_SPACE)
    .filter((mark) => mark !== "")
    .map((mark) => Number([...mark].map((digit) => MARKS.indexOf(digit)).join("")));

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);

/** The figures whose numbers are printed of a system: its headline's, and those of the ends of its spread. */
const printedFigures = ({ figureId, spread }: DrawnSystem): string[] =>
  [figureId, spread?.minFigure, spread?.maxFigure].filter((id) => id !== undefined);

/** A distance as a text in the unit prints its number. */
function numberInWords(km: number, units: Units, language: Figure["language"]): string {
  const value = fromKm(km, units);
  return formatNumber(language, value, value >= 10 ? 0 : 1);
}

/** What a text that stands without its picture says of a system's sources: `Tomahawk – Dân Việt, …; Tiền Phong, ….` */
function sourcesOf(text: string, name: string): string {
  const rests = text.split(name).slice(1);
  // Not where a longer name begins with this one, nor where the caption gives its range.
  const lists = rests.flatMap((rest) => /^(?! \()[^;.]*? – (.*?)\.(?:\s|$)/s.exec(rest)?.[1] ?? []);
  return lists[0] ?? "";
}

/** Kilometres in each language, and the other units where their words agree with the number, or are cut short. */
const CASES = [
  ...LANGUAGES.map((language) => [language, "km"] as const),
  ...UNITS.filter((units) => units !== "km").map((units) => ["uk", units] as const),
];

describe.each(CASES)(
  "every number that is printed of a system has its source in the same text: %s, %s",
  (language, units) => {
    const translate = translates[language];
    // Every system and version of the catalogue in one picture.
    const figure = figureOf([at("Kyiv", KYIV, REFS)], { language, units });
    const credits = creditsOf(figure, translate).map(({ words }) => words);
    let pictureText = "";
    beforeAll(async () => {
      // Lines are broken at spaces.
      pictureText = textsOf(await toSvg(figure, { ...PICTURE, translate })).join(" ");
    }, 60_000);
    const standingAlone = [toAltText(figure, translate), toCaptionText({ figure, translate })];

    it.each(figure.systems.map((system) => [markedName(system, translate), system] as const))(
      "%s",
      (marked, system) => {
        const row = figure.legend.find((item) => item.system === system) ?? expect.fail("no row in the legend");
        const name = creditedRowName(row, figure);
        expect(pictureText).toContain(name);
        expect(pictureText).toContain(system.rangeText);
        if (system.spreadText !== undefined) expect(pictureText).toContain(system.spreadText);
        const sources = marksAtEnd(name).map((number) => credits[number - 1]);
        const printed = printedFigures(system).map((id) => findFigure(catalog, id)?.figure ?? expect.fail(id));
        for (const { source } of printed) {
          const words = sourceInWords(findSource(catalog, source) ?? expect.fail(source), translate);
          expect(sources).toContain(words);
          expect(pictureText).toContain(words);
          for (const text of standingAlone) expect(sourcesOf(text, marked)).toContain(words);
        }
        // Each number is an end of one of those figures, so none is without a source.
        const ends = printed.flatMap(({ rangeKm }) => [rangeKm.min, rangeKm.max]);
        const { rangeKm, spread } = system;
        const numbers = [rangeKm.min, rangeKm.max, ...(spread ? [spread.minKm, spread.maxKm] : [])];
        expect(ends).toEqual(expect.arrayContaining(numbers));
        for (const text of [figure.caption, ...standingAlone])
          for (const km of numbers) expect(text).toContain(numberInWords(km, units, language));
      },
    );
  },
);

describe("marks of sources", () => {
  it.each(LANGUAGES)("stand after names, never after a unit: %s", async (language) => {
    const treaties = ["inf-shorter-range", "mtcr-category-i"];
    const figure = figureOf([at("Kyiv", KYIV, REFS)], { language, treaties });
    const texts = textsOf(await toSvg(figure, { ...PICTURE, translate: translates[language] }));
    const marked = texts.filter((text) => new RegExp(`[^${MARKS}\\s;:][${MARKS}]`).test(text));
    expect(marked.length).toBeGreaterThan(REFS.length / 2);
    for (const text of marked) expect(text).not.toMatch(new RegExp(`(?:km|км|mi|nmi|dặm|мил\\S*|hải lý)[${MARKS}]`));
  });

  it("stand after a treaty's name, before its distances", () => {
    const figure = figureOf([at("Kyiv", KYIV, ["atacms"])], { treaties: ["inf-shorter-range"] });
    const row = figure.legend.find(({ kind }) => kind === "treaty") ?? expect.fail("no row of the treaty");
    const [name = "", definition] = creditedRowName(row, figure).split(": ");
    const sources = creditsOf(figure, translates.en).map(({ words }) => words);
    expect(marksAtEnd(name).map((number) => sources[number - 1])).toEqual([
      expect.stringContaining("INF Treaty"),
      expect.stringContaining("US Embassy in London"),
    ]);
    expect(definition).toContain("500");
  });

  it("lead to what the map's author wrote, marked as theirs, and to nothing where they wrote nothing", () => {
    const own: CustomSystem = { id: "x", name: "Example", rangeKm: { min: 400, max: 400 }, source: "Our desk, 2026" };
    const other: CustomSystem = { id: "y", name: "Other", rangeKm: { min: 90, max: 90 } };
    const figure = figureOf([at("Kyiv", KYIV, ["atacms", "x", "y"])], {}, [own, other]);
    const credits = creditsOf(figure, translates.en);
    expect(credits.at(-1)).toEqual({ mark: "⁴", words: "Our desk, 2026 (added by the map’s author)" });
    const nameOf = (ref: string) => {
      const row = figure.legend.find(({ system }) => system?.ref === ref) ?? expect.fail(ref);
      return creditedRowName(row, figure);
    };
    expect(nameOf("x")).toBe("Example (added by the map’s author)⁴");
    expect(nameOf("y")).toBe("Other (added by the map’s author)");
    expect(toAltText(figure, translates.en)).toContain(
      "Example (added by the map’s author) – Our desk, 2026 (added by the map’s author).",
    );
  });

  it("are absent where nothing has a source", () => {
    expect(creditsInWords(figureOf([]), translates.en)).toBe("");
  });
});
