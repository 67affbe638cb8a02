import * as fc from "fast-check";
import type { GeoJSONSourceDiff } from "maplibre-gl";
import { describe, expect, it, vi } from "vitest";
import { diffFeatures } from "../../src/map/mapDiff.ts";
import { buildMapData, type SpecFeature } from "../../src/map/mapFeatures.ts";
import { SOURCE_IDS } from "../../src/marks/mapLayers.ts";
import { ALL_SYSTEMS, at, figureOf, KYIV } from "../samples.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

/** Behaves like MapLibre's updateData: removes first, then adds, and an added feature replaces one with the same id. */
function applied(
  held: Map<string | number, unknown>,
  diff: GeoJSONSourceDiff | undefined,
): Map<string | number, unknown> {
  const after = new Map(diff?.removeAll ? [] : held);
  for (const id of diff?.remove ?? []) after.delete(id);
  for (const feature of diff?.add ?? []) after.set(feature.id!, feature);
  return after;
}

const lines = Array.from({ length: 4 }, (_, index) => ({
  type: "LineString" as const,
  coordinates: [
    [index, 0],
    [index, 1],
  ],
}));
const feature: fc.Arbitrary<SpecFeature> = fc.record({
  type: fc.constant("Feature" as const),
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  geometry: fc.oneof(
    fc.constantFrom(...lines),
    fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
      .map((coordinates) => ({ type: "Point" as const, coordinates })),
  ),
  properties: fc.dictionary(
    fc.constantFrom("color", "kind", "offset"),
    fc.oneof(fc.constantFrom("x", "y"), fc.integer({ min: 0, max: 1 }), fc.boolean()),
  ),
});
const features = fc.uniqueArray(feature, { selector: ({ id }) => id, maxLength: 5 });
const byId = (list: SpecFeature[]) => new Map(list.map((item) => [item.id, item]));

describe("diffFeatures", () => {
  it("converts each state to the next, for any sequence of states", () => {
    fc.assert(
      fc.property(fc.array(features, { maxLength: 6 }), (states) => {
        let known = new Map<string, SpecFeature>();
        let held = new Map<string | number, unknown>();
        for (const state of states) {
          const { diff, next } = diffFeatures(known, state);
          held = applied(held, diff);
          expect(Object.fromEntries(held)).toEqual(Object.fromEntries(byId(state)));
          expect(Object.fromEntries(next)).toEqual(Object.fromEntries(byId(state)));
          known = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is empty if nothing changed, even if every object is new", () => {
    fc.assert(
      fc.property(features, (state) => {
        const again = state.map((item): SpecFeature => ({
          ...item,
          properties: { ...item.properties },
          ...(item.geometry.type === "Point" && { geometry: structuredClone(item.geometry) }),
        }));
        expect(diffFeatures(byId(state), again).diff).toBeUndefined();
      }),
    );
  });

  it("does not mention unchanged features", () => {
    fc.assert(
      fc.property(features, features, (before, after) => {
        const { diff } = diffFeatures(byId(before), after);
        const named = [...(diff?.remove ?? []), ...(diff?.add ?? []).map(({ id }) => id)];
        for (const item of after)
          if (
            before.some(
              (old) =>
                old.id === item.id &&
                old.geometry === item.geometry &&
                JSON.stringify(old.properties) === JSON.stringify(item.properties),
            )
          )
            expect(named).not.toContain(item.id);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });

  it("contains only the dragged launch point during a drag", () => {
    const others = Array.from({ length: 20 }, (_, index) => at(`p${index}`, [index, 40], ALL_SYSTEMS));
    const dataOf = (lngLat: [number, number]) =>
      buildMapData(figureOf([...others, at("dragged", lngLat, ALL_SYSTEMS)]), { labels: [], theme: "light" });
    const [before, after] = [dataOf(KYIV), dataOf([30.6, 50.5])];
    for (const source of [SOURCE_IDS.areas, SOURCE_IDS.outlines, SOURCE_IDS.points]) {
      const { diff } = diffFeatures(byId(before[source]), after[source]);
      expect(diff?.remove).toEqual([]);
      expect(diff?.add?.length).toBeGreaterThan(0);
      for (const { properties } of diff?.add ?? []) expect(properties["launchPoint"]).toBe("dragged");
    }
  });
});
