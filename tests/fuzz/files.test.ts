import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { strToU8, zipSync, zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parseRenderArguments, UsageError } from "../../src/cli/renderArguments.ts";
import { embedInPng, PNG_SIGNATURE } from "../../src/picture/embed/embedScenario.ts";
import { parsePicture } from "../../src/picture/embed/parsePicture.ts";
import { addImported } from "../../src/input/import/addImported.ts";
import { buildImportContext, type ImportKind } from "../../src/input/import/imported.ts";
import { parseImport } from "../../src/input/import/parseImport.ts";
import { parseScenarioText } from "../../src/scenario/parseScenario.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { scenario } from "../scenario/arbitraries.ts";
import {
  catalog,
  expectSayable,
  fuzz,
  nasty,
  spoiltBytes,
  spoiltJson,
  spoiltText,
  SYSTEM_IDS,
  TEST_TIMEOUT_MS,
} from "./fuzz.ts";

const context = buildImportContext(catalog);
const { view: _view, ...nothing } = emptyScenario();
const FIXTURES = fileURLToPath(new URL("../input/import/fixtures/", import.meta.url));
const fixtures = (ending: RegExp): Uint8Array[] =>
  readdirSync(FIXTURES)
    .filter((name) => ending.test(name))
    .map((name) => Uint8Array.from(readFileSync(FIXTURES + name)));

/** Whatever a file holds, what comes of it can be added to a map, and everything that is wrong with it can be said. */
function check(bytes: Uint8Array, name = "file"): ImportKind {
  const imported = parseImport({ name, bytes }, context);
  expectSayable(imported.problems);
  // Nothing comes of a file without a word.
  if (imported.drafts.length === 0 && !imported.scenario) expect(imported.problemCount).toBeGreaterThan(0);
  const content = addImported(nothing, imported, ["atacms"]);
  const sound = ScenarioSchema.safeParse(content);
  expect(sound.error?.issues ?? []).toEqual([]);
  return imported.kind;
}

/** A file of columns and cells, good, bad and nasty. */
const table = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        "lat",
        "lng",
        "Latitude",
        "Довгота",
        "vĩ độ",
        "name",
        "range_km",
        "range (mi)",
        "systems",
        "group",
        "color",
        "easting",
        "northing",
        "zone",
        "position",
        "note",
      ),
      { minLength: 1, maxLength: 8 },
    ),
    fc.array(
      fc.array(
        fc.oneof(
          nasty,
          fc.double({ min: -200, max: 200 }).map(String),
          fc.constantFrom("50.45", "30,52", "ATACMS; NASAMS", "300 km", "36U", "#ff0000"),
        ),
        { maxLength: 9 },
      ),
      { maxLength: 12 },
    ),
    fc.constantFrom(",", ";", "\t", "|"),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .map(([header, rows, delimiter, end]) => [header, ...rows].map((row) => row.join(delimiter)).join(end));

const geoJson = fc.record({
  type: fc.constant("FeatureCollection"),
  features: fc.array(
    fc.record({
      type: fc.constant("Feature"),
      properties: fc.dictionary(
        fc.constantFrom("name", "range", "systems", "color", "__proto__", "group"),
        fc.oneof(nasty, fc.double(), fc.constant(null)),
        { maxKeys: 4 },
      ),
      geometry: fc.constantFrom<unknown>(
        null,
        { type: "Point", coordinates: [30, 50] },
        {
          type: "LineString",
          coordinates: [
            [30, 50],
            [31, 51],
          ],
        },
        {
          type: "Polygon",
          coordinates: [
            [
              [30, 50],
              [31, 50],
              [31, 51],
              [30, 50],
            ],
          ],
        },
        {
          type: "MultiPoint",
          coordinates: [
            [30, 50],
            [31, 51],
          ],
        },
        { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [30, 50] }] },
      ),
    }),
    { maxLength: 5 },
  ),
});

const kmz = (kml: Uint8Array) => zipSync({ "doc.kml": kml, "images/a.png": new Uint8Array(20) });
const BOMB = zipSync({ "doc.kml": new Uint8Array(100 * 1024 * 1024) }, { level: 9 });
const LAUGHS = strToU8(
  `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("")}]><kml><Placemark><name>&l12;</name></Placemark></kml>`,
);

describe("files of launch points", () => {
  test(
    "CSV",
    () =>
      fuzz(
        fc.oneof(spoiltBytes(...fixtures(/\.(csv|txt)$/)), table.map(strToU8Safe)),
        (bytes) => void check(bytes, "file.csv"),
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "GeoJSON",
    () =>
      fuzz(
        fc.oneof(
          spoiltBytes(...fixtures(/json$/)),
          spoiltJson(geoJson).map((json) => strToU8Safe(JSON.stringify(json) ?? "")),
        ),
        (bytes) => void check(bytes, "file.geojson"),
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "KML",
    () => fuzz(spoiltBytes(...fixtures(/\.kml$/)), (bytes) => void check(bytes, "file.kml")),
    TEST_TIMEOUT_MS,
  );
  test(
    "KMZ",
    () => fuzz(spoiltBytes(...fixtures(/\.kml$/).map(kmz)), (bytes) => void check(bytes, "file.kmz")),
    TEST_TIMEOUT_MS,
  );
  test(
    "GPX",
    () => fuzz(spoiltBytes(...fixtures(/\.gpx$/)), (bytes) => void check(bytes, "file.gpx")),
    TEST_TIMEOUT_MS,
  );
  test(
    "any bytes under any name",
    () =>
      fuzz(
        fc.tuple(fc.uint8Array({ maxLength: 400 }), fc.constantFrom("a.csv", "a.kml", "a.kmz", "a.gpx", "a.json", "")),
        ([bytes, name]) => void check(bytes, name),
      ),
    TEST_TIMEOUT_MS,
  );

  test(
    "a zip bomb and a thousand million laughs are refused by name, at once",
    () => {
      for (const [bytes, code] of [
        [BOMB, "zipTooBig"],
        [LAUGHS, "xmlDoctype"],
      ] as const) {
        const start = performance.now();
        const imported = parseImport({ name: "file.kmz", bytes }, context);
        expect(imported.problems.map((problem) => problem.code)).toEqual([code]);
        expect(imported.drafts).toEqual([]);
        expect(performance.now() - start).toBeLessThan(3000);
      }
    },
    TEST_TIMEOUT_MS,
  );
});

/** Lone surrogates become the replacement character, as in any encoder. */
function strToU8Safe(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("pictures opened again", () => {
  const texts = fc.sample(scenario, { numRuns: 6, seed: 7 }).map((item) => JSON.stringify(item));
  const header = Uint8Array.from([
    ...PNG_SIGNATURE,
    0,
    0,
    0,
    13,
    73,
    72,
    68,
    82,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    1,
    8,
    2,
    0,
    0,
    0,
    0x90,
    0x77,
    0x53,
    0xde,
    0,
    0,
    0,
    0,
    73,
    69,
    78,
    68,
    0xae,
    0x42,
    0x60,
    0x82,
  ]);
  const pngs = texts.map((text) => embedInPng(header, text));
  const svgs = texts.map((text) =>
    strToU8(
      `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><metadata><rr:scenario xmlns:rr="urn:x">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</rr:scenario></metadata></svg>`,
    ),
  );
  const pdfs = texts.map((text) => {
    const packed = Buffer.from(zlibSync(strToU8(text))).toString("latin1");
    return Uint8Array.from(
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n%%EOF`,
        "latin1",
      ),
    );
  });
  const reopen = (bytes: Uint8Array) => {
    const picture = parsePicture(bytes);
    if (!picture.ok) return expectSayable([{ path: "", code: picture.code as never, values: {} }]);
    const { scenario: read, problems } = parseScenarioText(picture.text, SYSTEM_IDS);
    expectSayable(problems);
    if (read) expect(ScenarioSchema.safeParse(read).success).toBe(true);
  };

  test("good ones are read, so that spoilt ones test the reading", () => {
    for (const bytes of [...pngs, ...svgs, ...pdfs]) expect(parsePicture(bytes).ok).toBe(true);
  });
  test("PNG", () => fuzz(spoiltBytes(...pngs), reopen), TEST_TIMEOUT_MS);
  test("SVG", () => fuzz(spoiltBytes(...svgs), reopen), TEST_TIMEOUT_MS);
  test("PDF", () => fuzz(spoiltBytes(...pdfs), reopen), TEST_TIMEOUT_MS);
  test(
    "a picture whose scenario unpacks without end is refused",
    () => {
      const bomb = Buffer.from(zlibSync(new Uint8Array(100 * 1024 * 1024), { level: 9 })).toString("latin1");
      const pdf = Uint8Array.from(
        Buffer.from(
          `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\n${bomb}\nendstream\n`,
          "latin1",
        ),
      );
      expect(parsePicture(pdf)).toEqual({ ok: false, code: "pictureTooLarge" });
    },
    TEST_TIMEOUT_MS,
  );
});

describe("the command line", () => {
  const words = fc.oneof(
    nasty,
    fc.constantFrom(
      "--out",
      "--out=a.svg",
      "-o",
      "a.png",
      "--format",
      "svg",
      "pdf",
      "--width",
      "--height=900",
      "1600",
      "--dpi",
      "--language",
      "vi",
      "--text",
      "outlined",
      "--theme=print",
      "--help",
      "--",
      "-",
      "map.json",
      "--out-dir",
      "--projection",
      "globe",
    ),
  );
  test(
    "any words: a request, help, or a line that says what is wrong",
    () =>
      fuzz(fc.array(words, { maxLength: 9 }), (args) => {
        try {
          const request = parseRenderArguments(args);
          if (!request) return;
          expect(request.width).toBeGreaterThanOrEqual(16);
          expect(request.width).toBeLessThanOrEqual(16_384);
          expect(request.inputs.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          expect(error.message.length).toBeGreaterThan(5);
        }
      }),
    TEST_TIMEOUT_MS,
  );
  test(
    "the text of a scenario with a byte order mark or none",
    () =>
      fuzz(spoiltText("\ufeff{}", '{"version":1,"launchPoints":[]}'), (text) =>
        expectSayable(parseScenarioText(text, SYSTEM_IDS).problems),
      ),
    TEST_TIMEOUT_MS,
  );
});
