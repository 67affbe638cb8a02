import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { Geometry, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { onDark, SYSTEM_COLORS } from "../../src/marks/palette.ts";
import { placeLabels } from "../../src/figure/labels/placeLabels.ts";
import { basemapPalette, type BasemapTheme } from "../../src/map/basemapPalette.ts";
import { buildMapData, type MapData } from "../../src/map/mapFeatures.ts";
import { LAYER_IDS } from "../../src/map/mapSpec.ts";
import { itemId } from "../../src/marks/itemId.ts";
import { SOURCE_IDS } from "../../src/marks/mapLayers.ts";
import type { Theme } from "../../src/marks/inks.ts";
import { inksOf } from "../../src/marks/inks.ts";
import { buildMapStyle } from "../../src/map/mapStyle.ts";
import { buildPillImage } from "../../src/map/pillImage.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { ALL_SYSTEMS, at, bandsOf, figureOf, KYIV } from "../samples.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const OWN = { id: "x1", name: "Far", rangeKm: { min: 4000, max: 9000 } };
/** Launch points whose rings are cut, at the antimeridian and both poles, with all display options on. */
const POINTS = [
  at("Kyiv", KYIV, ALL_SYSTEMS),
  at("Fiji", [179.5, -17], ["tomahawk", "atacms", "x1"]),
  at("Wrangel", [-179.9, 71], ["tomahawk", "nasams"]),
  at("Antimeridian", [180, 10], ["tomahawk"]),
  at("North", [18, 88], ["tomahawk", "x1"]),
  at("South", [0, -90], ["tomahawk", "patriot"]),
  at("Hidden", [0, 0], ["tomahawk"], { hidden: true }),
];
const TREATIES = catalog.referenceDistances.map(({ id }) => id);
const figure = figureOf(POINTS, { treaties: TREATIES, flatCircle: true }, [OWN]);
const labels = placeLabels(figure, {
  width: 3000,
  height: 1500,
  project: ([lng, lat]) => [(lng + 180) * (3000 / 360), (90 - lat) * (1500 / 180)],
  measure: (text) => text.length * 7,
});
const dataOf = (theme: Theme = "light"): MapData =>
  buildMapData(figure, { labels, selected: new Set(["Kyiv"]), theme, measure: { from: KYIV, to: [-178, 60] } });
const data = dataOf();

const linesOf = (geometry: Geometry): Position[][] =>
  geometry.type === "LineString"
    ? [geometry.coordinates]
    : geometry.type === "MultiLineString"
      ? geometry.coordinates
      : [];

describe("the style", () => {
  const themes: BasemapTheme[] = ["light", "dark", "print"];
  const projections = ["mercator", "globe"] as const;
  const every = LANGUAGES.flatMap((language) =>
    themes.flatMap((theme) => projections.map((projection) => [language, theme, projection] as const)),
  );

  it.each(every)(
    "%s, %s, %s is valid by MapLibre's style specification, with its data and without",
    (language, theme, projection) => {
      const options = { language, theme, projection, baseUrl: "https://example.org/app/" };
      for (const style of [buildMapStyle(options), buildMapStyle(options, dataOf(theme))]) {
        expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
        expect(style.projection).toEqual({ type: projection });
      }
    },
  );

  it("is checked by a validator that finds errors", () => {
    const style = buildMapStyle({ language: "en", theme: "light", baseUrl: "https://example.org/" });
    const broken = {
      ...style,
      layers: [...style.layers, { id: "no-source", type: "line", source: "nobody's", paint: { "line-width": "wide" } }],
    };
    expect(validateStyleMin(broken as typeof style).length).toBeGreaterThanOrEqual(2);
  });

  it("has ranges below place names, and launch points above everything but labels", () => {
    const ids = buildMapStyle({ language: "en", theme: "light", baseUrl: "" }).layers.map(({ id }) => id);
    const place = (id: string) => {
      expect(ids).toContain(id);
      return ids.indexOf(id);
    };
    expect(place("range-areas")).toBeGreaterThan(place("basemap-borders"));
    expect(place("ring-lines")).toBeLessThan(place("basemap-places"));
    expect(place(LAYER_IDS.launchPoints)).toBeGreaterThan(place("basemap-country-labels"));
    expect(place(LAYER_IDS.pills)).toBe(ids.length - 1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("requests nothing from other origins", () => {
    const text = JSON.stringify(
      buildMapStyle({ language: "uk", theme: "light", baseUrl: "https://here.example/app/" }, data).sources,
    );
    // URLs in the credits are only links.
    for (const url of text.replaceAll(/<a [^>]*>/g, "").match(/https?:\/\/[^"]+/g) ?? [])
      expect(url).toMatch(/^https:\/\/here\.example\/app\//);
  });
});

describe("areas and outlines", () => {
  it("are separate sources: areas are polygons, outlines are lines", () => {
    expect(new Set(data[SOURCE_IDS.areas].map(({ geometry }) => geometry.type))).toEqual(
      new Set(["Polygon", "MultiPolygon"]),
    );
    expect(new Set(data[SOURCE_IDS.outlines].map(({ geometry }) => geometry.type))).toEqual(
      new Set(["LineString", "MultiLineString"]),
    );
    const { layers } = buildMapStyle({ language: "en", theme: "light", baseUrl: "" });
    for (const layer of layers)
      if (layer.type === "line" && "source" in layer) expect(layer.source).not.toBe(SOURCE_IDS.areas);
      else if (layer.type === "fill" && "source" in layer) expect(layer.source).not.toBe(SOURCE_IDS.outlines);
  });

  it("do not stroke cuts: unlike the areas' edges, no segment of an outline runs along ±180° or a pole", () => {
    const cuts = (lines: Position[][]) =>
      lines.flatMap((line) =>
        line.slice(1).filter(([lng = 0, lat = 0], index) => {
          const [beforeLng = 0, beforeLat = 0] = line[index]!;
          return (
            (Math.abs(lng) === 180 && Math.abs(beforeLng) === 180) ||
            (Math.abs(lat) === 90 && Math.abs(beforeLat) === 90)
          );
        }),
      );
    const outlines = data[SOURCE_IDS.outlines].filter(({ properties }) => properties["kind"] !== "flat");
    expect(outlines.length).toBeGreaterThan(20);
    expect(outlines.flatMap(({ id, geometry }) => (cuts(linesOf(geometry)).length > 0 ? [id] : []))).toEqual([]);
    const edges = data[SOURCE_IDS.areas].flatMap(({ geometry }) =>
      geometry.type === "MultiPolygon"
        ? geometry.coordinates.flat()
        : geometry.type === "Polygon"
          ? geometry.coordinates
          : [],
    );
    expect(cuts(edges).length).toBeGreaterThan(10);
  });

  it("never jump across the map", () => {
    for (const { geometry } of data[SOURCE_IDS.outlines])
      for (const line of linesOf(geometry))
        for (const [index, [lng = 0, lat = 0]] of line.slice(1).entries()) {
          const [beforeLng = 0] = line[index]!;
          // Near a pole a short segment spans many degrees of longitude.
          if (Math.abs(lat) < 80) expect(Math.abs(lng - beforeLng)).toBeLessThan(30);
        }
  });
});

describe("the data", () => {
  it("has unique ids within each source", () => {
    for (const [source, features] of Object.entries(data))
      expect(new Set(features.map(({ id }) => id)).size, source).toBe(features.length);
  });

  it("shows nothing of a hidden launch point", () => {
    expect(
      Object.values(data)
        .flat()
        .filter(({ properties }) => properties["launchPoint"] === "Hidden"),
    ).toEqual([]);
  });

  it("marks exactly the selected launch points", () => {
    expect(data[SOURCE_IDS.points].flatMap(({ id, properties }) => (properties["selected"] ? [id] : []))).toEqual([
      itemId("launchPoint", "Kyiv"),
    ]);
  });

  it("draws a ring, its area and its pill in one colour: the system's, lightened on a dark ground, black in print", () => {
    const colorOf = (from: MapData, source: keyof MapData, id: string) =>
      from[source].find((feature) => feature.id === id)?.properties["color"];
    const red = SYSTEM_COLORS["atacms"]!;
    for (const [theme, ink] of [
      ["light", red],
      ["dark", onDark(red)],
      ["print", "#000000"],
    ] as const) {
      const from = dataOf(theme);
      const ring = itemId("ring", "Kyiv", "atacms");
      // The area of a system whose figures differ is tinted figure by figure.
      expect(colorOf(from, SOURCE_IDS.areas, `${itemId("band", "Kyiv", "atacms")}:0`)).toBe(ink);
      expect(colorOf(from, SOURCE_IDS.outlines, ring)).toBe(ink);
      const pill = from[SOURCE_IDS.points].find((feature) => feature.id === `pill ${ring}`);
      expect(pill?.properties["image"]).toBe(`pill:strike:${ink}:${inksOf(red)[theme].text}`);
    }
  });

  it("distinguishes defence from strike without colour, and offsets rings of equal range", () => {
    const properties = (id: string) => data[SOURCE_IDS.outlines].find((feature) => feature.id === id)?.properties;
    expect(properties(itemId("ring", "Kyiv", "patriot#ballistic"))).toMatchObject({ kind: "ring", double: true });
    expect(properties(itemId("ring", "Kyiv", "atacms"))).toMatchObject({ kind: "ring", double: false, offset: 0 });
    const offsets = ["storm-shadow", "scalp-eg"].map(
      (system) => properties(itemId("ring", "Kyiv", system))?.["offset"],
    );
    expect(Number(offsets[1])).toBeGreaterThan(2.25);
    expect(offsets[0]).toBe(0);
  });

  it("draws the inner edge of a range", () => {
    expect(data[SOURCE_IDS.outlines].map(({ id }) => id)).toContain(`${itemId("ring", "Kyiv", "nasams")}:min`);
  });

  it("tints a band once for each published figure, and draws the line of the lowest unless there are many rings", () => {
    const bandParts = (systems: string[]) => {
      const drawn = figureOf([at("Kyiv", KYIV, systems)]);
      const { [SOURCE_IDS.areas]: areas, [SOURCE_IDS.outlines]: outlines } = buildMapData(drawn, {
        labels: [],
        theme: "light",
      });
      const isBand = ({ properties }: (typeof areas)[number]) => properties["kind"] === "band";
      expect(areas.filter(isBand)).toHaveLength(bandsOf(drawn).reduce((sum, { steps }) => sum + steps.length, 0));
      for (const { steps } of bandsOf(drawn)) expect(steps.length).toBeGreaterThan(1);
      return { bands: bandsOf(drawn).map(({ id }) => id), lines: outlines.filter(isBand).map(({ id }) => id) };
    };
    const few = bandParts(["tomahawk"]);
    expect(few.lines).toEqual(few.bands);
    expect(few.bands).toHaveLength(1);
    expect(bandParts(ALL_SYSTEMS).lines).toEqual([]);
  });

  it("refers to a pill image that can be drawn", () => {
    const images = data[SOURCE_IDS.points].flatMap(({ properties }) => properties["image"] ?? []);
    expect(images.length).toBeGreaterThan(5);
    for (const image of images) expect(buildPillImage(String(image))).toBeDefined();
  });

  it("makes areas lighter if there are many", () => {
    const opacity = (count: number) => {
      const many = figureOf(
        Array.from({ length: count }, (_, index) => at(`p${index}`, [index, 0], ["nasams"])),
        { bands: false },
      );
      return Number(buildMapData(many, { labels: [], theme: "light" })[SOURCE_IDS.areas][0]?.properties["opacity"]);
    };
    expect(opacity(1)).toBeGreaterThan(opacity(30));
    expect(opacity(30)).toBeGreaterThan(0);
  });

  it("draws hairlines without fills if there are too many rings to distinguish", () => {
    const of = (count: number) =>
      buildMapData(
        figureOf(
          Array.from({ length: count }, (_, index) => at(`p${index}`, [index / 10, 0], ["nasams"])),
          { bands: false },
        ),
        { labels: [], theme: "light" },
      );
    const full = (data: MapData) => data[SOURCE_IDS.outlines].every(({ properties }) => properties["full"]);
    expect([full(of(300)), of(300)[SOURCE_IDS.areas]].flat()).toHaveLength(301);
    expect([full(of(301)), of(301)[SOURCE_IDS.areas].length]).toEqual([false, 0]);
  });

  it("draws bands only if there are few enough rings", () => {
    const of = (points: number) => {
      const drawn = figureOf(
        Array.from({ length: points }, (_, index) => at(`${index}`, [index / 10, 10], ["atacms"])),
        { bands: true },
      );
      const { [SOURCE_IDS.areas]: areas, [SOURCE_IDS.outlines]: outlines } = buildMapData(drawn, {
        labels: [],
        theme: "light",
      });
      const steps = bandsOf(drawn)[0]!.steps.length;
      expect(steps).toBeGreaterThan(1);
      return [
        bandsOf(drawn).length,
        bandsOf(drawn).every((band) => band.shown),
        [...areas, ...outlines].filter(({ properties }) => properties["kind"] === "band").length / steps,
      ];
    };
    expect(of(300)).toEqual([300, true, 300]);
    expect(of(301)).toEqual([301, false, 0]);
  });

  it("uses the background colour of the basemap", () => {
    for (const theme of ["light", "dark"] as const) {
      const casing = buildMapStyle({ language: "en", theme, baseUrl: "" }).layers.find(
        ({ id }) => id === "ring-casing",
      );
      expect(casing?.type === "line" && casing.paint?.["line-color"]).toContain(basemapPalette[theme].land);
    }
  });
});
