import { describe, expect, it } from "vitest";
import { measureFont } from "../../../src/picture/fonts/measureFont.ts";
import { buildComposition } from "../../../src/picture/layout/composition.ts";
import { keyCard } from "../../../src/picture/layout/keyCard.ts";
import { CORNERS, type MapElements, mapElementsOf, PLACES } from "../../../src/picture/layout/mapElements.ts";
import { layoutWidthOf } from "../../../src/picture/layout/pictureSize.ts";
import { SLOTS } from "../../../src/picture/layout/slots.ts";
import { TYPE_SCALES } from "../../../src/picture/layout/typeScale.ts";
import { wrapLabel } from "../../../src/picture/layout/wrapLabel.ts";
import { ringGroupOf } from "../../../src/marks/ring.ts";
import type { Figure } from "../../../src/figure/figure.ts";
import { parsedFigure, pointJson } from "../../samples.ts";
import { textsOf } from "../picture.ts";

const { figure, translate } = parsedFigure({
  title: "A title",
  launchPoints: [pointJson("p1", [30, 50], ["atacms", "patriot", "tomahawk"], "Kyiv")],
});
const common = { theme: "light", medium: "screen", type: TYPE_SCALES.screen, measure: measureFont, translate } as const;
const compose = (mapElements: Partial<MapElements> = {}, [width, height] = [800, 450], drawn = figure) =>
  buildComposition(drawn, { ...common, width, height, elements: mapElementsOf(drawn, mapElements) });
/** The cards in a frame, each at its own corner. */
const cardTexts = ({ cards }: ReturnType<typeof compose>) => cards.flatMap(([, card]) => textsOf(card.shapes(0, 0)));
const NOTHING = {
  title: null,
  subtitle: null,
  caption: null,
  legend: null,
  scale: null,
  locator: null,
  sources: null,
  illustrative: null,
  madeWith: null,
} as const;

describe("the layout of a picture", () => {
  it("can leave out everything except the credits", () => {
    const bare = compose(NOTHING);
    expect(
      textsOf(bare.shapes)
        .map(({ text }) => text)
        .join(" "),
    ).toBe(translate("credits.map"));
    expect(bare.cards).toEqual([]);
    expect(bare.frame[1]).toBe(0);
  });

  it.each(PLACES)("shows the credits and every source where they are wanted: %s", (place) => {
    const composition = compose({ title: place, sources: place, illustrative: place, credits: place, madeWith: place });
    const [left, top, right, bottom] = composition.frame;
    expect([left < right, top < bottom]).toEqual([true, true]);
    const corner = CORNERS.find((each) => each === place);
    if (corner) expect(composition.cards.map(([at]) => at)).toEqual([corner]);
    const texts = corner
      ? cardTexts(composition)
      : textsOf(composition.shapes).filter(({ y }) => (place === "above" ? y <= top : y >= bottom));
    const said = texts.map(({ text }) => text).join(" ");
    for (const words of ["A title", "Ranges:", translate("credits.map"), translate("illustrative")])
      expect(said).toContain(words);
    for (const { publisher } of figure.sources) expect(said).toContain(publisher);
  });

  it.each(CORNERS)("keeps the words of a card on it: %s", (place) => {
    for (const width of [320, 800]) {
      const { cards } = compose({ title: place, sources: place, credits: place, caption: place }, [width, 600]);
      expect(cards).toHaveLength(1);
      for (const [, card] of cards)
        for (const { x, y, text, size, weight } of textsOf(card.shapes(0, 0)))
          expect([
            x >= 0,
            y - size * 0.8 >= 0,
            x + measureFont(text, size, weight) <= card.width,
            y <= card.height,
          ]).toEqual([true, true, true, true]);
    }
  });

  it("puts the subtitle above the map and the user's caption below it by default", () => {
    const { figure: titled } = parsedFigure({
      title: "A title",
      subtitle: "A subtitle",
      caption: "A caption",
      launchPoints: [pointJson("p1", [30, 50], ["atacms"], "Kyiv")],
    });
    const placeOf = (mapElements: Partial<MapElements>, words: string) => {
      const { shapes, frame } = compose(mapElements, [800, 450], titled);
      const text = textsOf(shapes).find((each) => each.text.startsWith(words));
      return text ? (text.y < frame[1] ? "above" : text.y > frame[3] ? "below" : "map") : "nowhere";
    };
    expect([placeOf({}, "A subtitle"), placeOf({}, "A caption")]).toEqual(["above", "below"]);
    expect([placeOf({ subtitle: null }, "A subtitle"), placeOf({ caption: "above" }, "A caption")]).toEqual([
      "nowhere",
      "above",
    ]);
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

  it("keeps a map of at least 60 pixels in every slot, however long the texts are", () => {
    const long = parsedFigure({
      title: "A long title ".repeat(9),
      subtitle: "A long subtitle ".repeat(18),
      caption: "A long caption ".repeat(50),
      launchPoints: [pointJson("p1", [30, 50], ["atacms", "tomahawk", "patriot"], "Kyiv")],
    });
    for (const { id, width, height, layoutWidth } of SLOTS) {
      const { frame } = compose({}, [layoutWidth, (height * layoutWidth) / width], long.figure);
      expect([id, frame[3] - frame[1] >= 60]).toEqual([id, true]);
    }
  });
});

/** The groups of a system's rings, by which the map says which it could not name. */
const groupsOf = ({ legend }: Figure, id: string): string[] =>
  legend.flatMap(({ system, swatch }) =>
    system?.ref.startsWith(id) ? [ringGroupOf(system, swatch?.inks ?? system.inks)] : [],
  );

describe("the key", () => {
  const textsOfKey = (drawn: typeof figure, unnamed: ReadonlySet<string>, room = { width: 772, height: 450 }) =>
    textsOf(keyCard(drawn, unnamed, { ...common, room })?.shapes(0, 0) ?? []).map(({ text }) => text);

  it("says nothing if every ring is named on the map", () => {
    expect(keyCard(figure, new Set(), { ...common, room: { width: 772, height: 450 } })).toBeUndefined();
  });

  it("has a row with range and sources for each ring without a name on the map", () => {
    const all = new Set(["atacms", "patriot", "tomahawk"].flatMap((id) => [...groupsOf(figure, id)]));
    const said = textsOfKey(figure, all).join(" ");
    expect(said).toMatch(/ATACMS[⁰¹²³⁴-⁹\u2009]+ 300\u00A0km/);
    expect(said).toContain("Tomahawk");
    // After a unit, a source number would look like an exponent.
    expect(said).not.toMatch(/(km|mi)[⁰¹²³⁴-⁹]/);
  });

  it("never takes much more than its share of the picture, and counts the rows that it leaves out", () => {
    const customSystems = Array.from({ length: 60 }, (_, index) => ({
      id: `s${index}`,
      name: `${"long name ".repeat(10)}${index}`,
      rangeKm: { min: 10 + index, max: 10 + index },
    }));
    const ids = customSystems.map(({ id }) => id);
    const many = parsedFigure({ launchPoints: [pointJson("p1", [0, 0], ids)], customSystems }).figure;
    const all = new Set(ids.flatMap((id) => [...groupsOf(many, id)]));
    for (const room of [
      { width: 772, height: 450 },
      { width: 332, height: 423 },
    ]) {
      const key = keyCard(many, all, { ...common, room })!;
      expect(key.height).toBeLessThan(room.height * 0.5);
      expect(key.width).toBeLessThanOrEqual(room.width);
      expect(textsOfKey(many, all, room).some((text) => /more systems/.test(text))).toBe(true);
    }
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
