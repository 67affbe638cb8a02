import { DOMParser } from "@xmldom/xmldom";
import { array, assert, constantFrom, double, property } from "fast-check";
import { parse as parseCsv } from "papaparse";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf, findFigure } from "../../src/catalog/lookups.ts";
import { composeComparePicture, toCompareSvg } from "../../src/comparison/compareChart.ts";
import { toFiguresCsv } from "../../src/comparison/compareCsv.ts";
import { wrapText } from "../../src/picture/scene/shapes.ts";
import { buildComparison, type ComparisonBand, type ComparisonRow } from "../../src/comparison/comparison.ts";
import { layoutComparisonChart } from "../../src/comparison/comparisonChart.ts";
import { filterComparison, sortComparison } from "../../src/comparison/comparisonOrder.ts";
import { comparisonScale } from "../../src/comparison/comparisonScale.ts";
import { CHART_INKS } from "../../src/comparison/comparisonShapes.ts";
import { createSystemLookup } from "../../src/marks/drawnSystem.ts";
import { DisplaySchema, type CustomSystem } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";

const translate = translates.en;
const own: CustomSystem = {
  id: "x1",
  name: "=cmd|' /C calc'!A0",
  rangeKm: { min: 400, max: 500 },
  kind: "other",
  source: "<b>my & own</b>",
};

function rowsOf(refs: string[], options: { outliers?: boolean; units?: "km" | "mi" | "nmi" } = {}): ComparisonRow[] {
  const display = DisplaySchema.parse(options);
  const lookup = createSystemLookup(catalog, [own], { display, translate });
  return buildComparison(
    catalog,
    refs.flatMap((ref) => lookup(ref) ?? []),
    { display, translate },
  );
}
const everything = choicesOf(catalog).map((choice) => choice.id);
const row = (ref: string, options = {}): ComparisonRow => rowsOf([ref], options)[0] as ComparisonRow;
const numbersOf = (band: ComparisonBand): number[] => band.dots.map((dot) => dot.rangeKm.max);
const measure = (text: string, size: number): number => text.length * size * 0.55;
const layout = (rows: ComparisonRow[], width = 900, units: "km" | "mi" | "nmi" = "km") =>
  layoutComparisonChart(rows, catalog.referenceDistances, {
    width,
    units,
    ink: CHART_INKS.light,
    theme: "light",
    measure,
    wrap: wrapText,
    translate,
  });

describe("what is compared", () => {
  // From the list of facts.
  test.each([
    ["atacms", 160, 306],
    ["storm-shadow", 241, 563],
    ["tomahawk", 460, 2500],
    ["patriot", 150, 150],
    ["nasams", 25, 50],
    ["atacms/sent-2023", 160, 165],
    ["patriot/pac-3", 45, 45],
  ])("%s: published from %d to %d km", (ref, low, high) => {
    const { band } = row(ref);
    expect([band.lowKm, band.highKm]).toEqual([low, high]);
    const [lowest, highest] = [band.lowFigure, band.highFigure].map(
      (id) => findFigure(catalog, id ?? "")?.figure.rangeKm,
    );
    expect([lowest?.min, highest?.max]).toEqual([low, high]);
  });

  test("a headline for one class of target names it in the row and on the chart", () => {
    const rows = rowsOf(["patriot", "patriot/pac-3-mse", "patriot/latest", "atacms"]);
    expect(rows.map(({ system }) => system.targetClass)).toEqual([
      "aircraft",
      "ballistic",
      "ballistic",
      "ballistic-cruise-drones",
      undefined,
    ]);
    const texts = (ref: string) =>
      layout(rowsOf([ref])).shapes.flatMap((shape) => (shape.type === "text" ? [shape.text] : []));
    expect(texts("patriot/pac-3-mse").join(" ")).toContain("against ballistic missiles");
    expect(texts("patriot/pac-3").slice(0, 3).join()).not.toContain("against");
  });

  test("no band mixes target classes or launch modes, with any options", () => {
    for (const outliers of [false, true]) {
      for (const { band, otherBands } of rowsOf(everything, { outliers })) {
        for (const each of [band, ...otherBands]) {
          const figures = each.dots.map((dot) => findFigure(catalog, dot.figureId)?.figure);
          expect(new Set(figures.map((figure) => `${figure?.targetClass}:${figure?.launchMode}`)).size).toBe(1);
        }
      }
    }
  });

  test("Patriot's figures against aircraft and against ballistic missiles are separate from its bar", () => {
    const [aircraft, ballistic, ...others] = rowsOf(["patriot"]);
    expect(others).toEqual([]);
    expect(numbersOf(aircraft!.band)).toEqual([150, 150]);
    expect(numbersOf(ballistic!.band)).toEqual([40, 40, 40]);
    expect(aircraft?.otherBands.map((other) => [other.targetClass, numbersOf(other)])).toEqual([
      ["any", [45, 60, 68, 70, 100, 160, 160]],
      ["ballistic-cruise-drones", [35]],
    ]);
    expect(ballistic?.otherBands).toEqual([]);
  });

  test("an outlier is included only on request, and is marked", () => {
    expect(row("nasams").band.dots.some((dot) => dot.outlier)).toBe(false);
    const { band } = row("nasams", { outliers: true });
    expect(band.dots.filter((dot) => dot.outlier).map((dot) => dot.rangeKm.max)).toEqual([160]);
    expect(band.highKm).toBe(160);
  });

  test("every published figure is exactly one dot of its system", () => {
    const dots = rowsOf(
      catalog.systems.map(({ id }) => id),
      { outliers: true },
    ).flatMap(({ band, otherBands }) => [band, ...otherBands].flatMap((each) => each.dots.map((dot) => dot.figureId)));
    expect(dots.toSorted()).toEqual(catalog.systems.flatMap((system) => system.figures.map(({ id }) => id)).toSorted());
  });

  test("a user's own system has a range and no publication", () => {
    expect(row("x1")).toMatchObject({
      band: { lowKm: 400, highKm: 500, dots: [] },
      figures: 0,
      source: "<b>my & own</b>",
    });
  });
});

describe("order and filter", () => {
  const rows = rowsOf([...everything, "x1"]);
  const names = (found: ComparisonRow[]) => found.map(({ system }) => system.ref);

  test("by kind and platform", () => {
    expect(new Set(filterComparison(rows, { kind: "surface-to-air" }).map(({ system }) => system.systemId))).toEqual(
      new Set(["patriot", "nasams"]),
    );
    expect(new Set(filterComparison(rows, { platform: "submarine" }).map(({ system }) => system.systemId))).toEqual(
      new Set(["tomahawk"]),
    );
    expect(names(filterComparison(rows, { kind: "other" }))).toEqual(["x1"]);
    expect(filterComparison(rows, { kind: "ballistic-missile", platform: "air" })).toEqual([]);
  });

  test("by range, descending and ascending", () => {
    const main = rowsOf(["atacms", "tomahawk", "nasams"]);
    expect(names(sortComparison(main, { column: "range", descending: true }, translate))).toEqual([
      "tomahawk",
      "atacms",
      "nasams",
    ]);
    expect(names(sortComparison(main, { column: "range", descending: false }, translate))).toEqual([
      "nasams",
      "atacms",
      "tomahawk",
    ]);
    expect(names(sortComparison(main, { column: "figures", descending: true }, translate))).toEqual([
      "tomahawk",
      "atacms",
      "nasams",
    ]);
  });
});

describe("the axis", () => {
  test("has a round length that is sufficient but not excessive", () => {
    assert(
      property(
        double({ min: 1, max: 20_000, noNaN: true }),
        constantFrom("km" as const, "mi" as const, "nmi" as const),
        (longest, unit) => {
          const { ticks, endKm } = comparisonScale(longest, unit, 6);
          expect(endKm).toBeGreaterThanOrEqual(longest * 0.999_999);
          expect(endKm).toBeLessThan(longest * 1.7);
          expect(ticks.length).toBeGreaterThan(3);
          expect(ticks.length).toBeLessThan(9);
        },
      ),
    );
  });
});

describe("the chart", () => {
  test.each([330, 619, 620, 952])("at %d px: everything is inside it, and bars are to scale", (width) => {
    const rows = rowsOf([...everything, "x1"], { outliers: true });
    const { shapes, hits, height } = layout(rows, width);
    for (const shape of shapes) {
      if (shape.type === "line")
        for (const [x, y] of shape.points)
          expect([x >= -6, x <= width + 6, y >= 0, y <= height]).toEqual([true, true, true, true]);
      else {
        const long = shape.type === "text" ? measure(shape.text, shape.size) : shape.width;
        const left =
          shape.type === "text" && shape.align === "end"
            ? shape.x - long
            : shape.type === "text" && shape.align === "middle"
              ? shape.x - long / 2
              : shape.x;
        expect([left >= -6, left + long <= width + 6, shape.y <= height], JSON.stringify(shape)).toEqual([
          true,
          true,
          true,
        ]);
      }
    }
    for (const hit of hits) expect(hit.x + hit.width).toBeLessThanOrEqual(width + 6);
    const bars = layout(rowsOf(["tomahawk", "atacms", "storm-shadow"]), width).shapes.flatMap((shape) =>
      shape.type === "rect" && shape.height === 14 ? [shape.width] : [],
    );
    expect(bars).toHaveLength(3);
    expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(2400 / 300, 6);
    expect((bars[1] ?? 0) / (bars[2] ?? 1)).toBeCloseTo(300 / 250, 6);
  });

  test("every figure and every treaty distance within the scale is clickable and has an accessible name", () => {
    const rows = rowsOf(
      everything.filter((ref) => !ref.includes("/")),
      { outliers: true },
    );
    const { hits } = layout(rows);
    const pressed = new Set(
      hits.flatMap(({ target }) => ("figure" in target && target.figure !== undefined ? [target.figure] : [])),
    );
    for (const figure of catalog.systems.flatMap((system) => system.figures)) expect(pressed).toContain(figure.id);
    const treaties = hits.flatMap(({ target, label }) => ("treaty" in target ? [[target.treaty, label]] : []));
    expect(treaties).toEqual([
      ["mtcr-category-i", "MTCR Category I: from 300\u00A0km"],
      ["inf-shorter-range", "INF Treaty, shorter-range: 500–1,000\u00A0km"],
      ["inf-intermediate-range", "INF Treaty, intermediate-range: 1,000–5,500\u00A0km"],
    ]);
    expect(hits.find(({ target }) => "figure" in target && target.figure === "nasams-s81")?.label).toContain("outlier");
  });

  test("a treaty distance beyond the scale is left out", () => {
    const { hits } = layout(rowsOf(["nasams"]));
    expect(hits.filter(({ target }) => "treaty" in target)).toEqual([]);
  });

  test("uses one unit everywhere", () => {
    const texts = layout(rowsOf(["tomahawk", "atacms"], { units: "mi" }), 900, "mi").shapes.flatMap((shape) =>
      shape.type === "text" ? [shape.text] : [],
    );
    expect(texts.filter((text) => /\d\s?km/.test(text))).toEqual([]);
    expect(texts).toContain("1,491\u00A0mi");
  });

  test("every selection of systems can be laid out", () => {
    assert(
      property(
        array(constantFrom(...everything, "x1"), { minLength: 1, maxLength: 8 }),
        (refs) => void layout(rowsOf([...new Set(refs)])),
      ),
      { numRuns: 50 },
    );
  });
});

describe("files", () => {
  const rows = rowsOf(["tomahawk", "tomahawk/block-v", "patriot", "x1"]);

  test("the SVG is self-contained: it has caveats and sources, and escapes a user's text", () => {
    const svg = toCompareSvg(
      composeComparePicture(rows, catalog.referenceDistances, {
        catalog,
        width: 1200,
        units: "km",
        theme: "light",
        measure,
        translate,
      }),
      "en",
    );
    const faults: string[] = [];
    const document = new DOMParser({ onError: (_, message) => faults.push(message) }).parseFromString(
      svg,
      "image/svg+xml",
    );
    expect(faults).toEqual([]);
    const text = document.documentElement?.textContent ?? "";
    expect(svg).not.toMatch(/<b>|https?:\/\/(?!www\.w3\.org\/)|<style|<script/);
    expect(text).toContain("<b>my & own</b>");
    expect(text).toContain("The INF Treaty covered ground-launched missiles only, and it has ended.");
    expect(text).toContain("Strana, 2023");
    expect(text).toContain("Radio Svoboda");
    expect(document.getElementsByTagName("desc")[0]?.textContent).toContain(
      "Patriot (against aircraft): up to 150\u00A0km; Patriot (against ballistic missiles): 40\u00A0km",
    );
  });

  test("the CSV has one row per figure, as printed and in kilometres, and no formula", () => {
    const csv = toFiguresCsv(rows, catalog.referenceDistances, catalog, translate);
    const { data, errors } = parseCsv<Record<string, string>>(csv.trimEnd(), { header: true });
    expect(errors).toEqual([]);
    const tomahawk = catalog.systems.find(({ id }) => id === "tomahawk")?.figures ?? [];
    const patriot = catalog.systems.find(({ id }) => id === "patriot")?.figures ?? [];
    expect(data.map((line) => line["Id"])).toEqual(
      [...tomahawk, ...patriot].map(({ id }) => id).concat("x1", ...catalog.referenceDistances.map(({ id }) => id)),
    );
    const mile = data.find((line) => line["Id"] === "tomahawk-s16");
    expect(mile).toMatchObject({
      "As printed, lowest": "1000",
      "As printed, unit": "mi",
      "Lowest, km": "1609",
      "As published": "more than",
      "Source id": "S16",
    });
    expect(mile?.["Address"]).toMatch(/^https?:\/\/.*bostonherald/);
    expect(data.find((line) => line["Id"] === "mtcr-category-i")).toMatchObject({
      "Lowest, km": "300",
      "Highest, km": "",
      "Source id": "S84; S83; S43",
    });
    expect(data.find((line) => line["Id"] === "x1")).toMatchObject({
      "Lowest, km": "400",
      "Highest, km": "500",
      Source: "<b>my & own</b> (This range was added by the map’s author and is not in the catalogue.)",
    });
    const cells = data.flatMap((line) => Object.values(line));
    expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
  });
});
