import { describe, expect, it } from "vitest";
import { toLine } from "../../src/catalog/catalogProblem.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { deskRefsOf } from "../../src/catalog/withDesk.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { emptyScenario } from "../../src/scenario/emptyScenario.ts";
import { MAX_DESK_CHARACTERS, MAX_DESK_FIGURES, MAX_DESK_SYSTEMS } from "../../src/scenario/limits.ts";
import { parseDeskCatalog, readDesk } from "../../src/scenario/parseDeskCatalog.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { loadReadDesk, readNoDesk } from "../../src/scenario/readDesk.ts";
import { translates } from "../i18n/translates.ts";
import { problemMessage } from "../../src/scenario/problemMessage.ts";
import { desk, deskJson, deskText } from "./deskExample.ts";

const OURS = new Set(readCatalog().systems.map(({ id }) => id));
const SYSTEM_IDS = choicesOf(readCatalog()).map(({ id }) => id);

type Path = (string | number)[];
type Json = Record<string | number, unknown>;

/** The example with one value replaced. */
function withValue(path: Path, value: unknown): unknown {
  const json = deskJson();
  const owner = path.slice(0, -1).reduce<Json>((part, key) => part[key] as Json, json as unknown as Json);
  owner[path.at(-1) ?? ""] = value;
  return json;
}

const linesOf = (input: unknown): string[] => {
  const result = parseDeskCatalog("desk.json", input, OURS);
  return result.ok ? [] : result.problems.map(toLine);
};

const longLine = "x".repeat(600);
const deep = () => JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;

/** Each is the example with the fault that its name says. */
const HOSTILE: Record<string, [input: unknown, lines: string[]]> = {
  "no fault": [deskJson(), []],
  "unknown field": [
    withValue(["systems", 0, "warheadKg"], 400),
    ["desk.json: systems[0].warheadKg: 400 is in a field that the catalogue does not know"],
  ],
  "unknown field of the file": [
    withValue(["editor"], "me"),
    ['desk.json: editor: "me" is in a field that the catalogue does not know'],
  ],
  "wrong unit": [
    withValue(["systems", 0, "figures", 0, "asPrinted", "unit"], "ft"),
    ['desk.json: systems[0].figures[0].asPrinted.unit: "ft" should be one of km, mi, nmi'],
  ],
  "miles taken for kilometres": [
    withValue(["systems", 0, "figures", 0, "rangeKm"], { min: 300, max: 300 }),
    [
      "desk.json: systems[0].figures[0].rangeKm.min: 300 is not what the page prints: 300 mi is 483 km",
      "desk.json: systems[0].figures[0].rangeKm.max: 300 is not what the page prints: 300 mi is 483 km",
    ],
  ],
  "band over two classes": [
    withValue(["systems", 1, "bands", 0, "figures"], ["palisade-g1-aircraft", "palisade-g1-ballistic"]),
    [
      'desk.json: systems[1].bands[0].figures[1]: "palisade-g1-ballistic" is a figure with targetClass ballistic, in a band with targetClass aircraft (palisade-g1-aircraft); a band may not mix them',
      'desk.json: systems[1].bands[1].figures[0]: "palisade-g1-ballistic" is already in the band aircraft',
    ],
  ],
  "date of 2099": [
    withValue(["sources", 0, "date"], "2099-01-31"),
    ['desk.json: sources[0].date: "2099-01-31" is in the future'],
  ],
  "markup in a name": [
    withValue(["systems", 0, "names", "vi"], "<b>Kestrel</b>"),
    [
      'desk.json: systems[0].names.vi: "<b>Kestrel</b>" should be plain text, without markup, control characters or the signs < and >',
    ],
  ],
  "name that turns the direction of text": [
    withValue(["name"], "Gaz\u202ette"),
    ['desk.json: name: "Gaz\u202ette" should be plain text, without markup, control characters or the signs < and >'],
  ],
  "10,000 systems": [
    withValue(
      ["systems"],
      Array.from({ length: 10_000 }, () => deskJson().systems[0]),
    ),
    [`desk.json: systems: 10000 systems are more than the ${MAX_DESK_SYSTEMS} that a catalogue may have`],
  ],
  "10,000 figures": [
    withValue(
      ["systems", 0, "figures"],
      Array.from({ length: 10_000 }, () => deskJson().systems[0]?.figures[0]),
    ),
    [`desk.json: systems: 10005 figures are more than the ${MAX_DESK_FIGURES} that a catalogue may have`],
  ],
  "more text than a browser keeps": [
    withValue(
      ["systems", 0, "aka"],
      Array.from({ length: 2000 }, () => longLine),
    ),
    [
      `desk.json: ${JSON.stringify(desk).length - '"KST-1"'.length + 2000 * 603 - 1} characters are more than the ${MAX_DESK_CHARACTERS} that a catalogue may have`,
    ],
  ],
  "lists nested 50,000 deep in place of a name": [
    withValue(["systems", 0, "names"], deep()),
    ["desk.json: systems[0].names: an object that is not JSON should be an object"],
  ],
  "lists nested 50,000 deep in an unknown field": [
    withValue(["deep"], deep()),
    ["desk.json: deep: an object that is not JSON is in a field that the catalogue does not know"],
  ],
  "key of the prototype": [
    JSON.parse(deskText.replace('"name": ', '"__proto__": { "polluted": true }, "constructor": 1, "name": ')),
    [
      'desk.json: __proto__: {"polluted":true} is in a field that the catalogue does not know',
      "desk.json: constructor: 1 is in a field that the catalogue does not know",
    ],
  ],
  "key of the prototype in a system": [
    JSON.parse(deskText.replace('"id": "kestrel"', '"__proto__": [], "id": "kestrel"')),
    ["desk.json: systems[0].__proto__: [] is in a field that the catalogue does not know"],
  ],
  "system id used twice": [
    withValue(["systems", 1, "id"], "kestrel"),
    ['desk.json: systems[1].id: "kestrel" is used twice; it is already in desk.json'],
  ],
  "figure id used twice": [
    withValue(["systems", 0, "figures", 1, "id"], "kestrel-g1"),
    [
      'desk.json: systems[0].figures[1].id: "kestrel-g1" is used twice; it is already in desk.json',
      'desk.json: systems[0].bands[0].figures[1]: "kestrel-g2" is not the id of one of the figures',
    ],
  ],
  "source id used twice": [
    withValue(["systems", 1, "sources", 0, "id"], "G1"),
    [
      'desk.json: systems[1].sources[0].id: "G1" is used twice; it is already in desk.json',
      'desk.json: systems[1].figures[2].source: "G3" is not the id of one of the sources in this file',
    ],
  ],
  "system id of ours": [
    withValue(["systems", 0, "id"], "patriot"),
    ['desk.json: systems[0].id: "patriot" is the id of a system in the program\'s own catalogue; give yours another'],
  ],
  "source of ours": [
    withValue(["systems", 0, "figures", 0, "source"], "S71"),
    ['desk.json: systems[0].figures[0].source: "S71" is not the id of one of the sources in this file'],
  ],
  "article of ours": [
    withValue(["systems", 0, "articles"], ["000"]),
    ['desk.json: systems[0].articles[0]: "000" is not in data/articles.json'],
  ],
  "address that runs a program": [
    withValue(["sources", 0, "url"], "javascript:alert(1)"),
    ['desk.json: sources[0].url: "javascript:alert(1)" should be a web address, as in https://example.org/page'],
  ],
  "a language missing": [
    withValue(["systems", 0, "names"], { en: "Kestrel", vi: "Kestrel" }),
    ["desk.json: systems[0].names.uk: is missing; it should be text"],
  ],
  "no systems": [withValue(["systems"], []), ["desk.json: systems: [] should not be empty"]],
  "a list": [[], ["desk.json: [] is not a catalogue; it needs the fields name, systems and sources"]],
};

describe("parseDeskCatalog", () => {
  it.each(Object.entries(HOSTILE))("%s", (_, [input, lines]) => {
    const start = performance.now();
    expect(linesOf(input)).toEqual(lines);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(({} as Json)["polluted"]).toBeUndefined();
  });

  it("says each fault in the reader's language, with the value", () => {
    const result = parseDeskCatalog("desk.json", withValue(["sources", 0, "date"], "2099-01-31"), OURS);
    if (result.ok) expect.fail("accepted");
    expect(result.problems.map(({ words }) => words)).toEqual([
      { en: "is in the future", vi: "là thời điểm trong tương lai", uk: "ще не настало" },
    ]);
  });

  it("puts every value into every language's words", () => {
    const faults = Object.values(HOSTILE).flatMap(([input]) => {
      const result = parseDeskCatalog("desk.json", input, OURS);
      return result.ok ? [] : result.problems;
    });
    for (const { words } of faults)
      for (const language of LANGUAGES) {
        expect(words[language]).not.toMatch(/[{}]|undefined|\[object/);
        expect(words[language]).not.toBe("");
      }
    const ofTarget = faults.find(({ words }) => words.en.includes("may not mix"));
    expect(ofTarget?.words.uk).toContain("palisade-g1-aircraft");
  });
});

describe("a map that carries a catalogue", () => {
  const point = {
    id: "p1",
    name: "",
    geometry: { type: "Point" as const, coordinates: [30, 50] },
    systems: ["patriot", "desk:kestrel", "desk:kestrel/block-ii", "desk:palisade"],
  };
  const saved = (deskCatalog: unknown) => ({ ...emptyScenario(), launchPoints: [point], deskCatalog });

  it("opens as it was saved", () => {
    const { scenario, problems } = parseScenario(saved(deskJson()), SYSTEM_IDS, readDesk);
    expect(problems).toEqual([]);
    expect(scenario?.deskCatalog).toEqual(desk);
    expect(scenario?.launchPoints[0]?.systems).toEqual(point.systems);
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)), SYSTEM_IDS, readDesk).scenario).toEqual(scenario);
  });

  it("has each of its refs", () => {
    expect(deskRefsOf(desk)).toEqual(["desk:kestrel", "desk:kestrel/block-ii", "desk:palisade"]);
  });

  it("does not count the desk's systems of another map", () => {
    const { scenario, problems } = parseScenario(saved(undefined), [...SYSTEM_IDS, ...deskRefsOf(desk)], readDesk);
    expect(scenario?.launchPoints[0]?.systems).toEqual(["patriot"]);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "launchPoints[0].systems[1] unknownSystem",
      "launchPoints[0].systems[2] unknownSystem",
      "launchPoints[0].systems[3] unknownSystem",
    ]);
  });

  it("loses one system with a fault, and says so with field and value in each language", () => {
    const { scenario, problems } = parseScenario(
      saved(withValue(["systems", 0, "figures", 0, "qualifier"], "at least")),
      SYSTEM_IDS,
      readDesk,
    );
    expect(scenario?.deskCatalog?.systems.map(({ id }) => id)).toEqual(["palisade"]);
    expect(scenario?.launchPoints[0]?.systems).toEqual(["patriot", "desk:palisade"]);
    const [first] = problems;
    expect(first?.path).toBe("deskCatalog.systems[0].figures[0].qualifier");
    expect(LANGUAGES.map((language) => first && problemMessage(first, translates[language]))).toEqual([
      '"at least" should be one of exact, about, up-to, about-up-to, more-than, range, reported',
      '"at least" phải là một trong: exact, about, up-to, about-up-to, more-than, range, reported',
      '"at least" має бути одним із: exact, about, up-to, about-up-to, more-than, range, reported',
    ]);
  });

  it.each([null, 7, "x", [], {}, { systems: {} }, { name: "x", systems: [null] }])(
    "opens without a catalogue that is none: %j",
    (deskCatalog) => {
      const { scenario, problems } = parseScenario(saved(deskCatalog), SYSTEM_IDS, readDesk);
      expect(scenario?.deskCatalog).toBeUndefined();
      expect(scenario?.launchPoints[0]?.systems).toEqual(["patriot"]);
      expect(problems[0]?.path).toMatch(/^deskCatalog/);
    },
  );

  it("says so where the check of catalogues could not be loaded", () => {
    expect(parseScenario(saved(deskJson()), SYSTEM_IDS).problems[0]).toEqual({
      path: "deskCatalog",
      code: "deskUnread",
      values: {},
    });
  });

  it("is what a worker is started for, and no other map", async () => {
    for (const other of ["{}", "", null, undefined, {}, 7, emptyScenario()])
      expect(await loadReadDesk(other)).toBe(readNoDesk);
  });
});
