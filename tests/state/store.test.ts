import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { createAppStore, FIELD_HOMES, FIRST_VIEW, splitScenario, toScenario } from "../../src/state/store.ts";
import { scenario as anyScenario } from "../scenario/arbitraries.ts";

describe("the state of a page", () => {
  it("starts with a valid empty scenario and nothing to undo", () => {
    const store = createAppStore();
    expect(ScenarioSchema.parse(toScenario(store.getState()))).toEqual({
      ...toScenario(store.getState()),
      view: FIRST_VIEW,
    });
    expect(store.getState().content.launchPoints).toEqual([]);
    expect(store.temporal.getState().pastStates).toEqual([]);
  });

  it("has an entry in the table for each field", () => {
    expect(Object.keys(FIELD_HOMES).sort()).toEqual(Object.keys(createAppStore().getState()).sort());
  });

  it("includes in undo exactly the fields in the table", () => {
    const store = createAppStore();
    store.setState({ content: { ...store.getState().content, title: "Changed" } });
    const [kept = {}] = store.temporal.getState().pastStates;
    const inUndo = Object.entries(FIELD_HOMES).flatMap(([field, { undo }]) => (undo ? [field] : []));
    expect(Object.keys(kept).sort()).toEqual(inUndo.sort());
  });

  it("makes no undo step for other fields", () => {
    const store = createAppStore();
    store.setState({
      view: { center: [0, 0], zoom: 1 },
      selected: ["a"],
      theme: "dark",
      drag: { id: "a", lngLat: [1, 2] },
    });
    expect(store.temporal.getState().pastStates).toEqual([]);
  });

  it("round-trips the view and the content through a link", () => {
    const inLink = Object.entries(FIELD_HOMES).flatMap(([field, { link }]) => (link ? [field] : []));
    expect(inLink.sort()).toEqual(["content", "view"]);
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { content, view } = splitScenario(scenario);
        expect(content).not.toHaveProperty("view");
        expect(toScenario({ content, view: view ?? FIRST_VIEW })).toEqual({ view: FIRST_VIEW, ...scenario });
      }),
      { numRuns: 50 },
    );
  });

  it("remembers the last 1,000 steps", () => {
    const store = createAppStore();
    for (let step = 1; step <= 1020; step += 1)
      store.setState({ content: { ...store.getState().content, title: String(step) } });
    expect(store.temporal.getState().pastStates).toHaveLength(1000);
    store.temporal.getState().undo(1000);
    expect(store.getState().content.title).toBe("20");
  });
});
