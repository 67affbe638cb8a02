import { describe, expect, it } from "vitest";
import { bandsOf } from "../../src/catalog/bands.ts";
import { catalog, type RangeFigure } from "../../src/catalog/catalog.ts";
import { CatalogSchema } from "../../src/catalog/catalogSchema.ts";
import { findSystem, headlineOf, namedIn } from "../../src/catalog/lookups.ts";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { FACTS, HEADLINES, NAMES, SOURCES } from "./catalogFacts.ts";

const numbers = ({ min, max }: { min: number; max: number }) => (min === max ? `${min}` : `${min}–${max}`);

function toFact(figure: RangeFigure): string {
  return [
    `${figure.source} ${numbers(figure.rangeKm)} ${figure.qualifier}`,
    figure.variant && `variant=${figure.variant}`,
    figure.targetClass && `against=${figure.targetClass}`,
    figure.asPrinted.unit !== "km" && `printed=${numbers(figure.asPrinted)} ${figure.asPrinted.unit}`,
    figure.creditedTo && `credited=${figure.creditedTo.en}`,
    figure.via && `via=${figure.via}`,
    figure.outlier && "outlier",
  ]
    .filter(Boolean)
    .join(" ");
}

const system = (id: string) => findSystem(catalog, id) ?? expect.fail(`no system ${id}`);

describe("the catalog holds the published figures", () => {
  it("is the same in the page and on the disk", () => {
    expect(catalog).toEqual(readCatalog());
    expect(CatalogSchema.parse(catalog)).toEqual(catalog);
  });

  it.each(Object.keys(FACTS))("%s: every figure of the list, and no other", (id) => {
    expect(system(id).figures.map(toFact).sort()).toEqual([...(FACTS[id] ?? [])].sort());
  });

  it.each(Object.keys(HEADLINES))("%s: the headline figure", (id) => {
    expect(toFact(headlineOf(system(id)))).toBe(HEADLINES[id]);
  });

  it.each(NAMES)("%s: names, kind and platforms", (id, vi, uk, kind, platforms) => {
    const { names, ...rest } = system(String(id));
    expect([names.vi, names.uk, rest.kind, rest.platforms.join(", ")]).toEqual([vi, uk, kind, platforms]);
  });

  it("has the sources of the list, as dated there", () => {
    const lines = catalog.sources.map(({ id, publisher = "–", language, date = "–", url }) =>
      [id, publisher, language, date, url === undefined ? "–" : new URL(url).hostname].join(" | "),
    );
    expect(lines).toEqual(SOURCES);
  });

  it("claims no figure as checked on the live page", () => {
    expect(new Set(catalog.systems.flatMap(({ figures }) => figures.map(({ status }) => status)))).toEqual(
      new Set(["seen_in_copy"]),
    );
  });

  it("quotes article 000 where it gives the number", () => {
    const quoted = catalog.systems.flatMap(({ figures }) =>
      figures.filter(({ asPrinted }) => asPrinted.quote !== undefined),
    );
    expect(quoted.map(({ id, asPrinted }) => `${id}: ${asPrinted.quote}`)).toEqual([
      "atacms-article-000: tầm bắn 300km",
      "scalp-eg-article-000: khoảng 250km",
      "storm-shadow-article-000: khoảng 250km",
      "tomahawk-article-000: tầm bắn 2.400km",
    ]);
  });
});

describe("the bands of the catalog", () => {
  it.each([
    ["atacms", ["160–306"]],
    ["storm-shadow", ["250–560"]],
    ["scalp-eg", ["250–560"]],
    ["tomahawk", ["460–2500"]],
    ["patriot", ["any 45–160", "aircraft 150–150", "ballistic 40–40", "ballistic-cruise-drones 35–35"]],
    ["nasams", ["any 25–50"]],
  ])("%s", (id, bands) => {
    const drawn = bandsOf(system(id)).map(
      ({ targetClass, low, high }) => `${targetClass ? `${targetClass} ` : ""}${low.km}–${high.km}`,
    );
    expect(drawn).toEqual(bands);
  });

  it.each(catalog.systems.map(({ id }) => id))("%s: every figure is in exactly one band", (id) => {
    const { figures, bands } = system(id);
    expect(bands.flatMap((band) => band.figures).sort()).toEqual(figures.map((figure) => figure.id).sort());
  });
});

describe("articles and reference distances", () => {
  it.each([
    ["000", ["atacms", "scalp-eg", "storm-shadow", "tomahawk"], []],
    ["001", ["atacms", "storm-shadow"], []],
    ["002", ["nasams", "patriot"], []],
    ["003", [], []],
    ["004", [], ["inf-shorter-range", "inf-intermediate-range"]],
  ])("article %s names what it names", (id, systems, distances) => {
    const named = namedIn(catalog, id);
    expect([named.systems.map((one) => one.id), named.referenceDistances.map((one) => one.id)]).toEqual([
      systems,
      distances,
    ]);
  });

  it("has the treaties' distances with their limits", () => {
    expect(
      catalog.referenceDistances.map(({ id, from, to, minPayloadKg, launchMode, ended, sources }) => ({
        id,
        from,
        to,
        minPayloadKg,
        launchMode,
        ended,
        sources,
      })),
    ).toEqual([
      {
        id: "inf-shorter-range",
        from: { km: 500, included: true },
        to: { km: 1000, included: true },
        launchMode: "ground",
        ended: true,
        sources: ["S42"],
      },
      {
        id: "inf-intermediate-range",
        from: { km: 1000, included: false },
        to: { km: 5500, included: true },
        launchMode: "ground",
        ended: true,
        sources: ["S42"],
      },
      { id: "mtcr-category-i", from: { km: 300, included: true }, minPayloadKg: 500, sources: ["S43", "S44"] },
    ]);
  });
});
