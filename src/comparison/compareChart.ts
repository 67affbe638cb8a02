import type { Catalog, ReferenceDistance } from "../catalog/catalog.ts";
import { findSource } from "../catalog/lookups.ts";
import type { ComparisonRow } from "./comparison.ts";
import {
  type ComparisonChart,
  type ComparisonChartOptions,
  layoutComparisonChart,
  publishedInWords,
} from "./comparisonChart.ts";
import { CHART_INKS, type ChartShape } from "./comparisonShapes.ts";
import type { Timeline } from "./timeline.ts";
import { countsInWords, layoutTimelineChart } from "./timelineChart.ts";
import type { Translate } from "../i18n/messages.ts";
import type { LengthUnit } from "../i18n/numbers.ts";
import { type MeasureText, wrapText } from "../picture/scene/shapes.ts";
import { markedName } from "../marks/drawnSystem.ts";
import { marksOf } from "../figure/credits.ts";
import { sourceInWords } from "../marks/sourceWords.ts";
import { svgDocument, SvgWriter } from "../picture/painters/svgWriter.ts";

/** The chart as a standalone picture, with title, caveats, sources and the version of the catalogue. */
export interface ComparePicture {
  width: number;
  height: number;
  title: string;
  /** The alternative text. */
  description: string;
  shapes: ChartShape[];
}

export interface ComparePictureOptions {
  catalog: Catalog;
  width: number;
  units: LengthUnit;
  theme: "light" | "dark";
  measure: MeasureText;
  translate: Translate;
}

const PAD = 32;
const SMALL = 13;
const LEADING = SMALL * 1.5;

/** `NASAMS: about 25–30 km, published 25–50 km` for each system, with what its range is against. */
function describe(rows: ComparisonRow[], units: LengthUnit, translate: Translate): string {
  return rows
    .map(({ system, band }) =>
      [`${markedName(system, translate)}: ${system.rangeText}`, publishedInWords(band, units, translate)]
        .filter((part) => part !== "")
        .join(", "),
    )
    .join("; ");
}

/** The sources of every number that is printed, once, in the order of their marks. */
const sourceIdsOf = (rows: ComparisonRow[], references: ReferenceDistance[]): string[] => [
  ...new Set([...rows.flatMap((row) => row.sourceIds), ...references.flatMap((reference) => reference.sources)]),
];

/** The notes below the chart: the caveat of each treaty distance once, the sources of headline figures and treaties, and the program's name. */
function notesOf(
  rows: ComparisonRow[],
  references: ReferenceDistance[],
  { catalog, translate }: ComparePictureOptions,
): string[] {
  const { language } = translate;
  const caveats = new Map(references.map((reference) => [reference.caveat[language], reference]));
  const sources = sourceIdsOf(rows, references).flatMap((id, place) => {
    const source = findSource(catalog, id);
    return source ? [`${marksOf([place])}\u00A0${sourceInWords(source, translate)}`] : [];
  });
  const own = rows
    .filter((row) => row.system.custom)
    .map((row) => [row.system.shortName, row.system.customSource].filter(Boolean).join(": "));
  return [
    ...(references.length > 0 ? [...caveats.keys(), translate("compare.treatyNote")] : []),
    ...(sources.length > 0 ? [translate("picture.sources", { list: sources.join("; ") })] : []),
    ...(own.length > 0 ? [`${translate("custom.mark")}: ${own.join("; ")}`] : []),
    translate("picture.madeWith", { version: catalog.version }),
  ];
}

function moveShape(shape: ChartShape, right: number, down: number): ChartShape {
  if (shape.type === "line") return { ...shape, points: shape.points.map(([x, y]) => [x + right, y + down]) };
  return { ...shape, x: shape.x + right, y: shape.y + down };
}

/** A chart below its title and above its notes. */
function composePicture(
  { title, description, notes }: { title: string; description: string; notes: string[] },
  layoutChart: (options: ComparisonChartOptions) => ComparisonChart,
  { width, units, theme, measure, translate }: ComparePictureOptions,
): ComparePicture {
  const ink = CHART_INKS[theme];
  const inner = width - 2 * PAD;
  const chart = layoutChart({ width: inner, units, ink, theme, measure, wrap: wrapText, translate });
  const top = PAD + 44;
  const lines = notes.flatMap((note) => wrapText(note, inner, (part) => measure(part, SMALL, 400)));
  const notesTop = top + chart.height + 12;
  const height = Math.ceil(notesTop + lines.length * LEADING + PAD);
  return {
    width,
    height,
    title,
    description,
    shapes: [
      { type: "rect", x: 0, y: 0, width, height, fill: ink.paper },
      { type: "text", x: PAD, y: PAD + 22, text: title, size: 24, weight: 700, fill: ink.ink },
      ...chart.shapes.map((shape) => moveShape(shape, PAD, top)),
      ...lines.map((text, index): ChartShape => ({
        type: "text",
        x: PAD,
        y: notesTop + LEADING * (index + 0.8),
        text,
        size: SMALL,
        weight: 400,
        fill: ink.muted,
      })),
    ],
  };
}

/**
 * The range chart as a standalone picture. It uses the shapes of the exported map, so the same painters write its SVG and PNG.
 *
 * @param rows must not be empty
 */
export function composeComparePicture(
  rows: ComparisonRow[],
  references: ReferenceDistance[],
  options: ComparePictureOptions,
): ComparePicture {
  const { units, translate } = options;
  const notes = notesOf(rows, references, options);
  const listed = sourceIdsOf(rows, references);
  const sourceMarks = (ids: readonly string[]) => marksOf(ids.map((id) => listed.indexOf(id)));
  const title = translate("compare.title");
  // The sources are part of the alternative text as well: it credits every figure that it prints.
  const description = [`${describe(rows, units, translate)}.`, ...notes].join(" ");
  return composePicture(
    { title, description, notes },
    (chart) => layoutComparisonChart(rows, references, { ...chart, sourceMarks }),
    options,
  );
}

/**
 * The figures over time as a standalone picture. Its notes list every figure that is drawn, each with its source.
 *
 * @param timelines must not be empty
 */
export function composeTimelinePicture(timelines: Timeline[], options: ComparePictureOptions): ComparePicture {
  const { catalog, translate } = options;
  const figures = timelines.map((timeline) =>
    translate("timeline.figures", {
      name: timeline.name,
      list: timeline.figures.map(({ range, credit }) => `${range}, ${credit}`).join("; "),
    }),
  );
  const notes = [translate("timeline.scales"), ...figures, translate("picture.madeWith", { version: catalog.version })];
  const title = translate("timeline.title");
  const description = [
    ...timelines.map((timeline) => `${timeline.name}: ${countsInWords(timeline, translate)}.`),
    ...figures,
  ].join(" ");
  return composePicture({ title, description, notes }, (chart) => layoutTimelineChart(timelines, chart), options);
}

/** The picture as a standalone SVG file in which text stays text. */
export function toCompareSvg({ width, height, title, description, shapes }: ComparePicture, language: string): string {
  const body = new SvgWriter(["title", "description"]).items(shapes);
  return svgDocument({ width, height, layout: { width, height }, language, title, description, body });
}
