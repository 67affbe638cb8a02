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
import { answerRangeQuestions } from "../../src/input/import/rangeCells.ts";
import { parseScenario, parseScenarioText } from "../../src/scenario/parseScenario.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { scenario } from "../scenario/arbitraries.ts";
import {
  catalog,
  expectSayable,
  fuzz,
  nasty,
  mutatedBytes,
  mutatedJson,
  mutatedText,
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

/** Whatever a file contains, the result can be added to a map, and every problem has a message. */
function check(bytes: Uint8Array, name = "file"): ImportKind {
  const imported = parseImport({ name, bytes }, context);
  expectSayable(imported.problems);
  // An import without results must report a problem.
  if (imported.drafts.length === 0 && !imported.scenario) expect(imported.problemCount).toBeGreaterThan(0);
  // With any answers to its questions, the resulting map can be saved and reopened without problems.
  for (const answer of ["none", "thousands", "fraction"] as const) {
    const settled = answerRangeQuestions(
      imported,
      imported.questions.map(() => answer),
      context,
    );
    expectSayable(settled.problems);
    const content = addImported(nothing, settled, ["atacms"]);
    expect(parseScenario(JSON.parse(JSON.stringify(content)), SYSTEM_IDS).problems).toEqual([]);
    if (imported.questions.length === 0) break;
  }
  return imported.kind;
}

/** A file with valid, invalid and nasty columns and cells. */
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
        "km",
        "launch",
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
          fc.constantFrom("50.45", "30,52", "ATACMS; NASAMS", "300 km", "36U", "#ff0000", '"1,500 km"', "1.500", "2,4"),
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
        fc.oneof(mutatedBytes(...fixtures(/\.(csv|txt)$/)), table.map(strToU8Safe)),
        (bytes) => void check(bytes, "file.csv"),
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "GeoJSON",
    () =>
      fuzz(
        fc.oneof(
          mutatedBytes(...fixtures(/json$/)),
          mutatedJson(geoJson).map((json) => strToU8Safe(JSON.stringify(json) ?? "")),
        ),
        (bytes) => void check(bytes, "file.geojson"),
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "KML",
    () => fuzz(mutatedBytes(...fixtures(/\.kml$/)), (bytes) => void check(bytes, "file.kml")),
    TEST_TIMEOUT_MS,
  );
  test(
    "KMZ",
    () =>
      fuzz(
        mutatedBytes(...fixtures(/\.kml$/).map(kmz), ...fixtures(/\.kmz$/)),
        (bytes) => void check(bytes, "file.kmz"),
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "GPX",
    () => fuzz(mutatedBytes(...fixtures(/\.gpx$/)), (bytes) => void check(bytes, "file.gpx")),
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
    "a zip bomb and a billion-laughs file are rejected immediately, each with its own message",
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

/** A hostile file: a part repeated thousands of times between a valid beginning and end. */
const pieces = (...choices: string[]) =>
  fc
    .array(fc.constantFrom(...choices), { minLength: 1, maxLength: 4 })
    .map((some) => (bytes: number) => some.join("").repeat(Math.ceil(bytes / some.join("").length)));

/** Milliseconds that a call takes. */
function timed(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

const PLACEMARK = "<Placemark><name>A</name><Point><coordinates>30,50</coordinates></Point></Placemark>";

/**
 * Files built to be slow, not mutated valid ones. Each is too large to be scanned more than a few times within the limit, and small enough to
 * be scanned once even on a busy machine.
 */
describe("hostile files are read in linear time", () => {
  const LIMIT_MS = 10_000;
  const RUNS = { numRuns: 12 };
  const asBytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

  test(
    "PDFs that declare very many embedded files",
    () =>
      fc.assert(
        fc.property(
          pieces(
            "/EmbeddedFile ",
            "/EmbeddedFiles ",
            "1 0 obj\n",
            "<< /Type /EmbeddedFile /Filter /FlateDecode >>\n",
            "stream\n",
            "endobj\n",
            "{",
            "\nendstream\n",
            "end",
          ),
          fc.constantFrom("", "\nstream\n{}\nendstream\n", "stream\nx\u009c"),
          (middle, end) => {
            const bytes = asBytes(`%PDF-1.7\n${middle(1_000_000)}${end}`);
            expect(timed(() => parsePicture(bytes))).toBeLessThan(LIMIT_MS);
          },
        ),
        RUNS,
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "a PDF whose embedded files unpack to far more than a scenario, one after another",
    () => {
      const bomb = Buffer.from(zlibSync(strToU8(`{${" ".repeat(4_000_000)}`), { level: 9 })).toString("latin1");
      const one = `1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\n${bomb}\nendstream\nendobj\n`;
      const bytes = asBytes(`%PDF-1.7\n${one.repeat(200)}`);
      expect(timed(() => expect(parsePicture(bytes)).toEqual({ ok: false, code: "pictureTooLarge" }))).toBeLessThan(
        2 * LIMIT_MS,
      );
    },
    TEST_TIMEOUT_MS,
  );
  test(
    "SVGs that open a scenario element very many times",
    () =>
      fc.assert(
        fc.property(
          pieces("<scenario ", "<a:scenario", "<", "<![CDATA[", "<aaaaaaaaaaaaaaaaaaaaa", ":", "&#"),
          (middle) => {
            const bytes = asBytes(`<svg>${middle(1_000_000)}`);
            expect(timed(() => parsePicture(bytes))).toBeLessThan(LIMIT_MS);
          },
        ),
        RUNS,
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "a folder without a name takes no longer than one with a name",
    () => {
      const folder = (name: string) =>
        strToU8(`<kml><Folder>${name}${PLACEMARK.repeat(4000)}${"<open/>".repeat(60_000)}</Folder></kml>`);
      const read = (bytes: Uint8Array) => expect(check(bytes, "a.kml")).toBe("kml");
      const named = timed(() => read(folder("<name>North</name>")));
      expect(timed(() => read(folder("")))).toBeLessThan(3 * named + 2000);
    },
    TEST_TIMEOUT_MS,
  );
  test(
    "KML with very many elements, comments and declarations",
    () =>
      fc.assert(
        fc.property(
          pieces(
            PLACEMARK,
            "<Folder>",
            "</Folder>",
            "<Placemark>",
            "<MultiGeometry>",
            "<!-- -->",
            "<!--",
            "<?x",
            "<![CDATA[",
            "<!DOCTYPE",
            "<coordinates>1,2</coordinates>",
            "&#32;",
            " ",
          ),
          fc.constantFrom("<kml>", "<kml><Folder>", "<kml><Placemark><LineString><coordinates>1,2", ""),
          (middle, begin) => {
            const bytes = strToU8(begin + middle(100_000));
            expect(timed(() => check(bytes, "a.kml"))).toBeLessThan(LIMIT_MS);
          },
        ),
        RUNS,
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "GPX with very many namespaces",
    () => {
      const names = Array.from({ length: 3000 }, (_, index) => `xmlns:a${index}="u${index}"`).join(" ");
      const bytes = strToU8(`<gpx ${names}>${'<wpt lat="1" lon="2"><name>a</name></wpt>'.repeat(2000)}</gpx>`);
      expect(timed(() => expect(check(bytes, "a.gpx")).toBe("gpx"))).toBeLessThan(LIMIT_MS);
    },
    TEST_TIMEOUT_MS,
  );
  test(
    "tables with very many quotation marks, delimiters and numbers",
    () =>
      fc.assert(
        fc.property(
          pieces('"', '""', "a", ",", ";", "1,500 ", "\n", '"a"b', "50 ", "°", "N"),
          fc.constantFrom("name,lat,lng,range\n", "name;lat;lng;km\nA;1;2;", ""),
          (middle, begin) => {
            const bytes = strToU8(begin + middle(200_000));
            expect(timed(() => check(bytes, "a.csv"))).toBeLessThan(LIMIT_MS);
          },
        ),
        RUNS,
      ),
    TEST_TIMEOUT_MS,
  );
  test(
    "archives with many files, with only headers, and with garbage between them",
    () => {
      const names = Array.from({ length: 9000 }, (_, index) => [`f${index}.kml`, strToU8("<kml/>")]);
      const many = zipSync(Object.fromEntries(names) as Record<string, Uint8Array>, { level: 0 });
      const header = zipSync({ "doc.kml": strToU8("<kml/>") }).subarray(0, 37);
      const rubbish = new Uint8Array(4_000_000);
      rubbish.set(header);
      const headers = Uint8Array.from({ length: 1_000_000 }, (_, index) => header[index % header.length] ?? 0);
      // Sizes come after the data, so that the reader has to search for each header.
      const unsized = headers.slice();
      for (let at = 6; at < unsized.length; at += header.length) unsized[at] = 8;
      for (const bytes of [many, rubbish, headers, unsized])
        expect(timed(() => check(bytes, "a.kmz"))).toBeLessThan(LIMIT_MS);
    },
    TEST_TIMEOUT_MS,
  );
});

/** Replaces lone surrogates with the replacement character, like any encoder. */
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

  test("unmutated files are read, so mutations exercise the reader", () => {
    for (const bytes of [...pngs, ...svgs, ...pdfs]) expect(parsePicture(bytes).ok).toBe(true);
  });
  test("PNG", () => fuzz(mutatedBytes(...pngs), reopen), TEST_TIMEOUT_MS);
  test("SVG", () => fuzz(mutatedBytes(...svgs), reopen), TEST_TIMEOUT_MS);
  test("PDF", () => fuzz(mutatedBytes(...pdfs), reopen), TEST_TIMEOUT_MS);
  test(
    "rejects a picture whose scenario is a decompression bomb",
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
    "any arguments give a request, help, or one line with the problem",
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
    "the text of a scenario with or without a byte order mark",
    () =>
      fuzz(mutatedText("\ufeff{}", '{"version":1,"launchPoints":[]}'), (text) =>
        expectSayable(parseScenarioText(text, SYSTEM_IDS).problems),
      ),
    TEST_TIMEOUT_MS,
  );
});
