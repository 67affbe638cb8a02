import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { changeInWords } from "../../src/files/changeInWords.ts";
import { compareCatalog } from "../../src/files/compareCatalog.ts";
import { loadChanges } from "../../src/files/loadChanges.ts";
import { translates } from "../i18n/translates.ts";

/** The figures of three systems in maps saved with the first edition. */
const FIRST_EDITION = {
  catalogVersion: "2026.11.0",
  published: {
    patriot: {
      figure: "patriot-s26",
      rangeKm: { min: 160, max: 160 },
      qualifier: "up-to",
      spreadKm: { min: 45, max: 160 },
    },
    "storm-shadow": {
      figure: "storm-shadow-article-000",
      rangeKm: { min: 250, max: 250 },
      qualifier: "about",
      spreadKm: { min: 250, max: 560 },
    },
    "patriot/pac-3-taiwan": { figure: "patriot-s34", rangeKm: { min: 70, max: 70 }, qualifier: "up-to" },
  },
};

async function wordsOf(language: keyof typeof translates): Promise<string[]> {
  const explain = await loadChanges();
  return compareCatalog(FIRST_EDITION, catalog).changes.map((change) =>
    changeInWords(change, explain(change.ref, FIRST_EDITION.catalogVersion), translates[language]).replaceAll(
      /[\u00A0\u202F]/g,
      " ",
    ),
  );
}

describe("a map of the first edition", () => {
  it("lists what changed, with old value, new value and reason", async () => {
    const [patriot, stormShadow, taiwan, ...others] = await wordsOf("en");
    expect(others).toEqual([]);
    expect(patriot).toBe(
      "Patriot: 160 km → 150 km (against aircraft), 40 km (against ballistic missiles) (each class of target has a solid line of its own, since no source gives one range for all)",
    );
    expect(stormShadow).toMatch(/^Storm Shadow: published 250–560 km → published 241–563 km \(the page was a mirror/);
    expect(taiwan).toBe(
      "patriot/pac-3-taiwan: 70 km → – (the page was a mirror, a small outlet, or not trustworthy enough to be cited)",
    );
  });

  it.each([
    ["vi", "mỗi loại mục tiêu"],
    ["uk", "кожен клас цілей"],
  ] as const)("in the reader's language: %s", async (language, words) => {
    expect((await wordsOf(language))[0]).toContain(words);
  });

  it("lists what changed without a reason if none is recorded", () => {
    const [change] = compareCatalog(FIRST_EDITION, catalog).changes;
    expect(change && changeInWords(change, [], translates.en)).toBe("Patriot: 160\u00A0km → 150\u00A0km");
  });
});
