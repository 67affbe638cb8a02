import type { ComparisonBand, ComparisonDot, ComparisonRow } from "./comparison.ts";
import {
  arrowHead,
  type ChartHit,
  type ChartInk,
  type ChartShape,
  disc,
  hLine,
  mixColors,
  vLine,
} from "./comparisonShapes.ts";

const BAR = 14;
const DOT = 4;
const LANE = 11;
/** Pixels by which an open-ended whisker extends beyond its number. */
export const OPEN_END = 18;

export interface MarkContext {
  /** The horizontal position of a distance in pixels. */
  x: (km: number) => number;
  ink: ChartInk;
  /** The system's colour on the chart's background. */
  color: string;
  outlierWord: string;
  measure: (text: string, size: number, weight: number) => number;
}

interface Marks {
  shapes: ChartShape[];
  hits: ChartHit[];
  height: number;
}

/** The bar of the headline figure: two stripes for air defence, and a mark at the lower end if the headline is a range. */
export function barMarks({ system }: ComparisonRow, y: number, { x, ink, color }: MarkContext): ChartShape[] {
  const { min, max } = system.rangeKm;
  const [left, end] = [x(0), x(max)];
  const fill = mixColors(color, ink.paper, 0.62);
  const stripes: [y: number, height: number][] =
    system.role === "defence"
      ? [
          [y, 5],
          [y + BAR - 5, 5],
        ]
      : [[y, BAR]];
  const open =
    system.qualifier === "more-than"
      ? [hLine(y + BAR / 2, end, end + OPEN_END, color, 2), arrowHead(end + OPEN_END, y + BAR / 2, 4, color, 2)]
      : [];
  return [
    ...stripes.map(([top, height]): ChartShape => ({ type: "rect", x: left, y: top, width: end - left, height, fill })),
    ...(min < max ? [vLine(x(min), y, y + BAR, color, 2)] : []),
    { type: "rect", x: end - 4, y: y - 1, width: 4, height: BAR + 2, fill: color },
    ...open,
  ];
}

/** A line from the lowest to the highest published figure, with an arrow if the upper end is open. */
export function whiskerMarks(band: ComparisonBand, y: number, { x, ink }: MarkContext): ChartShape[] {
  if (band.lowKm === band.highKm && !band.openEnded) return [];
  const [left, right] = [x(band.lowKm), x(band.highKm)];
  const cap = (at: number) => vLine(at, y - 5, y + 5, ink.ink, 1.75);
  if (!band.openEnded) return [hLine(y, left, right, ink.ink, 1.75), cap(left), cap(right)];
  return [
    hLine(y, left, right + OPEN_END, ink.ink, 1.75),
    cap(left),
    arrowHead(right + OPEN_END, y, 4.5, ink.ink, 1.75),
  ];
}

/** The first lane in which a figure touches no other. */
function laneOf(lanes: number[], left: number, right: number): number {
  const free = lanes.findIndex((end) => end < left);
  const lane = free < 0 ? lanes.length : free;
  lanes[lane] = right;
  return lane;
}

function dotMark(dot: ComparisonDot, y: number, { x, ink, color, outlierWord }: MarkContext): ChartShape[] {
  const { min, max } = dot.rangeKm;
  const at = (km: number): ChartShape =>
    disc(
      x(km),
      y,
      dot.outlier ? DOT - 0.5 : DOT,
      dot.outlier ? ink.paper : color,
      dot.outlier ? color : ink.paper,
      dot.outlier ? 1.75 : 1,
    );
  const right = x(max) + DOT + 1;
  return [
    ...(min < max ? [hLine(y, x(min), x(max), color, 2), at(min)] : []),
    ...(dot.openEnded ? [hLine(y, x(max), right + 7, color, 1.5), arrowHead(right + 7, y, 3, color, 1.5)] : []),
    at(max),
    ...(dot.outlier
      ? [{ type: "text", x: right + 4, y: y + 4, text: outlierWord, size: 11, weight: 400, fill: ink.muted } as const]
      : []),
  ];
}

/** A dot for each figure of a band, in as many lanes as needed to avoid overlaps. */
export function dotMarks(band: ComparisonBand, row: ComparisonRow, y: number, context: MarkContext): Marks {
  const { x, measure, outlierWord } = context;
  const lanes: number[] = [];
  const placed = band.dots.map((dot) => {
    const left = x(dot.rangeKm.min) - DOT - 1;
    const tail = dot.outlier ? measure(outlierWord, 11, 400) + 6 : dot.openEnded ? 9 : 0;
    const right = x(dot.rangeKm.max) + DOT + 1 + tail;
    return { dot, left, right, y: y + LANE * (laneOf(lanes, left, right) + 0.5) };
  });
  return {
    shapes: placed.flatMap((item) => dotMark(item.dot, item.y, context)),
    hits: placed.map(({ dot, left, right, y: middle }) => ({
      x: left,
      y: middle - LANE / 2,
      width: right - left,
      height: LANE,
      label: dot.outlier
        ? `${row.system.shortName}: ${dot.label} (${outlierWord})`
        : `${row.system.shortName}: ${dot.label}`,
      target: { system: row.system.ref, figure: dot.figureId },
    })),
    height: lanes.length * LANE,
  };
}

export const BAR_HEIGHT = BAR;
