import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { colorOf, onDark, SPARE_COLORS, SYSTEM_COLORS } from "../../src/marks/palette.ts";
import { basemapPalette } from "../../src/map/basemapPalette.ts";
import { ciede2000, contrast, hueDeg, labOf, VISIONS } from "./colorVision.ts";

const colors = Object.values(SYSTEM_COLORS);
const pairs = Object.keys(SYSTEM_COLORS).flatMap((a, index, all) => all.slice(index + 1).map((b) => [a, b] as const));

/**
 * CIEDE2000 differences: 1 is barely visible side by side, 10 is visible at a glance. Since the lines are thin and not adjacent, two colours
 * must differ by 12 for dichromats and by 20 for everyone else.
 */
const LEAST = { dichromat: 12, trichromat: 20 };

describe("the measures", () => {
  it("contrast agrees with WCAG's own examples", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 9);
    // #767676 is known to be the lightest grey with sufficient contrast on white; the next one fails.
    expect(contrast("#767676", "#ffffff")).toBeGreaterThan(4.5);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
  });

  // From the test data of Sharma, Wu and Dalal 2005:
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1, 2], [50, 0, 0], 2.3669],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as [[number, number, number], [number, number, number], number][])(
    "CIEDE2000 of %j and %j is %d",
    (a, b, difference) => {
      expect(ciede2000(a, b)).toBeCloseTo(difference, 4);
      expect(ciede2000(b, a)).toBeCloseTo(difference, 4);
    },
  );

  it("red and green of equal lightness look the same to a deuteranope", () => {
    const difference = (vision: string) =>
      ciede2000(labOf("#b0552a", VISIONS[vision]!), labOf("#6f7a26", VISIONS[vision]!));
    expect(difference("deuteranopia")).toBeLessThan(6);
    expect(difference("trichromacy")).toBeGreaterThan(30);
  });
});

describe("the palette", () => {
  // A new system gets a spare colour until it has its own here.
  it("has a colour for every default system, and none for unknown systems", () => {
    const ids = new Set(catalog.systems.map((system) => system.id));
    expect(Object.keys(SYSTEM_COLORS)).toEqual(expect.arrayContaining(catalog.defaultSystems));
    expect(Object.keys(SYSTEM_COLORS).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each([...colors, ...SPARE_COLORS])("%s has enough contrast with a pill's white text", (color) => {
    expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...colors, ...SPARE_COLORS])("%s stands out from land and water, light and dark", (color) => {
    for (const ground of ["land", "water"] as const) {
      expect(contrast(color, basemapPalette.light[ground])).toBeGreaterThanOrEqual(3);
      expect(contrast(color, basemapPalette.print[ground])).toBeGreaterThanOrEqual(3);
      expect(contrast(onDark(color), basemapPalette.dark[ground])).toBeGreaterThanOrEqual(3);
    }
  });

  describe.each(Object.entries(VISIONS))("under %s", (name, vision) => {
    const least = name === "trichromacy" ? LEAST.trichromat : LEAST.dichromat;
    it.each(pairs)("%s and %s are distinguishable, light and dark", (a, b) => {
      for (const ink of [(color: string) => color, onDark]) {
        expect(ciede2000(labOf(ink(colorOf(a, 0)), vision), labOf(ink(colorOf(b, 0)), vision))).toBeGreaterThanOrEqual(
          least,
        );
      }
    });
  });

  it.each(pairs)("%s and %s stay apart in greyscale on white paper", (a, b) => {
    expect(contrast(colorOf(a, 0), colorOf(b, 0))).toBeGreaterThanOrEqual(1.12);
  });

  it("keeps ATACMS red and Tomahawk blue, light and dark", () => {
    for (const ink of [(color: string) => color, onDark]) {
      expect(Math.abs(hueDeg(ink(colorOf("atacms", 0))) - 32)).toBeLessThan(12);
      expect(Math.abs(hueDeg(ink(colorOf("tomahawk", 0))) - 280)).toBeLessThan(15);
    }
  });

  it("has a constant colour for any other system", () => {
    for (const position of [0, 1, 5, 6, 1000, -1]) {
      expect(SPARE_COLORS).toContain(colorOf("someone-elses", position));
      expect(colorOf("someone-elses", position)).toBe(colorOf("someone-elses", position));
    }
    expect(onDark("#000000")).toBe("#808080");
    expect(onDark("#ffffff")).toBe("#ffffff");
  });
});
