import * as fc from "fast-check";
import { expect, test } from "vitest";
import { QUALIFIERS } from "../../src/catalog/vocabulary.ts";
import type { DeskCatalog } from "../../src/catalog/deskCatalog.ts";
import { deskRefsOf, isDeskRef, withDesk } from "../../src/catalog/withDesk.ts";
import { buildComparison } from "../../src/comparison/comparison.ts";
import { toFiguresCsv } from "../../src/comparison/compareCsv.ts";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { toComparisonCsv } from "../../src/files/csv.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { addImported } from "../../src/input/import/addImported.ts";
import { buildImportContext } from "../../src/input/import/imported.ts";
import { parseImport } from "../../src/input/import/parseImport.ts";
import { buildMapData } from "../../src/map/mapFeatures.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { setDeskCatalog } from "../../src/scenario/setDeskCatalog.ts";
import { parseLinkHash, toLinkHash } from "../../src/scenario/link.ts";
import { parseDeskCatalog, readDesk, toMapProblem } from "../../src/scenario/parseDeskCatalog.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import type { Problem } from "../../src/scenario/problem.ts";
import { problemMessage } from "../../src/scenario/problemMessage.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";
import { desk, deskJson, deskText } from "../scenario/deskExample.ts";
import { catalog, fuzz, mutatedJson, mutatedText, SYSTEM_IDS, TEST_TIMEOUT_MS } from "./fuzz.ts";

const OURS = new Set(catalog.systems.map(({ id }) => id));
const { view: _view, ...nothing } = emptyScenario();

function expectSaid(problems: Problem[]): void {
  expect(problems).not.toHaveLength(0);
  for (const problem of problems)
    for (const language of LANGUAGES) {
      const said = problemMessage(problem, translates[language]);
      expect(said).not.toBe("");
      expect(said.length).toBeLessThan(1000);
    }
}

/** A map with every system of a catalogue that was taken. */
const mapOf = (deskCatalog: DeskCatalog): Scenario => ({
  ...emptyScenario(),
  launchPoints: [
    {
      id: "p1",
      name: "A",
      geometry: { type: "Point", coordinates: [30, 50] },
      systems: ["atacms", ...deskRefsOf(deskCatalog)].slice(0, 60),
    },
  ],
  deskCatalog,
});

/** The map opens again as it was, travels in a link where it fits, and each of its systems is drawn as the desk's. */
function expectUsable(deskCatalog: DeskCatalog): void {
  const map = mapOf(deskCatalog);
  const saved = JSON.parse(JSON.stringify(map)) as unknown;
  expect(parseScenario(saved, SYSTEM_IDS, readDesk)).toEqual({ scenario: map, problems: [] });
  const link = toLinkHash(map);
  if ("hash" in link) expect(parseLinkHash(link.hash, SYSTEM_IDS, readDesk)?.problems).toEqual([]);
  const { systems } = buildFigure(withDesk(catalog, deskCatalog), map, translates.en);
  for (const { ref, desk: owner } of systems) expect(owner).toBe(isDeskRef(ref) ? deskCatalog.name : undefined);
  expect(new Set(systems.map(({ ref }) => ref))).toEqual(new Set(map.launchPoints[0]?.systems));
}

/** Its rings and bands have shapes, and its tables have rows. */
function expectDrawn(deskCatalog: DeskCatalog): void {
  const map = mapOf(deskCatalog);
  const both = withDesk(catalog, deskCatalog);
  const translate = translates.en;
  const figure = buildFigure(both, map, translate);
  buildMapData(figure, { labels: [], theme: "light" });
  toComparisonCsv(figure, both, translate);
  toFiguresCsv(buildComparison(both, [...figure.systems], { display: map.display, translate }), [], both, translate);
}

function check(input: unknown): void {
  const result = parseDeskCatalog("desk.json", input, OURS);
  if (result.ok) expectUsable(result.catalog);
  else expectSaid(result.problems.map(toMapProblem));
}

test("a catalogue with anything in it", () => fuzz(mutatedJson(fc.constant(deskJson())), check), TEST_TIMEOUT_MS);

test("any JSON for a catalogue", () => fuzz(fc.jsonValue(), check), TEST_TIMEOUT_MS);

const km = fc.oneof(
  fc.double({ min: 0, minExcluded: true, max: 20_000, noNaN: true }),
  fc.integer({ min: 1, max: 20_000 }),
);
const figureParts = fc.record({
  ends: fc.tuple(km, fc.oneof(km, fc.constant(undefined))),
  qualifier: fc.constantFrom(...QUALIFIERS),
  outlier: fc.boolean(),
});

test(
  "a catalogue with any numbers",
  () =>
    fuzz(fc.array(figureParts, { minLength: 6, maxLength: 6 }), (parts) => {
      const json = deskJson();
      for (const [index, figure] of json.systems.flatMap(({ figures }) => figures).entries()) {
        const { ends, qualifier, outlier } = parts[index] ?? expect.fail("no parts");
        const [one, two = one] = ends;
        const range = { min: Math.min(one, two), max: Math.max(one, two) };
        Object.assign(figure, { rangeKm: range, asPrinted: { ...range, unit: "km" }, qualifier });
        if (outlier) figure.outlier = true;
      }
      const result = parseDeskCatalog("desk.json", json, OURS);
      if (result.ok) expectDrawn(result.catalog);
      else expectSaid(result.problems.map(toMapProblem));
    }),
  TEST_TIMEOUT_MS,
);

test(
  "a map with anything for its catalogue",
  () =>
    fuzz(mutatedJson(fc.constant({ ...nothing, deskCatalog: deskJson() })), (input) => {
      const { scenario, problems } = parseScenario(input, SYSTEM_IDS, readDesk);
      if (problems.length > 0 || !scenario) expectSaid(problems);
      if (scenario?.deskCatalog) expectUsable(scenario.deskCatalog);
    }),
  TEST_TIMEOUT_MS,
);

test(
  "a catalogue's file: what it brings can be used, or it says why not, and the map that was there stays",
  () =>
    fuzz(mutatedText(deskText, JSON.stringify(desk)), (text) => {
      const before = { ...nothing, deskCatalog: desk };
      const context = buildImportContext(withDesk(catalog, desk), before);
      const imported = parseImport({ name: "desk.json", bytes: new TextEncoder().encode(text) }, context);
      if (imported.kind === "catalog" && imported.deskCatalog) {
        const after = setDeskCatalog(before, imported.deskCatalog);
        expect(parseScenario(JSON.parse(JSON.stringify(after)), SYSTEM_IDS, readDesk).problems).toEqual([]);
      } else {
        expectSaid(imported.problems);
        expect(addImported(before, imported, []).deskCatalog).toBe(desk);
      }
    }),
  TEST_TIMEOUT_MS,
);
