import type { Translate } from "../i18n/messages.ts";
import { formatNumber, KM_PER_UNIT, type LengthUnit, unitSymbol } from "../i18n/numbers.ts";
import type { Theme } from "../marks/inks.ts";
import type { ComparisonChart, ComparisonChartOptions } from "./comparisonChart.ts";
import { type KeyEntry, layoutKey } from "./comparisonKey.ts";
import { comparisonScale, type ComparisonScale } from "./comparisonScale.ts";
import { type ChartHit, type ChartInk, type ChartShape, disc, hLine, mixColors, vLine } from "./comparisonShapes.ts";
import { type Timeline, type TimelineFigure, timelineFigureInWords } from "./timeline.ts";
import { yearScale } from "./timelineScale.ts";

const NAME = 14;
const SMALL = 12;
const HEAD = 26;
const PLOT = 118;
const AXIS = 22;
const PANEL_GAP = 18;
const DOT = 4.5;
/** Marks nearer to each other than this are on one spot. */
const ONE_SPOT = 6;
/** Where the marks on one spot stand, in pixels from it. */
const ASIDE = [0, 8, -8, 16, -16];
/** The room that an undated figure takes, where all of them may be on one spot. */
const UNDATED = 9;
const TARGET = 18;
const OPEN_END = 13;

interface Mark {
  figure: TimelineFigure;
  x: number;
  /** The dates on which it may have been published, in pixels; absent where it is of one day, or undated. */
  span?: [left: number, right: number];
}

interface Panel {
  timeline: Timeline;
  marks: Mark[];
  scale: ComparisonScale;
  y: (km: number) => number;
}

/** A dot, or a square where the page prints no date; hollow for an outlier. */
function point(x: number, y: number, figure: TimelineFigure, color: string, { paper }: ChartInk): ChartShape {
  const [fill, stroke, width] = figure.outlier ? [paper, color, 1.75] : [color, paper, 1];
  if (!figure.dateInferred) return disc(x, y, DOT, fill, stroke, width);
  return { type: "rect", x: x - 4, y: y - 4, width: 8, height: 8, fill, stroke, strokeWidth: width };
}

const upArrow = (x: number, y: number, color: string): ChartShape[] => [
  vLine(x, y, y - OPEN_END, color, 1.5),
  {
    type: "line",
    points: [
      [x - 3.5, y - OPEN_END + 3.5],
      [x, y - OPEN_END],
      [x + 3.5, y - OPEN_END + 3.5],
    ],
    stroke: color,
    width: 1.5,
  },
];

/** One figure: its mark at the middle of its date, a bar over all the days it may be of, and a line between the ends of a range. */
function figureShapes(
  { figure, x, span }: Mark,
  y: (km: number) => number,
  color: string,
  ink: ChartInk,
): ChartShape[] {
  const { min, max } = figure.rangeKm;
  return [
    ...(span ? [hLine(y(max), span[0], span[1], mixColors(color, ink.paper, 0.45), 2.5)] : []),
    ...(min < max ? [vLine(x, y(max), y(min), color, 2), point(x, y(min), figure, color, ink)] : []),
    ...(figure.openEnded ? upArrow(x, y(max), color) : []),
    ...(figure.headline ? [disc(x, y(max), DOT + 3.5, "none", ink.ink, 1.5)] : []),
    point(x, y(max), figure, color, ink),
  ];
}

/** Moves marks that would cover one another aside, each to the nearest free place, and never so far that it seems to be of another date. */
function moveAside(marks: Mark[], y: (km: number) => number, left: number, right: number): Mark[] {
  const placed: Mark[] = [];
  for (const mark of marks) {
    const at = y(mark.figure.rangeKm.max);
    const isFree = (x: number) =>
      x >= left &&
      x <= right &&
      placed.every((other) => Math.hypot(other.x - x, y(other.figure.rangeKm.max) - at) >= ONE_SPOT);
    const x = ASIDE.map((offset) => mark.x + offset).find(isFree) ?? mark.x;
    placed.push({ ...mark, x });
  }
  return placed;
}

/** The width of the numbers beside the axes, the same for all panels, so that the panels stand below one another. */
function gutterOf(scales: ComparisonScale[], { units, measure, translate }: ComparisonChartOptions): number {
  const texts = scales.flatMap(({ ticks }) => ticks.map((tick) => lengthText(tick, units, translate)));
  return Math.max(...texts.map((text) => measure(text, SMALL, 400))) + 8;
}

const lengthText = (tick: number, units: LengthUnit, translate: Translate): string =>
  `${formatNumber(translate.language, tick, 1)}\u00A0${unitSymbol(translate.language, units, tick)}`;

function layoutPanel(
  timeline: Timeline,
  scale: ComparisonScale,
  top: number,
  left: number,
  options: ComparisonChartOptions,
): { panel: Panel; shapes: ChartShape[] } {
  const { width, ink, measure, translate } = options;
  const { figures } = timeline;
  const undatedWord = translate("source.undated");
  const undatedCount = figures.filter(({ date }) => date === undefined).length;
  const undatedWidth = undatedCount === 0 ? 0 : Math.max(measure(undatedWord, SMALL, 400), undatedCount * UNDATED) + 16;
  const right = width - undatedWidth - 14;
  const bottom = top + PLOT;
  const y = (km: number) => bottom - (km / scale.endKm) * (PLOT - OPEN_END - 4);
  const spans = figures.flatMap(({ date }) => date ?? []);
  const years = spans.length > 0 ? yearScale(spans, Math.max(2, Math.floor((right - left) / 56))) : undefined;
  const x = (time: number) =>
    years ? left + 10 + ((time - years.from) / (years.to - years.from)) * (right - left - 20) : left;
  const marks = figures.map((figure): Mark => {
    if (!figure.date) return { figure, x: width - undatedWidth / 2 - 2 };
    const { from, to } = figure.date;
    const [start, end] = [x(from), x(to)];
    return { figure, x: (start + end) / 2, ...(end - start > 2 * DOT && { span: [start, end] as [number, number] }) };
  });
  const dated = moveAside(
    marks.filter(({ figure }) => figure.date),
    y,
    left,
    right,
  );
  const undated = moveAside(
    marks.filter(({ figure }) => !figure.date),
    y,
    right,
    width - DOT,
  );
  const panel: Panel = { timeline, marks: [...dated, ...undated], scale, y };
  const shapes: ChartShape[] = [
    ...(undatedWidth > 0
      ? ([
          {
            type: "rect",
            x: width - undatedWidth - 4,
            y: top,
            width: undatedWidth + 4,
            height: PLOT,
            fill: mixColors(ink.rule, ink.paper, 0.6),
          },
          {
            type: "text",
            x: width - undatedWidth / 2 - 2,
            y: bottom + 16,
            text: undatedWord,
            size: SMALL,
            weight: 400,
            fill: ink.muted,
            align: "middle",
          },
        ] as const)
      : []),
    ...scale.ticks.flatMap((tick): ChartShape[] => {
      const at = y(tick * KM_PER_UNIT[options.units]);
      return [
        hLine(at, left, width, ink.rule, 1),
        {
          type: "text",
          x: left - 8,
          y: at + 4,
          text: lengthText(tick, options.units, translate),
          size: SMALL,
          weight: 400,
          fill: ink.muted,
          align: "end",
        },
      ];
    }),
    ...(years?.years ?? []).flatMap((year): ChartShape[] => {
      const at = x(Date.UTC(year, 0, 1));
      return [
        vLine(at, top, bottom + 4, ink.rule, 1),
        {
          type: "text",
          x: at,
          y: bottom + 16,
          text: String(year),
          size: SMALL,
          weight: 400,
          fill: ink.muted,
          align: "middle",
        },
      ];
    }),
  ];
  return { panel, shapes };
}

function keyEntries(timelines: Timeline[], { ink, translate }: { ink: ChartInk; translate: Translate }): KeyEntry[] {
  const figures = timelines.flatMap((timeline) => timeline.figures);
  const { muted, paper } = ink;
  const sample = { outlier: false, dateInferred: false } as TimelineFigure;
  return [
    { shown: true, text: translate("key.dot"), draw: (x, y) => [point(x + 12, y, sample, muted, ink)] },
    {
      shown: figures.some(({ dateInferred }) => dateInferred),
      text: translate("key.dateInferred"),
      draw: (x, y) => [point(x + 12, y, { ...sample, dateInferred: true }, muted, ink)],
    },
    {
      shown: figures.some(({ date }) => date && date.to - date.from > 86_400_000),
      text: translate("key.dateSpan"),
      draw: (x, y) => [hLine(y, x, x + 24, mixColors(muted, paper, 0.45), 2.5), point(x + 12, y, sample, muted, ink)],
    },
    {
      shown: figures.some(({ rangeKm }) => rangeKm.min < rangeKm.max),
      text: translate("key.range"),
      draw: (x, y) => [
        vLine(x + 12, y - 6, y + 6, muted, 2),
        point(x + 12, y - 6, sample, muted, ink),
        point(x + 12, y + 6, sample, muted, ink),
      ],
    },
    {
      shown: figures.some(({ openEnded }) => openEnded),
      text: translate("key.open"),
      draw: (x, y) => [...upArrow(x + 12, y + 5, muted), point(x + 12, y + 5, sample, muted, ink)],
    },
    {
      shown: figures.some(({ headline }) => headline),
      text: translate("key.bar"),
      draw: (x, y) => [disc(x + 12, y, DOT + 3.5, "none", ink.ink, 1.5), point(x + 12, y, sample, muted, ink)],
    },
    {
      shown: figures.some(({ outlier }) => outlier),
      text: translate("key.outlier"),
      draw: (x, y) => [point(x + 12, y, { ...sample, outlier: true }, muted, ink)],
    },
  ];
}

/** `11 published figures, 9 independent origins` */
export const countsInWords = ({ figures, origins }: Timeline, translate: Translate): string =>
  [translate("source.count", { count: figures.length }), translate("source.origins", { count: origins })].join(", ");

/**
 * Lays out the figures over time: for each system a panel of its own, the date of publication against the published range, each with axes to
 * its own scale. A figure whose date is not known stands in a column of its own. The screen, SVG and PNG draw the same result.
 *
 * @param timelines must not be empty
 */
export function layoutTimelineChart(timelines: Timeline[], options: ComparisonChartOptions): ComparisonChart {
  const { width, units, ink, theme, measure, translate } = options;
  const scales = timelines.map(({ figures }) =>
    comparisonScale(Math.max(...figures.map(({ rangeKm }) => rangeKm.max)), units, 3),
  );
  const left = gutterOf(scales, options);
  let top = 0;
  const shapes: ChartShape[] = [];
  const hits: ChartHit[] = [];
  for (const [index, timeline] of timelines.entries()) {
    const scale = scales[index];
    if (!scale) continue;
    const { name, system } = timeline;
    const nameWidth = measure(name, NAME, 600);
    const counts = countsInWords(timeline, translate);
    const fits = nameWidth + 12 + measure(counts, SMALL, 400) <= width;
    shapes.push({ type: "text", x: 0, y: top + NAME + 2, text: name, size: NAME, weight: 600, fill: ink.ink });
    if (fits)
      shapes.push({
        type: "text",
        x: nameWidth + 12,
        y: top + NAME + 2,
        text: counts,
        size: SMALL,
        weight: 400,
        fill: ink.muted,
      });
    hits.push({
      x: -3,
      y: top - 3,
      width: (fits ? nameWidth + 12 + measure(counts, SMALL, 400) : nameWidth) + 6,
      height: NAME + 12,
      label: `${name}: ${counts}`,
      target: { system: system.ref },
    });
    const { panel, shapes: axes } = layoutPanel(timeline, scale, top + HEAD, left, options);
    const color = system.inks[theme as Theme].line;
    shapes.push(...axes, ...panel.marks.flatMap((mark) => figureShapes(mark, panel.y, color, ink)));
    for (const { figure, x } of panel.marks) {
      const { min, max } = figure.rangeKm;
      const [high, low] = [panel.y(max), panel.y(min)];
      hits.push({
        x: x - TARGET / 2,
        y: high - TARGET / 2,
        width: TARGET,
        height: low - high + TARGET,
        label: timelineFigureInWords(timeline, figure, translate),
        target: { system: system.ref, figure: figure.id },
      });
    }
    top += HEAD + PLOT + AXIS + PANEL_GAP;
  }
  const key = layoutKey(keyEntries(timelines, options), top, options);
  return { width, height: Math.ceil(top + key.height), shapes: [...shapes, ...key.shapes], hits };
}
