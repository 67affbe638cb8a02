import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../../src/i18n/numbers.ts";
import { buildImportContext, type Imported } from "../../../src/input/import/imported.ts";
import { answerRangeQuestions } from "../../../src/input/import/rangeCells.ts";
import { readCatalog } from "../../../src/catalog/readCatalog.ts";
import { MAX_CUSTOM_SYSTEMS } from "../../../src/scenario/limits.ts";
import type { CustomSystem } from "../../../src/scenario/scenario.ts";
import { codesOf, context, importFixture, importText, placesOf } from "./importFixture.ts";

/** Each draft's custom ranges in kilometres. */
const rangesOf = ({ drafts, customSystems }: Imported): number[][] =>
  drafts.map(({ systems = [] }) =>
    systems.flatMap((id) => customSystems.find((system) => system.id === id)?.rangeKm.max ?? []),
  );

describe("an ambiguous range", () => {
  const imported = importFixture("ambiguous-thousands.csv");

  it("is not assigned to any launch point, but becomes a question with both readings", () => {
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

  it("gets the meaning chosen by the user", () => {
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
    // The import itself is unchanged, so that the user can choose another answer.
    expect(rangesOf(imported)[0]).toEqual([]);
  });

  it("is resolved without a question by another number in its column, or by decimal commas in degrees", () => {
    for (const [name, ranges] of [
      ["thousands-told-by-column.csv", [[1500], [2400.5]]],
      ["thousands-told-by-decimal-commas.csv", [[1500], [1.5]]],
    ] as const) {
      const imported = importFixture(name);
      expect(imported.questions).toEqual([]);
      expect(rangesOf(imported)).toEqual(ranges);
    }
  });

  it("otherwise always becomes a question, so that no number is silently wrong by a factor of a thousand", () => {
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

  it("is reported if the chosen reading is not a valid range", () => {
    const far = importText('name,lat,lng,range\nA,1,2,"25,000"\n');
    expect(codesOf(answerRangeQuestions(far, ["thousands"], context))).toEqual(["2 rangeNumber"]);
    expect(rangesOf(answerRangeQuestions(far, ["fraction"], context))).toEqual([[25]]);
  });

  it("never occurs for a JSON number, which has only one reading", () => {
    const feature = (range: unknown) =>
      importText(
        JSON.stringify({ type: "Feature", properties: { range }, geometry: { type: "Point", coordinates: [1, 2] } }),
      );
    expect(rangesOf(feature(1.125))).toEqual([[1.125]]);
    expect(feature("1.125").questions).toHaveLength(1);
  });
});

describe("units", () => {
  it("are read in three languages, and the cell's take precedence over the header's", () => {
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
  ])("are read from the header %s", (header, km) => {
    expect(rangesOf(importText(`name;lat;lng;${header}\nA;50.1;30.1;100\n`))).toEqual([[km]]);
  });

  it("are reported if unknown", () => {
    expect(codesOf(importFixture("range-unit-unknown.csv"))).toEqual(["2 rangeUnit", "3 rangeUnit"]);
  });
});

describe("the spreadsheet's columns", () => {
  it("launch, system and km are recognised, and a length instead of a system is a range", () => {
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

  it("a column called launch may contain the position", () => {
    expect(placesOf(importFixture("position-in-launch-column.csv"))).toEqual([["", 30.5234, 50.4501]]);
  });

  it("UTM metres with thousands separators are not read as a position near the equator", () => {
    for (const { geometry } of importFixture("utm-thousands.csv").drafts) {
      const [lng, lat] = geometry.type === "Point" ? geometry.coordinates : [0, 0];
      expect(Math.hypot(lng - 30.5234, lat - 50.4501)).toBeLessThan(1e-3);
    }
    expect(importFixture("utm-thousands.csv").drafts).toHaveLength(2);
  });
});

describe("the limit for custom systems", () => {
  const own = (count: number): CustomSystem[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `own-${index}`,
      name: `Own ${index}`,
      rangeKm: { min: 1, max: index + 1 },
    }));

  it("includes the systems already on the map, and ranges beyond it are reported", () => {
    const given = buildImportContext(readCatalog(), { launchPoints: [], customSystems: own(MAX_CUSTOM_SYSTEMS - 1) });
    const imported = importText("name;lat;lng;km\nA;1;1;301\nB;1;1;302\nC;1;1;301\n", "", given);
    expect(codesOf(imported)).toEqual(["3 tooManyRanges"]);
    expect(rangesOf(imported)).toEqual([[301], [], [301]]);
  });

  it("does not count a range that the map already has", () => {
    const same = importText("name;lat;lng;km\nA;1;1;301\n").customSystems[0];
    const customSystems = [...own(MAX_CUSTOM_SYSTEMS - 1), { ...same!, id: "mine" }];
    const given = buildImportContext(readCatalog(), { launchPoints: [], customSystems });
    expect(codesOf(importText("name;lat;lng;km\nA;1;1;301\n", "", given))).toEqual([]);
  });
});
