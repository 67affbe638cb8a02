import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLinkHash, toLinkHash } from "../../src/scenario/link.ts";
import { parseCoordinates } from "../../src/input/coordinates/coordinates.ts";
import { type ParsedScenario, parseScenario, parseScenarioText } from "../../src/scenario/parseScenario.ts";
import { ScenarioSchema } from "../../src/scenario/scenario.ts";
import { restoreState } from "../../src/state/restoreState.ts";
import { scenario } from "../scenario/arbitraries.ts";
import { expectSayable, fuzz, nasty, mutatedJson, mutatedText, SYSTEM_IDS, TEST_TIMEOUT_MS } from "./fuzz.ts";

/** The result must be a valid scenario, or none and a problem. */
function expectSound({ scenario: read, problems }: ParsedScenario): void {
  expectSayable(problems);
  if (read) expect(ScenarioSchema.safeParse(read).success).toBe(true);
  else expect(problems).not.toHaveLength(0);
}

const POSITIONS = [
  "50.4501, 30.5234",
  "50°27′0.4″N 30°31′24″E",
  "N 50 27.006 E 030 31.404",
  "36U UA 24500 91400",
  "36N 324500 5591400",
  "geo:50.45,30.52;u=35",
  "https://www.google.com/maps/@50.45,30.52,12z",
  "https://www.openstreetmap.org/#map=7/48.54/31.17",
  "POINT(30.52 50.45)",
  "+5027.006+03031.404/",
  "50,4501; 30,5234",
  "50.4501 с. ш. 30.5234 в. д.",
  "50,45° vĩ bắc 30,52° kinh đông",
  "50.45°N",
  "95, 30",
];

const good = fc.sample(scenario, { numRuns: 12, seed: 7 });
const hashes = good.flatMap((item) => {
  const link = toLinkHash(item);
  return "hash" in link ? [link.hash] : [];
});

describe("scenario", () => {
  test(
    "a scenario with arbitrary parts",
    () => fuzz(mutatedJson(scenario), (input) => expectSound(parseScenario(input, SYSTEM_IDS))),
    TEST_TIMEOUT_MS,
  );
  test(
    "any JSON",
    () => fuzz(fc.jsonValue(), (input) => expectSound(parseScenario(input, SYSTEM_IDS))),
    TEST_TIMEOUT_MS,
  );
  test(
    "a saved file with mutated text",
    () =>
      fuzz(mutatedText(...good.map((item) => JSON.stringify(item, null, 2))), (text) =>
        expectSound(parseScenarioText(text, SYSTEM_IDS)),
      ),
    TEST_TIMEOUT_MS,
  );
});

describe("link", () => {
  const check = (hash: string) => {
    const parsed = parseLinkHash(hash, SYSTEM_IDS);
    if (parsed) expectSound(parsed);
  };
  test("a mutated link", () => fuzz(mutatedText(...hashes), check), TEST_TIMEOUT_MS);
  test(
    "any hash",
    () =>
      fuzz(
        fc
          .tuple(
            fc.constantFrom("#s1.", "s1.", "#s0.", "#s9.", "#s1.AAAA", "#"),
            fc.oneof(fc.base64String(), fc.string({ unit: "binary" })),
          )
          .map((parts) => parts.join("")),
        check,
      ),
    TEST_TIMEOUT_MS,
  );
});

describe("coordinates", () => {
  const check = (text: string) => {
    const read = parseCoordinates(text);
    if (!read) return;
    if ("problem" in read) return expectSayable([read.problem]);
    for (const { lngLat } of read.other ? [read, read.other] : [read]) {
      expect(Math.abs(lngLat[0])).toBeLessThanOrEqual(180);
      expect(Math.abs(lngLat[1])).toBeLessThanOrEqual(90);
    }
  };
  test("a mutated position", () => fuzz(mutatedText(...POSITIONS), check), TEST_TIMEOUT_MS);
  test(
    "any text, and any combination of words",
    () =>
      fuzz(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 3000 }),
          fc.array(nasty, { maxLength: 20 }).map((words) => words.join(" ")),
        ),
        check,
      ),
    TEST_TIMEOUT_MS,
  );
});

describe("stored state", () => {
  const check = (text: string) => {
    const kept = new Map([["range-rings.autosave", text]]);
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage;
    const { state, problems } = restoreState(storage, SYSTEM_IDS);
    expectSayable(problems);
    if (state.content) expect(ScenarioSchema.safeParse({ ...state.content, view: state.view }).success).toBe(true);
    for (const id of state.lastSystems ?? []) expect(SYSTEM_IDS).toContain(id);
    // A state that could not be used is set aside completely.
    if (problems.length > 0) expect(kept.get("range-rings.autosave.damaged")).toBe(text);
  };
  const stored = fc.record({
    scenario,
    lastSystems: fc.constant(["atacms"]),
    theme: fc.constant("dark"),
    letterKeys: fc.boolean(),
  });
  test(
    "a state with arbitrary parts",
    () => fuzz(mutatedJson(stored), (value) => check(JSON.stringify(value) ?? "")),
    TEST_TIMEOUT_MS,
  );
  test(
    "a state that is truncated or mutated",
    () => fuzz(mutatedText(...good.map((item) => JSON.stringify({ scenario: item }))), check),
    TEST_TIMEOUT_MS,
  );
});
