import { describe, expect, it } from "vitest";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { createLibrary, type LibraryResult, type LibraryStore, openLibraryStore } from "../../src/state/library.ts";

function mapStore(map = new Map<string, unknown>()): LibraryStore & { map: Map<string, unknown> } {
  return {
    map,
    get: (key) => Promise.resolve(structuredClone(map.get(key))),
    set: (key, value) => Promise.resolve(void map.set(key, structuredClone(value))),
    del: (key) => Promise.resolve(void map.delete(key)),
    entries: () => Promise.resolve([...map.entries()]),
  };
}
function value<T>(result: LibraryResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
const scenario: Scenario = {
  ...emptyScenario(),
  title: "One",
  launchPoints: [
    { id: "p1", name: "Kyiv", geometry: { type: "Point", coordinates: [30.5, 50.4] }, systems: ["atacms"] },
  ],
};
const clock = () => {
  let time = 1000;
  return () => (time += 10);
};
const libraryOf = (store: LibraryStore) => {
  let id = 0;
  return createLibrary(store, { now: clock(), newId: () => `s${(id += 1)}` });
};

describe("createLibrary", () => {
  it("saves maps, lists the newest first, and opens them again", async () => {
    const library = libraryOf(mapStore());
    const first = value(await library.save(scenario, "  First "));
    value(await library.save(emptyScenario(), "Second"));
    expect(value(await library.list())).toEqual([
      { id: "s2", name: "Second", savedAt: 1020, launchPoints: 0 },
      { id: "s1", name: "First", savedAt: 1010, launchPoints: 1 },
    ]);
    expect(value(await library.open(first.id, ["atacms"]))).toEqual({ scenario, problems: [] });
  });

  it("renames and duplicates without touching the scenario", async () => {
    const library = libraryOf(mapStore());
    const { id } = value(await library.save(scenario, "A"));
    value(await library.rename(id, "B"));
    const copy = value(await library.duplicate(id, "C"));
    expect(value(await library.list()).map(({ name }) => name)).toEqual(["C", "B"]);
    expect(value(await library.open(copy.id, ["atacms"])).scenario).toEqual(scenario);
  });

  it("restores a deleted map exactly", async () => {
    const store = mapStore();
    const library = libraryOf(store);
    const { id } = value(await library.save(scenario, "A"));
    const before = structuredClone(store.map.get(id));
    const { undo } = value(await library.remove(id));
    expect(value(await library.list())).toEqual([]);
    value(await undo());
    expect(store.map.get(id)).toEqual(before);
  });

  it("overwrites an entry, unless another tab has changed it since", async () => {
    const store = mapStore();
    const library = libraryOf(store);
    const seen = value(await library.save(scenario, "A"));
    const other = value(await library.save(emptyScenario(), "A, by another tab", seen));
    expect(other.id).toBe(seen.id);
    const refused = await library.save(scenario, "A, by this tab", seen);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: "savedElsewhere", values: { value: "A, by another tab" } },
    });
    expect(value(await library.list())[0]?.name).toBe("A, by another tab");
    expect((await library.save(scenario, "A", other)).ok).toBe(true);
  });

  it("leaves a newer or damaged record unchanged, and lists the rest", async () => {
    const newer = { id: "n", name: "Newer", savedAt: 5, launchPoints: 1, scenario: { version: 99, launchPoints: [] } };
    const store = mapStore(
      new Map<string, unknown>([
        ["n", newer],
        ["x", "junk"],
        ["y", null],
      ]),
    );
    const library = libraryOf(store);
    expect(value(await library.list()).map(({ name }) => name)).toEqual(["Newer"]);
    const opened = value(await library.open("n", []));
    expect(opened.scenario).toBeUndefined();
    expect(opened.problems[0]?.code).toBe("newerVersion");
    expect(await library.open("x", [])).toMatchObject({ ok: false, problem: { code: "savedMissing" } });
    expect(store.map.get("n")).toEqual(newer);
    expect(store.map.get("x")).toBe("junk");
  });

  it("reports a full or forbidden storage, and never rejects", async () => {
    const failing = (error: unknown): LibraryStore => {
      const fail = async () => {
        throw error;
      };
      return { get: fail, set: fail, del: fail, entries: fail };
    };
    const full = libraryOf({
      ...mapStore(),
      set: () => Promise.reject(new DOMException("no room", "QuotaExceededError")),
    });
    expect(await full.save(scenario, "A")).toMatchObject({ ok: false, problem: { code: "storageFull" } });
    const forbidden = libraryOf(failing(new Error("denied")));
    for (const result of [
      await forbidden.list(),
      await forbidden.save(scenario, "A"),
      await forbidden.open("a", []),
      await forbidden.rename("a", "b"),
      await forbidden.duplicate("a", "b"),
      await forbidden.remove("a"),
    ]) {
      expect(result).toEqual({ ok: false, problem: { path: "", code: "storageFailed", values: { detail: "denied" } } });
    }
    // Node has no IndexedDB, like a browser that disables it.
    expect(await createLibrary(openLibraryStore()).list()).toMatchObject({
      ok: false,
      problem: { code: "storageFailed" },
    });
  });
});
