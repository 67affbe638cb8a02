import type { SourceTarget } from "./comparison.ts";

/** The shapes of the chart, in pixels from its top left. They are a subset of those of pictures, so the same painters draw them. */
export type ChartShape =
  | {
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
  | { type: "line"; points: [x: number, y: number][]; stroke: string; width: number; dash?: number[] }
  | {
      type: "text";
      x: number;
      y: number;
      text: string;
      size: number;
      weight: 400 | 600 | 700;
      fill: string;
      align?: "start" | "middle" | "end";
    };

/** A clickable area of the chart. Areas are listed in reading order. */
export interface ChartHit {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  target: SourceTarget;
}

export interface ChartInk {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
  /** The colour of clickable numbers and treaty lines. */
  accent: string;
  treaty: string;
}

/** Text has a contrast of at least 4.5:1 with the background, lines 3:1. */
export const CHART_INKS: Record<"light" | "dark", ChartInk> = {
  light: { paper: "#ffffff", ink: "#1b1d21", muted: "#555b65", rule: "#dcdfe4", accent: "#0b57b0", treaty: "#8a4b00" },
  dark: { paper: "#1a1e24", ink: "#eef0f3", muted: "#a8b0bb", rule: "#343b45", accent: "#8ab4f8", treaty: "#e3b26f" },
};

/** Interpolates two `#rrggbb` colours: share 0 gives the first, 1 the second. */
export function mixColors(from: string, to: string, share: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

export const hLine = (y: number, x1: number, x2: number, stroke: string, width: number): ChartShape => ({
  type: "line",
  points: [
    [x1, y],
    [x2, y],
  ],
  stroke,
  width,
});
export const vLine = (
  x: number,
  y1: number,
  y2: number,
  stroke: string,
  width: number,
  dash?: number[],
): ChartShape => ({
  type: "line",
  points: [
    [x, y1],
    [x, y2],
  ],
  stroke,
  width,
  ...(dash && { dash }),
});
export const disc = (
  x: number,
  y: number,
  radius: number,
  fill: string,
  stroke: string,
  strokeWidth: number,
): ChartShape => ({
  type: "rect",
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
  radius,
  fill,
  stroke,
  strokeWidth,
});
/** The head of an arrow that points right, with its tip at x. */
export const arrowHead = (x: number, y: number, size: number, stroke: string, width: number): ChartShape => ({
  type: "line",
  points: [
    [x - size, y - size],
    [x, y],
    [x - size, y + size],
  ],
  stroke,
  width,
});
