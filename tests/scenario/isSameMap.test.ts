import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameMap } from "../../src/scenario/isSameMap.ts";
import { scenario } from "./arbitraries.ts";

/** The same value with the keys of each record in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversed(field)]),
  );
}

describe("two scenarios", () => {
  it("are the same map for any key order, view and catalogue, and after a round trip through JSON", () => {
    fc.assert(
      fc.property(scenario, (item) => {
        expect(isSameMap(item, reversed(item))).toBe(true);
        expect(isSameMap(item, { ...item, view: { center: [1, 2], zoom: 3 } })).toBe(true);
        expect(isSameMap(item, { ...item, catalogVersion: "2020.1.0", published: {} })).toBe(true);
        expect(isSameMap(item, JSON.parse(JSON.stringify(item)))).toBe(true);
      }),
    );
  });

  it("are different maps if anything else differs, including the order of launch points", () => {
    fc.assert(
      fc.property(scenario, (item) => {
        expect(isSameMap(item, { ...item, title: `${item.title}!` })).toBe(false);
        expect(isSameMap(item, { ...item, display: { ...item.display, bands: !item.display.bands } })).toBe(false);
        const turned = { ...item, launchPoints: item.launchPoints.toReversed() };
        if (item.launchPoints.length > 1) expect(isSameMap(item, turned)).toBe(false);
      }),
    );
  });

  it.each([undefined, null, 7, "text", []])("%j equals itself but no map", (value) => {
    expect(isSameMap(value, value)).toBe(true);
    expect(isSameMap(value, { version: 1, launchPoints: [] })).toBe(false);
  });
});
