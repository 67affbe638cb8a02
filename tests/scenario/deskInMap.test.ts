import { describe, expect, it } from "vitest";
import { choicesOf } from "../../src/catalog/lookups.ts";
import { withDesk } from "../../src/catalog/withDesk.ts";
import { addImported } from "../../src/input/import/addImported.ts";
import { buildImportContext } from "../../src/input/import/imported.ts";
import { parseImport } from "../../src/input/import/parseImport.ts";
import { setDeskCatalog } from "../../src/scenario/setDeskCatalog.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { keepUsedDesk } from "../../src/scenario/keepUsedDesk.ts";
import { MAX_LINK_LENGTH, parseLinkHash, toLinkHash } from "../../src/scenario/link.ts";
import { readDesk } from "../../src/scenario/parseDeskCatalog.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { createActions } from "../../src/state/actions.ts";
import { createDeskLibrary } from "../../src/state/deskLibrary.ts";
import { createLibrary } from "../../src/state/library.ts";
import { createAppStore } from "../../src/state/store.ts";
import { at, catalog, KYIV, scenarioOf } from "../samples.ts";
import { desk, deskJson, deskText } from "./deskExample.ts";

const SYSTEM_IDS = choicesOf(catalog).map(({ id }) => id);
const map: Scenario = { ...scenarioOf([at("Kyiv", KYIV, ["atacms", "desk:kestrel/block-ii"])]), deskCatalog: desk };
const { view: _view, ...content } = map;
const { view: _none, ...nothing } = emptyScenario();
const encode = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const bring = (value: unknown, into: typeof nothing = nothing, name = "desk.json") =>
  parseImport({ name, bytes: encode(value) }, buildImportContext(withDesk(catalog, into.deskCatalog), into));
const otherDesk = () => ({ ...deskJson(), name: "Another Paper" });

describe("setDeskCatalog", () => {
  it("keeps the systems that the next catalogue has too, and takes the others from the launch points", () => {
    const next = deskJson();
    next.systems = next.systems.filter(({ id }) => id === "palisade");
    next.sources = desk.sources;
    const points = [at("a", KYIV, ["atacms", "desk:kestrel", "desk:palisade"]), at("b", KYIV, ["atacms"])];
    const after = setDeskCatalog({ ...content, launchPoints: points }, next);
    expect(after.launchPoints.map(({ systems }) => systems)).toEqual([["atacms", "desk:palisade"], ["atacms"]]);
    expect(after.launchPoints[1]).toBe(points[1]);
    const without = setDeskCatalog(after, undefined);
    expect(without.launchPoints[0]?.systems).toEqual(["atacms"]);
    expect("deskCatalog" in without).toBe(false);
  });

  it("is one step of undo, and the next launch point does not take what is gone", () => {
    const store = createAppStore({ content });
    const actions = createActions(store);
    actions.setSystems(["Kyiv"], ["atacms", "desk:kestrel"]);
    actions.change((was) => setDeskCatalog(was, undefined), { action: "catalog", name: desk.name });
    expect(store.getState().lastSystems).toEqual(["atacms"]);
    expect(store.getState().content.launchPoints[0]?.systems).toEqual(["atacms"]);
    actions.undo();
    expect(store.getState().content.deskCatalog).toBe(desk);
    expect(store.getState().content.launchPoints[0]?.systems).toEqual(["atacms", "desk:kestrel"]);
  });
});

describe("a link", () => {
  it("carries the systems that the map uses, with their sources", () => {
    const made = toLinkHash(map);
    if (!("hash" in made)) expect.fail("too long");
    expect(made.hash.length).toBeLessThan(3000);
    const opened = parseLinkHash(made.hash, SYSTEM_IDS, readDesk);
    expect(opened?.problems).toEqual([]);
    expect(opened?.scenario?.launchPoints).toEqual(map.launchPoints);
    expect(opened?.scenario?.deskCatalog?.systems.map(({ id }) => id)).toEqual(["kestrel"]);
    expect(opened?.scenario).toEqual(keepUsedDesk(map));
  });

  it("carries no catalogue of which nothing is used", () => {
    const unused = { ...map, launchPoints: [at("Kyiv", KYIV, ["atacms"])] };
    expect(toLinkHash(unused)).toEqual(toLinkHash(scenarioOf(unused.launchPoints)));
  });

  it("that has no room says so, and why", () => {
    const [kestrel] = deskJson().systems;
    if (!kestrel) expect.fail("no system");
    const note = (seed: number) =>
      Array.from({ length: 80 }, (_, at) => ((seed + 1) * 7919 * (at + 3) ** 3).toString(36))
        .join(" ")
        .slice(0, 599);
    const systems = Array.from({ length: 40 }, (_, index) => ({
      ...kestrel,
      id: `k${index}`,
      notes: { en: note(index), vi: note(index + 50), uk: note(index + 100) },
    }));
    const used = systems.map(({ id }) => `desk:${id}`);
    const made = toLinkHash({ ...map, launchPoints: [at("Kyiv", KYIV, used)], deskCatalog: { ...desk, systems } });
    expect(made).toMatchObject({ problem: { code: "linkTooLongDesk", values: { bound: MAX_LINK_LENGTH } } });
  });
});

describe("a file", () => {
  it("that is a catalogue is offered whole", () => {
    const imported = bring(deskText);
    expect([imported.kind, imported.problemCount, imported.drafts.length]).toEqual(["catalog", 0, 0]);
    expect(imported.deskCatalog).toEqual(desk);
  });

  it("that is one of our system files, or a catalogue with a fault, says why it is refused", () => {
    const [system] = deskJson().systems;
    for (const bad of [system, { ...deskJson(), name: 7 }, { systems: 3 }]) {
      const imported = bring(bad);
      expect([imported.kind, imported.deskCatalog]).toEqual(["catalog", undefined]);
      expect(imported.problemCount).toBeGreaterThan(0);
    }
    expect(bring({ ...deskJson(), systems: [{ ...system, id: "patriot" }] }).problems[0]).toMatchObject({
      path: "systems[0].id",
      values: { value: '"patriot"' },
    });
  });

  it("that is a saved map brings its catalogue to a map without one, or with the same", () => {
    for (const into of [nothing, { ...nothing, deskCatalog: deskJson() }]) {
      delete into.deskCatalog?.$schema;
      const imported = bring(map, into);
      expect(imported.problems).toEqual([]);
      const after = addImported(into, imported, []);
      expect(after.deskCatalog).toEqual(desk);
      expect(after.launchPoints[0]?.systems).toEqual(["atacms", "desk:kestrel/block-ii"]);
    }
  });

  it("that is a saved map says what it cannot bring to a map with another catalogue, which stays", () => {
    const { $schema: _schema, ...other } = otherDesk();
    const into = { ...nothing, deskCatalog: other };
    const imported = bring(map, into);
    expect(imported.problems.map(({ code, values }) => [code, values["value"]])).toEqual([
      ["otherDesk", '"The Example Gazette"'],
    ]);
    const after = addImported(into, imported, []);
    expect(after.deskCatalog).toBe(other);
    expect(after.launchPoints[0]?.systems).toEqual(["atacms"]);
    expect(imported.scenario?.deskCatalog).toEqual(desk);
  });

  it("of rows may name a desk's systems", () => {
    const imported = bring("name,lat,lng,systems\nA,50,30,Kestrel Block II; palisade\n", content, "rows.csv");
    expect(imported.drafts[0]?.systems).toEqual(["desk:kestrel/block-ii", "desk:palisade"]);
  });
});

describe("the browser's library", () => {
  const storeOf = (kept = new Map<string, unknown>()) => ({
    kept,
    get: (key: string) => Promise.resolve(structuredClone(kept.get(key))),
    set: (key: string, value: unknown) => Promise.resolve(void kept.set(key, structuredClone(value))),
    del: (key: string) => Promise.resolve(void kept.delete(key)),
    entries: () => Promise.resolve([...kept.entries()]),
  });
  const loadDesk = () => Promise.resolve(readDesk);

  it("opens a map with its catalogue", async () => {
    const library = createLibrary(storeOf(), { loadDesk });
    const saved = await library.save(map, "Map");
    if (!saved.ok) expect.fail("not saved");
    expect(await library.open(saved.value.id, SYSTEM_IDS)).toEqual({
      ok: true,
      value: { scenario: map, problems: [] },
    });
  });

  it("keeps catalogues by name, and leaves alone what is none", async () => {
    const store = storeOf(new Map([["x", { name: "x", systems: 7 }]]));
    const library = createDeskLibrary(store, loadDesk);
    const { $schema: _schema, ...other } = otherDesk();
    await library.keep(desk);
    await library.keep(other);
    await library.keep(desk);
    expect(await library.list()).toEqual([other, desk]);
    await library.remove(desk.name);
    expect(await library.list()).toEqual([other]);
    expect(store.kept.has("x")).toBe(true);
  });
});
