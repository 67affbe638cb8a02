import { DOMParser } from "@xmldom/xmldom";
import * as fc from "fast-check";
import { parse as parseCsv } from "papaparse";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf, findFigure, findSource } from "../../src/catalog/lookups.ts";
import { originsOf } from "../../src/catalog/origins.ts";
import { composeTimelinePicture, toCompareSvg } from "../../src/comparison/compareChart.ts";
import { toFiguresCsv } from "../../src/comparison/compareCsv.ts";
import { buildComparison } from "../../src/comparison/comparison.ts";
import { CHART_INKS } from "../../src/comparison/comparisonShapes.ts";
import { buildTimelines, dateSpan, type Timeline } from "../../src/comparison/timeline.ts";
import { layoutTimelineChart } from "../../src/comparison/timelineChart.ts";
import { yearScale } from "../../src/comparison/timelineScale.ts";
import { LANGUAGES, type LanguageCode } from "../../src/i18n/languages.ts";
import { createSystemLookup } from "../../src/marks/drawnSystem.ts";
import { sourceInWords } from "../../src/marks/sourceWords.ts";
import { wrapText } from "../../src/picture/scene/shapes.ts";
import { UNITS } from "../../src/scenario/emptyScenario.ts";
import { type CustomSystem, DisplaySchema, type Units } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";

const REFS = choicesOf(catalog).map(({ id }) => id);
const own: CustomSystem = { id: "x1", name: "Example", rangeKm: { min: 400, max: 500 } };
const measure = (text: string, size: number): number => text.length * size * 0.55;

interface Wish {
  language?: LanguageCode;
  units?: Units;
  outliers?: boolean;
}

function rowsOf(refs: string[], wish: Wish) {
  const translate = translates[wish.language ?? "en"];
  const display = DisplaySchema.parse(wish);
  const lookup = createSystemLookup(catalog, [own], { display, translate });
  return {
    rows: buildComparison(catalog, refs.flatMap(lookup), { display, translate }),
    context: { display, translate },
  };
}

function timelinesOf(refs: string[], wish: Wish = {}): Timeline[] {
  const { rows, context } = rowsOf(refs, wish);
  return buildTimelines(rows, catalog, context);
}

const layout = (timelines: Timeline[], { width = 952, units = "km" as Units, language = "en" as LanguageCode } = {}) =>
  layoutTimelineChart(timelines, {
    width,
    units,
    ink: CHART_INKS.light,
    theme: "light",
    measure,
    wrap: wrapText,
    translate: translates[language],
  });

describe("the span of a date", () => {
  it.each([
    ["2017", "2017-01-01", "2018-01-01"],
    ["2023-10", "2023-10-01", "2023-11-01"],
    ["2023-12", "2023-12-01", "2024-01-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
  ])("%s is from %s to before %s: all that it may be", (date, from, to) => {
    expect(dateSpan(date)).toEqual({ from: Date.parse(from), to: Date.parse(to) });
  });
});

describe("the axis of years", () => {
  it("holds every date, begins and ends with a year, and has no more marks than asked for", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 20 }), (days, steps) => {
        const spans = days.map((one) => dateSpan(one.toISOString().slice(0, 10)));
        const { from, to, years } = yearScale(spans, steps);
        for (const span of spans) {
          expect(span.from).toBeGreaterThanOrEqual(from);
          expect(span.to).toBeLessThanOrEqual(to);
        }
        expect([new Date(from), new Date(to)].map((end) => end.toISOString().slice(4, 10))).toEqual([
          "-01-01",
          "-01-01",
        ]);
        expect(years.length).toBeLessThanOrEqual(steps + 1);
      }),
    );
  });
});

describe("the figures over time", () => {
  it("are each published figure once, in the panel of its system, by date with the undated last", () => {
    const timelines = timelinesOf(REFS, { outliers: true });
    expect(timelines.map(({ system }) => system.ref).sort()).toEqual(catalog.systems.map(({ id }) => id).sort());
    for (const { system, figures } of timelines) {
      const published = catalog.systems.find(({ id }) => id === system.ref)?.figures ?? [];
      expect(figures.map(({ id }) => id).sort()).toEqual(published.map(({ id }) => id).sort());
      const dates = figures.map(({ date }) => date?.from ?? Infinity);
      expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    }
  });

  it("have no date where the source has none, and say how one is known that is not printed", () => {
    const figures = timelinesOf(REFS).flatMap((timeline) => timeline.figures);
    const undated = figures.filter(({ date }) => date === undefined);
    // WP Tech twice, 24 Kanal, and the UK's Ministry of Defence.
    expect(undated.map(({ id }) => findFigure(catalog, id)?.figure.source).sort()).toEqual([
      "S26",
      "S27",
      "S35",
      "S64",
    ]);
    for (const { dateText } of undated) expect(dateText).toBe("undated");
    const of = (id: string) => figures.find((figure) => figure.id === id) ?? expect.fail(id);
    expect(of("atacms-s55")).toMatchObject({ dateInferred: true, dateText: "November 2024, from what it says" });
    expect(of("storm-shadow-s56")).toMatchObject({ dateInferred: false });
  });

  it("have as many origins as the source card counts, and each says which it has", () => {
    for (const { system, figures, origins } of timelinesOf(["patriot", "tomahawk"])) {
      const published = catalog.systems.find(({ id }) => id === system.ref)?.figures ?? [];
      const groups = originsOf(published, (id) => findSource(catalog, id));
      expect(origins).toBe(groups.length);
      for (const group of groups)
        expect(new Set(group.map(({ id }) => figures.find((figure) => figure.id === id)?.origin)).size).toBe(1);
      expect(new Set(figures.map(({ origin }) => origin)).size).toBe(origins);
    }
  });

  it("are those of a version alone where its system is not compared, and none of a user's own system", () => {
    const [version, ...others] = timelinesOf(["atacms/sent-2023", "x1"]);
    expect(others).toEqual([]);
    expect(version?.name).toBe("ATACMS (version sent in 2023)");
    expect(version?.figures.map(({ id }) => findFigure(catalog, id)?.figure.variant)).toEqual(
      version?.figures.map(() => "sent-2023"),
    );
  });

  it("have an outlier on request only", () => {
    const kmOf = (wish: Wish) => timelinesOf(["nasams"], wish)[0]?.figures.map(({ rangeKm }) => rangeKm.max);
    expect(kmOf({})).not.toContain(160);
    expect(kmOf({ outliers: true })).toContain(160);
  });
});

describe("the chart of figures over time", () => {
  const timelines = timelinesOf(REFS, { outliers: true });
  const figures = timelines.flatMap((timeline) => timeline.figures);

  it("has for each figure one mark, which opens its card and says what is printed, when, and by whom", () => {
    const { hits } = layout(timelines);
    const marks = hits.filter(({ target }) => "figure" in target && target.figure !== undefined);
    expect(marks.map(({ target }) => ("figure" in target ? target.figure : ""))).toHaveLength(figures.length);
    for (const figure of figures) {
      const [mark, ...others] = marks.filter(({ target }) => "figure" in target && target.figure === figure.id);
      expect(others).toEqual([]);
      for (const part of [figure.range, figure.printed, figure.dateText, figure.who])
        expect(mark?.label).toContain(part);
    }
    const miles = marks.find(({ label }) => label.startsWith("ATACMS (longer-range version): 190"));
    expect(miles?.label).toBe(
      "ATACMS (longer-range version): 190\u00A0mi (306\u00A0km), printed as “190 mi”; November 2024, from what it says; ABC News, which names nobody for the number; origin 11 of 11",
    );
  });

  it("has marks as high as their ranges and in the order of their dates, moved aside by no more than 16 pixels", () => {
    const { hits } = layout(timelines);
    const at = (id: string) => {
      const hit = hits.find(({ target }) => "figure" in target && target.figure === id) ?? expect.fail(id);
      return { x: hit.x + hit.width / 2, y: hit.y };
    };
    for (const { figures: own } of timelines) {
      const heights = own.map((figure) => [figure.rangeKm.max, at(figure.id).y] as const);
      const [[kmA, yA], [kmB, yB]] = [
        heights.reduce((a, b) => (b[0] < a[0] ? b : a)),
        heights.reduce((a, b) => (b[0] > a[0] ? b : a)),
      ];
      for (const [km, y] of heights) expect(y).toBeCloseTo(yA + ((km - kmA) / (kmB - kmA)) * (yB - yA), 6);
      const dated = own.filter(({ date }) => date);
      for (const figure of dated)
        for (const other of dated)
          if ((other.date?.from ?? 0) >= (figure.date?.to ?? 0))
            expect(at(other.id).x - at(figure.id).x).toBeGreaterThan(-33);
      for (const figure of own.filter(({ date }) => !date))
        for (const other of dated) expect(at(figure.id).x).toBeGreaterThan(at(other.id).x);
    }
  });

  it("fits its width, whatever the width, the language and the unit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 272, max: 1400 }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(...UNITS),
        fc.subarray(REFS, { minLength: 1 }),
        (width, language, units, refs) => {
          const { shapes, hits, height } = layout(timelinesOf(refs, { language, units }), { width, units, language });
          for (const shape of shapes) {
            if (shape.type === "text") continue;
            const xs = shape.type === "line" ? shape.points.map(([x]) => x) : [shape.x, shape.x + shape.width];
            expect(Math.min(...xs)).toBeGreaterThanOrEqual(-0.01);
            expect(Math.max(...xs)).toBeLessThanOrEqual(width + 0.01);
          }
          for (const hit of hits) {
            expect(hit.y).toBeGreaterThanOrEqual(-3);
            expect(hit.y + hit.height).toBeLessThanOrEqual(height);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("its files", () => {
  it.each(LANGUAGES)(
    "the picture credits every figure that it draws, in its notes and its description: %s",
    (language) => {
      const timelines = timelinesOf(REFS, { language });
      const translate = translates[language];
      const picture = composeTimelinePicture(timelines, {
        catalog,
        width: 1200,
        units: "km",
        theme: "light",
        measure,
        translate,
      });
      const svg = toCompareSvg(picture, language);
      const texts = [...new DOMParser().parseFromString(svg, "image/svg+xml").getElementsByTagName("text")]
        .map(({ textContent }) => textContent)
        .join(" ");
      for (const { id, range } of timelines.flatMap(({ figures }) => figures)) {
        const source = findSource(catalog, findFigure(catalog, id)?.figure.source ?? "") ?? expect.fail(id);
        const words = `${range}, ${sourceInWords(source, translate)}`;
        expect(texts).toContain(words);
        expect(picture.description).toContain(words);
      }
    },
  );

  it("the CSV has each figure's date, how it is known, who says so and its origin", () => {
    const { rows } = rowsOf(["storm-shadow"], {});
    const [header = [], ...lines] = parseCsv<string[]>(toFiguresCsv(rows, [], catalog, translates.en), {
      skipEmptyLines: true,
    }).data;
    const cell = (id: string, column: string) => lines.find(([first]) => first === id)?.[header.indexOf(column)];
    expect(lines).toHaveLength(8);
    expect(cell("storm-shadow-s56", "How the date is known")).toBe("printed");
    expect(cell("storm-shadow-s58", "How the date is known")).toBe("what it says");
    expect(cell("storm-shadow-s56", "Who says so")).toBe("the manufacturer’s figure (MBDA), in The Scotsman");
    // Forces News twice: one publisher, one origin.
    expect(cell("storm-shadow-s8", "Origin within the system")).toBe(
      cell("storm-shadow-s58", "Origin within the system"),
    );
  });
});
