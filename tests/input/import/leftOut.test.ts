import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { addImported } from "../../../src/input/import/addImported.ts";
import { buildImportContext } from "../../../src/input/import/imported.ts";
import { parseImport } from "../../../src/input/import/parseImport.ts";
import { readCatalog } from "../../../src/catalog/readCatalog.ts";
import { emptyScenario } from "../../../src/scenario/emptyScenario.ts";
import { parseScenario } from "../../../src/scenario/parseScenario.ts";
import { MAX_LAUNCH_POINTS } from "../../../src/scenario/limits.ts";
import type { CustomSystem } from "../../../src/scenario/scenario.ts";
import { codesOf, context, importFixture, importText, placesOf, readFixture } from "./importFixture.ts";

const feature = (geometry: unknown, properties = {}) => ({ type: "Feature", properties, geometry });
const multiPoint = (count: number) => ({
  type: "MultiPoint",
  coordinates: Array.from({ length: count }, (_, index) => [index % 180, 1]),
});
const importJson = (json: unknown, given = context) => importText(JSON.stringify(json), "", given);

describe("everything that an import leaves out is counted and reported", () => {
  it("imports all parts of a multi-geometry, or counts those that exceed the limit", () => {
    expect(importJson(feature(multiPoint(1500))).drafts).toHaveLength(1500);
    const some = importJson(
      { type: "FeatureCollection", features: [feature(multiPoint(1500)), feature(multiPoint(700))] },
      {
        ...context,
        room: 1200,
      },
    );
    expect(some.drafts).toHaveLength(1200);
    expect(some.problems).toMatchObject([{ code: "tooManyRows", values: { length: 2200, bound: 1200, left: 1000 } }]);
  });

  it("counts launch points beyond the map's limit, in a table and in a collection", () => {
    const rows = Array.from({ length: MAX_LAUNCH_POINTS + 7 }, (_, index) => `P${index};1;2`).join("\n");
    const { drafts, problems } = importText(`name;lat;lng\n${rows}\n`);
    expect(drafts).toHaveLength(MAX_LAUNCH_POINTS);
    expect(problems).toMatchObject([{ code: "tooManyRows", values: { length: MAX_LAUNCH_POINTS + 7, left: 7 } }]);
  });

  it("counts parts without a geometry, and collections nested too deeply", () => {
    const point = { type: "Point", coordinates: [1, 2] };
    const collection = { type: "GeometryCollection", geometries: [point, null, { type: "MultiPoint" }] };
    expect(importJson(feature(collection)).problems).toMatchObject([
      { row: 1, kept: true, code: "partsLeftOut", values: { count: 2 } },
    ]);
    let deep: unknown = point;
    for (let depth = 0; depth < 40; depth += 1) deep = { type: "GeometryCollection", geometries: [point, deep] };
    const imported = importJson(feature(deep));
    expect(imported.problems).toMatchObject([{ code: "partsLeftOut", values: { count: 2 } }]);
    expect(imported.drafts).toHaveLength(20);
    expect(codesOf(importJson(feature(null)))).toEqual(["1 noPosition"]);
  });

  it("reports names, groups and lists of systems that are too long", () => {
    const systems = context.systems.map(({ id }) => id).join(";");
    const imported = importJson(
      feature({ type: "Point", coordinates: [1, 2] }, { name: "n".repeat(250), group: "g".repeat(120), systems }),
    );
    expect(
      imported.problems.map(({ code, path, kept, values }) => [code, path, kept, values["length"], values["bound"]]),
    ).toEqual([
      ["cutText", "name", true, 250, 200],
      ["cutText", "group", true, 120, 100],
      ...(context.systems.length > 60 ? [["tooManySystems", "systems", true, context.systems.length, 60]] : []),
    ]);
  });

  it("reports invalid KML positions, and never recombines their numbers", () => {
    const imported = importFixture("broken-positions-in-line.kml");
    expect(codesOf(imported)).toEqual(["1 badPositions", "2 partsLeftOut"]);
    expect(imported.problems[0]?.values).toEqual({ count: 2, value: '"x,50,30"' });
    expect(imported.drafts.map(({ geometry }) => geometry)).toMatchObject([
      {
        coordinates: [
          [30, 50],
          [31, 51],
        ],
      },
      { coordinates: [1, 1] },
      {
        coordinates: [
          [30, 50],
          [31, 51],
        ],
      },
    ]);
  });

  it("reports waypoints with decimal commas, and tracks of one point", () => {
    expect(codesOf(importFixture("broken-decimal-commas.gpx"))).toEqual(["- noPosition"]);
    expect(placesOf(importFixture("broken-decimal-commas.gpx"))).toEqual([["Kyiv", 30.52, 50.45]]);
    const track = importFixture("broken-track-of-one-point.gpx");
    expect(codesOf(track)).toEqual(["- noPosition", "2 badPositions", "2 partsLeftOut"]);
    expect(placesOf(track)).toEqual([["Some", "LineString"]]);
  });

  it("reports overlays and links in KML, and the other files of a KMZ", () => {
    const overlays = importFixture("broken-overlays-and-links.kml");
    expect(overlays.problems).toMatchObject([
      { code: "notPlaces", values: { value: "GroundOverlay × 1, NetworkLink × 2" } },
    ]);
    expect(importFixture("two-kml-files.kmz").problems).toMatchObject([
      { code: "otherKml", values: { count: 1, value: "doc.kml" } },
    ]);
  });

  it("reports rows whose numbers were split at decimal commas", () => {
    const imported = importFixture("decimal-commas-between-commas.csv");
    expect(codesOf(imported)).toEqual(["2 decimalComma", "4 decimalComma"]);
    expect(imported.problems[0]?.values["value"]).toContain("Kyiv,50,4501,30,5234");
    expect(placesOf(imported)).toEqual([["Odesa", 30.7233, 46.4825]]);
    expect(codesOf(importFixture("decimal-commas-no-header.csv"))).toEqual(["1 decimalComma"]);
  });

  it("reports cells beyond the header, and rows above it", () => {
    expect(codesOf(importFixture("unquoted-comma-in-note.csv"))).toEqual(["2 extraCells"]);
    expect(importFixture("unquoted-comma-in-note.csv").drafts).toHaveLength(1);
    expect(codesOf(importFixture("title-above-table.csv"))).toEqual(["1 oneCoordinate"]);
    expect(importFixture("title-above-table.csv").drafts).toHaveLength(1);
  });
});

describe("the message describes the actual problem", () => {
  it.each([
    ["broken-no-archive.kmz", "badZip"],
    ["broken-cut-short.kmz", "badZip"],
    ["broken-first-byte-lost.kmz", "badZip"],
    ["broken-doctype-after-comment.kml", "xmlDoctype"],
  ])("%s: %s", (name, code) => expect(codesOf(importFixture(name))).toEqual([`- ${code}`]));

  it("checks a file against the format of its extension", () => {
    expect(codesOf(importText("hello", "a.kml"))).toEqual(["- notXml"]);
    expect(codesOf(importText("hello", "a.geojson"))).toEqual(["- notJson"]);
  });

  it("reads coordinates followed by a name", () => {
    expect(placesOf(importFixture("coordinates-then-name.txt"))).toMatchObject([
      ["Odesa B", 30.72, 46.48],
      ["Odesa port", 30 + 43 / 60 + 24 / 3600, 46 + 28 / 60 + 57 / 3600].map((part) =>
        typeof part === "number" ? expect.closeTo(part, 6) : part,
      ),
      ["Kyiv", expect.closeTo(30.5234, 3), expect.closeTo(50.4501, 3)],
    ]);
    // Another number might belong to the position.
    expect(codesOf(importText("46.48 30.72 2nd base"))).toEqual(["1 noPosition"]);
  });
});

describe("a scenario with an import added", () => {
  it("is valid for parseScenario, even if its custom systems are at the limit", () => {
    const systems = Array.from({ length: 60 }, (_, index) => `${index + 1} km`);
    const [a, b] = [systems.join(";"), Array.from({ length: 50 }, (_, index) => `${index + 101} km`).join(";")];
    const imported = importText(`name;lat;lng;range;systems\n${"n".repeat(300)};1;2;61;"${a}"\nB;1;2;;"${b}"\n`);
    expect(imported.problems.map(({ code }) => code).toSorted()).toEqual([
      "cutText",
      ...Array.from({ length: 10 }, () => "tooManyRanges"),
      "tooManySystems",
    ]);
    const content = addImported(emptyScenario(), imported, []);
    expect(
      parseScenario(
        structuredClone(content),
        context.systems.map(({ id }) => id),
      ).problems,
    ).toEqual([]);
  });

  it("gets as many systems of a saved map as fit, and the rest are reported by name", () => {
    const own = (from: number, count: number): CustomSystem[] =>
      Array.from({ length: count }, (_, index) => ({
        id: `own-${from + index}`,
        name: `Own ${from + index}`,
        rangeKm: { min: 1, max: from + index },
      }));
    const now = { ...emptyScenario(), customSystems: own(1, 98) };
    const saved = {
      ...emptyScenario(),
      customSystems: own(98, 4),
      launchPoints: [
        {
          id: "p1",
          name: "A",
          geometry: { type: "Point", coordinates: [1, 2] },
          systems: ["own-98", "own-99", "own-100", "own-101"],
        },
      ],
    };
    const given = buildImportContext(readCatalog(), now);
    const imported = importText(JSON.stringify(saved), "", given);
    expect(imported.problems).toMatchObject([{ code: "tooManyRanges", values: { value: '"Own 101"' } }]);
    const content = addImported(now, imported, []);
    expect(content.customSystems).toHaveLength(100);
    expect(content.launchPoints[0]?.systems).toEqual(["own-98", "own-99", "own-100"]);
  });
});

describe("encodings of text", () => {
  const KYIV = [["Київ", 30.5234, 50.4501]];
  it.each([
    ["declared-windows-1251.kml", KYIV],
    ["declared-koi8-u.kml", KYIV],
    ["declared-utf-16-no-mark.kml", KYIV],
    ["declared-utf-16-big-endian.kml", KYIV],
    ["declared-utf-16-is-utf-8.kml", KYIV],
    ["short-windows-1251.csv", [["Ом", 73.37, 54.99]]],
    [
      "windows-1252.csv",
      [
        ["Zürich", 8.5417, 47.3769],
        ["à côté", 8.5, 47.3],
      ],
    ],
    [
      "prefixed-ns0.kml",
      [
        ["Kyiv", 30.5234, 50.4501],
        ["Drive", "LineString"],
      ],
    ],
    ["prefixed-g.gpx", [["Kyiv", 30.5234, 50.4501]]],
    ["doctype-in-cdata.kml", [["Kyiv", 30.5234, 50.4501]]],
  ])("in %s are detected", (name, places) => {
    const imported = importFixture(name);
    expect(placesOf(imported)).toEqual(places);
    expect(codesOf(imported)).toEqual([]);
  });

  it("are detected in a KMZ too, with the folders of a prefixed file as groups", () => {
    expect(importFixture("prefixed-ns0.kml").drafts.map(({ group }) => group)).toEqual(["North", "North"]);
    const bytes = zipSync({ "doc.kml": readFixture("declared-windows-1251.kml") });
    expect(placesOf(parseImport({ name: "a.kmz", bytes }, context))).toEqual(KYIV);
  });
});
