import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { addImported } from "../../../src/input/import/addImported.ts";
import { parseImport } from "../../../src/input/import/parseImport.ts";
import { emptyScenario } from "../../../src/scenario/emptyScenario.ts";
import { MAX_LAUNCH_POINTS } from "../../../src/scenario/limits.ts";
import { LaunchPointSchema, ScenarioSchema } from "../../../src/scenario/scenario.ts";
import {
  codesOf as codes,
  context,
  FIXTURES as folder,
  importFixture as fixture,
  importText as text,
  placesOf as places,
} from "./importFixture.ts";

const KYIV = ["Kyiv", 30.5234, 50.4501];

describe("files from other programs", () => {
  it.each([
    ["qgis-points.csv", "csv", [KYIV, ["Odesa, port", 30.7233, 46.4825]]],
    ["qgis-wkt.csv", "csv", [KYIV, ["Odesa", 30.7233, 46.4825]]],
    [
      "excel-uk-windows-1251.csv",
      "csv",
      [
        ["Київ", 30.5234, 50.4501],
        ["Одеса", 30.7233, 46.4825],
        ["Львів", 24.0297, 49.8397],
      ],
    ],
    [
      "excel-vi-utf8-bom.csv",
      "csv",
      [
        ["Hà Nội", 105.8412, 21.0245],
        ["Đà Nẵng", 108.2208, 16.0678],
      ],
    ],
    ["excel-en-unicode-text.txt", "tsv", [KYIV, ["Odesa", 30.7233, 46.4825]]],
    ["libreoffice-sep-line.csv", "csv", [KYIV]],
    ["headerless.csv", "csv", [KYIV, ["Odesa", 30.7233, 46.4825]]],
  ])("reads %s", (name, kind, expected) => {
    const imported = fixture(name);
    expect(imported.kind).toBe(kind);
    expect(places(imported)).toEqual(expected);
    expect(imported.problems.filter(({ kept }) => !kept)).toEqual([]);
  });

  it("reads systems by any of their names, ranges and groups", () => {
    expect(fixture("qgis-points.csv").drafts.map(({ systems }) => systems)).toEqual([
      ["atacms"],
      ["storm-shadow", "tomahawk"],
    ]);
    const uk = fixture("excel-uk-windows-1251.csv");
    expect(uk.drafts).toMatchObject([
      { systems: ["atacms", "range-300-km"], group: "Північ" },
      { systems: ["tomahawk"], group: "Південь" },
      {},
    ]);
    expect(uk.drafts[2]).not.toHaveProperty("systems");
    expect(uk.customSystems).toMatchObject([{ id: "range-300-km", rangeKm: { min: 300, max: 300 } }]);
    expect(fixture("excel-vi-utf8-bom.csv").drafts.map(({ systems }) => systems)).toEqual([["patriot"], ["nasams"]]);
  });

  it("reads a column of positions in any notation, and UTM columns", () => {
    const { drafts } = fixture("sheets-dms-column.csv");
    expect(drafts).toHaveLength(3);
    for (const draft of [drafts[0], drafts[2], fixture("utm-columns.csv").drafts[0]]) {
      const [lng, lat] = draft?.geometry.type === "Point" ? draft.geometry.coordinates : [0, 0];
      expect(Math.hypot(lng - 30.5234, lat - 50.4501)).toBeLessThan(1e-3);
    }
  });

  it("reads a pasted list with a different notation on each line", () => {
    const list = text(
      "Kyiv, 50.4501, 30.5234\nHà Nội; 21.0245; 105.8412\nNam Định 2, 20.43, 106.17\n36UUA2418291607\nLviv – 49°50′N 24°02′E\nToo far, 95 N, 30 E\njust words\n",
    );
    expect(list.drafts.map(({ name }) => name)).toEqual(["Kyiv", "Hà Nội", "Nam Định 2", "", "Lviv"]);
    expect(places(list)[1]).toEqual(["Hà Nội", 105.8412, 21.0245]);
    expect(codes(list)).toEqual(["6 latitude", "7 noPosition"]);
    expect(places(text("50.4501, 30.5234"))).toEqual([["", 30.5234, 50.4501]]);
    expect(places(text("https://www.google.com/maps/@50.4501,30.5234,11z"))).toEqual([["", 30.5234, 50.4501]]);
    expect(places(text("Kyiv 50.4501 30.5234\nOdesa 46.4825 30.7233"))).toEqual([KYIV, ["Odesa", 30.7233, 46.4825]]);
  });

  it("reads QGIS's GeoJSON: drops heights, splits multi-geometries, reports missing positions", () => {
    const imported = fixture("qgis-crs84.geojson");
    expect(places(imported)).toEqual([
      KYIV,
      ["Coast (1)", "LineString"],
      ["Coast (2)", "LineString"],
      ["Oblast", "Polygon"],
    ]);
    expect(codes(imported)).toEqual(["4 noPosition"]);
    expect(imported.rows).toBe(4);
  });

  const GOOGLE_EARTH = [
    KYIV,
    ["Coast", "LineString"],
    ["Area", "Polygon"],
    ["Drive", "LineString"],
    ["Both (1)", 24.03, 49.84],
    ["Both (2)", 36.23, 49.99],
  ];
  it("reads Google Earth's KML: folders as groups, gx:Track, CDATA; counts overlays", () => {
    const imported = fixture("google-earth.kml");
    expect(places(imported)).toEqual(GOOGLE_EARTH);
    expect(imported.drafts.map(({ group }) => group)).toEqual([
      "Ukraine",
      "South",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(codes(imported)).toEqual(["6 noPosition", "- notPlaces"]);
    expect(imported.problems[1]?.values).toEqual({ value: "GroundOverlay × 1" });
  });

  it("reads KMZ, stored or deflated, with any other files in it", () => {
    const kml = new Uint8Array(readFileSync(new URL("google-earth.kml", folder)));
    const decoy = strToU8("<kml><Placemark><name>Wrong</name></Placemark></kml>");
    for (const level of [0, 9] as const) {
      const bytes = zipSync(
        { "files/icon.png": new Uint8Array(3000), "files/other.kml": decoy, "doc.kml": kml },
        { level },
      );
      const imported = parseImport({ name: "x.kmz", bytes }, context);
      expect(imported.kind).toBe("kmz");
      expect(places(imported)).toEqual(GOOGLE_EARTH);
    }
  });

  it("reads Garmin's GPX: waypoints, routes, each segment of a track", () => {
    expect(places(fixture("garmin.gpx")).toSorted()).toEqual([
      ["001", 30.5234, 50.4501],
      ["Odesa", 30.7233, 46.4825],
      ["Route 1", "LineString"],
      ["Track 1 (1)", "LineString"],
      ["Track 1 (2)", "LineString"],
    ]);
  });

  it("reads our own scenario completely, including hidden points and custom systems", () => {
    const scenario = ScenarioSchema.parse({
      version: 1,
      title: "Mine",
      launchPoints: [
        {
          id: "p1",
          name: "A",
          geometry: { type: "Country", code: "UA" },
          systems: ["atacms", "own"],
          hidden: true,
          color: "#112233",
        },
      ],
      customSystems: [{ id: "own", name: "Own", rangeKm: { min: 5, max: 10 } }],
    });
    const imported = text(JSON.stringify(scenario));
    expect(imported).toMatchObject({
      kind: "scenario",
      scenario,
      rows: 1,
      drafts: [{ name: "A", hidden: true, color: "#112233", systems: ["atacms", "own"] }],
      problems: [],
    });
  });
});

describe("broken files", () => {
  it.each([
    ["broken-latitude-95.csv", 1, ["3 latitude", "4 longitude"]],
    ["broken-missing-coordinates.csv", 1, ["3 noPosition", "4 noPosition"]],
    ["broken-words-for-numbers.csv", 1, ["2 notCoordinates"]],
    ["broken-unclosed-quote.csv", 1, ["3 openQuote", "3 noPosition"]],
    ["broken-no-coordinate-columns.csv", 0, ["1 noColumns"]],
    ["broken-unknown-system.csv", 1, ["2 unknownSystem", "2 rangeNumber", "2 color"]],
    ["broken-web-mercator.geojson", 0, ["- geoSystem"]],
    ["broken-truncated.geojson", 0, ["- notJson"]],
    [
      "broken-swapped-and-open.geojson",
      1,
      ["2 latitude", "3 ringNotClosed", "4 geometryType", "5 type", "6 type", "7 type"],
    ],
    ["broken-unclosed-tag.kml", 0, ["- notXml"]],
    ["broken-entity-expansion.kml", 0, ["- xmlDoctype"]],
    ["broken-bad-coordinates.kml", 1, ["2 noPosition", "3 latitude", "4 noPosition"]],
    ["broken-only-network-link.kml", 0, ["- networkLink"]],
    ["broken-latitude-95.gpx", 1, ["- noPosition", "2 latitude"]],
    ["broken-newer-scenario.json", 0, ["- newerVersion"]],
    ["broken-web-page.html", 0, ["- unknownFile"]],
  ])("%s: imports %i points and reports each problem with its row", (name, kept, expected) => {
    const imported = fixture(name);
    expect(codes(imported)).toEqual(expected);
    expect(imported.drafts).toHaveLength(kept);
    expect(imported.problemCount).toBe(expected.length);
  });

  it("has a test for every fixture", () => {
    const here = new URL(".", import.meta.url);
    const source = readdirSync(here)
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => readFileSync(new URL(name, here), "utf8"))
      .join("\n");
    expect(readdirSync(folder).filter((name) => !source.includes(`"${name}"`))).toEqual([]);
  });

  it("keeps a row with an unknown system, colour or range", () => {
    const { problems, drafts } = fixture("broken-unknown-system.csv");
    expect(problems.every(({ kept }) => kept)).toBe(true);
    expect(drafts[0]?.systems).toEqual(["atacms"]);
  });

  it.each(["constructor", "__proto__", "toString"])("does not accept %s as a colour, geometry or system", (word) => {
    const geojson = (geometry: object) =>
      text(JSON.stringify({ type: "Feature", properties: { name: "A", color: word, systems: word }, geometry }));
    const { drafts, problems } = geojson({ type: "Point", coordinates: [30, 50] });
    expect(problems.map(({ code, kept }) => [code, kept])).toEqual([
      ["unknownSystem", true],
      ["color", true],
    ]);
    expect(drafts).toMatchObject([{ name: "A", systems: [] }]);
    expect(drafts[0]).not.toHaveProperty("color");
    expect(codes(geojson({ type: word, coordinates: [30, 50] }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/geometryType$/)]),
    );
  });

  it("rejects empty files, files that are too large, workbooks and invalid archives", () => {
    expect(codes(text(""))).toEqual(["- emptyFile"]);
    expect(codes(text(" \n \n"))).toEqual(["- emptyFile"]);
    expect(codes(parseImport({ name: "x", bytes: new Uint8Array(51 * 1024 * 1024) }, context))).toEqual([
      "- fileTooBig",
    ]);
    expect(
      codes(parseImport({ name: "a.xlsx", bytes: zipSync({ "xl/workbook.xml": strToU8("<x/>") }) }, context)),
    ).toEqual(["- workbook"]);
    expect(
      codes(parseImport({ name: "a.xls", bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) }, context)),
    ).toEqual(["- workbook"]);
    expect(codes(parseImport({ name: "a.kmz", bytes: zipSync({ "a.txt": strToU8("hello") }) }, context))).toEqual([
      "- noKml",
    ]);
    expect(
      codes(
        parseImport(
          { name: "a.kmz", bytes: zipSync({ "doc.kml": strToU8("<kml/>".repeat(1000)) }).subarray(0, 60) },
          context,
        ),
      ),
    ).toEqual(["- badZip"]);
    expect(
      codes(
        parseImport(
          { name: "a.png", bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2]) },
          context,
        ),
      ),
    ).toEqual(["- unknownFile"]);
  });

  it("does not unpack a zip bomb, even with false sizes in its headers", () => {
    const bomb = zipSync({ "doc.kml": new Uint8Array(24 * 1024 * 1024) }, { level: 6 });
    const start = performance.now();
    expect(codes(parseImport({ name: "bomb.kmz", bytes: bomb }, context))).toEqual(["- zipTooBig"]);
    const lying = bomb.slice();
    // The uncompressed size is at byte 22 of the local header.
    new DataView(lying.buffer).setUint32(22, 1000, true);
    expect(codes(parseImport({ name: "bomb.kmz", bytes: lying }, context))).toEqual(["- zipTooBig"]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("imports as many rows as fit, and reports how many there were", () => {
    const rows = Array.from({ length: 60 }, (_, index) => `P${index},${index},${index}`).join("\n");
    const imported = parseImport({ name: "", bytes: strToU8(`name,lat,lng\n${rows}\n`) }, { ...context, room: 50 });
    expect(imported.drafts).toHaveLength(50);
    expect(imported.problems).toMatchObject([{ code: "tooManyRows", values: { length: 60, bound: 50 } }]);
  });

  it("survives extremely deep nesting", () => {
    const deep = text(`<kml>${"<Folder>".repeat(50_000)}${"</Folder>".repeat(50_000)}</kml>`);
    expect(deep.drafts).toEqual([]);
    expect(deep.problemCount).toBeGreaterThan(0);
  });

  it("never throws, and never returns anything that a scenario would reject", () => {
    const sources = readdirSync(folder).map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
    const damaged = fc
      .tuple(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        fc.nat(),
      )
      .map(([source, changes, cut]) => {
        const bytes = source.slice(0, cut % 3 === 0 ? cut % (source.length + 1) : source.length);
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        return bytes;
      });
    fc.assert(
      fc.property(
        fc.oneof(
          damaged,
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ unit: "grapheme", maxLength: 300 }).map((words) => strToU8(words)),
        ),
        (bytes) => {
          const imported = parseImport({ name: "x", bytes }, context);
          const { launchPoints } = addImported(emptyScenario(), imported, []);
          for (const point of launchPoints)
            expect(LaunchPointSchema.safeParse(point).success, JSON.stringify(point)).toBe(true);
          expect(
            imported.drafts.length > 0 ||
              imported.problemCount > 0 ||
              imported.kind === "scenario" ||
              imported.rows === 0,
          ).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("addImported", () => {
  it("does not change existing content, and assigns new ids", () => {
    const before = emptyScenario();
    before.launchPoints = [
      { id: "p2", name: "Mine", geometry: { type: "Point", coordinates: [1, 2] }, systems: ["patriot"] },
    ];
    before.customSystems = [{ id: "range-300-km", name: "Another", rangeKm: { min: 1, max: 2 } }];
    const frozen = structuredClone(before);
    const after = addImported(before, fixture("excel-uk-windows-1251.csv"), ["nasams"]);
    expect(before).toEqual(frozen);
    expect(after.launchPoints[0]).toEqual(frozen.launchPoints[0]);
    expect(new Set(after.launchPoints.map(({ id }) => id)).size).toBe(4);
    expect(after.launchPoints.map(({ systems }) => systems)).toEqual([
      ["patriot"],
      ["atacms", "range-300-km-2"],
      ["tomahawk"],
      ["nasams"],
    ]);
    expect(ScenarioSchema.safeParse(after).success).toBe(true);
  });

  it("does not exceed the map's limit, and is fast with 10,000 points", () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `P${index},${(index % 170) - 85},${(index % 350) - 175},atacms`,
    ).join("\n");
    let progressCalls = 0;
    const start = performance.now();
    const imported = parseImport({ name: "", bytes: strToU8(`name,lat,lng,systems\n${rows}\n`) }, context, (share) => {
      expect(share).toBeGreaterThanOrEqual(0);
      progressCalls += 1;
    });
    const full = addImported(addImported(emptyScenario(), imported, []), imported, []);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(progressCalls).toBeGreaterThan(10);
    expect(full.launchPoints).toHaveLength(MAX_LAUNCH_POINTS);
    expect(addImported(full, imported, []).launchPoints).toHaveLength(MAX_LAUNCH_POINTS);
  });

  it("stops when cancelled", () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `P${index},1,2`).join("\n");
    const stop = () => {
      throw new DOMException("stop", "AbortError");
    };
    expect(() => parseImport({ name: "", bytes: strToU8(`name,lat,lng\n${rows}\n`) }, context, stop)).toThrow("stop");
  });
});
