import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { findFigure, findSource } from "../../src/catalog/lookups.ts";
import { sourceInWords } from "../../src/marks/sourceWords.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { attributionInWords, citationInWords } from "../../src/marks/attribution.ts";
import { translates } from "../i18n/translates.ts";

const source = (id: string) => findSource(catalog, id) ?? expect.fail(`no source ${id}`);
const figure = (id: string) => findFigure(catalog, id)?.figure ?? expect.fail(`no figure ${id}`);
const figures = catalog.systems.flatMap((system) => system.figures);

describe("the credit of a source in a picture", () => {
  it.each([
    ["000", "Dân Việt, 10 November 2024, after The Wall Street Journal"],
    ["S51", "AFP, 5 November 2003, on SpaceDaily"],
    ["S64", "UK Ministry of Defence, undated, repost on government-world.com"],
    ["S70", "DW, 13 July 2024, repost on 1lurer.am"],
    ["S31", "CNN, July 2025, mirror copy on test.daily8.com"],
    ["S50", "Arms Control Association, October 2000"],
    ["001", "Người Đưa Tin, 12 September 2024, after Reuters, repost"],
  ])("%s: %s", (id, words) => {
    expect(sourceInWords(source(id), translates.en)).toBe(words);
  });

  it.each(LANGUAGES)("contains no ISO 8601 date: %s", (language) => {
    for (const one of catalog.sources) expect(sourceInWords(one, translates[language])).not.toMatch(/\d{4}-\d\d/);
  });
});

describe("the origin of a number", () => {
  it.each([
    ["storm-shadow-s56", "the manufacturer’s figure (MBDA), in The Scotsman"],
    ["tomahawk-s65", "an official figure (Australia’s Defence Minister), in Newsreel"],
    ["tomahawk-s19", "a research institute’s figure (the Institute for the Study of War), in Radio Svoboda"],
    ["scalp-eg-s61", "an unnamed French military source, in Europe 1"],
    ["tomahawk-s64", "first-hand: UK Ministry of Defence"],
    ["atacms-s50", "a research institute: Arms Control Association"],
    ["atacms-article-000", "Dân Việt, after The Wall Street Journal"],
    ["patriot-s26", "WP Tech, which names nobody for the number"],
  ])("%s: %s", (id, words) => {
    expect(attributionInWords(figure(id), source(figure(id).source), translates.en)).toBe(words);
  });

  it.each(LANGUAGES)("includes the publisher of every figure, and whoever is credited: %s", (language) => {
    for (const one of figures) {
      const words = attributionInWords(one, source(one.source), translates[language]);
      expect(words, one.id).toContain(source(one.source).publisher);
      if (one.creditedTo) expect(words, one.id).toContain(one.creditedTo[language]);
    }
  });
});

describe("a citation to copy", () => {
  it("has everything that a reader needs to find the number", () => {
    expect(citationInWords(figure("atacms-article-000"), source("000"), translates.en)).toBe(
      "Dân Việt, 10 November 2024, after The Wall Street Journal, “tầm bắn 300km”, https://danviet.vn/print-20241110142846177.htm",
    );
    expect(citationInWords(figure("storm-shadow-s56"), source("S56"), translates.en)).toBe(
      `The Scotsman, 11 May 2023, “150 mi”, Credited to: MBDA, ${source("S56").url}`,
    );
    expect(citationInWords(undefined, source("003"), translates.en)).toBe(
      "Phương Anh, “Mỹ xác nhận cùng Ukraine thảo luận về đảm bảo an ninh”, VTC News, August 2023, after RT",
    );
  });
});
