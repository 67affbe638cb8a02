import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { formatDate } from "../../src/i18n/dates.ts";
import { formatNumber } from "../../src/i18n/numbers.ts";
import { parseNumber, readNumberBothWays } from "../../src/i18n/parseNumber.ts";

describe("a number as people type it", () => {
  test.each([
    ["2,400", "en", 2400],
    ["2.400", "vi", 2400],
    ["2 400", "uk", 2400],
    ["2.400", "uk", 2400],
    ["2,400", "vi", 2.4],
    ["2.5", "vi", 2.5],
    ["2,5", "en", 2.5],
    ["2.400,5", "vi", 2400.5],
    ["1,234,567", "en", 1_234_567],
    [" 300 ", "en", 300],
  ] as const)("%j in %s is %d", (text, language, value) => expect(parseNumber(text, language)).toBe(value));

  test.each(["", "abc", "-5", "1e3", "12,34,5", "3 km", "∞", "NaN", "0x10"])("%j is not a number", (text) =>
    expect(parseNumber(text, "en")).toBeNaN(),
  );

  test("reads back what formatNumber writes", () => {
    for (const language of LANGUAGES) {
      for (const value of [0.5, 12.345, 300, 1609.344, 20_000])
        expect(parseNumber(formatNumber(language, value, 3), language)).toBe(value);
    }
  });
});

describe("a date with the precision that is known", () => {
  test.each([
    ["en", "2017", "2017"],
    ["en", "2023-10", "October 2023"],
    ["en", "2024-09-12", "12 September 2024"],
    ["vi", "2023-10", "tháng 10/2023"],
    ["uk", "2023-10", "жовтень 2023"],
    ["uk", "2024-09-12", "12 вересня 2024"],
  ] as const)("%s: %s is %s", (language, date, words) =>
    expect(formatDate(language, date).replaceAll("\u00A0", " ")).toBe(words),
  );
});

describe("a number by both conventions", () => {
  test.each([
    ["1,500", { ".": 1500, ",": 1.5 }],
    ["1.500", { ".": 1.5, ",": 1500 }],
    ["0,500", { ",": 0.5 }],
    ["1.500,5", { ",": 1500.5 }],
    ["1,234,567", { ".": 1_234_567 }],
    ["1 500", { ".": 1500, ",": 1500 }],
    ["1’500.5", { ".": 1500.5 }],
    ["３００", { ".": 300, ",": 300 }],
    ["12 34", {}],
    ["1,50,000", {}],
    ["-5", {}],
  ])("%j", (text, readings) => expect(readNumberBothWays(text)).toEqual(readings));
});
