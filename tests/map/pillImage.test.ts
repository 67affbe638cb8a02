import { describe, expect, it } from "vitest";
import { buildPillImage, pillImageId } from "../../src/map/pillImage.ts";

const RED = { line: "#cf2e2e", text: "#ffffff" };
const pixel = ({ width, data }: { width: number; data: Uint8ClampedArray }, x: number, y: number): number[] =>
  Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4));

describe("buildPillImage", () => {
  it.each([
    ["strike", [0xcf, 0x2e, 0x2e, 255], [255, 255, 255, 255]],
    ["defence", [255, 255, 255, 255], [0xcf, 0x2e, 0x2e, 255]],
  ] as const)("%s: its inside, its edge, and clear corners", (role, inside, edge) => {
    const { image } = buildPillImage(pillImageId(role, RED))!;
    expect(image.width).toBe(image.height);
    expect(image.data).toHaveLength(image.width * image.height * 4);
    const middle = Math.floor(image.width / 2);
    expect(pixel(image, middle, middle)).toEqual(inside);
    // The image has a transparent margin of one pixel around the edge.
    const { options } = buildPillImage(pillImageId(role, RED))!;
    const scale = options.pixelRatio ?? 1;
    expect(pixel(image, middle, Math.floor(scale * 1.75))).toEqual(edge);
    for (const [x, y] of [
      [0, 0],
      [image.width - 1, 0],
      [0, image.height - 1],
      [image.width - 1, image.height - 1],
    ] as const)
      expect(pixel(image, x, y)[3]).toBe(0);
  });

  it("is symmetrical, so that it stretches evenly", () => {
    const { image } = buildPillImage(pillImageId("strike", RED))!;
    for (let y = 0; y < image.height; y += 1)
      for (let x = 0; x < image.width / 2; x += 1) {
        expect(pixel(image, x, y)).toEqual(pixel(image, image.width - 1 - x, y));
        expect(pixel(image, x, y)).toEqual(pixel(image, y, x));
      }
  });

  it("stretches only its plain part, away from the corners", () => {
    const { image, options } = buildPillImage(pillImageId("defence", RED))!;
    const [from, to] = options.stretchX![0]!;
    expect(options.stretchY).toEqual(options.stretchX);
    expect(from).toBeLessThan(to);
    // All stretched columns are equal.
    for (let x = Math.ceil(from); x < Math.floor(to) - 1; x += 1)
      for (let y = 0; y < image.height; y += 1) expect(pixel(image, x, y)).toEqual(pixel(image, x + 1, y));
    const [left, top, right, bottom] = options.content!;
    expect(
      left >= 0 && top >= 0 && right <= image.width && bottom <= image.height && left < right && top < bottom,
    ).toBe(true);
  });

  it.each(["", "pill", "pill:strike", "pill:strike:red", "pill:strike:#12345", "basemap-city", "pill:strike:#1234567"])(
    "returns undefined for %j",
    (id) => {
      expect(buildPillImage(id)).toBeUndefined();
    },
  );
});
