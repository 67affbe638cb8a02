import { describe, expect, it } from "vitest";
import { catalog, type Source } from "../../src/catalog/catalog.ts";
import { quoteAddress, tierOf, toCslItem } from "../../src/catalog/citation.ts";
import { findFigure, findSource } from "../../src/catalog/lookups.ts";

const source = (id: string) => findSource(catalog, id) ?? expect.fail(`no source ${id}`);

describe("tierOf", () => {
  it.each([
    ["storm-shadow-s56", "the manufacturer, in a first-rank paper", 1],
    ["tomahawk-s65", "a government, in a small outlet", 1],
    ["tomahawk-s64", "a government itself", 1],
    ["tomahawk-s19", "a research institute, in a small outlet", 2],
    ["scalp-eg-s61", "a source without a name, in a first-rank outlet", 3],
    ["patriot-s26", "nobody, in a small outlet", 4],
    ["atacms-article-000", "an article", 4],
  ])("%s: %s", (id, _, tier) => {
    const { figure } = findFigure(catalog, id) ?? expect.fail(`no figure ${id}`);
    expect(tierOf(figure, source(figure.source))).toBe(tier);
  });
});

describe("quoteAddress", () => {
  const page: Source = { id: "S1", language: "en", tier: 4, url: "https://example.org/page?a=1#part" };

  // https://wicg.github.io/scroll-to-text-fragment/#syntax: a text directive's hyphens, commas and ampersands are percent-encoded.
  it("links to the quotation", () => {
    expect(quoteAddress(page, "up-to 300 km, or so & more")).toBe(
      "https://example.org/page?a=1#:~:text=up%2Dto%20300%20km%2C%20or%20so%20%26%20more",
    );
    expect(quoteAddress(source("000"), "khoảng 250km")).toBe(
      "https://danviet.vn/print-20241110142846177.htm#:~:text=kho%E1%BA%A3ng%20250km",
    );
  });

  it("returns the plain address without a quotation, and nothing without an address", () => {
    expect(quoteAddress(page, undefined)).toBe(page.url);
    expect(quoteAddress(source("002"), "words")).toBeUndefined();
  });
});

describe("toCslItem", () => {
  // https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
  it("converts a source to CSL-JSON, with the precision of its date", () => {
    expect(toCslItem(source("003"), "after RT")).toEqual({
      id: "003",
      type: "article-newspaper",
      title: "Mỹ xác nhận cùng Ukraine thảo luận về đảm bảo an ninh",
      "container-title": "VTC News",
      author: [{ literal: "Phương Anh" }],
      issued: { "date-parts": [[2023, 8]] },
      language: "vi",
      note: "after RT",
    });
    expect(toCslItem(source("S72"))).toEqual({
      id: "S72",
      type: "webpage",
      "container-title": "Government of the Netherlands",
      issued: { "date-parts": [[2022, 3, 18]] },
      language: "nl",
      URL: source("S72").url,
    });
    expect(toCslItem(source("S26"))).not.toHaveProperty("issued");
  });
});
