import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog, type RangeFigure, type Source } from "../../src/catalog/catalog.ts";
import { findSource } from "../../src/catalog/lookups.ts";
import { originsOf } from "../../src/catalog/origins.ts";

type Credit = { publisher?: string; via?: string; credited?: string };

function originIds(...credits: Credit[]): string[][] {
  const pages = new Map<string, Source>();
  const figures = credits.map(({ publisher, via, credited }, index): RangeFigure => {
    const id = `S${index}`;
    pages.set(id, { id, language: "en", tier: 4, url: "https://example.org/", ...(publisher && { publisher }) });
    return {
      id: `f${index}`,
      rangeKm: { min: 1, max: 1 },
      qualifier: "exact",
      launchMode: "ground",
      asPrinted: { min: 1, max: 1, unit: "km" },
      source: id,
      status: "seen_in_copy",
      ...(credited && { creditedTo: { en: credited, vi: credited, uk: credited } }),
      ...(via && { via }),
    };
  });
  return originsOf(figures, (id) => pages.get(id)).map((group) => group.map(({ id }) => id));
}

describe("originsOf", () => {
  it("groups figures with the same credit, whoever prints them", () => {
    expect(
      originIds({ publisher: "A", credited: "the Ministry" }, { publisher: "B", credited: "The Ministry" }),
    ).toEqual([["f0", "f1"]]);
  });

  it("groups figures from the same agency", () => {
    expect(originIds({ publisher: "A", via: "dpa" }, { publisher: "B", via: "dpa" }, { publisher: "C" })).toEqual([
      ["f0", "f1"],
      ["f2"],
    ]);
  });

  it("groups an agency's own page with the pages that quote it", () => {
    expect(originIds({ publisher: "CNN" }, { publisher: "A", via: "CNN" })).toEqual([["f0", "f1"]]);
  });

  it("merges two groups that a third figure connects, in the order of their first figures", () => {
    expect(
      originIds(
        { publisher: "A", credited: "the Ministry" },
        { publisher: "B" },
        { publisher: "C", via: "dpa" },
        { publisher: "D", via: "dpa", credited: "the Ministry" },
      ),
    ).toEqual([["f0", "f2", "f3"], ["f1"]]);
  });

  it("separates what a publisher credits to others from what it says itself", () => {
    expect(originIds({ publisher: "A", credited: "the Bundeswehr" }, { publisher: "A" })).toHaveLength(2);
  });

  it("puts every figure in one group, whatever their order", () => {
    const name = fc.constantFrom("A", "B", "C", "D", "E", "F");
    const credits = fc.record(
      { publisher: name, via: name, credited: name },
      { requiredKeys: ["publisher"] },
    ) as fc.Arbitrary<Credit>;
    fc.assert(
      fc.property(fc.array(credits, { maxLength: 12 }), (list) => {
        const groups = originIds(...list);
        expect(groups.flat().sort()).toEqual(list.map((_, index) => `f${index}`).sort());
        expect(originIds(...list.toReversed())).toHaveLength(groups.length);
      }),
    );
  });

  // Counted by hand in the list of facts:
  it.each([
    ["atacms", 13, 11],
    ["storm-shadow", 8, 6],
    ["scalp-eg", 11, 9],
    ["tomahawk", 14, 14],
    ["patriot", 13, 10],
    ["nasams", 7, 6],
  ])("%s: %i figures, %i origins", (id, figures, origins) => {
    const system = catalog.systems.find((one) => one.id === id) ?? expect.fail(`no system ${id}`);
    expect(system.figures).toHaveLength(figures);
    expect(originsOf(system.figures, (source) => findSource(catalog, source))).toHaveLength(origins);
  });
});
