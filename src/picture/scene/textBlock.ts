import type { Box } from "../../figure/labels/placeLabels.ts";
import type { MeasureText, TextShape } from "./shapes.ts";

/** One line of a label. */
export interface TextLine {
  text: string;
  size: number;
  weight: 400 | 600 | 700;
  fill: string;
  italic?: boolean;
  letterSpacing?: number;
}

/** Lines of text that are placed together. */
export interface TextBlock {
  lines: TextLine[];
  width: number;
  height: number;
}

const LEADING = 1.18;
/** The part of a line's height above its baseline. */
const ASCENT = 0.84;

const widthOf = ({ text, size, weight, letterSpacing = 0 }: TextLine, measure: MeasureText): number =>
  measure(text, size, weight) + letterSpacing * Math.max(0, [...text].length - 1);

export function textBlock(lines: TextLine[], measure: MeasureText): TextBlock {
  return {
    lines,
    width: Math.max(0, ...lines.map((line) => widthOf(line, measure))),
    height: lines.reduce((sum, { size }) => sum + size * LEADING, 0),
  };
}

/** The texts of a block in a box of its size. */
export function blockShapes(
  { lines }: TextBlock,
  [left, top, right]: Box,
  align: "start" | "middle" | "end",
  halo: { color: string; width: number },
): TextShape[] {
  const x = align === "start" ? left : align === "end" ? right : (left + right) / 2;
  let y = top;
  return lines.map(({ text, size, weight, fill, italic, letterSpacing }) => {
    const baseline = y + size * ASCENT + (size * (LEADING - 1)) / 2;
    y += size * LEADING;
    return {
      type: "text",
      x,
      y: baseline,
      text,
      size,
      weight,
      fill,
      align,
      halo,
      ...(italic && { italic }),
      ...(letterSpacing && { letterSpacing }),
    };
  });
}
