import type { Theme } from "../../marks/inks.ts";
import type { SwatchStyle } from "../../marks/mark.ts";
import type { Shape } from "../scene/shapes.ts";

/** Pixels from end to end. */
export const SWATCH_WIDTH = 22;

/** The lines of each kind of swatch: distance from the middle, width and dashes. */
const LINES: Record<SwatchStyle["line"], [offset: number, width: number, dash?: number[]][]> = {
  single: [[0, 3]],
  double: [
    [-2.2, 1.8],
    [2.2, 1.8],
  ],
  dashed: [[0, 1.5, [5, 4]]],
  dotted: [[0, 1.5, [1.5, 3]]],
  "dash-dotted": [[0, 1.5, [9, 3, 1.5, 3]]],
  fill: [],
};

/** A sample of the mark's line, or of its fill. */
export function swatchShapes(x: number, y: number, swatch: SwatchStyle, theme: Theme): Shape[] {
  const color = swatch.inks[theme].line;
  if (swatch.line === "fill")
    return [
      {
        type: "path",
        data: `M${x} ${y - 5}h${SWATCH_WIDTH}v10h-${SWATCH_WIDTH}z`,
        fill: color,
        fillOpacity: 0.2,
        stroke: color,
        width: 1,
      },
    ];
  return LINES[swatch.line].map(([offset, width, dash]): Shape => {
    const points: [number, number][] = [
      [x, y + offset],
      [x + SWATCH_WIDTH, y + offset],
    ];
    const weight = theme === "print" ? (swatch.printWeight ?? 1) : 1;
    return { type: "line", points, stroke: color, width: width * weight, ...(dash && { dash }) };
  });
}
