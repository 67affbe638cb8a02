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
  /** In pixels. */
  letterSpacing?: number;
  /** An outline that separates the text from what is under it. */
  halo?: { color: string; width: number };
}

interface CircleShape {
  type: "circle";
  x: number;
  y: number;
  radius: number;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
}

/** A shape of the map as SVG path data, filled by the even-odd rule. */
export interface PathShape {
  type: "path";
  data: string;
  /** The name by which a designer finds the shape: a country's code, a ring's id. */
  name?: string;
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  strokeOpacity?: number;
  width?: number;
  dash?: number[];
  roundCap?: boolean;
}

/** The shapes of a picture, in pixels of the layout from the top left. Canvas, SVG and PDF all draw the same list. */
export type Shape = RectShape | LineShape | TextShape | CircleShape | PathShape;

/** The width of a text in pixels, in the font of the picture. */
export type MeasureText = (text: string, size: number, weight: number) => number;

/** Breaks a text into lines no wider than `width`. A longer word gets a line to itself. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  // Splits at ordinary spaces only: a no-break space keeps a number and its unit together.
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Shortens a text to a width, with an ellipsis if anything is cut off. */
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
