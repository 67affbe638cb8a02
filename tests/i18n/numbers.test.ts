import { convertLength } from "@turf/turf";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCoordinates } from "../../src/input/coordinates/coordinates.ts";
import { formatDate, formatMoment } from "../../src/i18n/dates.ts";
import { declineLength } from "../../src/i18n/declineLength.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { formatList } from "../../src/i18n/lists.ts";
import {
  formatLength,
  formatLengthRange,
  formatPairedRange,
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
  it("uses the same units as Turf", () => {
    const names = { km: "kilometers", mi: "miles", nmi: "nauticalmiles" } as const;
    for (const unit of ["km", "mi", "nmi"] as const)
      expect(KM_PER_UNIT[unit]).toBe(convertLength(1, names[unit], "kilometers"));
  });

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

  it("never allows a line break between number and unit", () => {
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

  it("is accurate to half a per cent, so that no ring is labelled with another's range", () => {
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
  it("writes the unit once, and equal ends as a single length", () => {
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

  it("separates with a comma and a space, which never occur in a number, so that lists use semicolons", () => {
    expect(formatLngLat([30.5234, 50.4501], "uk", 2)).toMatch(/^50,45°.*, 30,52°/);
    const [kyiv, odesa, lviv] = [
      [30.52, 50.45],
      [30.72, 46.48],
      [24.03, 49.84],
    ].map(([lng = 0, lat = 0]) => formatLngLat([lng, lat], "en", 2)) as [string, string, string];
    expect(formatList("en", [kyiv, odesa, lviv])).toBe(`${kyiv}; ${odesa} and ${lviv}`);
  });

  it("round-trips through parseCoordinates in every language", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (language, lng, lat) => {
          const read = parseCoordinates(formatLngLat([lng, lat], language));
          if (!read || "problem" in read) throw new Error(`${formatLngLat([lng, lat], language)} is not read`);
          expect(Math.abs(read.lngLat[0] - lng)).toBeLessThan(0.000051);
          expect(Math.abs(read.lngLat[1] - lat)).toBeLessThan(0.000051);
        },
      ),
    );
  });
});

describe("lengths in Ukrainian cases", () => {
  // The rules of Ukrainian numerals, independent of CLDR: the last word decides, 11 to 14 count as many, and fractions take the genitive.
  const formOf = (number: number): "one" | "few" | "many" | "fraction" => {
    if (!Number.isInteger(number)) return "fraction";
    const [last, lastTwo] = [number % 10, number % 100];
    if (lastTwo >= 11 && lastTwo <= 14) return "many";
    return last === 1 ? "one" : last >= 2 && last <= 4 ? "few" : "many";
  };
  const MILES = {
    nominative: { one: "миля", few: "милі", many: "миль", fraction: "милі" },
    genitive: { one: "милі", few: "миль", many: "миль", fraction: "милі" },
    accusative: { one: "милю", few: "милі", many: "миль", fraction: "милі" },
  } as const;
  const units = fc.constantFrom(["mi", ""] as const, ["nmi", "мор. "] as const);
  const cases = fc.constantFrom("nominative" as const, "genitive" as const, "accusative" as const);
  const lengths = fc.oneof(
    fc.integer({ min: 1, max: 12_000 }),
    fc.integer({ min: 11, max: 99 }).map((n) => n / 10),
  );

  it("agree with their number, in each case", () => {
    fc.assert(
      fc.property(lengths, units, cases, (number, [unit, adjective], grammaticalCase) => {
        const printed = number >= 10 ? Math.round(number) : number;
        const text = declineLength("uk", formatLength("uk", number * KM_PER_UNIT[unit], unit), grammaticalCase);
        expect(text).toBe(
          `${formatNumber("uk", printed, 1)}\u00A0${adjective}${MILES[grammaticalCase][formOf(printed)]}`,
        );
      }),
    );
  });

  it("follow the upper end of a range, and keep the text before it", () => {
    const range = formatLengthRange("uk", { min: 10 * 1.609344, max: 21 * 1.609344 }, "mi");
    expect(range).toBe("10–21\u00A0миля");
    expect(declineLength("uk", range, "genitive")).toBe("10–21\u00A0милі");
    expect(declineLength("uk", "Tomahawk 1\u00A0491\u00A0миля", "genitive")).toBe("Tomahawk 1\u00A0491\u00A0милі");
  });

  it("leave kilometres, other languages and other text unchanged", () => {
    fc.assert(
      fc.property(lengths, cases, (number, grammaticalCase) => {
        const km = formatLength("uk", number, "km");
        expect(km).toMatch(/\u00A0км$/);
        expect(declineLength("uk", km, grammaticalCase)).toBe(km);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.string(), cases, (language, text, grammaticalCase) => {
        expect(declineLength(language, text, grammaticalCase)).toBe(text);
      }),
    );
    expect(declineLength("en", "21\u00A0mi", "genitive")).toBe("21\u00A0mi");
  });
});

describe("formatList", () => {
  it.each([
    ["en", ["a"], "a"],
    ["en", ["a", "b"], "a and b"],
    ["en", ["a", "b", "c"], "a, b and c"],
    ["vi", ["a", "b", "c"], "a, b và c"],
    ["uk", ["a", "b", "c"], "a, b і c"],
    ["en", ["Kyiv", "Washington, D.C.", "Hanoi"], "Kyiv; Washington, D.C. and Hanoi"],
  ] as const)("%s %j", (language, items, text) => {
    expect(formatList(language, [...items])).toBe(text);
  });
});

describe("formatDate", () => {
  it.each([
    ["en", "2024-09-12", "12 September 2024"],
    ["en", "2023-10", "October 2023"],
    ["en", "2017", "2017"],
    ["uk", "2024-09-12", "12 вересня 2024"],
    ["uk", "2022-11", "листопад 2022"],
    ["uk", "2022", "2022"],
    ["vi", "2024-09-12", "12/9/2024"],
    ["vi", "2022-11", "tháng 11/2022"],
    ["vi", "2022", "2022"],
  ] as const)("%s %s: no more exact than it is known", (language, date, text) => {
    expect(formatDate(language, date).replaceAll(/[\u00A0\u202F]/g, " ")).toBe(text);
  });
});

describe("a range in two units", () => {
  it.each([
    ["en", 300, 300, "km", "300 km (186 mi)"],
    ["en", 2400, 2400, "km", "2,400 km (1,490 mi)"],
    ["en", 25, 30, "km", "25–30 km (16–19 mi)"],
    ["en", 306, 306, "mi", "190 mi (306 km)"],
    ["vi", 2400, 2400, "km", "2.400 km (1.490 dặm)"],
  ] as const)("%s: %d–%d km in %s", (language, min, max, unit, words) => {
    expect(formatPairedRange(language, { min, max }, unit).replaceAll("\u00a0", " ")).toBe(words);
  });
});

describe("formatMoment", () => {
  it.each([
    ["en", "25 November 2026, 14:05"],
    ["vi", "25/11/2026, 14:05"],
    ["uk", "25 листопада 2026, 14:05"],
  ] as const)("%s: the date as in the press, by the reader's clock", (language, text) => {
    expect(formatMoment(language, new Date(2026, 10, 25, 14, 5).getTime()).replaceAll(/[\u00A0\u202F]/g, " ")).toBe(
      text,
    );
  });
});
