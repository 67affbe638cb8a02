import { describe, expect, it } from "vitest";
import { compareCatalog } from "../../src/files/compareCatalog.ts";
import { toScenarioFile } from "../../src/files/scenario.ts";
import { parseScenarioText } from "../../src/scenario/parseScenario.ts";
import { catalog, pointJson, parsedScenario } from "../samples.ts";

const scenario = parsedScenario({
  launchPoints: [pointJson("a", [0, 0], ["atacms", "patriot", "mine"]), pointJson("b", [1, 1], ["atacms/block-i"])],
  customSystems: [{ id: "mine", name: "Mine", rangeKm: { min: 10, max: 10 } }],
});
type Saved = { catalogVersion: string; published: Record<string, Record<string, unknown>> };
const saved = (): Saved => JSON.parse(toScenarioFile(scenario, catalog)) as Saved;

describe("a scenario made with an older catalogue", () => {
  it("is saved with its figures, and can be read back unchanged", () => {
    expect(Object.keys(saved().published)).toEqual(["atacms", "patriot", "patriot#ballistic", "atacms/block-i"]);
    const { scenario: back, problems } = parseScenarioText(toScenarioFile(scenario, catalog), [
      "atacms",
      "patriot",
      "atacms/block-i",
    ]);
    expect(problems).toEqual([]);
    expect(back).toEqual({ ...scenario, catalogVersion: catalog.version });
  });

  it("has no changes compared with its own catalogue", () => {
    expect(compareCatalog(saved(), catalog)).toMatchObject({ stale: false, changes: [], complete: true });
  });

  it("lists each figure that differs, before and after", () => {
    const old = saved();
    old.catalogVersion = "2025.1.0";
    old.published["atacms"]!["rangeKm"] = { min: 270, max: 270 };
    const { stale, changes, complete, savedVersion } = compareCatalog(old, catalog);
    expect({ stale, complete, savedVersion }).toEqual({ stale: true, complete: true, savedVersion: "2025.1.0" });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      ref: "atacms",
      name: "ATACMS",
      before: { rangeKm: { max: 270 } },
      after: { rangeKm: { max: 300 } },
    });
  });

  it("reports a new source for the same number, a wider spread and another qualifier", () => {
    for (const edit of [{ figure: "atacms-s2" }, { qualifier: "up-to" }, { spreadKm: { min: 1, max: 300 } }]) {
      const old = saved();
      Object.assign(old.published["atacms"]!, edit);
      expect(compareCatalog(old, catalog).changes.map((change) => change.ref)).toEqual(["atacms"]);
    }
  });

  it("reports a system that the catalogue no longer has", () => {
    const without = { ...catalog, systems: catalog.systems.filter((system) => system.id !== "patriot") };
    const [change] = compareCatalog(saved(), without).changes;
    expect(change?.ref).toBe("patriot");
    expect(change?.after).toBeUndefined();
  });

  it("does not mistake properties that every object has for systems", () => {
    const old = saved();
    old.published = { constructor: old.published["atacms"]! };
    expect(compareCatalog(old, catalog).changes).toEqual([
      { ref: "constructor", name: "constructor", before: old.published["constructor"] },
    ]);
  });

  it("says so if there are no old figures to compare", () => {
    expect(compareCatalog({ ...scenario, catalogVersion: "2025.1.0" }, catalog)).toMatchObject({
      stale: true,
      changes: [],
      complete: false,
    });
  });

  it.each([null, 5, "text", { published: 5 }, { published: { atacms: { rangeKm: "far" } } }, { catalogVersion: {} }])(
    "finds no figures in %j",
    (input) => {
      expect(compareCatalog(input, catalog)).toMatchObject({ changes: [] });
    },
  );
});
