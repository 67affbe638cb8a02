import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../../src/i18n/numbers.ts";
import { buildImportContext, type Imported } from "../../../src/input/import/imported.ts";
import { answerRangeQuestions } from "../../../src/input/import/rangeCells.ts";
import { readCatalog } from "../../../src/catalog/readCatalog.ts";
import { MAX_CUSTOM_SYSTEMS } from "../../../src/scenario/limits.ts";
import type { CustomSystem } from "../../../src/scenario/scenario.ts";
import { codesOf, context, importFixture, importText, placesOf } from "./importFixture.ts";

/** Each draft's ranges of its own, in kilometres. */
const rangesOf = ({ drafts, customSystems }: Imported): number[][] =>
  drafts.map(({ systems = [] }) =>
    systems.flatMap((id) => customSystems.find((system) => system.id === id)?.rangeKm.max ?? []),
  );

describe("a range that can mean two things", () => {
  const imported = importFixture("ambiguous-thousands.csv");

  it("is in no launch point, and is a question with both readings", () => {
    expect(rangesOf(imported)).toEqual([[], [], [], [], [1500]]);
    expect(imported.problems).toEqual([]);
    expect(
      imported.questions.map(({ column, mark, cells }) => [
        column,
        mark,
        cells.map(({ row, text, km }) => [row, text, km]),
      ]),
    ).toEqual([
      [
        "range",
        ",",
        [
          [2, "1,500", { ".": 1500, ",": 1.5 }],
          [3, "2,400 km", { ".": 2400, ",": 2.4 }],
          [5, "1,000 mi", { ".": 1609.344, ",": 1.609 }],
        ],
      ],
      ["range", ".", [[4, "1.500", { ".": 1.5, ",": 1500 }]]],
    ]);
  });

  it("is what the user says it is", () => {
    expect(rangesOf(answerRangeQuestions(imported, ["thousands", "thousands"], context))).toEqual([
      [1500],
      [2400],
      [1500],
      [1609.344],
      [1500],
    ]);
    expect(rangesOf(answerRangeQuestions(imported, ["fraction", "none"], context))).toEqual([
      [1.5],
      [2.4],
      [],
      [1.609],
      [1500],
    ]);
    // The import itself is as it was, for another answer.
    expect(rangesOf(imported)[0]).toEqual([]);
  });

  it("is not asked about where another number of its column tells, or the file writes degrees with commas", () => {
    for (const [name, ranges] of [
      ["thousands-told-by-column.csv", [[1500], [2400.5]]],
      ["thousands-told-by-decimal-commas.csv", [[1500], [1.5]]],
    ] as const) {
      const told = importFixture(name);
      expect(told.questions).toEqual([]);
      expect(rangesOf(told)).toEqual(ranges);
    }
  });

  it("is asked about whatever stands around it: a number is never a thousand times off without a word", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom("en", "vi", "uk"),
        fc.constantFrom("", " km", " км", "km"),
        (km, language, unit) => {
          const read = importText(`name;lat;lng;range\nA;50.1;30.1;${formatNumber(language, km, 3)}${unit}\n`);
          const answered = answerRangeQuestions(read, ["thousands"], context);
          expect(rangesOf(answered)).toEqual([[km]]);
          expect(read.questions.length).toBe(km >= 1000 && language !== "uk" ? 1 : 0);
        },
      ),
    );
  });

  it("is told when the reading that was chosen is no range", () => {
    const far = importText('name,lat,lng,range\nA,1,2,"25,000"\n');
    expect(codesOf(answerRangeQuestions(far, ["thousands"], context))).toEqual(["2 rangeNumber"]);
    expect(rangesOf(answerRangeQuestions(far, ["fraction"], context))).toEqual([[25]]);
  });

  it("is never asked about a number of JSON, which has one reading", () => {
    const feature = (range: unknown) =>
      importText(
        JSON.stringify({ type: "Feature", properties: { range }, geometry: { type: "Point", coordinates: [1, 2] } }),
      );
    expect(rangesOf(feature(1.125))).toEqual([[1.125]]);
    expect(feature("1.125").questions).toHaveLength(1);
  });
});

describe("units", () => {
  it("are read in three languages, the cell's before the header's", () => {
    const imported = importFixture("range-units.csv");
    expect(codesOf(imported)).toEqual([]);
    expect(imported.drafts.map(({ name }, index) => [name, rangesOf(imported)[index]?.[0]])).toEqual([
      ["header", 160.934],
      ["km", 300],
      ["км", 300],
      ["m", 5],
      ["miles", 160.934],
      ["миль", 160.934],
      ["милі", 3.219],
      ["миля", 1.609],
      ["dặm", 160.934],
      ["nmi", 185.2],
      ["мор. миль", 185.2],
      ["морських миль", 185.2],
      ["hải lý", 185.2],
    ]);
  });

  it.each([
    ["rangeMi", 160.934],
    ["range_nmi", 185.2],
    ["Дальність, миль", 160.934],
    ["Tầm bắn (hải lý)", 185.2],
    ["km", 100],
    ["range", 100],
  ])("of the header %s count", (header, km) => {
    expect(rangesOf(importText(`name;lat;lng;${header}\nA;50.1;30.1;100\n`))).toEqual([[km]]);
  });

  it("that are not known are told", () => {
    expect(codesOf(importFixture("range-unit-unknown.csv"))).toEqual(["2 rangeUnit", "3 rangeUnit"]);
  });
});

describe("the spreadsheet's columns", () => {
  it("launch, system, km are understood, and a length in place of a system is a range", () => {
    const imported = importFixture("range-as-system.csv");
    expect(imported.drafts.map(({ systems }) => systems)).toEqual([
      ["range-300-km"],
      ["tomahawk", "range-1500-km", "range-2400-5-km"],
      ["atacms", "range-250-km"],
      [],
    ]);
    // A bare 300 could be anything.
    expect(codesOf(imported)).toEqual(["5 unknownSystem"]);
  });

  it("a column called launch may hold the position", () => {
    expect(placesOf(importFixture("position-in-launch-column.csv"))).toEqual([["", 30.5234, 50.4501]]);
  });

  it("metres of UTM with marks between thousands are no place near the equator", () => {
    for (const { geometry } of importFixture("utm-thousands.csv").drafts) {
      const [lng, lat] = geometry.type === "Point" ? geometry.coordinates : [0, 0];
      expect(Math.hypot(lng - 30.5234, lat - 50.4501)).toBeLessThan(1e-3);
    }
    expect(importFixture("utm-thousands.csv").drafts).toHaveLength(2);
  });
});

describe("room for ranges", () => {
  const own = (count: number): CustomSystem[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `own-${index}`,
      name: `Own ${index}`,
      rangeKm: { min: 1, max: index + 1 },
    }));

  it("is shared with the systems that the map has, and what is over is told", () => {
    const given = buildImportContext(readCatalog(), { launchPoints: [], customSystems: own(MAX_CUSTOM_SYSTEMS - 1) });
    const imported = importText("name;lat;lng;km\nA;1;1;301\nB;1;1;302\nC;1;1;301\n", "", given);
    expect(codesOf(imported)).toEqual(["3 tooManyRanges"]);
    expect(rangesOf(imported)).toEqual([[301], [], [301]]);
  });

  it("is not taken by a range that the map has already", () => {
    const same = importText("name;lat;lng;km\nA;1;1;301\n").customSystems[0];
    const customSystems = [...own(MAX_CUSTOM_SYSTEMS - 1), { ...same!, id: "mine" }];
    const given = buildImportContext(readCatalog(), { launchPoints: [], customSystems });
    expect(codesOf(importText("name;lat;lng;km\nA;1;1;301\n", "", given))).toEqual([]);
  });
});
