import { DOMParser } from "@xmldom/xmldom";
import Papa from "papaparse";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toComparisonCsv } from "../../src/files/csv.ts";
import { toGeoJson } from "../../src/files/geojson.ts";
import { toKml } from "../../src/files/kml.ts";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { placeLabels } from "../../src/figure/labels/placeLabels.ts";
import { NO_SHAPES, type ShapeSource } from "../../src/marks/shapes/shapeSource.ts";
import en from "../../src/i18n/messages/en.json";
import { createTranslate } from "../../src/i18n/messages.ts";
import { buildMapData } from "../../src/map/mapFeatures.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { scenario } from "../scenario/arbitraries.ts";
import { catalog, fuzz, nasty, TEST_TIMEOUT_MS } from "./fuzz.ts";

const translate = createTranslate("en", en);

/** A shape source without any buffers, as in the page while the worker computes them. */
const WAITING: ShapeSource = {
  ...NO_SHAPES,
  outlineOf: (geometry) => (geometry.type === "LineString" || geometry.type === "Polygon" ? geometry : undefined),
};

/** Valid scenarios in which every name is nasty. */
const named: fc.Arbitrary<Scenario> = fc
  .tuple(scenario, fc.array(nasty, { minLength: 8, maxLength: 8 }))
  .map(([valid, names]) => ({
    ...valid,
    title: names[0] ?? "",
    caption: names[1] ?? "",
    launchPoints: valid.launchPoints.map((point, i) => ({
      ...point,
      name: names[2 + (i % 3)] ?? "",
      group: names[5] ?? "",
    })),
    customSystems: valid.customSystems.map((system) => ({ ...system, name: names[6] || "x", source: names[7] ?? "" })),
  }));

test(
  "draws and labels every valid scenario on a map of any size",
  () =>
    fuzz(fc.tuple(scenario, fc.integer({ min: 1, max: 4000 })), ([valid, width]) => {
      const figure = buildFigure(catalog, valid, translate, WAITING);
      const labels = placeLabels(figure, {
        width,
        height: width / 2,
        measure: (text) => text.length * 7,
        project: ([lng, lat]) => [((lng + 180) / 360) * width, ((90 - lat) / 360) * width],
      });
      const data = buildMapData(figure, { labels, theme: "light" });
      JSON.stringify(data, (key, value: unknown) => {
        if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
        return value;
      });
      expect(figure.launchPoints).toHaveLength(valid.launchPoints.length);
    }),
  TEST_TIMEOUT_MS,
);

test(
  "for any names, KML is well-formed, GeoJSON is valid JSON, and no CSV cell is a formula",
  () =>
    fuzz(named, (valid) => {
      const figure = buildFigure(catalog, valid, translate, WAITING);
      const faults: string[] = [];
      new DOMParser({
        onError: (level, message) => void (level !== "warning" && faults.push(message)),
      }).parseFromString(toKml(figure, catalog, translate), "text/xml");
      expect(faults).toEqual([]);
      expect(JSON.parse(JSON.stringify(toGeoJson(figure, catalog, translate)))).toMatchObject({
        type: "FeatureCollection",
      });
      const { data } = Papa.parse<string[]>(toComparisonCsv(figure, catalog, translate), { skipEmptyLines: true });
      // A negative number is not a formula.
      expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-[\d.]+$/.test(cell))).toEqual([]);
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
    }),
  TEST_TIMEOUT_MS,
);
