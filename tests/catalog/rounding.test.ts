import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RangeFigure } from "../../src/catalog/catalog.ts";
import { areOneNumber, roundingOf } from "../../src/catalog/rounding.ts";

const KM_PER_UNIT = { km: 1, mi: 1.609344, nmi: 1.852 };

function printed(id: string, min: number, unit: "km" | "mi" | "nmi" = "km", max = min): RangeFigure {
  const toKm = (number: number) => Math.round(number * KM_PER_UNIT[unit]);
  return {
    id,
    rangeKm: { min: toKm(min), max: toKm(max) },
    qualifier: min === max ? "exact" : "range",
    launchMode: "ground",
    asPrinted: { min, max, unit },
    source: "S1",
    status: "seen_in_copy",
  };
}

describe("roundingOf", () => {
  it.each([
    ["190 mi and 300 km", printed("a", 190, "mi"), printed("b", 300), true],
    ["1,000 mi and 1,600 km", printed("a", 1000, "mi"), printed("b", 1600), true],
    ["350 mi and 560 km", printed("a", 350, "mi"), printed("b", 560), true],
    ["1,500 mi and 2,400 km", printed("a", 1500, "mi"), printed("b", 2400), true],
    ["150 mi and 250 km, 3.6 % apart", printed("a", 150, "mi"), printed("b", 250), false],
    ["1,500 mi and 2,500 km, 3.6 % apart", printed("a", 1500, "mi"), printed("b", 2500), false],
    ["2,450 km and 2,500 km, of one unit", printed("a", 2450), printed("b", 2500), false],
    ["2,460 km and 2,500 km, of one unit", printed("a", 2460), printed("b", 2500), false],
  ])("%s", (_, a, b, found) => {
    expect(roundingOf(a, "max", [a, b])?.id).toBe(found ? "b" : undefined);
  });

  it("returns the nearest candidate", () => {
    const [miles, far, near] = [printed("a", 190, "mi"), printed("far", 300), printed("near", 305)];
    expect(roundingOf(miles, "max", [far, miles, near])).toBe(near);
  });

  it("compares only the given end", () => {
    const [miles, km] = [printed("a", 900, "mi", 1500), printed("b", 1250, "km", 2400)];
    expect([roundingOf(miles, "min", [km]), roundingOf(miles, "max", [km])]).toEqual([undefined, km]);
  });

  it("finds any number rounded to two figures in another unit, if that changes it by at most 2 %", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), (miles) => {
        const exact = miles * KM_PER_UNIT.mi;
        const digits = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
        const rounded = Math.round(exact / digits) * digits;
        const [a, b] = [printed("a", miles, "mi"), printed("b", rounded)];
        const apart = Math.abs(a.rangeKm.max - rounded) / Math.min(a.rangeKm.max, rounded);
        return (roundingOf(a, "max", [b]) === b) === apart <= 0.02;
      }),
    );
  });
});

describe("areOneNumber", () => {
  it.each([
    ["one number in one unit", [printed("a", 300), printed("b", 300)], true],
    ["one number in two units", [printed("a", 1000, "mi"), printed("b", 1600)], true],
    ["two numbers in one unit, however near", [printed("a", 160), printed("b", 162)], false],
    ["three numbers in two units", [printed("a", 190, "mi"), printed("b", 300), printed("c", 303)], false],
    ["two numbers in two units, too far apart", [printed("a", 150, "mi"), printed("b", 250)], false],
    ["a printed range", [printed("a", 25, "km", 30)], false],
  ])("%s", (_, figures, one) => {
    expect(areOneNumber(figures)).toBe(one);
  });
});
