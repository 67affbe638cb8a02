import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { highlightMark } from "../../src/marks/highlight.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import { createCountries, type WorldTopology } from "../../src/marks/shapes/countries.ts";
import { NO_SHAPES } from "../../src/marks/shapes/shapeSource.ts";
import { createSyncShapes } from "../../src/marks/shapes/syncShapes.ts";
import type { Highlight } from "../../src/scenario/notes.ts";
import { toAltText } from "../../src/picture/scene/altText.ts";
import { catalog, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

const world = JSON.parse(
  readFileSync(new URL("../../public/basemap/world-50m.json", import.meta.url), "utf8"),
) as WorldTopology;
const shapes = createSyncShapes(createCountries(world));
const draw = (highlights: Highlight[], source = shapes) =>
  buildFigure(catalog, { ...scenarioOf([]), highlights }, translates.en, source);
const itemsIn = (figure: ReturnType<typeof draw>) => itemsOf(figure.marks, highlightMark);
const latitudesOf = (code: string) =>
  itemsIn(draw([{ id: "h1", countries: [code], tint: "sand" }])).flatMap(({ shape }) =>
    shape.coordinates.flat(2).map(([, lat = 0]) => lat),
  );

describe("a highlighted country", () => {
  it("is tinted with all of its parts", () => {
    // Hawaii and Alaska.
    expect(Math.min(...latitudesOf("US"))).toBeLessThan(20);
    expect(Math.max(...latitudesOf("US"))).toBeGreaterThan(70);
  });

  it("is waited for while its outline loads, and not if there is no such country", () => {
    const highlights: Highlight[] = [{ id: "h1", countries: ["UA", "XX"], tint: "sand" }];
    expect(draw(highlights, NO_SHAPES).pending).toBe(true);
    const figure = draw(highlights);
    expect(figure.pending).toBe(false);
    expect(itemsIn(figure).map(({ code }) => code)).toEqual(["UA"]);
  });

  it("is named by the legend if the user wants it, and by the alternative text in any case", () => {
    const plain = draw([{ id: "h1", countries: ["PL", "UA"], tint: "sand" }]);
    expect(plain.legend).toEqual([]);
    expect(toAltText(plain, translates.en)).toContain("Highlighted: Poland and Ukraine");
    const labelled = draw([{ id: "h1", countries: ["PL", "UA"], tint: "sand", highlightLabel: "Hosts" }]);
    expect(labelled.legend.map(({ name }) => name)).toEqual(["Hosts"]);
  });

  it("may be in two groups, each a row of its own", () => {
    const figure = draw([
      { id: "h1", countries: ["PL"], tint: "sand", highlightLabel: "A" },
      { id: "h2", countries: ["PL", "UA"], tint: "sage", highlightLabel: "B" },
    ]);
    expect(figure.legend.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(new Set(itemsIn(figure).map(({ id }) => id)).size).toBe(3);
  });
});
