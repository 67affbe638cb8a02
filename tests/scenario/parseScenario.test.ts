import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import en from "../../src/i18n/messages/en.json";
import { parseScenario, parseScenarioText } from "../../src/scenario/parseScenario.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { CATALOG_IDS, scenario as anyScenario } from "./arbitraries.ts";
import { inWords } from "./words.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const folder = fileURLToPath(new URL("./fixtures/", import.meta.url));
const readFixture = (name: string): string => readFileSync(`${folder}${name}.json`, "utf8");
const systemIds = choicesOf(catalog).map((choice) => choice.id);

/** A complete example of version 1. */
const EXAMPLE = `{ "version": 1, "title": "Ranges from Kyiv",
  "launchPoints": [ { "id": "a", "name": "Kyiv",
      "geometry": { "type": "Point", "coordinates": [30.5234, 50.4501] }, "systems": ["atacms", "tomahawk"] } ],
  "customSystems": [ { "id": "x1", "name": "Example", "rangeKm": { "min": 400, "max": 500 } } ],
  "display": { "bands": true, "coverage": false, "units": "km", "language": "en", "projection": "mercator" },
  "view": { "center": [31, 49], "zoom": 4.5 } }`;

describe("a complete example", () => {
  it("parses with no problem and loses nothing", () => {
    const { scenario, problems } = parseScenarioText(EXAMPLE, systemIds);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual(JSON.parse(EXAMPLE));
  });

  it("parses without any of the optional fields", () => {
    const { scenario, problems } = parseScenarioText('{ "version": 1, "launchPoints": [] }', systemIds);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual({
      version: 1,
      title: "",
      launchPoints: [],
      customSystems: [],
      display: { bands: true, coverage: false, units: "km", language: "en", projection: "mercator" },
    });
  });

  it("drops unknown fields, which newer versions may add", () => {
    const { scenario, problems } = parseScenarioText(
      EXAMPLE.replace('"version": 1,', '"version": 1, "weather": "fine",'),
      systemIds,
    );
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual(JSON.parse(EXAMPLE));
  });
});

const KYIV = {
  id: "good",
  name: "Kyiv",
  geometry: { type: "Point", coordinates: [30.5234, 50.4501] },
  systems: ["atacms", "tomahawk"],
};
const KEPT = {
  version: 1,
  title: "Kept",
  launchPoints: [KYIV],
  customSystems: [],
  display: { bands: true, coverage: false, units: "km", language: "en", projection: "mercator" },
};
const EXAMPLE_RANGE = { id: "x1", name: "Kept too", rangeKm: { min: 400, max: 500 } };
const KNOWN = systemIds.filter((id) => !id.includes("/")).join(", ");
const BAD = "launchPoints[1]";

/** The problem of each broken file, and the valid part of it that is kept. */
const FAULTS: Record<string, [messages: string[], kept: object | undefined]> = {
  "latitude-95": [[`${BAD}.geometry.coordinates[1]: latitude 95 is outside −90…90`], KEPT],
  "longitude-190": [[`${BAD}.geometry.coordinates[0]: longitude 190 is outside −180…180`], KEPT],
  "latitude-in-line": [[`${BAD}.geometry.coordinates[1][1]: latitude -90.5 is outside −90…90`], KEPT],
  "coordinates-as-text": [[`${BAD}.geometry.coordinates[0]: "30.5" is of the wrong type; expected number`], KEPT],
  "one-coordinate": [[`${BAD}.geometry.coordinates: has 1 items or characters; at least 2 are needed`], KEPT],
  "three-coordinates": [[`${BAD}.geometry.coordinates: has 3 items or characters; the limit is 2`], KEPT],
  "line-of-one-position": [[`${BAD}.geometry.coordinates: has 1 items or characters; at least 2 are needed`], KEPT],
  "ring-not-closed": [
    [`${BAD}.geometry.coordinates[0]: the area is not closed: its first and last positions differ`],
    KEPT,
  ],
  "ring-of-three": [[`${BAD}.geometry.coordinates[0]: has 3 items or characters; at least 4 are needed`], KEPT],
  "country-lower-case": [[`${BAD}.geometry.code: "ua" is not a country code of two capital letters, such as UA`], KEPT],
  "unknown-geometry": [[`${BAD}.geometry.type: "Circle" is not one of: Point, LineString, Polygon, Country`], KEPT],
  "geometry-null": [[`${BAD}.geometry: null is of the wrong type; expected object`], KEPT],
  "geometry-missing": [[`${BAD}.geometry: is missing; expected object`], KEPT],
  "duplicate-id": [[`${BAD}.id: the id "good" is used twice`], KEPT],
  "id-empty": [[`${BAD}.id: has 0 items or characters; at least 1 are needed`], KEPT],
  "launch-point-as-text": [[`${BAD}: "Kyiv" is of the wrong type; expected object`], KEPT],
  "color-by-name": [[`${BAD}.color: "red" is not a colour such as #0b57b0`], KEPT],
  "name-number": [[`${BAD}.name: 7 is of the wrong type; expected string`], KEPT],
  "unknown-system": [
    [
      `launchPoints[0].systems[1]: no system is called "iskander"; available: ${KNOWN}`,
      `launchPoints[0].systems[2]: no system is called "patriot/pac-9"; available: ${KNOWN}`,
    ],
    KEPT,
  ],
  "newer-version": [["version: version 2 was made by a newer program; this one reads up to version 1"], undefined],
  "version-missing": [["version: is missing; expected 1"], undefined],
  "version-as-text": [['version: "1" is not one of: 1'], undefined],
  "version-0": [["version: 0 is not one of: 1"], undefined],
  "list-instead-of-scenario": [
    ['this is not a saved map: [{"id":"good","name":"Kyiv","geometry":{"type":"Point","coordinates":[30.5234…'],
    undefined,
  ],
  null: [["this is not a saved map: null"], undefined],
  "launch-points-missing": [["launchPoints: is missing; expected array"], { ...KEPT, launchPoints: [] }],
  "launch-points-object": [["launchPoints: {} is of the wrong type; expected array"], { ...KEPT, launchPoints: [] }],
  "bad-display": [
    [
      'display.bands: "yes" is of the wrong type; expected boolean',
      'display.units: "furlong" is not one of: km, mi, nmi',
      'display.language: "fr" is not one of: en, vi, uk',
      "display.reachedFrom: 1.5 is of the wrong type; expected int",
    ],
    { ...KEPT, display: { ...KEPT.display, projection: "globe" } },
  ],
  "display-as-text": [['display: "dark" is of the wrong type; expected object'], KEPT],
  "view-latitude-99": [["view.center[1]: latitude 99 is outside −90…90"], KEPT],
  "view-zoom-99": [["view.zoom: 99 is over the limit of 24"], KEPT],
  "subtitle-number": [["subtitle: 5 is of the wrong type; expected string"], KEPT],
  "title-too-long": [
    ["title: has 301 items or characters; the limit is 300"],
    { ...KEPT, title: "", launchPoints: [] },
  ],
  "min-over-max": [
    ['customSystems[1].rangeKm: the minimum is over the maximum in {"min":500,"max":400}'],
    { ...KEPT, customSystems: [EXAMPLE_RANGE] },
  ],
  "range-over-half-the-earth": [["customSystems[0].rangeKm.max: 20001 is over the limit of 20000"], KEPT],
  "range-zero": [["customSystems[0].rangeKm.min: 0 must be more than 0"], KEPT],
  "range-as-number": [["customSystems[0].rangeKm: 300 is of the wrong type; expected object"], KEPT],
  "custom-name-missing": [["customSystems[0].name: is missing; expected string"], KEPT],
  "custom-kind-unknown": [
    ['customSystems[0].kind: "submarine" is not one of: ballistic-missile, cruise-missile, surface-to-air, other'],
    KEPT,
  ],
  "custom-duplicate-id": [
    ['customSystems[1].id: the id "x1" is used twice'],
    { ...KEPT, customSystems: [EXAMPLE_RANGE] },
  ],
};
/** The message continues with the JavaScript engine's own text. */
const NOT_JSON = ["not-json", "empty"];

describe("a broken file", () => {
  it("has an expectation for every fixture", () => {
    const names = readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : []));
    expect(names.sort()).toEqual([...Object.keys(FAULTS), ...NOT_JSON].sort());
  });

  it.each(Object.entries(FAULTS))("%s: reports the problem and keeps the rest", (name, [messages, kept]) => {
    const { scenario, problems } = parseScenarioText(readFixture(name), systemIds);
    expect(inWords(problems)).toEqual(messages);
    expect(scenario && JSON.parse(JSON.stringify(scenario))).toEqual(kept);
  });

  it.each(NOT_JSON)("%s: reports that it is not JSON, and where", (name) => {
    const { scenario, problems } = parseScenarioText(readFixture(name), systemIds);
    expect(scenario).toBeUndefined();
    expect(inWords(problems)).toEqual([
      expect.stringMatching(/^this is not JSON: .*(?:Unexpected token '}'|Unexpected end of JSON)/s),
    ]);
  });

  it("keeps the first 20,000 launch points if there are more, and reports it", () => {
    const launchPoints = Array.from({ length: 20_001 }, (_, index) => ({ ...KYIV, id: `p${index}` }));
    const { scenario, problems } = parseScenario({ version: 1, launchPoints }, systemIds);
    expect(scenario?.launchPoints).toHaveLength(20_000);
    expect(inWords(problems)).toEqual(["launchPoints: has 20001 items or characters; the limit is 20000"]);
  });

  it("removes duplicate systems, so that each ring is drawn once", () => {
    const { scenario, problems } = parseScenario(
      { version: 1, launchPoints: [{ ...KYIV, systems: ["tomahawk", "atacms", "tomahawk"] }] },
      systemIds,
    );
    expect(scenario?.launchPoints[0]?.systems).toEqual(["tomahawk", "atacms"]);
    expect(problems).toEqual([]);
  });

  it("survives lists nested too deeply for JSON.stringify", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(inWords(parseScenarioText(deep, systemIds).problems)).toEqual(["this is not a saved map: …"]);
    const { scenario, problems } = parseScenarioText(
      `{ "version": 1, "launchPoints": [], "title": ${deep} }`,
      systemIds,
    );
    expect(scenario?.title).toBe("");
    expect(inWords(problems)).toEqual(["title: … is of the wrong type; expected string"]);
  });
});

/** JSON that partly resembles a scenario, so that every branch is reached. */
const nearScenario = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 2 }),
    fc.record(
      {
        version: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.jsonValue() }),
        title: fc.jsonValue({ maxDepth: 0 }),
        launchPoints: fc.oneof(
          fc.jsonValue({ maxDepth: 1 }),
          fc.array(
            fc.record(
              {
                id: fc.constantFrom<unknown>("a", "b", "", 4, "__proto__"),
                name: fc.jsonValue({ maxDepth: 0 }),
                geometry: fc.oneof(
                  fc.jsonValue({ maxDepth: 1 }),
                  fc.record({
                    type: fc.constantFrom("Point", "LineString", "Polygon", "Country", "Circle"),
                    coordinates: fc.oneof(
                      fc.array(fc.double()),
                      fc.array(fc.array(fc.double({ min: -200, max: 200 }), { maxLength: 3 }), { maxLength: 5 }),
                    ),
                    code: fc.constantFrom("UA", "ua", 3),
                  }),
                ),
                systems: fc.oneof(
                  fc.jsonValue({ maxDepth: 1 }),
                  fc.array(fc.constantFrom<unknown>(...CATALOG_IDS, "x1", "nobody's", 3)),
                ),
              },
              { requiredKeys: [] },
            ),
            { maxLength: 4 },
          ),
        ),
        customSystems: fc.array(
          fc.record({
            id: fc.constantFrom("x1", "x2"),
            name: fc.string(),
            rangeKm: fc.record({ min: fc.double(), max: fc.double() }),
          }),
          { maxLength: 3 },
        ),
        display: fc.oneof(
          fc.jsonValue({ maxDepth: 1 }),
          fc.record(
            { bands: fc.jsonValue({ maxDepth: 0 }), units: fc.constantFrom("km", "KM"), treaties: tie("any") },
            { requiredKeys: [] },
          ),
        ),
        view: tie("any"),
      },
      { requiredKeys: ["version"] },
    ),
  ),
})).any;

describe("parseScenario, for any input", () => {
  it("never throws, and only returns scenarios with known systems and unique ids", () => {
    fc.assert(
      fc.property(nearScenario, (input) => {
        const { scenario, problems } = parseScenario(input, CATALOG_IDS);
        if (!scenario) return problems.length > 0;
        ScenarioSchema.parse(scenario);
        const known = new Set([...CATALOG_IDS, ...scenario.customSystems.map((system) => system.id)]);
        const ids = scenario.launchPoints.map((point) => point.id);
        return (
          new Set(ids).size === ids.length &&
          scenario.launchPoints.every(
            (point) =>
              new Set(point.systems).size === point.systems.length && point.systems.every((ref) => known.has(ref)),
          )
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("never throws on any text, and has a message for every problem", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          nearScenario.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const { problems } = parseScenarioText(text, CATALOG_IDS);
          // Formatting a message throws if one of its values is missing.
          return (
            inWords(problems).length === problems.length &&
            problems.every(({ code }) => Object.hasOwn(en, `problem.${code}`))
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("round-trips a valid scenario through text", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { scenario: parsed, problems } = parseScenarioText(JSON.stringify(scenario), CATALOG_IDS);
        expect(problems).toEqual([]);
        expect(parsed).toEqual(scenario);
        expect(JSON.stringify(parseScenario(parsed, CATALOG_IDS).scenario)).toBe(JSON.stringify(parsed));
      }),
      { numRuns: 300 },
    );
  });
});
