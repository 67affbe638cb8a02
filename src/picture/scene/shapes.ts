export interface RectShape {
  type: "rect";
  x: number;
  y: number;
  width: number;
  height: number;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  radius?: number;
}

interface LineShape {
  type: "line";
  points: [x: number, y: number][];
  stroke: string;
  width: number;
  dash?: number[];
}

export interface TextShape {
  type: "text";
  x: number;
  /** Of the baseline. */
  y: number;
  text: string;
  size: number;
  weight: 400 | 600 | 700;
  fill: string;
  align?: "start" | "middle" | "end";
  italic?: boolean;
  /** In pixels, between every two letters. */
  letterSpacing?: number;
  /** A rim that keeps the text apart from what is under it. */
  halo?: { color: string; width: number };
}

interface CircleShape {
  type: "circle";
  x: number;
  y: number;
  radius: number;
  fill: string;
  stroke?: string;
  strokeWidth?: number;
}

/** A shape of the map, as SVG path data; filled by the even-odd rule. */
export interface PathShape {
  type: "path";
  data: string;
  /** What a designer finds it by: a country's code, a ring's id. */
  name?: string;
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  strokeOpacity?: number;
  width?: number;
  dash?: number[];
  roundCap?: boolean;
}

/** What a picture is made of, in pixels of the layout from the top left. One list serves canvas, SVG and PDF. */
export type Shape = RectShape | LineShape | TextShape | CircleShape | PathShape;

/** Width in pixels of a text in the font of the picture. */
export type MeasureText = (text: string, size: number, weight: number) => number;

/** Breaks a text into lines no wider than `width`; a word longer than a line stands alone. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  // A no-break space holds a number and its unit together.
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function clipText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  const cut = (length: number) => `${letters.slice(0, length).join("").trimEnd()}…`;
  let [fits, over] = [1, letters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(cut(middle)) > width) over = middle;
    else fits = middle;
  }
  return cut(fits);
}
