import { describe, expect, it } from "vitest";
import { findFigure, findSource } from "../../src/catalog/lookups.ts";
import { isDeskRef, withDesk } from "../../src/catalog/withDesk.ts";
import { buildComparison } from "../../src/comparison/comparison.ts";
import { toFiguresCsv } from "../../src/comparison/compareCsv.ts";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { toComparisonCsv } from "../../src/files/csv.ts";
import { toGeoJson } from "../../src/files/geojson.ts";
import { toKml } from "../../src/files/kml.ts";
import { toScenarioFile } from "../../src/files/scenario.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { markedName } from "../../src/marks/drawnSystem.ts";
import { toAltText } from "../../src/picture/scene/altText.ts";
import { at, catalog, KYIV, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";
import { desk, deskJson } from "../scenario/deskExample.ts";

const both = withDesk(catalog, desk);
const refs = ["atacms", "desk:kestrel", "desk:kestrel/block-ii", "desk:palisade"];
const scenario = { ...scenarioOf([at("Kyiv", KYIV, refs)]), deskCatalog: desk };
const translate = translates.en;
const figure = buildFigure(both, scenario, translate);

describe("withDesk", () => {
  it("is our catalogue itself where the map carries none, and the same object each time where it does", () => {
    expect(withDesk(catalog, undefined)).toBe(catalog);
    expect(withDesk(catalog, desk)).toBe(both);
  });

  it("leaves ours as it is", () => {
    expect(both.systems.slice(0, catalog.systems.length)).toEqual(catalog.systems);
    expect(both.sources.slice(0, catalog.sources.length)).toEqual(catalog.sources);
    expect(catalog.desk).toBeUndefined();
  });

  it("holds every figure with its source, the bands and headlines of the desk's", () => {
    const figures = both.systems.filter(({ id }) => isDeskRef(id)).flatMap((system) => system.figures);
    expect(figures).toHaveLength(6);
    for (const { id, source } of figures) {
      expect(findFigure(both, id)?.figure.id).toBe(id);
      expect(isDeskRef(source) && findSource(both, source)?.url).toMatch(/^https:\/\/example\.org/);
    }
  });

  it("keeps a desk's ids apart from ours that are the same", () => {
    const twin = deskJson();
    const [system] = twin.systems;
    const ours = catalog.systems.find(({ id }) => id === "atacms");
    if (!system || !ours) expect.fail("no system");
    system.id = "atacms";
    const [first] = system.figures;
    if (first) first.id = ours.figures[0]?.id ?? "";
    system.headlines = [first?.id ?? ""];
    const merged = withDesk(catalog, twin);
    const drawn = buildFigure(
      merged,
      { ...scenarioOf([at("Kyiv", KYIV, ["atacms", "desk:atacms"])]), deskCatalog: twin },
      translate,
    ).systems;
    expect(drawn.map(({ shortName, rangeKm }) => [shortName, rangeKm.max]).toSorted()).toEqual([
      ["ATACMS", 300],
      ["Kestrel", 483],
    ]);
  });
});

describe("a desk's systems, in every output", () => {
  it("are drawn by their headlines, one ring for each class of target, with their spreads", () => {
    const spaced = (text: string | undefined) => text?.replaceAll("\u00A0", " ");
    expect(figure.systems.map(({ key, label, spreadText }) => [key, spaced(label), spaced(spreadText)])).toEqual([
      // Nothing else is published of the version, so it has no spread.
      ["desk:kestrel/block-ii", "Kestrel (Block II) more than 700 km", undefined],
      ["desk:kestrel", "Kestrel up to 300 mi (483 km)", "published 450–700 km or more"],
      ["atacms", "ATACMS 300 km", "published 160–306 km"],
      ["desk:palisade#aircraft", "Palisade up to 120 km (against aircraft)", "published 100–120 km"],
      ["desk:palisade#ballistic", "Palisade 30 km (against ballistic missiles)", undefined],
    ]);
  });

  it("have no band where one number is all that is published, with however many words", () => {
    const twin = deskJson();
    const figure = twin.systems[0]?.figures[1];
    if (!figure) expect.fail("no figure");
    Object.assign(figure, { rangeKm: { min: 483, max: 483 }, asPrinted: { min: 483, max: 483, unit: "km" } });
    figure.qualifier = "more-than";
    for (const band of twin.systems[0]?.bands ?? []) band.figures = ["kestrel-g1", "kestrel-g2"];
    const map = { ...scenarioOf([at("Kyiv", KYIV, ["desk:kestrel"])]), deskCatalog: twin };
    const drawn = buildFigure(withDesk(catalog, twin), map, translate);
    expect(drawn.systems[0]?.spreadText).toBe("published 483\u00A0km or more");
    expect(
      toGeoJson(drawn, withDesk(catalog, twin), translate).features.map(({ properties }) => properties?.["kind"]),
    ).not.toContain("band");
  });

  it("are marked in the legend in each language, and ours are not", () => {
    const marks = LANGUAGES.map((language) => {
      const { legend } = buildFigure(both, scenario, translates[language]);
      return legend.flatMap(({ system, remark }) => (system ? [[system.key, remark]] : []));
    });
    expect(Object.fromEntries(marks[0] ?? [])).toEqual({
      atacms: undefined,
      "desk:kestrel": "The Example Gazette’s catalogue",
      "desk:kestrel/block-ii": "The Example Gazette’s catalogue",
      "desk:palisade#aircraft": "against aircraft; The Example Gazette’s catalogue",
      "desk:palisade#ballistic": "against ballistic missiles; The Example Gazette’s catalogue",
    });
    expect(Object.fromEntries(marks[1] ?? [])["desk:kestrel"]).toBe("danh mục của The Example Gazette");
    expect(Object.fromEntries(marks[2] ?? [])["desk:kestrel"]).toBe("каталог: The Example Gazette");
    expect(figure.systems.map((system) => markedName(system, translate))[1]).toBe(
      "Kestrel (The Example Gazette’s catalogue)",
    );
  });

  it("have their sources among the picture's, and are named in the alternative text", () => {
    expect(figure.sources.map(({ id }) => id).filter(isDeskRef)).toEqual(["desk:G2", "desk:G1", "desk:G3"]);
    expect(toAltText(figure, translate)).toContain("Kestrel");
  });

  it("are marked in GeoJSON, KML and CSV", () => {
    const { features } = toGeoJson(figure, both, translate);
    const ofSystem = (name: string) =>
      features.find(({ properties }) => properties?.["system"] === name && properties["kind"] === "ring")?.properties;
    expect(ofSystem("desk:kestrel")).toMatchObject({
      deskCatalog: "The Example Gazette",
      sourceId: "desk:G1",
      sourceUrl: "https://example.org/ranges",
    });
    expect(ofSystem("atacms")).not.toHaveProperty("deskCatalog");
    expect(toKml(figure, both, translate)).toContain("<value>The Example Gazette</value>");
    const lines = toComparisonCsv(figure, both, translate).split("\r\n");
    expect(lines.find((line) => line.startsWith("desk:kestrel,"))).toContain("The Example Gazette’s catalogue");
    expect(lines.find((line) => line.startsWith("atacms,"))).not.toContain("catalogue");
  });

  it("are compared, figure by figure", () => {
    const rows = buildComparison(both, [...figure.systems], { display: scenario.display, translate });
    expect(rows.map(({ system }) => system.key)).toHaveLength(5);
    const csv = toFiguresCsv(rows, [], both, translate);
    expect(csv.split("\r\n").filter((line) => line.startsWith("desk:"))).toHaveLength(6);
  });

  it("travel in the saved file, which records the published figures of ours alone", () => {
    const saved = JSON.parse(toScenarioFile(scenario, both)) as { deskCatalog: unknown; published: object };
    expect(saved.deskCatalog).toEqual(desk);
    expect(Object.keys(saved.published)).toEqual(["atacms"]);
  });
});
