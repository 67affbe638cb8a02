import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  addLaunchPoints,
  changeDisplay,
  changeLaunchPoints,
  duplicateLaunchPoint,
  moveLaunchPoint,
  nextId,
  putCustomSystem,
  removeCustomSystem,
  removeLaunchPoints,
  reorderLaunchPoint,
  type ScenarioContent,
  toggleSystem,
} from "../../src/scenario/edits.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import type { LaunchPoint } from "../../src/scenario/scenario.ts";
import { scenario as anyScenario } from "./arbitraries.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const point = (id: string, systems: string[] = ["atacms"]): LaunchPoint => ({
  id,
  name: id.toUpperCase(),
  geometry: { type: "Point", coordinates: [30, 50] },
  systems,
});

const own = { id: "x1", name: "Example", rangeKm: { min: 400, max: 500 } };
const content: ScenarioContent = {
  ...emptyScenario(),
  launchPoints: [point("a"), point("b", ["x1", "tomahawk"]), point("c", [])],
  customSystems: [own],
};
const idsOf = ({ launchPoints }: ScenarioContent) => launchPoints.map(({ id }) => id);
const systemsOf = ({ launchPoints }: ScenarioContent) => launchPoints.map(({ systems }) => systems);

describe("nextId", () => {
  it("continues from the existing ids", () => {
    expect(nextId([], "p")).toBe("p1");
    expect(nextId([{ id: "p1" }, { id: "p2" }], "p")).toBe("p3");
    expect(nextId([{ id: "a" }, { id: "p2" }], "p")).toBe("p3");
  });

  it("never returns an existing id", () => {
    const ids = fc.array(
      fc.record({
        id: fc.oneof(
          fc.string(),
          fc.integer({ min: 1, max: 12 }).map((number) => `p${number}`),
        ),
      }),
    );
    fc.assert(fc.property(ids, (taken) => !taken.some(({ id }) => id === nextId(taken, "p"))));
  });
});

describe("an edit", () => {
  it("adds launch points at the end", () => {
    expect(idsOf(addLaunchPoints(content, [point("d"), point("e")]))).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("changes the given launch points and keeps the others as the same objects", () => {
    const changed = changeLaunchPoints(content, ["a", "c", "nobody"], { hidden: true });
    expect(changed.launchPoints.map(({ hidden }) => hidden)).toEqual([true, undefined, true]);
    expect(changed.launchPoints[1]).toBe(content.launchPoints[1]);
  });

  it("moves one launch point", () => {
    const geometry = { type: "Point", coordinates: [24, 49] } as const;
    const moved = moveLaunchPoint(content, "b", { ...geometry, coordinates: [...geometry.coordinates] });
    expect(moved.launchPoints.map((item) => item.geometry)).toEqual([
      content.launchPoints[0]!.geometry,
      geometry,
      content.launchPoints[2]!.geometry,
    ]);
  });

  it("appends a system once when it is switched on, and removes it when it is switched off", () => {
    expect(systemsOf(toggleSystem(content, ["a", "b"], "atacms", true))).toEqual([
      ["atacms"],
      ["x1", "tomahawk", "atacms"],
      [],
    ]);
    expect(systemsOf(toggleSystem(content, ["a", "b"], "tomahawk", false))).toEqual([["atacms"], ["x1"], []]);
  });

  it("removes the given launch points", () => {
    expect(idsOf(removeLaunchPoints(content, ["a", "c", "nobody"]))).toEqual(["b"]);
  });

  it("inserts a duplicate below its original, with a new name and id", () => {
    const doubled = duplicateLaunchPoint(content, "b", "B again");
    expect(idsOf(doubled)).toEqual(["a", "b", "p4", "c"]);
    expect(doubled.launchPoints[2]).toEqual({ ...content.launchPoints[1], id: "p4", name: "B again" });
    expect(duplicateLaunchPoint(content, "nobody", "")).toBe(content);
  });

  it.each([
    ["a", 2, ["b", "c", "a"]],
    ["c", 0, ["c", "a", "b"]],
    ["b", 99, ["a", "c", "b"]],
    ["b", -5, ["b", "a", "c"]],
    ["b", 1, ["a", "b", "c"]],
  ])("moves %s to position %d in the list", (id, place, order) => {
    expect(idsOf(reorderLaunchPoint(content, id, place))).toEqual(order);
  });

  it("changes part of the display", () => {
    expect(changeDisplay(content, { units: "mi" }).display).toEqual({ ...content.display, units: "mi" });
  });

  it("replaces a custom system in place, or appends a new one", () => {
    const wider = { ...own, rangeKm: { min: 400, max: 600 } };
    const second = { ...own, id: "x2" };
    expect(putCustomSystem(putCustomSystem(content, second), wider).customSystems).toEqual([wider, second]);
  });

  it("removes a custom system with every reference to it", () => {
    const without = removeCustomSystem(content, "x1");
    expect(without.customSystems).toEqual([]);
    expect(systemsOf(without)).toEqual([["atacms"], ["tomahawk"], []]);
    expect(without.launchPoints[0]).toBe(content.launchPoints[0]);
  });

  it("never mutates its input", () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(6), fc.nat(6), (scenario, index, place) => {
        const before = JSON.stringify(scenario);
        const id = scenario.launchPoints[index]?.id ?? "nobody";
        const system = scenario.customSystems[0]?.id ?? "atacms";
        for (const edit of [
          (from: ScenarioContent) => addLaunchPoints(from, [point("new")]),
          (from: ScenarioContent) => changeLaunchPoints(from, [id], { name: "new", hidden: true }),
          (from: ScenarioContent) => toggleSystem(from, [id], system, place % 2 === 0),
          (from: ScenarioContent) => duplicateLaunchPoint(from, id, "new"),
          (from: ScenarioContent) => reorderLaunchPoint(from, id, place),
          (from: ScenarioContent) => removeCustomSystem(from, system),
          (from: ScenarioContent) => removeLaunchPoints(from, [id]),
          (from: ScenarioContent) => changeDisplay(from, { bands: false }),
        ])
          edit(scenario);
        return JSON.stringify(scenario) === before;
      }),
      { numRuns: 60 },
    );
  });

  it("is reversed by the opposite edit: adding and removing, moving there and back, switching off and on", () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(5), fc.nat(5), (scenario, from, to) => {
        expect(
          removeLaunchPoints(addLaunchPoints(scenario, [point("a new one, too long for others")]), [
            "a new one, too long for others",
          ]),
        ).toEqual(scenario);
        const moved = scenario.launchPoints[from];
        if (moved)
          expect(reorderLaunchPoint(reorderLaunchPoint(scenario, moved.id, to), moved.id, from)).toEqual(scenario);
        const last = moved?.systems.at(-1);
        if (moved && last !== undefined)
          expect(toggleSystem(toggleSystem(scenario, [moved.id], last, false), [moved.id], last, true)).toEqual(
            scenario,
          );
      }),
      { numRuns: 60 },
    );
  });
});
