import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf, findFigure } from "../../src/catalog/lookups.ts";
import { wrapText } from "../../src/picture/scene/shapes.ts";
import { buildComparison, type ComparisonRow } from "../../src/comparison/comparison.ts";
import { layoutComparisonChart } from "../../src/comparison/comparisonChart.ts";
import { CHART_INKS } from "../../src/comparison/comparisonShapes.ts";
import { createSystemLookup } from "../../src/marks/drawnSystem.ts";
import { KM_PER_UNIT } from "../../src/i18n/numbers.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { UNITS } from "../../src/scenario/emptyScenario.ts";
import { DisplaySchema, type Language, type Units } from "../../src/scenario/scenario.ts";
import { FACTS, factsKm, factsMi } from "../data/catalogFacts.ts";
import { at, figureOf, KYIV } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

/** Only systems in the list of facts, which need not include systems added later. */
const LISTED = [...new Set(FACTS.map((fact) => fact.system))];
const REFS = choicesOf(catalog).flatMap(({ id, system }) => (LISTED.includes(system.id) ? [id] : []));
/** The limits of each treaty distance, from the list of facts. */
const TREATY_KM: Record<string, number[]> = {
  "inf-shorter-range": [500, 1000],
  "inf-intermediate-range": [1000, 5500],
  "mtcr-category-i": [300],
};

/** The numbers in a text, read by the conventions of its language, except those in names. */
function numbersIn(text: string, language: Language): number[] {
  const [group, decimal] = { en: [",", "."], vi: [".", ","], uk: ["\u00A0", ","] }[language] as [string, string];
  const found =
    text
      .replaceAll("\u202F", "\u00A0")
      .match(new RegExp(`\\d{1,3}(?:[${group}]\\d{3})+|\\d+(?:[${decimal}]\\d+)?`, "gu")) ?? [];
  return found.map((number) => Number(number.replaceAll(group, "").replace(decimal, ".")));
}

/** Miles as printed, before the same length in another unit: `1,000 mi (1,609 km)`. */
const PRINTED_MILES = /[\d.,\u00A0\u202F–]+\u00A0(?:mi|dặm|мил\S*) \((?=\d)/gu;

/** Numbers that equal neither one of these kilometres, converted to the unit with three digits, nor one of these miles as printed. */
function strangers(text: string, km: number[], language: Language, units: Units, mi: number[] = []): number[] {
  const printed = text.match(PRINTED_MILES) ?? [];
  const converted = numbersIn(text.replaceAll(PRINTED_MILES, "("), language).filter(
    (number) => !km.some((fact) => Math.abs(fact / KM_PER_UNIT[units] - number) <= (number < 10 ? 0.051 : 0.501)),
  );
  return [
    ...printed.flatMap((part) => numbersIn(part, language)).filter((number) => !mi.includes(number)),
    ...converted,
  ];
}

const cases = LANGUAGES.flatMap((language) => UNITS.map((units) => [language, units] as const));

/** Matches the unit after a number, in all its forms. */
const UNIT_WORDS = {
  en: { km: /\u00A0km/, mi: /\u00A0mi/, nmi: /\u00A0nmi/ },
  vi: { km: /\u00A0km/, mi: /\u00A0dặm/, nmi: /\u00A0hải lý/ },
  uk: { km: /\u00A0км/, mi: /\u00A0мил/, nmi: /\u00A0мор\. мил/ },
};

/** The range in a label, without the system's name before it and the publisher after it, which may contain digits. */
const rangePart = (label: string, name: string, language: Language, units: Units): string =>
  label.slice(name.length + 2).split(UNIT_WORDS[language][units])[0] ?? "";

function rowsIn(language: Language, units: Units, outliers: boolean): ComparisonRow[] {
  const translate = translates[language];
  const display = DisplaySchema.parse({ language, units, outliers });
  const lookup = createSystemLookup(catalog, [], { display, translate });
  return buildComparison(
    catalog,
    REFS.flatMap((ref) => lookup(ref) ?? []),
    { display, translate },
  );
}

describe.each(cases)("every number on the screen is a published one: %s, %s", (language, units) => {
  const translate = translates[language];
  const chartOf = (rows: ComparisonRow[]) =>
    layoutComparisonChart(rows, catalog.referenceDistances, {
      width: 390,
      units,
      ink: CHART_INKS.light,
      theme: "light",
      measure: (text, size) => text.length * size * 0.55,
      wrap: wrapText,
      translate,
    });

  test("in the chart, and each opens a figure with that number", () => {
    const rows = rowsIn(language, units, true);
    let traced = 0;
    for (const { label, target } of chartOf(rows).hits) {
      if ("treaty" in target) {
        expect(strangers(label, TREATY_KM[target.treaty] ?? [], language, units), label).toEqual([]);
        continue;
      }
      const name = rows.find(({ system }) => system.ref === target.system)?.system.shortName ?? "";
      const range = rangePart(label, name, language, units);
      expect(numbersIn(range, language).length, label).toBeGreaterThan(0);
      const id = target.system.split("/")[0] ?? "";
      expect(strangers(range, factsKm(id), language, units, factsMi(id)), label).toEqual([]);
      if (target.figure === undefined) continue;
      const figure = findFigure(catalog, target.figure);
      expect(figure?.system.id, label).toBe(target.system.split("/")[0]);
      traced += 1;
    }
    // Every dot, and the headline of every row.
    expect(traced).toBeGreaterThan(REFS.length * 2);
  });

  test("in the table and the legend", () => {
    for (const { system, band } of rowsIn(language, units, false)) {
      const km = factsKm(system.systemId ?? "");
      const mi = factsMi(system.systemId ?? "");
      expect(strangers(system.rangeText, km, language, units, mi), system.rangeText).toEqual([]);
      expect(km).toEqual(expect.arrayContaining([band.lowKm, band.highKm]));
      const [low, high] = [band.lowFigure, band.highFigure].map((id) => findFigure(catalog, id ?? "")?.figure.rangeKm);
      expect([low?.min, high?.max]).toEqual([band.lowKm, band.highKm]);
    }
  });

  test("in the caption", () => {
    const { caption, systems } = figureOf([at("Kyiv", KYIV, REFS)], { language, units });
    const all = LISTED.flatMap(factsKm);
    // Names of systems and versions contain digits: `PAC-3`, `2023`.
    const versions = catalog.systems.flatMap(({ variants }) => variants.map((variant) => variant.names[language]));
    const names = [...systems.map(({ shortName }) => shortName), ...versions].toSorted((a, b) => b.length - a.length);
    const bare = (text: string) => names.reduce((words, name) => words.replaceAll(name, "…"), text);
    expect(numbersIn(bare(caption), language).length).toBeGreaterThan(systems.length);
    expect(strangers(bare(caption), all, language, units, LISTED.flatMap(factsMi))).toEqual([]);
  });
});

test("detects a number that nobody published", () => {
  expect(strangers("up to 161\u00A0km", factsKm("patriot"), "en", "km")).toEqual([161]);
  expect(
    strangers("up to 1,001\u00A0mi (1,610\u00A0km)", factsKm("tomahawk"), "en", "km", factsMi("tomahawk")),
  ).toEqual([1001, 1610]);
  expect(strangers("2\u00A0400\u00A0км", factsKm("tomahawk"), "uk", "km")).toEqual([]);
  expect(strangers("1.491\u00A0dặm", factsKm("tomahawk"), "vi", "mi")).toEqual([]);
});
