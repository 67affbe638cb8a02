import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { toComparisonCsv } from "../../src/files/csv.ts";
import { toGeoJson } from "../../src/files/geojson.ts";
import { toKml } from "../../src/files/kml.ts";
import type { Outline } from "../../src/marks/drawn.ts";
import { coverageMark } from "../../src/marks/coverage.ts";
import { createCountries, type WorldTopology } from "../../src/marks/shapes/countries.ts";
import { MARKS, itemsOf } from "../../src/marks/registry.ts";
import { createSyncShapes } from "../../src/marks/shapes/syncShapes.ts";
import { keyCard } from "../../src/picture/layout/keyCard.ts";
import { TYPE_SCALES } from "../../src/picture/layout/typeScale.ts";
import { toAltText } from "../../src/picture/scene/altText.ts";
import { ringGroupOf } from "../../src/marks/ring.ts";
import type { Notes, Scenario } from "../../src/scenario/scenario.ts";
import { ALL_SYSTEMS, at, bandsOf, catalog, figureOf, KYIV, ringsOf, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

const LVIV: [number, number] = [24.03, 49.84];
const translate = translates.en;
const TREATIES = catalog.referenceDistances.map(({ id }) => id);
const world = JSON.parse(
  readFileSync(new URL("../../public/basemap/world-50m.json", import.meta.url), "utf8"),
) as WorldTopology;
const shapes = createSyncShapes(createCountries(world));
const drawn = (scenario: Scenario) => buildFigure(catalog, scenario, translate, shapes);
/** The texts of a picture's key that names every ring, each row on one line. */
const cardTexts = (figure: ReturnType<typeof drawn>): string[] => {
  const unnamed = new Set(
    figure.legend.flatMap(({ system, swatch }) => (system ? [ringGroupOf(system, swatch?.inks ?? system.inks)] : [])),
  );
  const room = { width: 90_000, height: 90_000 };
  const measure = (text: string) => text.length * 7;
  const key = keyCard(figure, unnamed, { theme: "light", type: TYPE_SCALES.screen, measure, translate, room });
  return (key?.shapes(0, 0) ?? []).flatMap((shape) => (shape.type === "text" ? [shape.text] : []));
};

/** One of each kind that is put on a map besides ranges. */
const NOTES: Notes = {
  distanceLines: [{ id: "d1", from: { name: "Kyiv", lngLat: KYIV }, to: { name: "Lviv", lngLat: LVIV } }],
  highlights: [{ id: "h1", countries: ["PL"], tint: "sage", highlightLabel: "Neighbours" }],
  annotations: [{ id: "a1", text: "Here", lngLat: [28, 48], pointer: { kind: "arrow", lngLat: [27, 47] } }],
  contextLayers: [
    {
      id: "c1",
      name: "Railways",
      credit: "© Somebody",
      color: "#5b6470",
      width: 1,
      dash: "dashed",
      labelProperty: "name",
      features: [
        {
          geometry: {
            type: "Polygon",
            coordinates: [
              [
                [20, 40],
                [21, 40],
                [21, 41],
                [20, 40],
              ],
            ],
          },
          label: "Yard",
        },
        { geometry: { type: "Point", coordinates: [22, 42] } },
        { geometry: { type: "LineString", coordinates: [LVIV, KYIV] } },
      ],
    },
  ],
};

const everything = drawn({
  ...NOTES,
  ...scenarioOf(
    [
      at("Kyiv", KYIV, ALL_SYSTEMS, { color: "#00ff00" }),
      at("Lviv", LVIV, ALL_SYSTEMS),
      {
        id: "area",
        name: "Coast",
        geometry: {
          type: "LineString",
          coordinates: [
            [30, 46],
            [33, 46],
          ],
        },
        systems: ["nasams"],
      },
    ],
    { treaties: TREATIES, flatCircle: true },
  ),
});

describe("the registry", () => {
  it("has each kind once, and the figure `everything` contains each except coverage", () => {
    const kinds = MARKS.map((mark) => mark.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    const empty = everything.marks.flatMap(({ mark, items }) => (items.length === 0 ? [mark.kind] : []));
    expect(empty).toEqual(["coverage"]);
  });

  it("draws nothing in colour for print", () => {
    const look = {
      ringCount: 1,
      doubleLines: true,
      full: true,
      selected: new Set<string>(),
      cut: ({ geometry }: Outline) => geometry,
    };
    const colors = everything.marks.flatMap(({ mark, items }) =>
      items.flatMap((item) => mark.features(item, { ...look, theme: "print" })),
    );
    expect(colors.length).toBeGreaterThan(20);
    expect(new Set(colors.map(({ properties }) => properties["color"]))).toEqual(new Set(["#000000"]));
    const swatches = everything.legend.flatMap(({ swatch }) => (swatch ? [swatch.inks.print.line] : []));
    expect(new Set(swatches)).toEqual(new Set(["#000000"]));
  });

  it("writes every drawn mark to GeoJSON and KML, and its texts to the legend, the table and the alternative text", () => {
    const kinds = new Set(toGeoJson(everything, catalog, translate).features.map(({ properties }) => properties.kind));
    const shown = everything.marks.flatMap(({ mark, items }) => (items.length > 0 ? [mark.kind] : []));
    expect(kinds).toEqual(new Set(shown));
    const kml = toKml(everything, catalog, translate);
    for (const kind of shown) expect(kml).toContain(`<value>${kind}</value>`);
    const rows = everything.legend.filter(({ system, swatch }) => !system && swatch);
    const kindsOf = (list: typeof rows) => new Set(list.map(({ kind }) => kind));
    const inLegend = ["flatCircle", "treaty", "launchArea", "highlight", "contextLayer"];
    expect(kindsOf(rows)).toEqual(new Set(inLegend));
    const entries = everything.entries.filter(({ system, swatch }) => !system && swatch);
    expect(kindsOf(entries)).toEqual(new Set([...inLegend, "distanceLine", "annotation"]));
    const [alt, csv, card] = [
      toAltText(everything, translate),
      toComparisonCsv(everything, catalog, translate).replaceAll('""', '"'),
      // The numbers of sources stand after a name, in the middle of a treaty's row.
      cardTexts(everything)
        .join("\n")
        .replaceAll(/[\u2009\u202f \u00a0]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, ""),
    ];
    for (const { name } of entries) {
      expect(alt).toContain(name);
      expect(csv).toContain(name);
    }
    for (const { name } of rows) {
      if (name.length < 100) expect(card).toContain(name);
    }
  });
});

describe("what is drawn is decided once", () => {
  it("every output states the spread in the same words, merged or not", () => {
    for (const coverage of [false, true]) {
      const figure = drawn(scenarioOf([at("a", KYIV, ["tomahawk"]), at("b", LVIV, ["tomahawk"])], { coverage }));
      const spread = figure.legend.find(({ system }) => system)?.spread;
      expect(spread).toBe("published 460–2,500\u00A0km");
      expect(cardTexts(figure).join("\n")).toContain(`(${spread})`);
      for (const words of [figure.caption, toAltText(figure, translate)]) expect(words).toContain("460–2,500\u00A0km");
    }
  });

  it("merged areas have the same colour on the map and in data: the launch points' if all share it, otherwise the system's", () => {
    const colorsOf = (colors: (string | undefined)[]) => {
      const points = colors.map((color, index) =>
        at(`p${index}`, [30 + index, 50], ["atacms"], color ? { color } : {}),
      );
      const figure = drawn(scenarioOf(points, { coverage: true }));
      const [item] = itemsOf(figure.marks, coverageMark);
      const feature = toGeoJson(figure, catalog, translate).features.find(
        ({ properties }) => properties.kind === "coverage",
      );
      return [item?.inks.light.line, feature?.properties.stroke];
    };
    expect(colorsOf(["#00ff00", "#00ff00"])).toEqual(["#00ff00", "#00ff00"]);
    const [own, data] = colorsOf(["#00ff00", undefined]);
    expect(own).toBe(data);
    expect(own).not.toBe("#00ff00");
  });

  it("the area within range of several launch points has its own name in data and in the legend", () => {
    const points = [at("a", KYIV, ["atacms"]), at("b", [31, 50], ["atacms"])];
    const figure = drawn(scenarioOf(points, { coverage: true, reachedFrom: 2 }));
    const names = toGeoJson(figure, catalog, translate).features.flatMap(({ properties }) =>
      properties.kind === "coverage" ? [properties.name] : [],
    );
    expect(names).toEqual([
      "ATACMS 300\u00A0km: area covered",
      "ATACMS 300\u00A0km: within range of at least 2 launch points",
    ]);
    expect(cardTexts(figure)).toContain("Darker: within range of at least 2 launch points");
  });

  it("data files contain the bands that a crowded map leaves out", () => {
    const points = Array.from({ length: 10_001 }, (_, index) => at(`p${index}`, [(index % 300) - 150, 10], ["atacms"]));
    const figure = figureOf(points);
    expect(figure.crowded).toBe(true);
    expect(bandsOf(figure)).toHaveLength(10_001);
    expect(bandsOf(figure).some((band) => band.shown)).toBe(false);
  });

  it("a country whose outline has not loaded yet has no position", () => {
    const country = { id: "ua", name: "", geometry: { type: "Country", code: "UA" }, systems: ["atacms"] } as const;
    const figure = figureOf([{ ...country, systems: [...country.systems] }]);
    expect(figure.pending).toBe(true);
    expect(figure.launchPoints[0]?.lngLat).toBeUndefined();
    expect(toGeoJson(figure, catalog, translate).features).toEqual([]);
    expect(figure.bounds).toBeUndefined();
  });

  it("a flat circle wider than the whole map is not drawn, and one at a pole does not make a file huge", () => {
    for (const [lat, circles] of [
      [60, 1],
      [89, 0],
      [90, 0],
      [-90, 0],
    ] as const) {
      const figure = figureOf([at("a", [0, lat], ["tomahawk"])], { flatCircle: true });
      const features = toGeoJson(figure, catalog, translate).features;
      expect(features.filter(({ properties }) => properties.kind === "flatCircle")).toHaveLength(circles);
    }
  });

  it("launch points and systems whose joined ids coincide have separate rings", () => {
    const own = ["b:c", "c"].map((id) => ({ id, name: id, rangeKm: { min: 100, max: 100 } }));
    const rings = ringsOf(figureOf([at("a", KYIV, ["b:c"]), at("a:b", LVIV, ["c"])], {}, own));
    expect(new Set(rings.map(({ id }) => id)).size).toBe(2);
    expect(rings.map(({ launchPoint }) => launchPoint)).toEqual(["a", "a:b"]);
  });
});
