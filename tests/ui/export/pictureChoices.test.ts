import { describe, expect, it } from "vitest";
import { SLOTS } from "../../../src/picture/layout/slots.ts";
import { TYPE_SCALES } from "../../../src/picture/layout/typeScale.ts";
import {
  firstChoices,
  layoutOf,
  MM_LIMITS,
  type PictureChoices,
  SIDE_LIMITS,
  toMm,
  toPixels,
  zoomedBy,
} from "../../../src/ui/export/pictureChoices.ts";

const FIRST = firstChoices("light", "en", "mercator");
const slotOf = (id: string) => SLOTS.find((slot) => slot.id === id)!;
const sized = (id: string): PictureChoices => ({ ...FIRST, sizeId: id, ...slotOf(id) });

describe("the slots of a picture", () => {
  it.each([
    ["single", 88, 112],
    ["double", 136, 102],
    ["full", 180, 117],
    ["a4", 210, 297],
    ["a4-landscape", 297, 210],
    ["a3", 297, 420],
    ["a3-landscape", 420, 297],
  ])("%s has its size in print at 300 dpi: %d × %d mm", (id, widthMm, heightMm) => {
    const { width, height, layoutWidth, medium } = slotOf(id);
    expect([width, height]).toEqual([widthMm, heightMm].map((mm) => Math.round((mm / 25.4) * 300)));
    expect(medium).toBe("print");
    // 96 pixels of the layout are an inch of paper, so the type has its size in points.
    expect(layoutWidth / 96).toBeCloseTo(widthMm / 25.4, 6);
  });

  it("set nothing below 6.5 points on paper, 11 pixels on a screen and 28 pixels of a file for a phone", () => {
    const least = (medium: "print" | "screen") => Math.min(...Object.values(TYPE_SCALES[medium]));
    expect(least("print") * (72 / 96)).toBeGreaterThanOrEqual(6.5 - 1e-9);
    expect(least("screen")).toBeGreaterThanOrEqual(11);
    for (const id of ["square", "portrait", "story"]) {
      const { width, layoutWidth, medium } = slotOf(id);
      expect((least(medium) * width) / layoutWidth).toBeGreaterThanOrEqual(28 - 1e-9);
    }
  });

  it("are all within the limits for typed sizes", () => {
    for (const { width, height } of SLOTS)
      for (const side of [width, height]) {
        expect(side).toBeGreaterThanOrEqual(SIDE_LIMITS.min);
        expect(side).toBeLessThanOrEqual(SIDE_LIMITS.max);
      }
    expect(toPixels(MM_LIMITS.max)).toBeLessThanOrEqual(SIDE_LIMITS.max);
  });

  it("start with the dialog's default", () => {
    expect(slotOf(FIRST.sizeId)).toMatchObject({ width: FIRST.width, height: FIRST.height });
  });

  it("share one layout if the aspect ratio is the same on a screen: a larger picture is only sharper", () => {
    expect(new Set(["wide", "uhd", "8k"].map((id) => layoutOf(sized(id)).layoutWidth))).toEqual(new Set([800]));
  });

  it("gives a typed size in millimetres the type of a printed slot of that size", () => {
    const own = { ...FIRST, sizeId: "own-mm", width: toPixels(88), height: toPixels(112) };
    expect([toMm(own.width), toMm(own.height)]).toEqual([88, 112]);
    expect(layoutOf(own)).toMatchObject({ medium: "print", layoutWidth: slotOf("single").layoutWidth });
  });

  it("leaves the projection to what is drawn, unless the live map has another than Mercator", () => {
    expect(FIRST.projection).toBe("auto");
    expect(firstChoices("light", "en", "globe").projection).toBe("globe");
    expect(FIRST.view).toBeUndefined();
  });
});

it("zooming the frame keeps its centre and respects the limits", () => {
  const view = { center: [31, 49] as [number, number], zoom: 4 };
  expect(zoomedBy(view, 0.5)).toEqual({ ...view, zoom: 4.5 });
  expect(zoomedBy(view, 99)).toEqual({ ...view, zoom: 12 });
  expect(zoomedBy(view, -99)).toEqual({ ...view, zoom: -2 });
});
