/** What a picture's furniture is made of, in pixels of the layout from the top left. One list serves canvas, SVG and PDF. */
export type Shape =
  | { type: "rect"; x: number; y: number; width: number; height: number; fill?: string; stroke?: string; strokeWidth?: number; radius?: number }
  | { type: "line"; points: [x: number, y: number][]; stroke: string; width: number; dash?: number[] }
  | { type: "text"; x: number; y: number; text: string; size: number; weight: 400 | 600 | 700; fill: string; align?: "start" | "middle" | "end" };

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
