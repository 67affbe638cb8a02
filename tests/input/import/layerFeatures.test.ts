import { describe, expect, it } from "vitest";
import {
  labelProperties,
  LAYER_CONTEXT,
  layerProblem,
  toContextFeatures,
} from "../../../src/input/import/layerFeatures.ts";
import { codesOf, importFixture, importText } from "./importFixture.ts";

const read = (json: unknown) => importText(JSON.stringify(json), "layer.geojson", LAYER_CONTEXT);
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

describe("a background layer", () => {
  it.each(["qgis-crs84.geojson", "google-earth.kml", "garmin.gpx"])(
    "is read from %s by the import's reader",
    (name) => {
      const imported = importFixture(name, LAYER_CONTEXT);
      expect(layerProblem(imported, name)).toBeUndefined();
      expect(toContextFeatures(imported.drafts).length).toBeGreaterThan(0);
      expect(imported.questions).toEqual([]);
    },
  );

  it("keeps texts and numbers as properties, in one line, and nothing else", () => {
    const properties = { name: "A\n B", height: 12, open: true, nested: { a: 1 }, none: null, empty: " " };
    const { drafts } = read(
      collection({ type: "Feature", properties, geometry: { type: "Point", coordinates: [1, 2] } }),
    );
    expect(drafts[0]?.properties).toEqual({ name: "A B", height: "12", open: "true" });
    expect(labelProperties(drafts)).toEqual(["name", "height", "open"]);
  });

  it("reads no system or range, and takes drawn ranges as the background that they are", () => {
    const imported = read(
      collection({
        type: "Feature",
        properties: { kind: "ring", system: "nonsense", rangeKm: "300-500" },
        geometry: {
          type: "LineString",
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      }),
    );
    expect(imported.problems).toEqual([]);
    expect(imported.drafts).toHaveLength(1);
  });

  it("labels one part of a feature in several, the finest", () => {
    const islands = {
      type: "MultiLineString",
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [2, 2],
          [3, 3],
          [4, 4],
        ],
      ],
    };
    const { drafts } = read(collection({ type: "Feature", properties: { name: "Isles" }, geometry: islands }));
    expect(toContextFeatures(drafts, "name").map(({ label }) => label)).toEqual([undefined, "Isles"]);
    expect(toContextFeatures(drafts).map(({ label }) => label)).toEqual([undefined, undefined]);
  });

  it("is rounded to a metre", () => {
    const { drafts } = read({ type: "Point", coordinates: [1.123456789, -2.987654321] });
    expect(toContextFeatures(drafts)[0]?.geometry).toEqual({ type: "Point", coordinates: [1.12346, -2.98765] });
  });

  it.each([
    ["qgis-points.csv", "layerKind"],
    ["broken-newer-scenario.json", "layerKind"],
    ["broken-web-page.html", "unknownFile"],
    ["broken-entity-expansion.kml", "xmlDoctype"],
    ["broken-cut-short.kmz", "badZip"],
  ])("is not what %s is: %s", (name, code) => {
    expect(layerProblem(importFixture(name, LAYER_CONTEXT), name)?.code).toBe(code);
  });

  it("that is finer than a map keeps is refused as a whole", () => {
    const line = { type: "LineString", coordinates: Array.from({ length: 20_000 }, (_, at) => [at / 1000, 10]) };
    const imported = read(collection(...Array.from({ length: 6 }, () => ({ type: "Feature", geometry: line }))));
    expect(layerProblem(imported, "")?.code).toBe("layerTooFine");
  });
});

it("what our own exports have besides launch points is not imported as launch points", () => {
  const point = { type: "Point", coordinates: [1, 2] };
  const imported = importText(
    JSON.stringify(
      collection(
        ...[
          { kind: "distanceLine", name: "Kyiv–Moscow 756 km", distanceKm: 756 },
          { kind: "highlight", name: "Poland", country: "PL" },
          { kind: "annotation", name: "Here" },
          { kind: "contextLayer", name: "Railway" },
          { kind: "launchPoint", name: "Kyiv" },
        ].map((properties) => ({ type: "Feature", properties, geometry: point })),
      ),
    ),
  );
  expect(codesOf(imported)).toEqual([1, 2, 3, 4].map((row) => `${row} drawnRange`));
  expect(imported.drafts.map(({ name }) => name)).toEqual(["Kyiv"]);
});
