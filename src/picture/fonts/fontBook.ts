import { create, type Font } from "fontkit";
import { FONT_FACES, faceOf, type FontFaceId } from "./fontFaces.ts";
import type { TextShape } from "../scene/shapes.ts";

/** The parsed fonts of a picture, which turn text into outlines. */
export interface FontBook {
  /** SVG path data of a text at its position. */
  outline: (text: TextShape) => string;
}

function outlineIn(font: Font, { text, x, y, size, align = "start", letterSpacing = 0 }: TextShape): string {
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  const width = run.advanceWidth * scale + letterSpacing * Math.max(0, run.glyphs.length - 1);
  let pen = x - (align === "middle" ? width / 2 : align === "end" ? width : 0);
  let data = "";
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index];
    const [dx, dy] = [position?.xOffset ?? 0, position?.yOffset ?? 0];
    data += glyph.path
      .scale(scale, -scale)
      .translate(pen + dx * scale, y - dy * scale)
      .toSVG();
    pen += (position?.xAdvance ?? glyph.advanceWidth) * scale + letterSpacing;
  });
  // A hundredth of a pixel is finer than any printing press.
  return data.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

/** Loads and parses all font faces that pictures use. */
export async function loadFontBook(load: (face: FontFaceId) => Promise<Uint8Array>): Promise<FontBook> {
  const fonts = new Map<FontFaceId, Font>();
  await Promise.all(FONT_FACES.map(async ({ id }) => fonts.set(id, create((await load(id)) as Buffer) as Font)));
  return {
    outline: (text) => {
      const font = fonts.get(faceOf(text.weight, text.italic));
      return font ? outlineIn(font, text) : "";
    },
  };
}
