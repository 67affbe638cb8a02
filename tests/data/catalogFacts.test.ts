import { describe, expect, it } from "vitest";
import { bandsOf } from "../../src/catalog/bands.ts";
import { catalog, type RangeFigure } from "../../src/catalog/catalog.ts";
import { CatalogSchema } from "../../src/catalog/catalogSchema.ts";
import { tierOf } from "../../src/catalog/citation.ts";
import { findSource, findSystem, headlinesOf, namedIn } from "../../src/catalog/lookups.ts";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { type Fact, FACTS, NAMES, SOURCE_FACTS, tableUnder } from "./catalogFacts.ts";

const numbers = ({ min, max }: { min: number; max: number }) => (min === max ? `${min}` : `${min}–${max}`);
const system = (id: string) => findSystem(catalog, id) ?? expect.fail(`no system ${id}`);
const source = (id: string) => findSource(catalog, id) ?? expect.fail(`no source ${id}`);
const isFromArticle = (figure: RangeFigure) => /^\d{3}$/.test(figure.source);

const LISTED = [...new Set(FACTS.map((fact) => fact.system))];

/** Converts a figure of the catalogue to a fact, with a tier if the list gives one. */
function toFact(systemId: string, figure: RangeFigure): Fact {
  const page = source(figure.source);
  const { variant, targetClass, launchMode } = figure;
  return {
    system: systemId,
    source: figure.source,
    rangeKm: numbers(figure.rangeKm),
    printed: figure.asPrinted.text ?? "",
    qualifier: figure.qualifier,
    ...(variant !== undefined && { variant }),
    ...(targetClass !== undefined && { targetClass }),
    launchMode,
    firstHand: tierOf(figure, page) === 1,
    outlier: figure.outlier ?? false,
  };
}

const toLine = (fact: Fact) =>
  JSON.stringify(
    Object.entries(fact)
      .filter(([field]) => field !== "tier")
      .sort(),
  );

describe("the catalogue contains the published figures", () => {
  it("is the same in the page and on disk", () => {
    expect(catalog).toEqual(readCatalog());
    expect(CatalogSchema.parse(catalog)).toEqual(catalog);
  });

  it("has only systems that are in the list of facts", () => {
    expect(FACTS).toHaveLength(62);
    expect(LISTED).toHaveLength(6);
  });

  it.each(LISTED)("%s has exactly the figures of the list", (id) => {
    const ours = system(id).figures.filter((figure) => !isFromArticle(figure));
    const listed = FACTS.filter((fact) => fact.system === id);
    expect(ours.map((figure) => toLine(toFact(id, figure))).sort()).toEqual(listed.map(toLine).sort());
  });

  it("has the tiers of the list", () => {
    for (const { source: id, tier } of FACTS) if (tier !== undefined) expect([id, source(id).tier]).toEqual([id, tier]);
  });

  it("quotes the number that matches its value and unit", () => {
    for (const { figures } of LISTED.map(system))
      for (const { id, asPrinted } of figures) {
        const [printed = ""] = (asPrinted.text ?? asPrinted.quote ?? "").split("(");
        const read = [...printed.matchAll(/\d+([.,]\d{3})?/g)].map(([digits]) => Number(digits.replace(/[.,]/, "")));
        expect([id, ...new Set([asPrinted.min, asPrinted.max])]).toEqual([id, ...read]);
        expect(printed).toContain(asPrinted.unit);
      }
  });

  it("draws the headlines of the list, one for each class of target", () => {
    const drawn = LISTED.flatMap((id) =>
      headlinesOf(system(id)).map((figure) =>
        [
          system(id).shortName,
          numbers(figure.rangeKm),
          figure.qualifier,
          figure.targetClass ?? "–",
          figure.source,
        ].join(" | "),
      ),
    );
    const listed = tableUnder("Headlines").map((row) =>
      [
        row["system"],
        row["km"]?.replace(",", ""),
        row["qualifier"]?.replace(" ", "-"),
        row["system"] === "NASAMS" ? "any" : row["against"]?.replace(" missiles", ""),
        /(?<=article )\d{3}|S\d+/.exec(row["from"]?.split("; ")[0] ?? "")?.[0],
      ].join(" | "),
    );
    expect(drawn.sort()).toEqual(listed.sort());
  });

  it.each(NAMES)("%s: names, kind and platforms", (id, vi, uk, kind, platforms) => {
    const { names, ...rest } = system(String(id));
    expect([names.vi, names.uk, rest.kind, rest.platforms.join(", ")]).toEqual([vi, uk, kind, platforms]);
  });

  it("does not claim that any figure was checked on the live page", () => {
    const statuses = LISTED.flatMap((id) => system(id).figures.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(["seen_in_copy"]));
  });

  it("uses no number that the list excludes", () => {
    expect(system("scalp-eg").figures.some(({ rangeKm }) => rangeKm.max === 1000)).toBe(false);
    expect(
      system("patriot")
        .figures.filter(({ rangeKm }) => rangeKm.max === 150)
        .map((one) => one.targetClass),
    ).toEqual(["aircraft", "aircraft"]);
  });
});

describe("the sources of the catalogue", () => {
  it("are exactly those of the list", () => {
    const ids = SOURCE_FACTS.map(({ id }) => id);
    expect(SOURCE_FACTS).toHaveLength(59);
    expect(
      catalog.sources
        .map(({ id }) => id)
        .filter((id) => ids.includes(id))
        .sort(),
    ).toEqual([...ids].sort());
  });

  it.each(SOURCE_FACTS)("$id: publisher, language, date and address", ({ id, words, page }) => {
    const { publisher, title, language, date, dateFrom, via, copy, url } = source(id);
    expect(url).toBe(`https://${page}`);
    expect(words).toContain(publisher ?? title);
    expect(words).toMatch(new RegExp(`, ${language}\\b`));
    expect(words).toContain(date ?? (id === "S42" ? "1987" : "undated"));
    const stated = /date by the (event|content)/.exec(words)?.[1];
    if (stated !== undefined) expect(dateFrom).toBe(stated);
    if (dateFrom === "address") expect(page.replaceAll(/\D/g, "")).toContain(date?.slice(2, 4));
    if (via !== undefined)
      expect(`${words} ${JSON.stringify(FACTS)}`.toLowerCase()).toContain(via.toLowerCase().replace("the ", ""));
    if (/repost|mirror| on /.test(words)) expect(copy).toBeDefined();
  });

  it("are all used", () => {
    const used = new Set([
      ...catalog.systems.flatMap(({ figures }) => figures.map((figure) => figure.source)),
      ...catalog.referenceDistances.flatMap(({ sources }) => sources),
    ]);
    expect(SOURCE_FACTS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it.each([
    ["000", "Dân Việt", undefined, "The Wall Street Journal", "2024-11-10", "address"],
    ["001", "Người Đưa Tin", undefined, "Reuters", "2024-09-12", "address"],
    ["002", undefined, undefined, undefined, "2024-12", "event"],
    ["003", "VTC News", "Phương Anh", "RT", "2023-08", "content"],
    ["004", "Tiền Phong", undefined, "Reuters", "2022-01", "content"],
  ])("article %s: publisher, author, agency and date", (id, ...known) => {
    const { publisher, author, via, date, dateFrom } = source(id);
    expect([publisher, author, via, date, dateFrom]).toEqual(known);
  });
});

describe("the bands of the catalogue", () => {
  it.each([
    ["atacms", ["160–306"]],
    ["storm-shadow", ["241–563"]],
    ["scalp-eg", ["250–560"]],
    [
      "tomahawk",
      ["460–2500", "submarine 1609–1609", "ship 2500–2500", "ship-or-submarine 1609–1609", "ground-or-ship 2500–2500"],
    ],
    ["patriot", ["aircraft 150–150", "ballistic 40–40", "any 3–160", "ballistic-cruise-drones 35–35"]],
    [
      "nasams",
      [
        "any 25–50",
        "aircraft-cruise 50–50",
        "aircraft-cruise-drones 25–25",
        "aircraft-helicopters-cruise-drones 50–50",
      ],
    ],
  ])("%s", (id, bands) => {
    const drawn = bandsOf(system(id)).map(({ id: band, targetClass, launchMode, low, high }) =>
      [targetClass ?? (band === id ? undefined : launchMode), `${low.km}–${high.km}`].filter(Boolean).join(" "),
    );
    expect(drawn).toEqual(bands);
  });

  it.each(LISTED)("%s: every figure is in exactly one band", (id) => {
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
  ])("article %s is linked to the right systems and distances", (id, systems, distances) => {
    const named = namedIn(catalog, id);
    expect([named.systems.map((one) => one.id), named.referenceDistances.map((one) => one.id)]).toEqual([
      systems,
      distances,
    ]);
  });

  it.each([
    ["inf-shorter-range", "INF Treaty, shorter-range", 500, true, 1000, true],
    ["inf-intermediate-range", "INF Treaty, intermediate-range", 1000, false, 5500, true],
    ["mtcr-category-i", "MTCR Category I", 300, true, undefined, undefined],
  ])("%s: limits, definition and sources", (id, name, fromKm, fromIncluded, toKm, toIncluded) => {
    const distance = catalog.referenceDistances.find((one) => one.id === id) ?? expect.fail(`no distance ${id}`);
    const { from, to, definition, sources, note } = distance;
    expect([from.km, from.included, to?.km, to?.included]).toEqual([fromKm, fromIncluded, toKm, toIncluded]);
    const row = tableUnder("Reference distances").find((one) => one["name"] === name) ?? expect.fail(`no row ${name}`);
    expect(definition.en.replaceAll("\u00a0", " ")).toBe(row["definition"]);
    const listed = row["source"]?.match(/S\d+/g) ?? [];
    expect(sources.slice(0, listed.length)).toEqual(listed);
    // The MTCR guidelines word the threshold differently; the note about this must cite its source.
    expect(sources.slice(listed.length)).toEqual(note === undefined ? [] : ["S43"]);
    for (const one of sources) expect(source(one).tier).toBe(1);
  });
});
