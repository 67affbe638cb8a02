import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import { changeInWords, correctionInWords, figureChanges } from "../../src/files/figureChanges.ts";
import { loadChanges } from "../../src/files/loadChanges.ts";
import { loadFormerCatalog } from "../../src/files/loadFormerCatalog.ts";
import { toScenarioFile } from "../../src/files/scenario.ts";
import { LANGUAGES, type LanguageCode } from "../../src/i18n/languages.ts";
import { parseScenarioText } from "../../src/scenario/parseScenario.ts";
import type { PublishedFigures } from "../../src/scenario/published.ts";
import { DisplaySchema, type Scenario } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";
import { parsedScenario, pointJson } from "../samples.ts";

const FIRST = "2026.11.0";
const REFS = choicesOf(catalog).map(({ id }) => id);
const contextOf = (language: LanguageCode) => ({
  display: DisplaySchema.parse({ language }),
  translate: translates[language],
});
const en = contextOf("en");
const mapOf = (systems: string[], published?: PublishedFigures): Scenario => ({
  ...parsedScenario({ launchPoints: [pointJson("a", [0, 0], systems)] }),
  ...(published && { published }),
});
const former = await loadFormerCatalog(FIRST, catalog);
const explain = await loadChanges();
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, " ");

/** The changes of a map of the first edition, a line each. */
const linesOf = (systems: string[], language: LanguageCode = "en"): string[] => {
  const context = contextOf(language);
  return (figureChanges(mapOf(systems), former, catalog, context) ?? expect.fail("nothing to compare")).map((change) =>
    plain(changeInWords(change, explain(change.ref, FIRST), context.translate)),
  );
};

describe("a map of the first edition, which says no more than its version", () => {
  it("is told which figures changed, from what to what, and why", () => {
    const [patriot, stormShadow, blockI, ...others] = linesOf(["patriot", "storm-shadow", "atacms/block-i"]);
    expect(others).toEqual([]);
    expect(patriot).toBe(
      "Patriot: up to 160 km → up to 150 km (against aircraft) and 40 km (against ballistic missiles) (each class of target has a solid line of its own, since no source gives one range for all)",
    );
    expect(stormShadow).toMatch(/^Storm Shadow: published 250–560 km → published 241–563 km \(/);
    expect(blockI).toBe(
      "ATACMS (Block I): Hankyung, November 2003 → Arms Control Association, October 2000 (a first-hand or first-rank source takes the place of a mirror or a small outlet)",
    );
  });

  it.each([
    ["vi", "mỗi loại mục tiêu"],
    ["uk", "кожен клас цілей"],
  ] as const)("in the reader's language: %s", (language, words) => {
    expect(linesOf(["patriot"], language)[0]).toContain(words);
  });

  it("is told in miles where it is in miles, the printed miles first", () => {
    const display = DisplaySchema.parse({ units: "mi" });
    const [patriot] = figureChanges(mapOf(["patriot"]), former, catalog, { display, translate: translates.en }) ?? [];
    expect(patriot?.before.map(({ range }) => plain(range))).toEqual(["up to 99 mi"]);
  });

  it("has a reason in the record for each of its systems that changed", () => {
    const changes = figureChanges(mapOf(REFS), former, catalog, en) ?? [];
    expect(changes.length).toBeGreaterThan(8);
    for (const { ref } of changes) expect(explain(ref, FIRST), ref).not.toEqual([]);
  });

  it("has no change where it has a user's own systems only, or none", () => {
    expect(figureChanges(mapOf([]), former, catalog, en)).toEqual([]);
  });
});

describe("a map that carries its own figures", () => {
  const saved = (systems: string[]): PublishedFigures => {
    const file = toScenarioFile(mapOf(systems), catalog);
    const { scenario, problems } = parseScenarioText(file, REFS);
    expect(problems).toEqual([]);
    expect(scenario?.catalogVersion).toBe(catalog.version);
    return scenario?.published ?? expect.fail("no figures in the file");
  };

  it("is saved with one entry per headline, and is read back with them", () => {
    expect(Object.keys(saved(["atacms", "patriot"]))).toEqual(["atacms", "patriot", "patriot#ballistic"]);
  });

  it("has no change against the catalogue that it was saved with", () => {
    expect(figureChanges(mapOf(REFS, saved(REFS)), undefined, catalog, en)).toEqual([]);
  });

  it.each([
    ["another range", { rangeKm: { min: 270, max: 270 } }, "range", ["270 km"], ["300 km"]],
    ["another qualifier", { qualifier: "up-to" }, "range", ["up to 300 km"], ["300 km"]],
    ["another spread", { spreadKm: { min: 1, max: 300 } }, "spread", ["1–300 km"], ["160–306 km"]],
  ] as const)("tells of %s, by the map's own word, of an edition that was not kept", (_, edit, kind, from, to) => {
    const published = saved(["atacms"]);
    Object.assign(published["atacms"] ?? {}, edit);
    const [change, ...others] = figureChanges(mapOf(["atacms"], published), undefined, catalog, en) ?? [];
    expect(others).toEqual([]);
    expect(change?.kind).toBe(kind);
    const words = (side: "before" | "after") =>
      change?.[side].map(({ range, spread }) => plain((kind === "range" ? range : spread) ?? ""));
    expect([words("before"), words("after")]).toEqual([from, to]);
  });

  it("tells of a system that the catalogue no longer has", () => {
    const without = { ...catalog, systems: catalog.systems.filter((system) => system.id !== "patriot") };
    const [change] = figureChanges(mapOf([], saved(["patriot"])), undefined, without, en) ?? [];
    expect(change).toMatchObject({ ref: "patriot", after: [] });
    expect(correctionInWords([change ?? expect.fail()], () => [], translates.en)).toContain("is no longer given.");
  });

  it("knows no system by a name that every object has", () => {
    const [entry] = Object.values(saved(["atacms"]));
    const changes = figureChanges(mapOf([], { constructor: entry ?? expect.fail() }), undefined, catalog, en);
    expect(changes).toMatchObject([{ ref: "constructor", name: "constructor", after: [] }]);
  });

  it.each([5, { atacms: { rangeKm: "far" } }, [], { atacms: null }])(
    "opens all the same where they cannot be read: %j",
    (published) => {
      const text = JSON.stringify({ ...mapOf(["atacms"]), catalogVersion: "2025.1.0", published });
      const { scenario, problems } = parseScenarioText(text, REFS);
      expect(problems).toEqual([]);
      expect(scenario?.published).toBeUndefined();
      expect(figureChanges(scenario ?? expect.fail(), undefined, catalog, en)).toBeUndefined();
    },
  );
});

describe("the line for a corrections column", () => {
  it.each([
    [
      "en",
      "Correction: published ranges on an earlier version of this map have changed. Patriot: up to 150 km (against aircraft) and 40 km (against ballistic missiles), not up to 160 km (each",
    ],
    [
      "vi",
      "Đính chính: các tầm bắn đã công bố trên một phiên bản trước của bản đồ này đã thay đổi. Patriot: tối đa 150 km",
    ],
    [
      "uk",
      "Виправлення: опубліковані дальності на попередній версії цієї карти змінилися. Patriot: до 150 км (цілі: літаки)",
    ],
  ] as const)("%s", (language, start) => {
    const context = contextOf(language);
    const changes = figureChanges(mapOf(["patriot"]), former, catalog, context) ?? [];
    expect(plain(correctionInWords(changes, (ref) => explain(ref, FIRST), context.translate)).startsWith(start)).toBe(
      true,
    );
  });

  it("names every system that changed, and has each sentence end once, in every language", () => {
    for (const language of LANGUAGES) {
      const context = contextOf(language);
      const changes = figureChanges(mapOf(REFS), former, catalog, context) ?? [];
      const line = correctionInWords(changes, (ref) => explain(ref, FIRST), context.translate);
      for (const { name } of changes) expect(line).toContain(name);
      expect(line).not.toMatch(/\.\.|\(\)|undefined/);
      expect(line).toMatch(/[^.]\.$/);
    }
  });

  it("says what is published now where the line that is drawn stayed", () => {
    const changes = figureChanges(mapOf(["storm-shadow"]), former, catalog, en) ?? [];
    expect(plain(correctionInWords(changes, () => [], translates.en))).toContain(
      "Storm Shadow: published figures of 241–563 km, not 250–560 km.",
    );
  });

  it("says where a number that stayed is now from", () => {
    const changes = figureChanges(mapOf(["atacms/block-i"]), former, catalog, en) ?? [];
    expect(plain(correctionInWords(changes, () => [], translates.en))).toContain(
      "ATACMS (Block I): still 165 km, now from Arms Control Association, October 2000.",
    );
  });
});
