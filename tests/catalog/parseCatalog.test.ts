import { readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toLine } from "../../src/catalog/catalogProblem.ts";
import { CatalogError, type CatalogResult, parseCatalog } from "../../src/catalog/parseCatalog.ts";
import { dataFiles, withFixture } from "./dataFiles.ts";

const linesOf = (result: CatalogResult) => (result.ok ? [] : result.problems.map(toLine));
const at = (rest: string) => `data/systems/example.json: ${rest}`;

const NOT_PLAIN = "should be plain text, without markup, control characters or the signs < and >";

/** Each fixture is the valid one with the fault in its name. */
const FAULTS: Record<string, string[]> = {
  valid: [],
  "figure-without-source": [
    at(
      "figures[1].source: is missing; it should be the id of a source, in data/sources.json, data/articles.json or this file's own sources",
    ),
  ],
  "unknown-source": [
    at(
      'figures[1].source: "S99" is not in data/sources.json, nor in data/articles.json, nor among this file\'s own sources',
    ),
  ],
  "unknown-article": [at('articles[0]: "009" is not in data/articles.json')],
  "unknown-headline": [at('headlines[0]: "example-9" is not the id of one of the figures')],
  "unknown-variant": [at('figures[1].variant: "mobile" is not one of the variants: naval')],
  "unknown-figure-in-band": [at('bands[0].figures[1]: "example-9" is not the id of one of the figures')],
  "unknown-qualifier": [
    at(
      'figures[0].qualifier: "at least" should be one of exact, about, up-to, about-up-to, more-than, range, reported',
    ),
  ],
  "unknown-field": [at("figures[0].accuracyM: 10 is in a field that the catalogue does not know")],
  "duplicate-figure-id": [at('figures[4].id: "example-1" is used twice; it is already in data/systems/example.json')],
  "duplicate-figure-id-across-systems": [
    'data/systems/patriot.json: figures[0].id: "patriot-s71-aircraft" is used twice; it is already in data/systems/example.json',
  ],
  "duplicate-source-id": [at('sources[1].id: "S2" is used twice; it is already in data/sources.json')],
  "duplicate-variant-id": [at('variants[1].id: "naval" is used twice; it is already in data/systems/example.json')],
  "band-mixes-target-classes": [
    at(
      'bands[0].figures[2]: "example-aircraft" is a figure with targetClass aircraft, in a band with targetClass any (example-1); a band may not mix them',
    ),
  ],
  "band-mixes-launch-modes": [
    at(
      'bands[0].figures[2]: "example-naval" is a figure with launchMode ship, in a band with launchMode ground (example-1); a band may not mix them',
    ),
  ],
  "figure-in-two-bands": [at('bands[3].figures[0]: "example-1" is already in the band ground')],
  "min-over-max": [
    at("figures[0].rangeKm.min: 120 is over the max, 100"),
    at("figures[0].asPrinted.min: 120 is over the max, 100"),
  ],
  "range-of-one-number": [at('figures[0].qualifier: "range" needs two numbers, and rangeKm has 100 twice')],
  "exact-of-two-numbers": [
    at('figures[0].qualifier: "exact" applies to a single number, but rangeKm has 90 and 100; use range or about'),
  ],
  "miles-wrongly-converted": [
    at("figures[1].rangeKm.min: 115 is not what the page prints: 62 mi is 100 km"),
    at("figures[1].rangeKm.max: 115 is not what the page prints: 62 mi is 100 km"),
  ],
  "negative-range": [at("figures[0].rangeKm.min: -5 should be more than 0")],
  "range-longer-than-earth": [at("figures[0].rangeKm.max: 21000 should be at most 20000")],
  "range-as-text": [at('figures[0].rangeKm.max: "100 km" should be a number')],
  "language-missing": [at("names.uk: is missing; it should be text")],
  "name-empty": [at('names.vi: " " should be one line with no space at its ends')],
  "air-launched-figure": [at('figures[3].launchMode: "air" is not how example is launched; platforms: ground, ship')],
  "launch-mode-unstated-with-one-platform": [
    at('figures[0].launchMode: "unstated" is not how example is launched; platforms: ground'),
  ],
  "target-class-missing": [at("figures[2].targetClass: is missing; a surface-to-air figure says against what, or any")],
  "target-class-of-a-cruise-missile": [
    at('figures[2].targetClass: "aircraft" is for surface-to-air systems, and the kind is cruise-missile'),
  ],
  "headline-is-an-outlier": [at('headlines[0]: "example-1" is an outlier; the solid line needs another figure')],
  "headline-of-another-variant": [at('variants[0].headlines[0]: "example-1" is not a figure of the variant naval')],
  "id-is-not-the-file-name": [at('id: "sample" should be the name of the file, as in data/systems/sample.json')],
  "address-without-scheme": [
    at('sources[0].url: "example.org/ranges" should be a web address, as in https://example.org/page'),
  ],
  "figures-empty": [at("figures: [] should not be empty")],
  "headlines-empty": [at("headlines: [] should not be empty")],
  "two-headlines-of-one-class": [
    at('headlines[1]: "example-2" is a second headline with targetClass any, after example-1; each class has one'),
  ],
  "headline-of-any-target-beside-another": [
    at(
      'headlines[1]: "example-aircraft" stands beside a headline of another class; one against any target stands alone',
    ),
  ],
  "markup-in-a-name": [at(`names.vi: "<b>Example</b>" ${NOT_PLAIN}`)],
  "markup-in-a-publisher": [at(`sources[0].publisher: "Example <script>News" ${NOT_PLAIN}`)],
  "direction-turned-in-a-name": [at(`shortName: "Exa\u202emple" ${NOT_PLAIN}`)],
  "name-over-two-lines": [
    at('names.uk: "Example\\nFigure" should be one line with no space at its ends'),
    at(`names.uk: "Example\\nFigure" ${NOT_PLAIN}`),
  ],
  "date-in-2099": [at('sources[0].date: "2099-01-31" is in the future')],
  "date-of-month-13": [at('sources[0].date: "2025-13" should be YYYY, YYYY-MM or YYYY-MM-DD')],
  "date-from-nowhere": [
    at("sources[0].dateFrom: is missing; it should say how the date is known: printed, address, event, content"),
  ],
  "read-tomorrow": [at('sources[0].accessed: "2099-12-31" is in the future')],
  "tier-5": [at("sources[0].tier: 5 should be at most 4")],
  "tier-missing": [at("sources[0].tier: is missing; it should be a number")],
  "unit-in-feet": [at('figures[1].asPrinted.unit: "ft" should be one of km, mi, nmi')],
  "credit-role-without-credit": [at('figures[0].creditRole: "manufacturer" needs creditedTo beside it')],
  "quote-of-26-words": [
    at(
      'figures[2].asPrinted.quote: "word word word word word word word word word word word word word word word word word w… should be at most 25 words',
    ),
  ],
  "launched-from-a-platform-it-has-not": [
    at('figures[3].launchMode: "ship-or-submarine" is not how example is launched; platforms: ground, ship'),
  ],
};

describe("parseCatalog", () => {
  it("has an expectation for every fixture", () => {
    const names = readdirSync(new URL("fixtures/", import.meta.url)).map((name) => name.replace(/\.json$/, ""));
    expect(names.sort()).toEqual(Object.keys(FAULTS).sort());
  });

  it.each(Object.entries(FAULTS))("%s", (name, lines) => {
    expect(linesOf(parseCatalog(withFixture(name)))).toEqual(lines);
  });

  it("reads a new system and its sources from one file", () => {
    const result = parseCatalog(withFixture("valid"));
    expect(result.ok && result.catalog.systems.map(({ id }) => id)).toContain("example");
    expect(result.ok && result.catalog.sources.map(({ id }) => id)).toContain("example-1");
  });

  it("reports a missing file, but not the references into it", () => {
    const { "data/sources.json": _, ...files } = dataFiles();
    expect(linesOf(parseCatalog(files))).toEqual(["data/sources.json: is missing"]);
  });

  it("finds a source and an article with the same id, and a distance whose ends are swapped", () => {
    const files = dataFiles();
    const sources = structuredClone(files["data/sources.json"]) as { sources: { id: string }[] };
    const treaties = structuredClone(files["data/treaties.json"]) as {
      referenceDistances: { from: { km: number }; sources: string[] }[];
    };
    sources.sources.push({ ...(sources.sources[0] ?? { id: "" }), id: "000" });
    Object.assign(treaties.referenceDistances[0]?.from ?? {}, { km: 2000 });
    treaties.referenceDistances[1]?.sources.push("S99");
    expect(linesOf(parseCatalog({ ...files, "data/sources.json": sources, "data/treaties.json": treaties }))).toEqual([
      'data/articles.json: articles[0].id: "000" is used twice; it is already in data/sources.json',
      "data/treaties.json: referenceDistances[0].from.km: 2000 is over to.km, 1000",
      'data/treaties.json: referenceDistances[1].sources[2]: "S99" is not in data/sources.json, nor in data/articles.json, nor among this file\'s own sources',
    ]);
  });

  it("reports a default system that has no file", () => {
    const edition = { ...(dataFiles()["data/catalog.json"] as object), defaultSystems: ["atacms", "nowhere"] };
    expect(linesOf(parseCatalog({ ...dataFiles(), "data/catalog.json": edition }))).toEqual([
      'data/catalog.json: defaultSystems[1]: "nowhere" has no file in data/systems/',
    ]);
  });

  it("rejects 10,000 systems immediately, with one line", () => {
    const countSystems = Object.keys(dataFiles()).filter((file) => file.startsWith("data/systems/")).length;
    const many = Array.from({ length: 10_000 }, (_, index) => [`data/systems/s${index}.json`, {}]);
    expect(linesOf(parseCatalog({ ...dataFiles(), ...Object.fromEntries(many) }))).toEqual([
      `data/systems/: ${10_000 + countSystems} are more system files than the 500 that the program can list`,
    ]);
  });

  it("writes one line per problem", () => {
    const result = parseCatalog(withFixture("miles-wrongly-converted"));
    expect(new CatalogError(result.ok ? [] : result.problems).message.split("\n")).toHaveLength(2);
  });
});

describe("parseCatalog never throws", { timeout: 30_000 }, () => {
  it("on any value", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (input) => !parseCatalog(input).ok),
    );
  });

  it("on any contents of its files", () => {
    const names = [...Object.keys(dataFiles()), "data/systems/__proto__.json"];
    const files = fc.dictionary(fc.constantFrom(...names), fc.anything({ withBigInt: true, withNullPrototype: true }), {
      minKeys: 3,
    });
    fc.assert(fc.property(files, (input) => linesOf(parseCatalog(input)).length > 0));
  });

  const files = dataFiles();
  const system = files["data/systems/patriot.json"];
  const paths: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (path.length > 0) paths.push(path);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index]);
    else if (typeof value === "object" && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
  };
  walk(system, []);

  it("on a real file with one value replaced, and its problems name that file", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const broken = structuredClone(system);
        const owner = path
          .slice(0, -1)
          .reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], broken);
        (owner as Record<string | number, unknown>)[path.at(-1) ?? ""] = value;
        const result = parseCatalog({ ...files, "data/systems/patriot.json": broken });
        return (
          result.ok ||
          result.problems.every(({ file, message }) => file === "data/systems/patriot.json" && message !== "")
        );
      }),
      { numRuns: 300 },
    );
  });
});
