import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { describe, expect, it } from "vitest";
import { FONT_FACES } from "../../../src/picture/fonts/fontFaces.ts";
import { fontFile } from "../../../src/picture/fonts/fontFile.ts";
import { measureFont } from "../../../src/picture/fonts/measureFont.ts";

const SAMPLES = [
  "ATACMS 300 km",
  "Thành phố Hồ Chí Minh",
  "Дальність 2 400 км",
  "Quần đảo Hoàng Sa",
  "¹²³ – 25–30 km²",
  "Ґанок, їжа, єдність",
  "Åland – São Tomé",
];

describe("widths of texts", () => {
  it.each(FONT_FACES.map((face) => [face.id, face] as const))("match the font file without kerning (%s)", (_, face) => {
    const font = create(readFileSync(fontFile(face))) as Font;
    for (const text of SAMPLES) {
      const truth = (font.layout(text, { kern: false }).advanceWidth / font.unitsPerEm) * 20;
      expect(measureFont(text, 20, face.weight, face.italic) / truth).toBeGreaterThan(0.985);
      expect(measureFont(text, 20, face.weight, face.italic) / truth).toBeLessThan(1.015);
    }
  });

  it("are estimated for characters that the font lacks", () => {
    expect(measureFont("東京", 10, 400)).toBe(20);
  });
});
