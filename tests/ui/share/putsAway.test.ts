import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../src/scenario/scenario.ts";
import { hasOwn, putsAway } from "../../../src/ui/share/putsAway.ts";
import { at, KYIV, scenarioOf } from "../../samples.ts";

const OWN_SYSTEM = { id: "x1", name: "Mine", rangeKm: { min: 100, max: 200 } };
const BLANK = scenarioOf([]);
const theirs: Scenario = { ...scenarioOf([at("a", KYIV, ["atacms"])]), title: "Theirs" };

describe("a map from a link", () => {
  it("opens without a question if the current map is empty, with any display settings", () => {
    expect(putsAway(BLANK, theirs)).toBe(false);
    expect(putsAway(scenarioOf([], { units: "mi", language: "uk", coverage: true }), theirs)).toBe(false);
  });

  it.each<[string, Scenario]>([
    ["a launch point", scenarioOf([at("b", [0, 0], [])])],
    ["a custom system", scenarioOf([], {}, [OWN_SYSTEM])],
    ["a title", { ...BLANK, title: "Mine" }],
    ["a subtitle", { ...BLANK, subtitle: "Mine" }],
    ["a caption", { ...BLANK, caption: "Mine" }],
  ])("asks before it replaces a map with %s", (_, own) => {
    expect(hasOwn(own)).toBe(true);
    expect(putsAway(own, theirs)).toBe(true);
  });

  it("opens without a question when its address is reloaded", () => {
    const reordered = Object.fromEntries(Object.entries(theirs).toReversed()) as Scenario;
    expect(putsAway(reordered, { ...theirs, view: { center: [1, 2], zoom: 3 } })).toBe(false);
    expect(putsAway({ ...theirs, caption: "Mine" }, theirs)).toBe(true);
  });
});
