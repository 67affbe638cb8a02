import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate } from "../../src/i18n/dates.ts";
import {
  formatLength,
  formatLengthRange,
  formatLngLat,
  formatNumber,
  fromKm,
  KM_PER_UNIT,
} from "../../src/i18n/numbers.ts";

describe("formatNumber", () => {
  it.each([
    ["en", 2400, "2,400"],
    ["vi", 2400, "2.400"],
    ["uk", 2400, "2\u00A0400"],
    ["en", 10_000_000, "10,000,000"],
    ["uk", 999, "999"],
  ] as const)("%s %d", (language, value, text) => {
    expect(formatNumber(language, value)).toBe(text);
  });

  it("writes the decimal sign of the language", () => {
    expect(
      [formatNumber("en", 2.55, 1), formatNumber("vi", 2.55, 1), formatNumber("uk", 2.55, 1)].map((text) => text[1]),
    ).toEqual([".", ",", ","]);
  });
});

describe("fromKm", () => {
  // The international mile and nautical mile are exact by definition.
  it.each([
    ["km", 1],
    ["mi", 1.609344],
    ["nmi", 1.852],
  ] as const)("one %s is %d km", (unit, km) => {
    expect(KM_PER_UNIT[unit]).toBe(km);
    expect(fromKm(km * 300, unit)).toBeCloseTo(300, 9);
  });
});

describe("formatLength", () => {
  it.each([
    ["en", 2400, "km", "2,400\u00A0km"],
    ["vi", 2400, "km", "2.400\u00A0km"],
    ["uk", 2400, "km", "2\u00A0400\u00A0км"],
    ["en", 2400, "mi", "1,491\u00A0mi"],
    ["uk", 2400, "nmi", "1\u00A0296\u00A0мор. миль"],
    ["uk", 300, "mi", "186\u00A0миль"],
    ["uk", 2400, "mi", "1\u00A0491\u00A0миля"],
    ["uk", 35, "mi", "22\u00A0милі"],
    ["uk", 2.5, "mi", "1,6\u00A0милі"],
    ["uk", 250, "nmi", "135\u00A0мор. миль"],
    ["uk", 224, "nmi", "121\u00A0мор. миля"],
    ["en", 2.5, "km", "2.5\u00A0km"],
    ["en", 0.25, "km", "0.25\u00A0km"],
    ["en", 9.96, "km", "10\u00A0km"],
  ] as const)("%s %d %s", (language, km, unit, text) => {
    expect(formatLength(language, km, unit)).toBe(text);
  });

  it("never has a space at which a line may break between number and unit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("en" as const, "vi" as const, "uk" as const),
        fc.constantFrom("km" as const, "mi" as const, "nmi" as const),
        fc.double({ min: 0.01, max: 20_000, noNaN: true }),
        (language, unit, km) => {
          const text = formatLength(language, km, unit);
          return /^[\d.,\u00A0]+\u00A0(?:km|mi|nmi|dặm|hải lý|км|мил[яіь]|мор\. мил[яіь])$/.test(text);
        },
      ),
    );
  });

  it("keeps a length to within half a per cent, so that no ring is labelled with another's range", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 20_000, noNaN: true }),
        fc.constantFrom("km" as const, "mi" as const, "nmi" as const),
        (km, unit) => {
          const number = Number(formatLength("en", km, unit).split("\u00A0")[0]?.replaceAll(",", ""));
          expect(Math.abs((number * KM_PER_UNIT[unit]) / km - 1)).toBeLessThan(0.051);
          if (fromKm(km, unit) >= 100) expect(Math.abs((number * KM_PER_UNIT[unit]) / km - 1)).toBeLessThan(0.0051);
        },
      ),
    );
  });
});

describe("formatLengthRange", () => {
  it("names the unit once, and a range of one length as that length", () => {
    expect(formatLengthRange("en", { min: 25, max: 30 }, "km")).toBe("25–30\u00A0km");
    expect(formatLengthRange("uk", { min: 1250, max: 2400 }, "km")).toBe("1\u00A0250–2\u00A0400\u00A0км");
    expect(formatLengthRange("vi", { min: 250, max: 250 }, "km")).toBe("250\u00A0km");
  });
});

describe("formatLngLat", () => {
  it.each([
    [[30.5234, 50.4501], "50.4501°\u00A0N, 30.5234°\u00A0E"],
    [[-68.3, -54.8], "54.8°\u00A0S, 68.3°\u00A0W"],
    [[0, 0], "0°\u00A0N, 0°\u00A0E"],
    [[180, -90], "90°\u00A0S, 180°\u00A0E"],
  ] as const)("%j", (lngLat, text) => {
    expect(formatLngLat(lngLat)).toBe(text);
  });

  it("separates with a semicolon where the comma is the decimal sign", () => {
    expect(formatLngLat([30.5234, 50.4501], "uk", 2)).toMatch(/^50,45°.*; 30,52°/);
  });
});

describe("formatDate", () => {
  it.each([
    ["en", "2024-09-12", "12 September 2024"],
    ["en", "2023-10", "October 2023"],
    ["en", "2017", "2017"],
    ["uk", "2024-09-12", "12 вересня 2024 р."],
    ["vi", "2024-09-12", "12 tháng 9, 2024"],
  ] as const)("%s %s: no more exact than it is known", (language, date, text) => {
    expect(formatDate(language, date).replaceAll(/[\u00A0\u202F]/g, " ")).toBe(text);
  });
});
