import { describe, expect, it } from "vitest";
import {
  firstChoices,
  isDrawnByMap,
  layoutOf,
  type PictureChoices,
  SIDE_LIMITS,
  SIZES,
  zoomedBy,
} from "../../../src/ui/export/pictureChoices.ts";

const FIRST = firstChoices("light", "en", "mercator", { center: [31, 49], zoom: 4 });
const sized = (id: (typeof SIZES)[number]["id"]): PictureChoices => {
  const { width, height } = SIZES.find((size) => size.id === id)!;
  return { ...FIRST, sizeId: id, width, height };
};

describe("the sizes of a picture", () => {
  it.each([
    ["a4", 210, 297],
    ["a4-landscape", 297, 210],
    ["a3", 297, 420],
    ["a3-landscape", 420, 297],
  ])("%s has the size of ISO 216 at 300 dpi: %d × %d mm", (id, widthMm, heightMm) => {
    const { width, height } = SIZES.find((size) => size.id === id)!;
    expect([width, height]).toEqual([widthMm, heightMm].map((mm) => Math.round((mm / 25.4) * 300)));
  });

  it("are all within the limits for typed sizes", () => {
    for (const { width, height } of SIZES)
      for (const side of [width, height]) {
        expect(side).toBeGreaterThanOrEqual(SIDE_LIMITS.min);
        expect(side).toBeLessThanOrEqual(SIDE_LIMITS.max);
      }
  });

  it("start with the dialog's default", () => {
    expect(SIZES.find(({ id }) => id === FIRST.sizeId)).toMatchObject({ width: FIRST.width, height: FIRST.height });
  });

  it("share one layout if the aspect ratio is the same: a larger picture is only sharper", () => {
    expect(new Set([sized("wide"), sized("uhd"), sized("8k")].map(layoutOf))).toEqual(new Set([1600]));
    const [a4, a3] = [layoutOf(sized("a4")), layoutOf(sized("a3"))];
    expect(a3 / a4).toBeCloseTo(1, 2);
  });
});

describe("a picture is drawn by the live map's graphics", () => {
  it.each<[boolean, string, PictureChoices]>([
    [true, "as it first is", FIRST],
    [true, "up to 8K", sized("8k")],
    [true, "on a globe", { ...FIRST, projection: "globe" }],
    [false, "never for print, whose patterns are in vectors only", { ...FIRST, theme: "print" }],
    [false, "never on an azimuthal map", { ...FIRST, projection: "azimuthal-equidistant" }],
    [false, "never with a side that a GPU may refuse", { ...FIRST, width: 8193, height: 200 }],
    [false, "never past the pixels of 8K", { ...FIRST, width: 8000, height: 8000 }],
  ])("%s: %s", (drawn, _, choices) => {
    expect(isDrawnByMap(choices)).toBe(drawn);
  });
});

it("zooming the frame keeps its centre and respects the map's limits", () => {
  const view = { center: [31, 49] as [number, number], zoom: 4 };
  expect(zoomedBy(view, 0.5)).toEqual({ ...view, zoom: 4.5 });
  expect(zoomedBy(view, 99)).toEqual({ ...view, zoom: 9 });
  expect(zoomedBy(view, -99)).toEqual({ ...view, zoom: 0 });
});
