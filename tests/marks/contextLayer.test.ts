import { describe, expect, it } from "vitest";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { toGeoJson } from "../../src/files/geojson.ts";
import { toKml } from "../../src/files/kml.ts";
import { buildMapData } from "../../src/map/mapFeatures.ts";
import { buildRangeLayers } from "../../src/map/mapSpec.ts";
import { contextLayerMark } from "../../src/marks/contextLayer.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import type { ContextLayer } from "../../src/scenario/notes.ts";
import { at, catalog, KYIV, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

const layer: ContextLayer = {
  id: "c1",
  name: "Railways",
  credit: "© OpenStreetMap contributors",
  color: "#5b6470",
  width: 2,
  dash: "dotted",
  labelProperty: "name",
  features: [
    {
      geometry: {
        type: "LineString",
        coordinates: [
          [20, 50],
          [21, 50],
        ],
      },
      label: "Main line",
    },
    { geometry: { type: "Point", coordinates: [22, 50] }, label: "Depot" },
    {
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [170, 50],
            [180, 50],
            [180, 51],
            [170, 51],
            [170, 50],
          ],
        ],
      },
    },
  ],
};
const draw = (...contextLayers: ContextLayer[]) =>
  buildFigure(catalog, { ...scenarioOf([at("Kyiv", KYIV, ["atacms"])]), contextLayers }, translates.en);

describe("a context layer", () => {
  it("lies under the ranges on the map and in files, whichever was put there first", () => {
    const { features } = toGeoJson(draw(layer), catalog, translates.en);
    const kinds = [...new Set(features.map(({ properties }) => properties.kind))];
    expect(kinds[0]).toBe("contextLayer");
    const layers = buildRangeLayers({ casing: "#fff", accent: "#000" }).map(({ id }) => id);
    expect(layers.indexOf("context-lines")).toBeLessThan(layers.indexOf("ring-lines"));
  });

  it("is drawn in its colour, width and dash; the cut of an area is not stroked", () => {
    const data = buildMapData(draw(layer), { labels: [], theme: "light" });
    const lines = data["range-outlines"].filter(({ properties }) => properties["kind"] === "context");
    expect(lines.map(({ properties }) => properties)).toEqual(
      lines.map(() => ({ kind: "context", color: "#5b6470", width: 2, dash: "dotted" })),
    );
    const positions = JSON.stringify(lines.at(-1)?.geometry);
    expect(positions).not.toContain("[180,50],[180,51]");
    expect(data["range-areas"].filter(({ properties }) => properties["kind"] === "context")).toHaveLength(1);
  });

  it("is labelled only if a property was chosen for that", () => {
    const labelsIn = (drawn: ContextLayer) =>
      itemsOf(draw(drawn).marks, contextLayerMark).flatMap((item) => contextLayerMark.label(item)?.text ?? []);
    expect(labelsIn(layer)).toEqual(["Main line", "Depot"]);
    const { labelProperty: _none, ...plain } = layer;
    expect(labelsIn(plain)).toEqual([]);
  });

  it("is credited once, and its credit is in the data", () => {
    const figure = draw(layer, { ...layer, id: "c2" });
    expect(figure.credits).toEqual(["© OpenStreetMap contributors"]);
    const [feature] = toGeoJson(figure, catalog, translates.en).features;
    expect(feature?.properties).toMatchObject({ name: "Main line", layer: "Railways", source: layer.credit });
  });

  it("keeps its width in KML beside another of its colour", () => {
    const kml = toKml(draw(layer, { ...layer, id: "c2", width: 4 }), catalog, translates.en);
    for (const width of [2, 4]) expect(kml).toContain(`<width>${width}</width>`);
  });

  it("builds its items once, however often the figure is built", () => {
    expect(itemsOf(draw(layer).marks, contextLayerMark)[0]).toBe(itemsOf(draw(layer).marks, contextLayerMark)[0]);
  });
});
