import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandFiguresOf, bandsOf, headlineBandOf } from "../../src/catalog/bands.ts";
import { catalog, type RangeFigure, type System } from "../../src/catalog/catalog.ts";
import { findSystem } from "../../src/catalog/lookups.ts";
import { QUALIFIERS } from "../../src/catalog/vocabulary.ts";

const system = (id: string) => findSystem(catalog, id) ?? expect.fail(`no system ${id}`);

function systemOf(figures: Pick<RangeFigure, "rangeKm" | "qualifier" | "outlier">[]): System {
  const full = figures.map((figure, index): RangeFigure => ({
    id: `f${index}`,
    launchMode: "ground",
    asPrinted: { ...figure.rangeKm, unit: "km" },
    source: "S1",
    status: "seen_in_copy",
    ...figure,
  }));
  return {
    ...system("atacms"),
    variants: [],
    headlines: ["f0"],
    figures: full,
    bands: [{ id: "b", figures: full.map(({ id }) => id) }],
  };
}

const km = (min: number, max = min) => ({ min, max });

describe("bandsOf", () => {
  it("names the figures at both ends", () => {
    expect(bandsOf(system("scalp-eg"))).toEqual([
      {
        id: "scalp-eg",
        launchMode: "air",
        low: {
          km: 250,
          figures: [
            "scalp-eg-article-000",
            "scalp-eg-s57",
            "scalp-eg-s61",
            "scalp-eg-s62",
            "scalp-eg-s63",
            "scalp-eg-s11",
            "scalp-eg-s12-export",
            "scalp-eg-s14-export",
          ],
        },
        high: { km: 560, figures: ["scalp-eg-s14-family"] },
        openEnded: false,
        oneNumber: false,
      },
    ]);
  });

  it("leaves an outlier out unless requested", () => {
    expect(headlineBandOf(system("nasams"))?.high.km).toBe(50);
    expect(headlineBandOf(system("nasams"), { outliers: true })?.high).toEqual({ km: 160, figures: ["nasams-s81"] });
  });

  it("never merges Patriot's target classes, not even for a variant", () => {
    expect(
      bandsOf(system("patriot"), { variant: "pac-3" }).map(({ targetClass, low, high }) => [
        targetClass,
        low.km,
        high.km,
      ]),
    ).toEqual([
      ["ballistic", 40, 40],
      ["any", 45, 45],
    ]);
  });

  it("never merges figures for submarine launch with figures for ship launch", () => {
    expect(bandsOf(system("tomahawk")).map(({ launchMode }) => launchMode)).toEqual([
      "unstated",
      "submarine",
      "ship",
      "ship-or-submarine",
      "ground-or-ship",
    ]);
  });

  it("selects the band of the headline figure of the system or variant", () => {
    expect(headlineBandOf(system("patriot"))?.id).toBe("patriot-aircraft");
    expect(headlineBandOf(system("patriot"), { variant: "pac-3-mse" })?.id).toBe("patriot-ballistic");
    expect(headlineBandOf(system("atacms"), { variant: "sent-2023" })).toMatchObject({
      low: { km: 160 },
      high: { km: 165 },
    });
  });

  it("names the figure of which an end may be a conversion", () => {
    expect(bandsOf(system("atacms"))[0]?.high).toEqual({
      km: 306,
      figures: ["atacms-s55"],
      roundingOf: "atacms-article-000",
    });
    // 350 mi is 563 km, which two pages print as 560 km.
    expect(bandsOf(system("storm-shadow"))[0]?.high).toMatchObject({ km: 563, roundingOf: "storm-shadow-s60" });
    // 150 mi is 241 km, which differs from 250 km by 3.6 % and so is not a rounding.
    expect(bandsOf(system("storm-shadow"))[0]?.low).toEqual({ km: 241, figures: ["storm-shadow-s56"] });
  });

  it('is open-ended if a source says "more than" the highest number, and not if another number is higher', () => {
    expect(
      bandsOf(
        systemOf([
          { rangeKm: km(200), qualifier: "exact" },
          { rangeKm: km(250), qualifier: "more-than" },
        ]),
      )[0]?.openEnded,
    ).toBe(true);
    expect(
      bandsOf(
        systemOf([
          { rangeKm: km(250), qualifier: "more-than" },
          { rangeKm: km(560), qualifier: "exact" },
        ]),
      )[0]?.openEnded,
    ).toBe(false);
    expect(bandsOf(system("storm-shadow"))[0]?.openEnded).toBe(false);
  });

  it("has no band if every figure is an outlier", () => {
    expect(bandsOf(systemOf([{ rangeKm: km(9), qualifier: "about", outlier: true }]))).toEqual([]);
  });

  const anyFigure = fc.record({
    rangeKm: fc
      .tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 900 }))
      .map(([min, more]) => km(min, min + more)),
    qualifier: fc.constantFrom(...QUALIFIERS),
  });

  it("contains every figure, and its ends equal the figures that it names", () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { minLength: 1, maxLength: 12 }), (figures) => {
        const drawn = systemOf(figures);
        const [band] = bandsOf(drawn);
        if (band === undefined) return false;
        const byId = new Map(bandFiguresOf(drawn, "b").map((figure) => [figure.id, figure]));
        return (
          byId.size === figures.length &&
          figures.every(({ rangeKm }) => rangeKm.min >= band.low.km && rangeKm.max <= band.high.km) &&
          band.low.figures.every((id) => byId.get(id)?.rangeKm.min === band.low.km) &&
          band.high.figures.every((id) => byId.get(id)?.rangeKm.max === band.high.km)
        );
      }),
    );
  });
});
