import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import {
  choicesOf,
  findChoice,
  findFigure,
  findSource,
  findSystem,
  headlineOf,
  headlinesOf,
  isArticle,
  isSecondHand,
  sourceNameOf,
} from "../../src/catalog/lookups.ts";
import { roleOf } from "../../src/catalog/vocabulary.ts";

const source = (id: string) => findSource(catalog, id) ?? expect.fail(`no source ${id}`);
const figure = (id: string) => findFigure(catalog, id)?.figure ?? expect.fail(`no figure ${id}`);

describe("lookups", () => {
  it("lists each system and its variants as choices", () => {
    const ids = choicesOf(catalog).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["atacms", "atacms/block-i", "atacms/block-ia"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(findChoice(catalog, "patriot/pac-3")).toMatchObject({ system: { id: "patriot" }, variant: { id: "pac-3" } });
    expect(findChoice(catalog, "patriot/pac-9")).toBeUndefined();
  });

  it("returns the headline figure of a variant, and throws for an unknown variant", () => {
    const patriot = findSystem(catalog, "patriot") ?? expect.fail();
    expect(headlinesOf(patriot).map(({ targetClass, rangeKm }) => [targetClass, rangeKm.max])).toEqual([
      ["aircraft", 150],
      ["ballistic", 40],
    ]);
    expect(headlineOf(patriot).targetClass).toBe("aircraft");
    expect(headlineOf(patriot, "pac-3-mse").rangeKm).toEqual({ min: 40, max: 40 });
    expect(() => headlineOf(patriot, "pac-9")).toThrow("patriot: no headline figure for variant pac-9");
  });

  it("distinguishes defence from strike", () => {
    expect(catalog.systems.filter(({ kind }) => roleOf(kind) === "defence").map(({ id }) => id)).toEqual([
      "nasams",
      "patriot",
    ]);
  });

  it("names a source by its publisher, otherwise its title, otherwise its host", () => {
    expect(sourceNameOf(source("S8"))).toBe("Forces News");
    expect(sourceNameOf(source("S42"))).toBe("INF Treaty, Article II");
    expect(sourceNameOf({ id: "S9", language: "en", tier: 4, url: "https://example.org/page" })).toBe("example.org");
    expect(sourceNameOf({ id: "009", language: "vi" })).toBeUndefined();
    expect([isArticle(source("000")), isArticle(source("S8"))]).toEqual([true, false]);
  });

  it("reports second-hand sources", () => {
    const secondHand = catalog.systems
      .flatMap(({ figures }) => figures)
      .filter((one) => isSecondHand(one, source(one.source)))
      .map(({ id }) => id);
    expect(secondHand).toEqual([
      "atacms-article-000",
      "atacms-s51",
      "atacms-s52-delivered-2024",
      "atacms-s52-sent-2023",
      "atacms-s3",
      "atacms-s6",
      "nasams-s79",
      "nasams-s81",
      "patriot-s75",
      "patriot-s32",
      "patriot-s31",
      "scalp-eg-article-000",
      "storm-shadow-article-000",
      "tomahawk-article-000",
      "tomahawk-s64",
      "tomahawk-s67",
      "tomahawk-s68",
      "tomahawk-s70",
      "tomahawk-s18",
    ]);
    expect(figure("patriot-s32").via).toBe("dpa");
  });
});
