import type { ReferenceDistance } from "../catalog/catalog.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLengthRange, formatNumber, type LengthUnit, KM_PER_UNIT, unitSymbol } from "../i18n/numbers.ts";
import type { ComparisonBand, ComparisonRow } from "./comparison.ts";
import { remarkInWords } from "../marks/drawnSystem.ts";
import { keyMarks } from "./comparisonKey.ts";
import { BAR_HEIGHT, barMarks, dotMarks, type MarkContext, OPEN_END, whiskerMarks } from "./comparisonMarks.ts";
import { referenceMarks } from "./comparisonReferences.ts";
import { comparisonScale } from "./comparisonScale.ts";
import { type ChartHit, type ChartInk, type ChartShape, vLine } from "./comparisonShapes.ts";
import type { Theme } from "../marks/inks.ts";

export interface ComparisonChart {
  width: number;
  height: number;
  shapes: ChartShape[];
  /** Clickable areas, row by row. */
  hits: ChartHit[];
}

export interface ComparisonChartOptions {
  width: number;
  units: LengthUnit;
  ink: ChartInk;
  /** A system's colour on the chart's ground. */
  theme: Theme;
  /** Width of a text in pixels. */
  measure: (text: string, size: number, weight: number) => number;
  /** Breaks a text into lines no wider than `width`. */
  wrap: (text: string, width: number, measure: (text: string) => number) => string[];
  translate: Translate;
  /** For a picture: the marks that stand after the name of whatever has its numbers from these sources. */
  sourceMarks?: (sourceIds: readonly string[]) => string;
}

/** On narrower charts, names are placed above their bars. */
const WIDE = 620;
const NAME = 14;
const SMALL = 12;
const ROW_GAP = 16;

/** The text beside a bar: `published 250–560 km`; empty if all sources agree. */
export function publishedInWords(band: ComparisonBand, units: LengthUnit, translate: Translate): string {
  if (band.dots.length === 0 || (band.lowKm === band.highKm && !band.openEnded)) return "";
  const range = formatLengthRange(translate.language, { min: band.lowKm, max: band.highKm }, units);
  return translate(band.openEnded ? "spread.open" : "spread", { range });
}

/** What distinguishes a band: `against ballistic missiles`. */
function bandInWords(band: ComparisonBand, translate: Translate): string {
  if (band.targetClass !== undefined)
    return translate("chart.against", { target: translate(`target.${band.targetClass}`) });
  return band.launchMode === undefined || band.launchMode === "unstated"
    ? translate("chart.unstated")
    : translate("chart.launched", { platform: translate(`platform.${band.launchMode}`) });
}

/** The ends of a band, or its only figure as published. */
function rangeOf(band: ComparisonBand, units: LengthUnit, translate: Translate): string {
  const [dot, ...others] = band.dots;
  if (dot && others.length === 0) return dot.range;
  return formatLengthRange(translate.language, { min: band.lowKm, max: band.highKm }, units);
}

/** The distance in kilometres at which the marks of a band end. */
const endOf = (band: ComparisonBand): number => Math.max(band.highKm, ...band.dots.map((dot) => dot.rangeKm.max));

function rowMarks(
  row: ComparisonRow,
  top: number,
  layout: Layout,
): { shapes: ChartShape[]; hits: ChartHit[]; height: number } {
  const { options, gutter, x } = layout;
  const { ink, units, measure, wrap, translate, theme, width } = options;
  const { system, band } = row;
  const context: MarkContext = {
    x,
    ink,
    measure,
    color: system.inks[theme].line,
    outlierWord: translate("source.outlier"),
  };
  const shapes: ChartShape[] = [];
  const hits: ChartHit[] = [];
  const wide = gutter > 0;
  const textWidth = wide ? gutter - 16 : width;
  let textY = top;
  // A background behind text, so that treaty and axis lines do not run through it.
  const underlay = (x: number, y: number, long: number, size: number): ChartShape => ({
    type: "rect",
    x: x - 1,
    y: y - size,
    width: long + 3,
    height: size + 4,
    fill: ink.paper,
  });
  const write = (text: string, size: number, weight: 400 | 600, fill: string, room = textWidth) => {
    for (const line of wrap(text, room, (part) => measure(part, size, weight))) {
      textY += size * 1.3;
      if (!wide) shapes.push(underlay(0, textY - size * 0.2, measure(line, size, weight), size));
      shapes.push({ type: "text", x: 0, y: textY - size * 0.2, text: line, size, weight, fill });
    }
  };
  const press = (
    text: string,
    at: number,
    y: number,
    size: number,
    weight: 400 | 600,
    fill: string,
    figure?: string,
  ) => {
    const long = measure(text, size, weight);
    shapes.push(underlay(at, y, long, size));
    shapes.push({ type: "text", x: at, y, text, size, weight, fill });
    const target = { system: system.ref, ...(figure !== undefined && { figure }) };
    hits.push({
      x: at - 3,
      y: y - size - 4,
      width: long + 6,
      height: size + 11,
      label: `${system.shortName}: ${text}`,
      target,
    });
  };
  const valueWidth = measure(system.rangeText, 13, 600);
  write(
    system.shortName + (options.sourceMarks?.(row.sourceIds) ?? ""),
    NAME,
    600,
    ink.ink,
    wide ? textWidth : width - valueWidth - 16,
  );
  if (!wide) press(system.rangeText, width - valueWidth, top + 14, 13, 600, ink.accent, system.figureId);
  const published = publishedInWords(band, units, translate);
  if (published) {
    textY += 4;
    press(published, 0, textY + SMALL, SMALL, 400, ink.muted);
    textY += SMALL * 1.4;
  }
  const mark = remarkInWords(system, translate);
  if (mark !== undefined) write(mark, SMALL, 400, ink.muted);
  let y = wide ? top + 2 : textY + 6;
  shapes.push(...barMarks(row, y, context), ...whiskerMarks(band, y + BAR_HEIGHT / 2, context));
  if (wide) {
    const open = band.openEnded || system.qualifier === "more-than";
    press(
      system.rangeText,
      x(Math.max(system.rangeKm.max, band.highKm)) + 10 + (open ? OPEN_END : 0),
      y + 12,
      13,
      600,
      ink.accent,
      system.figureId,
    );
  }
  const dots = dotMarks(band, row, y + BAR_HEIGHT + 5, context);
  shapes.push(...dots.shapes);
  hits.push(...dots.hits);
  y += BAR_HEIGHT + 5 + dots.height;
  textY = Math.max(wide ? textY : 0, y);
  for (const other of row.otherBands) {
    textY += 6;
    const start = textY;
    write(bandInWords(other, translate), SMALL, 400, ink.muted, wide ? textWidth : width - 90);
    const lineY = wide ? start + 8 : textY + 8;
    const marks = dotMarks(other, row, wide ? start + 2 : textY + 2, context);
    const text = rangeOf(other, units, translate);
    const after = wide ? x(endOf(other)) + 12 + (other.openEnded ? OPEN_END : 0) : width - measure(text, SMALL, 400);
    if (other.lowKm < other.highKm)
      shapes.push(...whiskerMarks(other, lineY, { ...context, ink: { ...ink, ink: ink.muted } }));
    shapes.push(...marks.shapes);
    press(text, after, wide ? start + 12 : start + 13, SMALL, 400, ink.muted, other.highFigure);
    hits.push(...marks.hits);
    textY = Math.max(textY + (wide ? 0 : marks.height + 4), start + marks.height + 4);
  }
  return { shapes, hits, height: Math.max(textY, y) - top };
}

interface Layout {
  options: ComparisonChartOptions;
  gutter: number;
  x: (km: number) => number;
}

/** The width of the names before the bars and of the values after them. */
function marginsOf(
  rows: ComparisonRow[],
  { width, measure, units, translate, sourceMarks }: ComparisonChartOptions,
): { gutter: number; right: number } {
  if (width < WIDE) return { gutter: 0, right: 14 };
  const names = rows.flatMap((row) => [
    measure(row.system.shortName + (sourceMarks?.(row.sourceIds) ?? ""), NAME, 600),
    measure(publishedInWords(row.band, units, translate), SMALL, 400),
  ]);
  const values = rows.map((row) => measure(row.system.rangeText, 13, 600) + 14 + (row.band.openEnded ? OPEN_END : 0));
  return { gutter: Math.min(260, Math.max(...names)) + 16, right: Math.max(...values) };
}

/**
 * Lays out the range chart to scale: for each system a bar for its headline figure, a whisker from the lowest to the highest published figure
 * of the same class, and a dot for each figure; treaty distances are vertical lines. The screen, SVG and PNG draw the same result.
 *
 * @param rows must not be empty
 */
export function layoutComparisonChart(
  rows: ComparisonRow[],
  references: ReferenceDistance[],
  options: ComparisonChartOptions,
): ComparisonChart {
  const { width, units, ink, measure, translate } = options;
  const { gutter, right } = marginsOf(rows, options);
  const bands = rows.flatMap((row) => [row.band, ...row.otherBands]);
  const longest = Math.max(...rows.map((row) => row.system.rangeKm.max), ...bands.map(endOf));
  const { ticks, endKm } = comparisonScale(longest, units, gutter > 0 ? 6 : 4);
  const left = gutter > 0 ? gutter : 2;
  const x = (km: number) => left + (km / endKm) * (width - left - right);
  const layout: Layout = { options, gutter, x };
  const reference = referenceMarks(references, 0, { ...options, x, endKm });
  const axisY = reference.height + 16;
  let y = axisY + 14;
  const hits: ChartHit[] = [...reference.hits];
  const rowShapes: ChartShape[] = [];
  for (const row of rows) {
    const marks = rowMarks(row, y, layout);
    rowShapes.push(...marks.shapes);
    hits.push(...marks.hits);
    y += marks.height + ROW_GAP;
  }
  const bottom = y - ROW_GAP / 2;
  const lines = ticks.map((tick) => vLine(x(tick * KM_PER_UNIT[units]), axisY + 5, bottom, ink.rule, 1));
  const numbers = ticks.flatMap((tick, index): ChartShape[] => {
    const last = index === ticks.length - 1;
    const number = formatNumber(translate.language, tick, 1);
    const text = last ? `${number}\u00A0${unitSymbol(translate.language, units, tick)}` : number;
    const long = measure(text, SMALL, 400);
    const align = index === 0 ? "start" : last ? "end" : "middle";
    const at = x(tick * KM_PER_UNIT[units]);
    const start = align === "start" ? at : align === "end" ? at - long : at - long / 2;
    return [
      { type: "rect", x: start - 1, y: axisY - SMALL, width: long + 2, height: SMALL + 3, fill: ink.paper },
      { type: "text", x: at, y: axisY, text, size: SMALL, weight: 400, fill: ink.muted, align },
    ];
  });
  const guides = reference.guides.map((guide) => vLine(x(guide.km), guide.top, bottom, ink.treaty, 1.25, [5, 4]));
  const key = keyMarks(rows, bottom + 12, options);
  return {
    width,
    height: Math.ceil(bottom + 12 + key.height),
    shapes: [...lines, ...guides, ...numbers, ...reference.shapes, ...rowShapes, ...key.shapes],
    hits,
  };
}
