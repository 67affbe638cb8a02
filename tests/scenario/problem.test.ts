import { describe, expect, it } from "vitest";
import * as z from "zod";
import en from "../../src/i18n/messages/en.json";
import { PROBLEM_CODES, quoteValue, toPath, toProblems } from "../../src/scenario/problem.ts";
import { inWords } from "./words.ts";

describe("toPath", () => {
  it("uses JavaScript notation", () => {
    expect(toPath(["launchPoints", 2, "geometry", "coordinates", 1])).toBe("launchPoints[2].geometry.coordinates[1]");
    expect(toPath([0, "name"])).toBe("[0].name");
    expect(toPath([])).toBe("");
  });
});

describe("quoteValue", () => {
  it.each([
    [95, "95"],
    [Number.NaN, "NaN"],
    [undefined, "undefined"],
    [null, "null"],
    ["Kyiv", '"Kyiv"'],
    ["two\nlines", String.raw`"two\nlines"`],
    [{ min: 5, max: 4 }, '{"min":5,"max":4}'],
    [["a", 1], '["a",1]'],
  ])("%j", (value, text) => {
    expect(quoteValue(value)).toBe(text);
  });

  it("is at most 80 characters long", () => {
    expect(quoteValue("x".repeat(78))).toHaveLength(80);
    const cut = quoteValue("x".repeat(79));
    expect(cut).toHaveLength(78);
    expect(cut.endsWith("…")).toBe(true);
  });
});

describe("toProblems", () => {
  const reported = (schema: z.ZodType, input: unknown, prefix: PropertyKey[] = []) => {
    const { error } = schema.safeParse(input);
    return error ? inWords(toProblems(error, input, prefix)) : [];
  };

  it.each<[string, z.ZodType, unknown, string]>([
    ["an inclusive upper limit", z.number().max(10), 11, "11 is over the limit of 10"],
    ["an inclusive lower limit", z.number().min(2), 1, "1 is under the limit of 2"],
    ["an exclusive lower limit", z.number().gt(0), 0, "0 must be more than 0"],
    ["text that is too long", z.string().max(2), "abc", "has 3 items or characters; the limit is 2"],
    ["a list that is too short", z.array(z.number()).min(2), [1], "has 1 items or characters; at least 2 are needed"],
    ["a type", z.number(), "5", '"5" is of the wrong type; expected number'],
    ["a choice", z.enum(["km", "mi"]), "furlong", '"furlong" is not one of: km, mi'],
    [
      "a format with one of our codes",
      z.string().regex(/^[A-Z]{2}$/, "countryCode"),
      "ua",
      '"ua" is not a country code of two capital letters, such as UA',
    ],
    ["a format with an unknown message", z.string().regex(/^a$/, "hm"), "b", '"b" is not valid'],
    ["an unknown key", z.strictObject({}), { a: 1 }, '{"a":1} is not valid'],
  ])("%s", (_, schema, input, message) => {
    expect(reported(schema, input)).toEqual([message]);
  });

  it("reports the path from the root and the value at it", () => {
    const schema = z.object({ coordinates: z.tuple([z.number(), z.number().max(90)]) });
    expect(reported(schema, { coordinates: [0, 95] }, ["launchPoints", 3])).toEqual([
      "launchPoints[3].coordinates[1]: latitude 95 is outside −90…90",
    ]);
    expect(reported(schema, {}, ["launchPoints", 3])).toEqual([
      "launchPoints[3].coordinates: is missing; expected tuple",
    ]);
  });

  it("has a message for every code", () => {
    expect(PROBLEM_CODES.filter((code) => !Object.hasOwn(en, `problem.${code}`))).toEqual([]);
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
  });
});
