import type { Translate } from "../i18n/messages.ts";
import type { ComparisonRow } from "./comparison.ts";
import { arrowHead, type ChartInk, type ChartShape, disc, hLine, mixColors, vLine } from "./comparisonShapes.ts";

const SMALL = 12;
const LINE = 20;

interface KeyOptions {
  width: number;
  ink: ChartInk;
  measure: (text: string, size: number, weight: number) => number;
  translate: Translate;
}

/** One kind of mark, drawn in a box of 24 by 12 pixels whose left edge has its middle at the place given, and its words. */
export interface KeyEntry {
  /** Whether the chart has such a mark. */
  shown: boolean;
  text: string;
  draw: (x: number, y: number) => ChartShape[];
}

/** Sets the entries of a key that are shown one after the other, in as many lines as needed. */
export function layoutKey(
  entries: KeyEntry[],
  top: number,
  { width, ink, measure }: Omit<KeyOptions, "translate">,
): { shapes: ChartShape[]; height: number } {
  const shapes: ChartShape[] = [];
  let [x, y] = [0, top + LINE / 2];
  for (const { text, draw } of entries.filter((entry) => entry.shown)) {
    const long = 32 + measure(text, SMALL, 400);
    if (x > 0 && x + long > width) [x, y] = [0, y + LINE];
    shapes.push(...draw(x, y), { type: "text", x: x + 32, y: y + 4, text, size: SMALL, weight: 400, fill: ink.muted });
    x += long + 20;
  }
  return { shapes, height: y + LINE / 2 - top + 4 };
}

/** The key of the chart, which explains only marks that occur in it. */
export function keyMarks(
  rows: ComparisonRow[],
  top: number,
  options: KeyOptions,
): { shapes: ChartShape[]; height: number } {
  const { ink, translate } = options;
  const bands = rows.flatMap((row) => [row.band, ...row.otherBands]);
  const dots = bands.flatMap((band) => band.dots);
  const { ink: line, paper, muted } = ink;
  const tint = mixColors(muted, paper, 0.6);
  const entries: KeyEntry[] = [
    {
      shown: true,
      text: translate("key.bar"),
      draw: (x, y) => [
        { type: "rect", x, y: y - 5, width: 24, height: 10, fill: tint },
        { type: "rect", x: x + 21, y: y - 6, width: 3, height: 12, fill: muted },
      ],
    },
    {
      shown: rows.some((row) => row.system.role === "defence"),
      text: translate("key.defence"),
      draw: (x, y) =>
        [-5, 1].map((offset) => ({ type: "rect", x, y: y + offset, width: 24, height: 4, fill: tint }) as const),
    },
    {
      shown: bands.some((band) => band.lowKm < band.highKm && band.dots.length > 0),
      text: translate("key.whisker"),
      draw: (x, y) => [
        hLine(y, x, x + 24, line, 1.75),
        vLine(x, y - 5, y + 5, line, 1.75),
        vLine(x + 24, y - 5, y + 5, line, 1.75),
      ],
    },
    { shown: dots.length > 0, text: translate("key.dot"), draw: (x, y) => [disc(x + 20, y, 4, muted, paper, 1)] },
    {
      shown: dots.some((dot) => dot.rangeKm.min < dot.rangeKm.max),
      text: translate("key.range"),
      draw: (x, y) => [
        hLine(y, x + 4, x + 20, muted, 2),
        disc(x + 4, y, 4, muted, paper, 1),
        disc(x + 20, y, 4, muted, paper, 1),
      ],
    },
    {
      shown: dots.some((dot) => dot.openEnded),
      text: translate("key.open"),
      draw: (x, y) => [
        hLine(y, x + 6, x + 22, muted, 1.75),
        disc(x + 6, y, 4, muted, paper, 1),
        arrowHead(x + 22, y, 3.5, muted, 1.75),
      ],
    },
    {
      shown: dots.some((dot) => dot.outlier),
      text: translate("key.outlier"),
      draw: (x, y) => [disc(x + 20, y, 3.5, paper, muted, 1.75)],
    },
  ];
  return layoutKey(entries, top, options);
}
