import * as fc from "fast-check";
import { expect } from "vitest";
import en from "../../src/i18n/messages/en.json";
import { createTranslate, isMessageId } from "../../src/i18n/messages.ts";
import { readCatalog } from "../../src/catalog/readCatalog.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import type { Problem } from "../../src/scenario/problem.ts";

/** The number of inputs for each entry point; `npm run fuzz` uses many more. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 2000);
/** The time limit for one input, with a margin for two busy cores. */
const MOST_MS = 3000;
/** The time limit for a test with all its inputs. */
export const TEST_TIMEOUT_MS = Math.max(120_000, RUNS * 60);

export const catalog = readCatalog();
export const SYSTEM_IDS = choicesOf(catalog).map(({ id }) => id);
const translate = createTranslate("en", en);

/** Tries an entry point with many inputs, the same ones each time. `check` throws if the result is invalid. */
export function fuzz<T>(input: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(
    fc.property(input, (value) => {
      const start = performance.now();
      check(value);
      expect(performance.now() - start, "milliseconds for one input").toBeLessThan(MOST_MS);
      expect(({} as Record<string, unknown>)["polluted"], "Object.prototype").toBeUndefined();
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: TEST_TIMEOUT_MS - 10_000 },
  );
}

/** Checks that every problem has a message. */
export function expectSayable(problems: Problem[]): void {
  for (const problem of problems) {
    const id = `problem.${problem.code}`;
    if (!isMessageId(en, id)) throw new Error(`no message ${id}`);
    expect(translate(id, problem.values)).not.toBe("");
  }
}

/** Texts that often break programs: formulas, markup, entities, paths, odd numbers and characters, built-in property names. */
const NASTY = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "]]>",
  "-->",
  "&amp;",
  "&#0;",
  "&lol9;",
  "=1+1",
  "@SUM(A1)",
  "+1",
  "-1",
  '"',
  "'",
  "\\",
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u202e",
  "\ufeff",
  "\ud800",
  "\u200b",
  "e\u0301",
  "1e309",
  "-0",
  "NaN",
  "Infinity",
  "0x10",
  "1e-400",
  "９０",
  "٣",
  "١٢",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "true",
  "{}",
  "[]",
  "{",
  "}",
  "[",
  "]",
  ",",
  ";",
  ":",
  "%",
  "%00",
  "%zz",
  "../../etc/passwd",
  "javascript:alert(1)",
  "data:text/html,x",
  "95",
  "181",
  "-91",
  "359.9999",
  "N",
  "S",
  "°",
  "′",
  "″",
];
export const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.integer().map(String),
  fc.double().map(String),
);

/** A change to a text or bytes: its position as a share of the length, the length removed, and the replacement. */
interface Change {
  kind: "cut" | "put" | "double" | "end" | "swap";
  at: number;
  length: number;
  text: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("cut" as const, "put" as const, "double" as const, "end" as const, "swap" as const),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 60 }),
  text: nasty,
});

function changeText(text: string, { kind, at, length, text: put }: Change): string {
  const from = Math.floor(at * text.length);
  if (kind === "end") return text.slice(0, from);
  const middle = {
    cut: "",
    put: put + text.slice(from, from + length),
    double: text.slice(from, from + length).repeat(2),
    swap: put,
  }[kind];
  return text.slice(0, from) + middle + text.slice(from + length);
}

/** Valid texts mutated in up to four places; some stay valid. */
export const mutatedText = (...samples: string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(changeText, text));

/** Valid files with up to four mutated bytes. */
export const mutatedBytes = (...samples: Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc.tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 })).map(([bytes, changes]) => {
    const binary = changes.reduce(changeText, Buffer.from(bytes).toString("latin1"));
    return Uint8Array.from(Buffer.from(binary, "latin1"));
  });

/** A JSON value with one or more parts replaced by unsuitable ones. */
export const mutatedJson = (sample: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      sample,
      fc.array(
        fc.tuple(fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 3 }), nasty, fc.double(), fc.constant(undefined))),
        { maxLength: 3 },
      ),
    )
    .map(([value, puts]) => puts.reduce((json, [at, put]) => replaceAt(json, at, put), structuredClone(value)));

/** Replaces the part with the given number, counting through the whole value. */
function replaceAt(json: unknown, at: number, put: unknown): unknown {
  const holders: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      holders.push([value as Record<string, unknown>, key]);
      walk(inner);
    }
  };
  walk(json);
  const chosen = holders[at % (holders.length || 1)];
  if (!chosen) return put;
  const [holder, key] = chosen;
  if (put === undefined) delete holder[key];
  else holder[key] = put;
  return json;
}
