// Writes fontWidths.json from the font files. Run it after a font update: `npx tsx src/picture/fonts/writeFontWidths.ts`.
import { readFileSync, writeFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import { FONT_FACES } from "./fontFaces.ts";
import { fontFile } from "./fontFile.ts";

/** Latin, Vietnamese, Greek, Cyrillic and their punctuation. */
const BLOCKS: [from: number, to: number][] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x2dd],
  [0x300, 0x36f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x205f],
  [0x2070, 0x209c],
  [0x20a0, 0x20c0],
  [0x2100, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
];

const faces: Record<string, string> = {};
for (const face of FONT_FACES) {
  const font = create(readFileSync(fontFile(face))) as Font;
  const known = new Set(font.characterSet);
  const widths: string[] = [];
  for (const [from, to] of BLOCKS) {
    for (let code = from; code <= to; code += 1) {
      widths.push(
        known.has(code)
          ? Math.round((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 1000)
              .toString(36)
              .padStart(3, "0")
          : "---",
      );
    }
  }
  faces[face.id] = widths.join("");
}
writeFileSync(
  new URL("fontWidths.json", import.meta.url),
  `${JSON.stringify({ note: "Noto Sans, OFL 1.1: advance widths in thousandths of an em, base 36, three digits a character", blocks: BLOCKS, faces }, null, 1)}\n`,
);
