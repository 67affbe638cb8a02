import { faceOf, type FontFaceId } from "./fontFaces.ts";
import table from "./fontWidths.json";

const blocks = table.blocks as [from: number, to: number][];
const faces = table.faces as Record<FontFaceId, string>;

/** The width of a character that the table lacks. East Asian characters are as wide as they are high. */
const unknownWidth = (code: number): number => (code >= 0x1100 ? 1 : 0.6);

function widthOf(code: number, face: string): number {
  let at = 0;
  for (const [from, to] of blocks) {
    if (code >= from && code <= to) {
      const width = face.slice((at + code - from) * 3, (at + code - from) * 3 + 3);
      return width === "---" ? unknownWidth(code) : Number.parseInt(width, 36) / 1000;
    }
    at += to - from + 1;
  }
  return unknownWidth(code);
}

const known = new Map<string, number>();

/**
 * The width of a text in pixels, from Noto Sans's advance widths. It is the same in every browser and in Node, and needs no loaded font.
 * Kerning is ignored: it changes the width of a name by less than 1 %.
 */
export function measureFont(text: string, size: number, weight: number, italic = false): number {
  const face = faceOf(weight, italic);
  let width = 0;
  for (const character of text) {
    const key = `${face}${character}`;
    let one = known.get(key);
    if (one === undefined) known.set(key, (one = widthOf(character.codePointAt(0) ?? 32, faces[face])));
    width += one;
  }
  return width * size;
}
