import * as fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { putCustomSystem, removeCustomSystem } from "../../src/scenario/edits.ts";
import { MAX_LAUNCH_POINTS, MAX_POINT_NAME, MAX_SYSTEMS } from "../../src/scenario/limits.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { type Actions, createActions } from "../../src/state/actions.ts";
import { type AppStore, createAppStore, toScenario } from "../../src/state/store.ts";
import {
  CATALOG_IDS,
  display as anyDisplay,
  geometry as anyGeometry,
  lngLat,
  scenario as anyScenario,
} from "../scenario/arbitraries.ts";
import { openExample } from "../../src/scenario/examples.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

interface Page {
  store: AppStore;
  actions: Actions;
  clock: { ms: number };
}

function openPage(): Page {
  const clock = { ms: 0 };
  const store = createAppStore({ lastSystems: ["atacms"] });
  return { store, clock, actions: createActions(store, () => clock.ms) };
}

let page: Page;
beforeEach(() => {
  page = openPage();
});
const content = () => page.store.getState().content;
const names = () => content().launchPoints.map(({ name }) => name);
const steps = () => page.store.temporal.getState().pastStates.length;
const later = (ms: number) => {
  page.clock.ms += ms;
};
const place = (name: string, coordinates: [number, number] = [30, 50]) =>
  page.actions.add([{ name, geometry: { type: "Point", coordinates } }])[0]!;

describe("adding launch points", () => {
  it("selects the new launch point and gives it the last chosen systems", () => {
    const first = place("Kyiv");
    expect(content().launchPoints).toEqual([
      { id: first, name: "Kyiv", geometry: { type: "Point", coordinates: [30, 50] }, systems: ["atacms"] },
    ]);
    expect(page.store.getState().selected).toEqual([first]);
    page.actions.toggleSystem([first], "tomahawk", true);
    const second = place("Lviv");
    expect(content().launchPoints[1]?.systems).toEqual(["atacms", "tomahawk"]);
    expect(second).not.toBe(first);
  });

  it("is one undo step for many points, and gives each an id", () => {
    const ids = page.actions.add(
      Array.from({ length: 50 }, (_, index) => ({
        name: `P${index}`,
        geometry: { type: "Point", coordinates: [index, 0] },
        systems: [],
      })),
      "import",
    );
    expect(new Set(ids).size).toBe(50);
    expect(steps()).toBe(1);
    page.actions.undo();
    expect(content().launchPoints).toEqual([]);
  });
});

describe("undo and redo", () => {
  it("go through the steps in order, each with its label", () => {
    const kyiv = place("Kyiv");
    later(5000);
    page.actions.rename(kyiv, "Київ");
    later(5000);
    page.actions.hide([kyiv], true);
    later(5000);
    page.actions.remove([kyiv]);
    const states: unknown[] = [];
    for (let step = 0; step < 4; step += 1) {
      states.push([page.store.getState().edit, names(), content().launchPoints[0]?.hidden]);
      page.actions.undo();
    }
    expect(states).toEqual([
      [{ action: "remove", name: "Київ" }, [], undefined],
      [{ action: "hide", name: "Київ" }, ["Київ"], true],
      [{ action: "rename", name: "Kyiv" }, ["Київ"], undefined],
      [{ action: "add", name: "Kyiv" }, ["Kyiv"], undefined],
    ]);
    expect(page.store.getState().edit).toBeNull();
    expect(names()).toEqual([]);
    // The label of redo is that of the next state.
    expect(page.store.temporal.getState().futureStates.at(-1)?.edit).toEqual({ action: "add", name: "Kyiv" });
    const redone: unknown[] = [];
    for (let step = 0; step < 4; step += 1) {
      page.actions.redo();
      redone.push(page.store.getState().edit?.action);
    }
    expect(redone).toEqual(["add", "rename", "hide", "remove"]);
  });

  it("do nothing if there is nothing to undo or redo", () => {
    page.actions.undo();
    page.actions.redo();
    expect(names()).toEqual([]);
    place("Kyiv");
    page.actions.redo();
    expect(names()).toEqual(["Kyiv"]);
  });

  it("discard undone steps after a new edit", () => {
    place("Kyiv");
    page.actions.undo();
    place("Lviv");
    page.actions.redo();
    expect(names()).toEqual(["Lviv"]);
  });

  it("deselect launch points that no longer exist", () => {
    place("Kyiv");
    page.actions.undo();
    expect(page.store.getState().selected).toEqual([]);
  });

  it("do not change the view", () => {
    place("Kyiv");
    page.actions.setView({ center: [10, 10], zoom: 7 });
    page.actions.undo();
    expect(page.store.getState().view).toEqual({ center: [10, 10], zoom: 7 });
  });
});

describe("one step of undo", () => {
  it("is a whole drag, however many frames it had", () => {
    const kyiv = place("Kyiv");
    const before = steps();
    for (let frame = 1; frame <= 60; frame += 1) page.actions.drag(kyiv, [30 + frame / 10, 50]);
    expect(content().launchPoints[0]?.geometry).toEqual({ type: "Point", coordinates: [30, 50] });
    expect(steps()).toBe(before);
    page.actions.drop(kyiv, [36, 50]);
    expect(page.store.getState().drag).toBeNull();
    expect(content().launchPoints[0]?.geometry).toEqual({ type: "Point", coordinates: [36, 50] });
    expect(steps()).toBe(before + 1);
    page.actions.undo();
    expect(content().launchPoints[0]?.geometry).toEqual({ type: "Point", coordinates: [30, 50] });
  });

  it("is each of two drags, however quickly they follow", () => {
    const kyiv = place("Kyiv");
    page.actions.drop(kyiv, [36, 50]);
    page.actions.drop(kyiv, [37, 50]);
    page.actions.undo();
    expect(content().launchPoints[0]?.geometry).toEqual({ type: "Point", coordinates: [36, 50] });
  });

  it("is a name typed without a pause; a pause starts another step", () => {
    const kyiv = place("");
    for (const name of ["K", "Ky", "Kyi", "Kyiv"]) {
      later(300);
      page.actions.rename(kyiv, name);
    }
    later(5000);
    page.actions.rename(kyiv, "Kyiv!");
    expect(steps()).toBe(3);
    page.actions.undo();
    expect(names()).toEqual(["Kyiv"]);
    page.actions.undo();
    expect(names()).toEqual([""]);
    page.actions.redo();
    expect(names()).toEqual(["Kyiv"]);
  });

  it("is labelled with the name before the first letter was typed", () => {
    const kyiv = place("Kiev");
    for (const name of ["Kie", "Ki", "Kiy", "Kiyv"]) page.actions.rename(kyiv, name);
    expect(page.store.getState().edit).toEqual({ action: "rename", name: "Kiev" });
  });

  it("is typing in one field; another field or another point starts another step", () => {
    const [kyiv, lviv] = [place("a"), place("b")];
    const before = steps();
    page.actions.rename(kyiv, "Kyiv");
    page.actions.rename(lviv, "Lviv");
    page.actions.setTitle("T");
    page.actions.setTitle("Title");
    expect(steps()).toBe(before + 3);
  });

  it("is not merged into a step that was undone", () => {
    const kyiv = place("Kyiv");
    page.actions.rename(kyiv, "A");
    page.actions.undo();
    page.actions.rename(kyiv, "B");
    page.actions.undo();
    expect(names()).toEqual(["Kyiv"]);
  });

  it("is opening a scenario: undo restores everything that was there", () => {
    place("Kyiv");
    page.actions.setTitle("Mine");
    const before = content();
    const opened = ScenarioSchema.parse({
      version: 1,
      title: "Theirs",
      launchPoints: [{ id: "x", geometry: { type: "Country", code: "UA" } }],
      view: { center: [1, 2], zoom: 3 },
    });
    page.actions.open(opened);
    expect(toScenario(page.store.getState())).toEqual(opened);
    expect(page.store.getState()).toMatchObject({ selected: [], edit: { action: "open", name: "Theirs" } });
    page.actions.undo();
    expect(content()).toBe(before);
  });

  it("is starting a new map: undo restores the old one, and the display settings stay", () => {
    place("Kyiv");
    page.actions.setDisplay({ language: "uk" });
    page.actions.clear();
    expect(content()).toMatchObject({ title: "", launchPoints: [], customSystems: [], display: { language: "uk" } });
    page.actions.undo();
    expect(names()).toEqual(["Kyiv"]);
  });
});

describe("another language", () => {
  it("translates an unedited example in the same undo step", () => {
    const scenario = openExample("article-000", content().display)!;
    page.actions.open(scenario);
    page.actions.setDisplay({ language: "uk" });
    expect(content().title).toBe(openExample("article-000", content().display)!.title);
    expect(content().title).not.toBe(scenario.title);
    page.actions.undo();
    expect(content()).toMatchObject({ title: scenario.title, display: { language: "en" } });
  });

  it("leaves the user's own map unchanged", () => {
    place("Kyiv");
    page.actions.setDisplay({ language: "uk" });
    expect(names()).toEqual(["Kyiv"]);
  });
});

describe("the last choice of systems", () => {
  const own = { id: "x1", name: "Example", rangeKm: { min: 400, max: 500 } };
  const chooseOwn = () => {
    page.actions.change((from) => putCustomSystem(from, own), { action: "custom", name: "Example" });
    page.actions.setSystems([place("Kyiv")], ["atacms", "x1"]);
  };

  it.each<[string, () => void]>([
    [
      "was deleted",
      () => page.actions.change((from) => removeCustomSystem(from, "x1"), { action: "custom", name: "Example" }),
    ],
    ["went with the old map", () => page.actions.clear()],
    ["was undone", () => [1, 2, 3].forEach(() => page.actions.undo())],
  ])("leaves out a custom system that %s", (_, lose) => {
    chooseOwn();
    lose();
    expect(content().customSystems).toEqual([]);
    place("Lviv");
    expect(content().launchPoints.at(-1)?.systems).toEqual(["atacms"]);
  });

  it("keeps at least one existing system", () => {
    chooseOwn();
    place("Lviv");
    expect(content().launchPoints.at(-1)?.systems).toEqual(["atacms", "x1"]);
  });
});

describe("the limits of a map", () => {
  const point = { geometry: { type: "Point" as const, coordinates: [0, 0] as [number, number] }, systems: [] };
  const fill = (count: number) =>
    page.actions.add(Array.from({ length: count }, (_, index) => ({ ...point, name: `P${index}` })));
  const codes = () => page.store.getState().notices.map(({ code, values }) => [code, values]);
  const isSound = () => ScenarioSchema.safeParse(toScenario(page.store.getState())).success;

  it("leave out the 20,001st launch point and report it", () => {
    fill(MAX_LAUNCH_POINTS - 1);
    expect(fill(3)).toHaveLength(1);
    expect(content().launchPoints).toHaveLength(MAX_LAUNCH_POINTS);
    expect(codes()).toEqual([["limitPoints", { bound: MAX_LAUNCH_POINTS, count: 2 }]]);
    const [before, undone] = [content(), steps()];
    expect(fill(1)).toEqual([]);
    page.actions.duplicate("p1", "copy");
    expect(content()).toBe(before);
    expect(steps()).toBe(undone);
    expect(codes()).toEqual([["limitPoints", { bound: MAX_LAUNCH_POINTS, count: 1 }]]);
    expect(isSound()).toBe(true);
  });

  it("do not change a launch point with 60 systems, but add the system to the others", () => {
    const many = Array.from({ length: MAX_SYSTEMS }, (_, index) => `s${index}`);
    const [full] = page.actions.add([{ ...point, name: "full", systems: many }]);
    const other = place("other");
    page.actions.toggleSystem([full!, other], "tomahawk", true);
    expect(content().launchPoints.map(({ systems }) => systems.includes("tomahawk"))).toEqual([false, true]);
    expect(codes()).toEqual([["limitSystems", { bound: MAX_SYSTEMS, count: 1 }]]);
    // One of its systems can still be removed, which makes room.
    page.actions.toggleSystem([full!], "s0", false);
    page.actions.toggleSystem([full!], "tomahawk", true);
    expect(content().launchPoints[0]?.systems).toHaveLength(MAX_SYSTEMS);
    expect(isSound()).toBe(true);
  });

  it("shorten the name of a copy, never within a character, and report it", () => {
    const long = page.actions.add([{ ...point, name: "x".repeat(MAX_POINT_NAME) }])[0]!;
    page.actions.duplicate(long, `Copy of ${"x".repeat(MAX_POINT_NAME - 9)}🙂`);
    expect(names()[1]).toBe(`Copy of ${"x".repeat(MAX_POINT_NAME - 9)}`);
    expect(codes()).toEqual([["limitName", { bound: MAX_POINT_NAME }]]);
    expect(isSound()).toBe(true);
  });

  it("hold for every text, wherever it comes from", () => {
    const id = place("a");
    page.actions.rename(id, "n".repeat(500));
    page.actions.regroup([id], "g".repeat(500));
    page.actions.setTitle("t".repeat(500));
    page.actions.setSystems(
      [id],
      Array.from({ length: 70 }, (_, index) => `s${index}`),
    );
    expect(isSound()).toBe(true);
    place("b");
    expect(isSound()).toBe(true);
  });

  it("allow the negative zoom of a globe near a pole, but none below it", () => {
    page.actions.setView({ center: [0, 85], zoom: -3.5 });
    expect(page.store.getState().view.zoom).toBe(-3.5);
    expect(isSound()).toBe(true);
    page.actions.setView({ center: [0, 85], zoom: -30 });
    expect(isSound()).toBe(true);
  });
});

describe("the camera", () => {
  const opened = ScenarioSchema.parse({ version: 1, title: "Theirs", launchPoints: [] });
  const fits = () => page.store.getState().fitRequests;

  it("fits the whole map after opening one without a view and after an import", () => {
    page.actions.open(opened);
    expect(fits()).toBe(1);
    page.actions.open({ ...opened, view: { center: [1, 2], zoom: 3 } });
    expect(fits()).toBe(1);
    page.actions.change((from) => ({ ...from, title: "Imported" }), { action: "import", name: "a.csv" });
    expect(fits()).toBe(2);
  });

  it("does not move when a later edit is undone, or when the opening itself is undone and redone", () => {
    page.actions.open(opened);
    place("Kyiv");
    page.actions.undo();
    expect(page.store.getState().edit?.action).toBe("open");
    page.actions.undo();
    page.actions.redo();
    expect(fits()).toBe(1);
  });
});

describe("notices", () => {
  it("each have an id; the last five are kept until dismissed", () => {
    for (let index = 0; index < 7; index += 1) page.actions.notify({ kind: "info", code: "open", values: { index } });
    const shown = page.store.getState().notices;
    expect(shown.map(({ values }) => values?.["index"])).toEqual([2, 3, 4, 5, 6]);
    page.actions.dismiss(shown[0]!.id);
    expect(page.store.getState().notices).toEqual(shown.slice(1));
    expect(steps()).toBe(0);
  });
});

/** One action of a user. Launch points are given by position in the list. */
class UserAction implements fc.Command<object, Page> {
  readonly #name: string;
  readonly #waitMs: number;
  readonly #run: (page: Page, idAt: (index: number) => string) => void;

  constructor(name: string, waitMs: number, run: (page: Page, idAt: (index: number) => string) => void) {
    this.#name = name;
    this.#waitMs = waitMs;
    this.#run = run;
  }
  check = () => true;
  run(_: object, real: Page): void {
    real.clock.ms += this.#waitMs;
    const { launchPoints } = real.store.getState().content;
    this.#run(real, (index) => launchPoints[index % Math.max(1, launchPoints.length)]?.id ?? "nobody");
    const state = real.store.getState();
    ScenarioSchema.parse(toScenario(state));
    const ids = state.content.launchPoints.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { systems } of state.content.launchPoints) expect(new Set(systems).size).toBe(systems.length);
    for (const id of state.selected) expect(ids).toContain(id);
  }
  toString = () => this.#name;
}

const wait = fc.constantFrom(0, 300, 5000);
const index = fc.nat(5);
const system = fc.constantFrom(...CATALOG_IDS);
const name = fc.string({ maxLength: 40 });
const userActions: fc.Arbitrary<UserAction>[] = [
  fc
    .tuple(wait, name, anyGeometry)
    .map(
      ([ms, text, geometry]) =>
        new UserAction(`add ${text}`, ms, ({ actions }) => actions.add([{ name: text, geometry }])),
    ),
  fc.tuple(wait, index, lngLat).map(
    ([ms, at, to]) =>
      new UserAction(`drag ${at} to ${to.join()}`, ms, ({ actions }, idAt) => {
        actions.drag(idAt(at), to);
        actions.drop(idAt(at), to);
      }),
  ),
  fc
    .tuple(wait, index, anyGeometry)
    .map(([ms, at, to]) => new UserAction(`move ${at}`, ms, ({ actions }, idAt) => actions.move(idAt(at), to))),
  fc
    .tuple(wait, index, name)
    .map(
      ([ms, at, text]) =>
        new UserAction(`rename ${at} ${text}`, ms, ({ actions }, idAt) => actions.rename(idAt(at), text)),
    ),
  fc
    .tuple(wait, index, index, fc.boolean())
    .map(
      ([ms, a, b, on]) =>
        new UserAction(`hide ${a} ${b} ${on}`, ms, ({ actions }, idAt) => actions.hide([idAt(a), idAt(b)], on)),
    ),
  fc
    .tuple(wait, index, system, fc.boolean())
    .map(
      ([ms, at, id, on]) =>
        new UserAction(`toggle ${at} ${id} ${on}`, ms, ({ actions }, idAt) => actions.toggleSystem([idAt(at)], id, on)),
    ),
  fc
    .tuple(wait, index)
    .map(([ms, at]) => new UserAction(`remove ${at}`, ms, ({ actions }, idAt) => actions.remove([idAt(at)]))),
  fc
    .tuple(wait, index, name)
    .map(
      ([ms, at, text]) =>
        new UserAction(`duplicate ${at}`, ms, ({ actions }, idAt) => actions.duplicate(idAt(at), text)),
    ),
  fc
    .tuple(wait, index, index)
    .map(
      ([ms, at, to]) => new UserAction(`reorder ${at} ${to}`, ms, ({ actions }, idAt) => actions.reorder(idAt(at), to)),
    ),
  fc
    .tuple(wait, name)
    .map(([ms, text]) => new UserAction(`title ${text}`, ms, ({ actions }) => actions.setTitle(text))),
  fc
    .tuple(wait, anyDisplay)
    .map(([ms, display]) => new UserAction("display", ms, ({ actions }) => actions.setDisplay(display))),
  fc
    .tuple(wait, anyScenario)
    .map(([ms, scenario]) => new UserAction("open", ms, ({ actions }) => actions.open(scenario))),
  wait.map((ms) => new UserAction("clear", ms, ({ actions }) => actions.clear())),
  wait.map((ms) => new UserAction("undo", ms, ({ actions }) => actions.undo())),
  wait.map((ms) => new UserAction("redo", ms, ({ actions }) => actions.redo())),
];

describe("whatever the user does", () => {
  it("leaves a valid scenario; undoing everything returns to the start and redoing everything to the end", () => {
    fc.assert(
      fc.property(fc.commands(userActions, { maxCommands: 30 }), (commands) => {
        const run = openPage();
        const { store, actions } = run;
        const start = structuredClone(store.getState().content);
        fc.modelRun(() => ({ model: {}, real: run }), commands);
        while (store.temporal.getState().futureStates.length > 0) actions.redo();
        const end = structuredClone(store.getState().content);
        while (store.temporal.getState().pastStates.length > 0) actions.undo();
        expect(store.getState().content).toEqual(start);
        while (store.temporal.getState().futureStates.length > 0) actions.redo();
        expect(store.getState().content).toEqual(end);
      }),
      { numRuns: 150 },
    );
  });
});
