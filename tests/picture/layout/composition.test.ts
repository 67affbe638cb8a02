import { describe, expect, it } from "vitest";
import { buildComposition } from "../../../src/picture/layout/composition.ts";
import { CORNERS, type MapElements, PLACES } from "../../../src/picture/layout/mapElements.ts";
import { measureFont } from "../../../src/picture/fonts/measureFont.ts";
import { layoutWidthOf } from "../../../src/picture/layout/pictureSize.ts";
import { wrapLabel } from "../../../src/picture/layout/wrapLabel.ts";
import { parsedFigure, pointJson } from "../../samples.ts";

const { figure, translate } = parsedFigure({
  title: "A title",
  launchPoints: [pointJson("p1", [30, 50], ["atacms", "patriot", "tomahawk"], "Kyiv")],
});
const compose = (mapElements: Partial<MapElements> = {}, [width, height] = [1600, 900], drawn = figure) =>
  buildComposition(drawn, {
    width,
    height,
    latitude: 50,
    zoom: 4,
    theme: "light",
    measure: measureFont,
    translate,
    mapElements,
  });
const textsOf = (composition: ReturnType<typeof compose>) =>
  composition.shapes.flatMap((shape) => (shape.type === "text" ? [shape.text] : []));

describe("the layout of a picture", () => {
  it("can leave out everything except the credits", () => {
    const bare = compose({
      title: null,
      subtitle: null,
      caption: null,
      legend: null,
      scale: null,
      north: null,
      sources: null,
      illustrative: null,
      madeWith: null,
    });
    expect(textsOf(bare).join(" ")).toBe(translate("credits.map"));
    expect(bare.obstacles).toEqual([]);
    expect(bare.frame[1]).toBe(0);
  });

  it.each(["top-left", "top-right", "bottom-left", "bottom-right"] as const)(
    "stacks cards in the same corner (%s)",
    (corner) => {
      const { obstacles, frame } = compose({ legend: corner, scale: corner, north: corner });
      expect(obstacles).toHaveLength(3);
      for (const [index, [left, top, right, bottom]] of obstacles.entries()) {
        expect([left >= 0, top >= 0, right <= frame[2], bottom <= frame[3] - frame[1]]).toEqual([
          true,
          true,
          true,
          true,
        ]);
        for (const other of obstacles.slice(index + 1))
          expect(left < other[2] && right > other[0] && top < other[3] && bottom > other[1]).toBe(false);
      }
    },
  );

  it.each(PLACES)("puts texts in the requested position: %s", (place) => {
    const composition = compose({
      title: place,
      caption: place,
      sources: place,
      illustrative: place,
      credits: place,
      madeWith: place,
    });
    const [left, top, right, bottom] = composition.frame;
    const texts = composition.shapes.flatMap((shape) => (shape.type === "text" ? [shape] : []));
    const isOnMap = CORNERS.some((corner) => corner === place);
    for (const words of [
      "A title",
      "Published ranges",
      "Ranges:",
      translate("credits.map"),
      translate("illustrative"),
    ]) {
      const text = texts.find((shape) => shape.text.includes(words.slice(0, 20)));
      expect(text, words).toBeDefined();
      if (!text) continue;
      if (place === "above") expect(text.y).toBeLessThanOrEqual(top);
      else if (place === "below") expect(text.y).toBeGreaterThanOrEqual(bottom);
      else {
        expect([text.y > top, text.y < bottom, text.x > left, text.x < right]).toEqual([true, true, true, true]);
        expect(text.x < right / 2).toBe(place.endsWith("left"));
        expect(text.y < (top + bottom) / 2).toBe(place.startsWith("top"));
      }
    }
    expect(composition.obstacles).toHaveLength(isOnMap ? 4 : 3);
    for (const [index, [x0, y0, x1, y1]] of composition.obstacles.entries()) {
      for (const other of composition.obstacles.slice(index + 1))
        expect(x0 < other[2] && x1 > other[0] && y0 < other[3] && y1 > other[1]).toBe(false);
    }
  });

  it("puts the subtitle above the map and the caption below it by default", () => {
    const { figure: titled } = parsedFigure({
      title: "A title",
      subtitle: "A subtitle",
      launchPoints: [pointJson("p1", [30, 50], ["atacms"], "Kyiv")],
    });
    const heightOf = (mapElements: Partial<MapElements>, words: string) => {
      const { shapes, frame } = compose(mapElements, [1600, 900], titled);
      const text = shapes.find((shape) => shape.type === "text" && shape.text.startsWith(words));
      return text?.type === "text" ? (text.y < frame[1] ? "above" : text.y > frame[3] ? "below" : "map") : "nowhere";
    };
    expect([heightOf({}, "A subtitle"), heightOf({}, "Published")]).toEqual(["above", "below"]);
    expect([heightOf({ subtitle: null }, "A subtitle"), heightOf({ caption: "above" }, "Published")]).toEqual([
      "nowhere",
      "above",
    ]);
  });

  it("marks each source in the legend with its number", () => {
    const texts = textsOf(compose());
    expect(texts.some((text) => /^ATACMS¹(\u00A0[²³⁴⁵])*$/.test(text))).toBe(true);
    // After a unit, a source number would look like an exponent.
    expect(texts.filter((text) => /(km|mi)[⁰¹²³⁴-⁹]/.test(text))).toEqual([]);
    expect(texts.join(" ")).toContain("Launch points are illustrative.");
  });

  it.each([
    [320, 320],
    [16_384, 16_384],
    [200, 3000],
    [3000, 200],
    [1080, 1920],
  ])("keeps a map in %s × %s", (width, height) => {
    const layout = layoutWidthOf(width, height);
    const { frame } = compose({}, [layout, (height * layout) / width]);
    expect(frame[3] - frame[1]).toBeGreaterThanOrEqual(30);
  });

  it("never makes the legend larger than the map", () => {
    const customSystems = Array.from({ length: 60 }, (_, index) => ({
      id: `s${index}`,
      name: `${"long name ".repeat(10)}${index}`,
      rangeKm: { min: 10 + index, max: 10 + index },
    }));
    const many = parsedFigure({
      launchPoints: [
        pointJson(
          "p1",
          [0, 0],
          customSystems.map((system) => system.id),
        ),
      ],
      customSystems,
    });
    const { obstacles, frame } = compose({}, [1200, 700], many.figure);
    for (const [left, top, right] of obstacles)
      expect([left >= 0, top >= 0, right <= frame[2]]).toEqual([true, true, true]);
    expect(textsOf(compose({}, [1200, 700], many.figure)).some((text) => text.includes("more systems"))).toBe(true);
  });
});

describe("breaking a name into lines", () => {
  const measure = (text: string) => text.length;
  it("makes lines of similar length", () => {
    expect(wrapLabel("United Kingdom", 8, measure)).toEqual(["United", "Kingdom"]);
    expect(wrapLabel("Bosnia and Herzegovina", 12, measure)).toEqual(["Bosnia and", "Herzegovina"]);
    expect(wrapLabel("France", 3, measure)).toEqual(["France"]);
    expect(wrapLabel("Guinea-Bissau", 8, measure)).toEqual(["Guinea-", "Bissau"]);
  });
});

it("says in the legend if bands are left out", () => {
  const of = (points: number) => {
    const drawn = parsedFigure({
      launchPoints: Array.from({ length: points }, (_, index) => pointJson(`p${index}`, [index / 10, 10], ["atacms"])),
    });
    return textsOf(compose({}, [1600, 900], drawn.figure)).filter((text) => /^(Dashed|Too many)/.test(text));
  };
  expect(of(2)).toEqual(["Dashed: lowest and highest published figures"]);
  expect(of(301)).toEqual(["Too many rings to draw the lowest and highest published figures as well"]);
});
