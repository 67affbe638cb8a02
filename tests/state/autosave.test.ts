import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { restoreState } from "../../src/state/restoreState.ts";
import { startAutosave, watchOtherTabs } from "../../src/state/autosave.ts";
import { openStorage } from "../../src/state/storage.ts";
import { type AppState, createAppStore, FIELD_HOMES, splitScenario, toScenario } from "../../src/state/store.ts";

const KEY = "range-rings.autosave";
const DAMAGED = "range-rings.autosave.damaged";
const IDS = ["atacms", "tomahawk"];

/** A browser's storage, which may be full or forbidden. */
class FakeStorage implements Storage {
  readonly items = new Map<string, string>();
  fault: "full" | "forbidden" | undefined;
  writes = 0;
  get length() {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem(key: string) {
    if (this.fault === "forbidden") throw new DOMException("denied", "SecurityError");
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.writes += 1;
    if (this.fault) throw new DOMException("no", this.fault === "full" ? "QuotaExceededError" : "SecurityError");
    this.items.set(key, value);
  }
  removeItem = (key: string) => void this.items.delete(key);
  clear = () => this.items.clear();
}

let storage: FakeStorage;
beforeEach(() => {
  vi.useFakeTimers();
  storage = new FakeStorage();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const scenario = ScenarioSchema.parse({
  version: 1,
  title: "Mine",
  launchPoints: [
    { id: "a", name: "Kyiv", geometry: { type: "Point", coordinates: [30.5234, 50.4501] }, systems: ["atacms", "x1"] },
  ],
  customSystems: [{ id: "x1", name: "Example", rangeKm: { min: 400, max: 500 } }],
  display: { language: "uk" },
  view: { center: [31, 49], zoom: 4.5 },
});
/** A state in which every field differs from its initial value. */
const CHANGED: AppState = {
  content: splitScenario(scenario).content,
  edit: { action: "open", name: "Mine" },
  view: { center: [31, 49], zoom: 4.5 },
  drag: { id: "a", lngLat: [1, 2] },
  selected: ["a"],
  lastSystems: ["tomahawk"],
  theme: "dark",
  letterKeys: false,
  tool: "measure",
  measure: { from: "a", lngLat: [1, 2] },
  fitRequests: 3,
  notices: [{ id: 1, kind: "info", code: "open" }],
  opened: 2,
  toldOf: "2026.11.1",
};
const save = (state: Partial<AppState>, onError: (error: unknown) => void = () => {}) => {
  const store = createAppStore();
  const { stop } = startAutosave(store, storage, onError);
  store.setState(state);
  vi.advanceTimersByTime(1000);
  return { store, stop };
};
const saved = (): unknown => JSON.parse(storage.items.get(KEY) ?? "null");

describe("autosave and restore", () => {
  it("keep exactly the fields in the table", () => {
    save(CHANGED);
    const { state, problems } = restoreState(storage, IDS);
    expect(problems).toEqual([]);
    const kept = (Object.keys(FIELD_HOMES) as (keyof AppState)[]).filter((field) => FIELD_HOMES[field].autosave);
    expect(Object.keys(state).sort()).toEqual(kept.toSorted());
    for (const field of kept) expect(state[field as keyof typeof state], field).toEqual(CHANGED[field]);
    const fresh = createAppStore().getState();
    for (const field of kept)
      expect(fresh[field], `${field} must differ from its default for this test to tell anything`).not.toEqual(
        CHANGED[field],
      );
  });

  it.each(
    (Object.keys(FIELD_HOMES) as (keyof AppState)[]).map((field) => [field, FIELD_HOMES[field].autosave] as const),
  )("whether a change of only %s is saved: %s", (field, kept) => {
    save({ [field]: CHANGED[field] });
    expect(storage.writes).toBe(kept ? 1 : 0);
  });

  it("save a scenario in the format of a saved file", () => {
    save(CHANGED);
    expect(ScenarioSchema.parse((saved() as { scenario: unknown }).scenario)).toEqual(toScenario(CHANGED));
  });

  it("say which catalogue a map is of, and leave a map of an older one as it was saved", () => {
    const versionSaved = (catalogVersion: string | undefined) => {
      const store = createAppStore();
      const { stop } = startAutosave(store, storage, () => {}, "2026.11.1");
      store.setState({ content: { ...CHANGED.content, ...(catalogVersion !== undefined && { catalogVersion }) } });
      vi.advanceTimersByTime(1000);
      stop();
      return restoreState(storage, IDS).state.content?.catalogVersion;
    };
    expect(versionSaved(undefined)).toBe("2026.11.1");
    expect(versionSaved("2026.11.0")).toBe("2026.11.0");
  });

  it("write once for a burst of changes, soon after it began", () => {
    const { store } = save({ theme: "dark" });
    expect(storage.writes).toBe(1);
    for (let zoom = 0; zoom < 10; zoom += 1) {
      store.setState({ view: { center: [0, 0], zoom } });
      vi.advanceTimersByTime(20);
    }
    vi.advanceTimersByTime(1000);
    expect(storage.writes).toBe(2);
    expect(restoreState(storage, IDS).state.view).toEqual({ center: [0, 0], zoom: 9 });
  });

  it("write at once when the page is hidden or left, and not again without changes", () => {
    const listeners = new Map<string, () => void>();
    vi.stubGlobal("addEventListener", (type: string, listener: () => void) => listeners.set(type, listener));
    vi.stubGlobal("removeEventListener", (type: string) => listeners.delete(type));
    const store = createAppStore();
    const { stop } = startAutosave(store, storage, () => {});
    store.setState({ theme: "dark" });
    listeners.get("pagehide")?.();
    expect(storage.writes).toBe(1);
    listeners.get("pagehide")?.();
    vi.advanceTimersByTime(1000);
    expect(storage.writes).toBe(1);
    stop();
    expect(listeners.has("pagehide")).toBe(false);
    store.setState({ theme: "light" });
    vi.advanceTimersByTime(1000);
    expect(storage.writes).toBe(1);
  });

  it("write pending changes when they are stopped", () => {
    const store = createAppStore();
    const { stop } = startAutosave(store, storage, () => {});
    store.setState({ theme: "dark" });
    stop();
    expect(restoreState(storage, IDS).state.theme).toBe("dark");
  });
});

describe("suspended saving", () => {
  it("writes nothing until one map is chosen, and then writes that one", () => {
    const store = createAppStore();
    const autosave = startAutosave(store, storage, () => {});
    storage.items.set(KEY, "theirs");
    store.setState({ theme: "dark" });
    autosave.hold();
    store.setState({ content: CHANGED.content });
    vi.advanceTimersByTime(1000);
    autosave.stop();
    expect(storage.items.get(KEY)).toBe("theirs");
    autosave.keepMine();
    expect(restoreState(storage, IDS).state.content).toEqual(CHANGED.content);
  });

  it("resumes with the next change if the other tab's map was chosen", () => {
    const store = createAppStore();
    const autosave = startAutosave(store, storage, () => {});
    autosave.hold();
    autosave.goOn();
    expect(storage.writes).toBe(0);
    store.setState({ theme: "dark" });
    vi.advanceTimersByTime(1000);
    expect(storage.writes).toBe(1);
  });
});

describe("another tab", () => {
  let listener = (_event: Partial<StorageEvent>) => {};
  let reported = 0;
  const text = (title: string, zoom = 3) =>
    JSON.stringify({ scenario: { ...scenario, title, view: { center: [0, 0], zoom } } });
  const watch = (own = splitScenario({ ...scenario, title: "Mine" }).content) => {
    vi.stubGlobal("addEventListener", (_type: string, added: typeof listener) => (listener = added));
    vi.stubGlobal("removeEventListener", () => {});
    reported = 0;
    watchOtherTabs(
      () => own,
      () => (reported += 1),
    );
  };

  it("is reported if it saved another map, but not if it only moved the view", () => {
    watch();
    listener({ key: KEY, oldValue: text("Mine", 3), newValue: text("Mine", 4) });
    listener({ key: "other", oldValue: null, newValue: text("Theirs", 4) });
    expect(reported).toBe(0);
    listener({ key: KEY, oldValue: text("Mine"), newValue: text("Theirs") });
    listener({ key: KEY, oldValue: "not json", newValue: text("Theirs") });
    expect(reported).toBe(2);
  });

  it("is not reported if it wrote the same map with another key order", () => {
    watch();
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).toReversed();
      return Object.fromEntries(entries.map(([key, field]) => [key, reversed(field)]));
    };
    const newValue = JSON.stringify(reversed(JSON.parse(text("Mine"))));
    expect(newValue).not.toBe(text("Mine"));
    listener({ key: KEY, oldValue: text("Mine"), newValue });
    expect(reported).toBe(0);
  });

  it("is not reported if it saved the map that this tab shows", () => {
    watch();
    listener({ key: KEY, oldValue: text("Before"), newValue: text("Mine") });
    expect(reported).toBe(0);
  });

  it("is not reported if this tab has unsaved changes and the other only moved the view", () => {
    watch(splitScenario({ ...scenario, title: "Mine, newer" }).content);
    listener({ key: KEY, oldValue: text("Mine", 3), newValue: text("Mine", 5) });
    expect(reported).toBe(0);
  });
});

describe("storage that is full or forbidden", () => {
  it.each(["full", "forbidden"] as const)("%s: is reported once, and again after a save has succeeded", (fault) => {
    const errors: unknown[] = [];
    storage.fault = fault;
    const { store } = save({ theme: "dark" }, (error) => errors.push(error));
    store.setState({ theme: "light" });
    vi.advanceTimersByTime(1000);
    expect(errors).toHaveLength(1);
    storage.fault = undefined;
    store.setState({ theme: "dark" });
    vi.advanceTimersByTime(1000);
    expect(errors).toHaveLength(1);
    expect(restoreState(storage, IDS).state.theme).toBe("dark");
    storage.fault = fault;
    store.setState({ theme: "light" });
    vi.advanceTimersByTime(1000);
    expect(errors).toHaveLength(2);
  });

  it("forbidden: restores nothing, and shows the user no error", () => {
    storage.fault = "forbidden";
    expect(restoreState(storage, IDS)).toEqual({ state: {}, problems: [] });
  });

  it("full: still restores the valid part of a damaged save, and reports the problem", () => {
    storage.items.set(KEY, "{ not json");
    storage.fault = "full";
    expect(restoreState(storage, IDS)).toMatchObject({ state: {}, problems: [{ code: "notJson" }] });
    expect(storage.items.get(KEY)).toBe("{ not json");
  });

  it("may throw on access: the page then uses a storage that refuses to save", () => {
    vi.stubGlobal("localStorage", undefined);
    const none = openStorage();
    expect(restoreState(none, IDS)).toEqual({ state: {}, problems: [] });
    expect(() => none.setItem(KEY, "")).toThrow();
    vi.stubGlobal("localStorage", storage);
    expect(openStorage()).toBe(storage);
  });
});

describe("a saved state that cannot be read completely", () => {
  const restore = (text: string) => {
    storage.items.set(KEY, text);
    return restoreState(storage, IDS);
  };

  it("does not exist on a first visit", () => {
    expect(restoreState(storage, IDS)).toEqual({ state: {}, problems: [] });
    expect(storage.items.size).toBe(0);
  });

  it("is set aside completely if it is not JSON", () => {
    const text = '{"scenario":{"version":1,"laun';
    expect(restore(text)).toMatchObject({ state: {}, problems: [{ path: "", code: "notJson" }] });
    expect(storage.items.get(DAMAGED)).toBe(text);
  });

  it("is set aside if a newer version wrote it; the settings are kept", () => {
    const text = JSON.stringify({ scenario: { ...scenario, version: 2 }, lastSystems: ["atacms"], theme: "dark" });
    expect(restore(text)).toEqual({
      state: { lastSystems: ["atacms"], theme: "dark" },
      problems: [{ path: "version", code: "newerVersion", values: { value: 2, supported: 1 } }],
    });
    expect(storage.items.get(DAMAGED)).toBe(text);
    // The next save does not touch the copy.
    save({ theme: "light" });
    expect(storage.items.get(DAMAGED)).toBe(text);
  });

  it("loses only its invalid parts, and a copy is set aside", () => {
    const bad = { id: "b", name: "Bad", geometry: { type: "Point", coordinates: [30, 95] }, systems: [] };
    const text = JSON.stringify({
      scenario: { ...scenario, launchPoints: [...scenario.launchPoints, bad] },
      lastSystems: ["atacms", "gone", 7],
      theme: "pink",
      letterKeys: "no",
    });
    const { state, problems } = restore(text);
    expect(state).toEqual({ content: splitScenario(scenario).content, view: scenario.view, lastSystems: ["atacms"] });
    expect(problems).toEqual([
      { path: "launchPoints[1].geometry.coordinates[1]", code: "latitude", values: { value: "95" } },
    ]);
    expect(storage.items.get(DAMAGED)).toBe(text);
  });

  it.each(["null", "7", "[]", "{}", '"text"', '{"scenario":null}'])("%s: is reported as not a scenario", (text) => {
    expect(restore(text)).toMatchObject({ state: {}, problems: [{ code: "notScenario" }] });
  });

  it("is not set aside if everything is valid", () => {
    save(CHANGED);
    restoreState(storage, IDS);
    expect([...storage.items.keys()]).toEqual([KEY]);
  });
});
