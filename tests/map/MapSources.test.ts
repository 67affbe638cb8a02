import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/figure/figure.ts";
import { MapSources, type Shown } from "../../src/map/MapSources.ts";
import type { SourceDiff } from "../../src/map/mapDiff.ts";
import { SOURCE_IDS } from "../../src/marks/mapLayers.ts";
import { ALL_SYSTEMS, at, figureOf, KYIV, ringsOf } from "../samples.ts";

const LVIV: [number, number] = [24.03, 49.84];
const SHOWN: Shown = { labels: [], selected: new Set(), theme: "light" };

type Held = Record<string, Map<string, unknown>>;

/** A map that applies updates to its sources like MapLibre: removals first, then additions, which replace features with the same id. */
function openMap() {
  const held: Held = Object.fromEntries(Object.values(SOURCE_IDS).map((id) => [id, new Map()]));
  const updates: { id: string; features: number }[] = [];
  const map = {
    getSource: (id: string) => ({
      updateData: (diff: SourceDiff) => {
        updates.push({ id, features: diff.add.length + diff.remove.length });
        for (const old of diff.remove) held[id]?.delete(old);
        for (const feature of diff.add) held[id]?.set(feature.id, feature);
        return Promise.resolve();
      },
    }),
  };
  return { held, updates, sources: new MapSources(map as unknown as MapLibreMap) };
}

const idsOf = (held: Held) =>
  Object.fromEntries(Object.entries(held).map(([id, features]) => [id, [...features.keys()].toSorted()]));
/** The contents of all sources, independent of the order of updates. */
const contentOf = (held: Held) =>
  Object.fromEntries(
    Object.entries(held).map(([id, features]) => [
      id,
      [...features].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, feature]) => feature),
    ]),
  );
/** The contents of a new map that shows a figure. */
function freshly(figure: Figure, shown = SHOWN) {
  const { held, sources } = openMap();
  sources.show(figure, shown);
  return contentOf(held);
}

const two = figureOf([at("a", KYIV, ALL_SYSTEMS), at("b", LVIV, ["atacms"])]);
const moved = figureOf([at("a", [31, 51], ALL_SYSTEMS), at("b", LVIV, ["atacms"])]);
const alone = figureOf([at("a", [31, 51], ALL_SYSTEMS)]);
const other = figureOf([at("b", LVIV, ["atacms"])]);

describe("the map's sources", () => {
  it("contain the figure shown last, after any sequence of updates", () => {
    const { held, sources } = openMap();
    for (const figure of [two, other, moved, alone, two]) {
      sources.show(figure, SHOWN);
      expect(contentOf(held)).toEqual(freshly(figure));
    }
  });

  it("receive nothing if nothing differs, and no ring if only the selection differs", () => {
    const { updates, sources } = openMap();
    sources.show(two, SHOWN);
    updates.length = 0;
    sources.show(two, SHOWN);
    expect(updates).toEqual([]);
    sources.show(two, { ...SHOWN, selected: new Set(["a"]) });
    expect(updates.map(({ id }) => id)).toEqual([SOURCE_IDS.points]);
  });

  it("follow the theme", () => {
    const { held, sources } = openMap();
    sources.show(two, SHOWN);
    sources.show(two, { ...SHOWN, theme: "dark" });
    expect(contentOf(held)).toEqual(freshly(two, { ...SHOWN, theme: "dark" }));
    expect(contentOf(held)).not.toEqual(freshly(two));
  });

  it("receive only the dragged launch point, and contain each of its features once", () => {
    const { held, updates, sources } = openMap();
    sources.show(two, SHOWN);
    const before = idsOf(held);
    // As part of the whole map, whose number of rings decides what is drawn.
    const whole = openMap();
    whole.sources.showDragged("b", other, ringsOf(two).length, SHOWN);
    const untouched = contentOf(whole.held);
    for (let frame = 0; frame < 5; frame += 1) {
      updates.length = 0;
      sources.showDragged("a", alone, ringsOf(two).length, SHOWN);
      expect(idsOf(held)).toEqual(before);
    }
    const ofA =
      Object.values(held).reduce((count, features) => count + features.size, 0) -
      Object.values(untouched).flat().length;
    expect(updates.reduce((count, { features }) => count + features, 0)).toBe(ofA);
    sources.show(moved, SHOWN);
    expect(contentOf(held)).toEqual(freshly(moved));
  });

  it("keep the first launch point where it was dropped while another is dragged", () => {
    const { held, sources } = openMap();
    sources.show(two, SHOWN);
    sources.showDragged("a", alone, ringsOf(two).length, SHOWN);
    sources.show(moved, SHOWN);
    const before = idsOf(held);
    sources.showDragged("b", figureOf([at("b", [25, 48], ["atacms"])]), ringsOf(two).length, SHOWN);
    expect(idsOf(held)).toEqual(before);
  });

  it("contain the old position again if a drag is cancelled", () => {
    const { held, sources } = openMap();
    sources.show(two, SHOWN);
    sources.showDragged("a", alone, ringsOf(two).length, SHOWN);
    sources.show(two, SHOWN);
    expect(contentOf(held)).toEqual(freshly(two));
  });

  it("keep their contents in a new style, with nothing sent twice", () => {
    const { updates, sources } = openMap();
    const style = () =>
      ({
        version: 8,
        layers: [],
        sources: Object.fromEntries(
          Object.values(SOURCE_IDS).map((id) => [
            id,
            { type: "geojson", data: { type: "FeatureCollection", features: [] } },
          ]),
        ),
      }) as StyleSpecification;
    const dataOf = (from: StyleSpecification) =>
      Object.fromEntries(
        Object.entries(from.sources).map(([id, source]) => [
          id,
          source.type === "geojson" && typeof source.data === "object" && "features" in source.data
            ? source.data.features
            : [],
        ]),
      );
    const started = dataOf(sources.startIn(style(), two, SHOWN));
    expect(Object.values(started).flat().length).toBeGreaterThan(10);
    sources.show(two, SHOWN);
    expect(updates).toEqual([]);
    expect(dataOf(sources.moveTo(style()))).toEqual(started);
  });

  it("queue updates while the map has no sources, and then receive them in order", async () => {
    const { held, updates, sources } = openMap();
    sources.pause();
    sources.show(other, SHOWN);
    sources.show(two, SHOWN);
    expect(updates).toEqual([]);
    sources.resume();
    await expect.poll(() => contentOf(held)).toEqual(freshly(two));
  });

  it("never show a crowded figure that has been replaced", async () => {
    const { held, sources } = openMap();
    const crowd = figureOf(
      Array.from({ length: 2000 }, (_, index) =>
        at(`p${index}`, [(index % 350) - 175, (index % 160) - 80], ALL_SYSTEMS),
      ),
    );
    expect(crowd.crowded).toBe(true);
    sources.show(crowd, SHOWN);
    expect(idsOf(held)[SOURCE_IDS.outlines]).toEqual([]);
    sources.show(two, SHOWN);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(contentOf(held)).toEqual(freshly(two));
  });
});
