import type { Catalog, ReferenceDistance } from "../catalog/catalog.ts";
import { findSource } from "../catalog/lookups.ts";
import type { ComparisonRow } from "./comparison.ts";
import { layoutComparisonChart, publishedInWords } from "./comparisonChart.ts";
import { CHART_INKS, type ChartShape } from "./comparisonShapes.ts";
import type { Translate } from "../i18n/messages.ts";
import type { LengthUnit } from "../i18n/numbers.ts";
import { type MeasureText, wrapText } from "../picture/scene/shapes.ts";
import { markedName } from "../marks/drawnSystem.ts";
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

/** The notes below the chart: the caveat of each treaty distance once, the sources of headline figures and treaties, and the program's name. */
function notesOf(
  rows: ComparisonRow[],
  references: ReferenceDistance[],
  { catalog, translate }: ComparePictureOptions,
): string[] {
  const { language } = translate;
  const caveats = new Map(references.map((reference) => [reference.caveat[language], reference]));
  const ids = new Set([
    ...rows.flatMap((row) => row.system.sourceIds),
    ...references.flatMap((reference) => reference.sources),
  ]);
  const sources = [...ids]
    .flatMap((id) => findSource(catalog, id) ?? [])
    .map((source) => sourceInWords(source, translate));
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
  const { width, units, theme, measure, translate } = options;
  const ink = CHART_INKS[theme];
  const inner = width - 2 * PAD;
  const title = translate("compare.title");
  const chart = layoutComparisonChart(rows, references, {
    width: inner,
    units,
    ink,
    theme,
    measure,
    wrap: wrapText,
    translate,
  });
  const top = PAD + 44;
  const lines = notesOf(rows, references, options).flatMap((note) =>
    wrapText(note, inner, (part) => measure(part, SMALL, 400)),
  );
  const notesTop = top + chart.height + 12;
  const height = Math.ceil(notesTop + lines.length * LEADING + PAD);
  return {
    width,
    height,
    title,
    description: describe(rows, units, translate),
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

/** The picture as a standalone SVG file in which text stays text. */
export function toCompareSvg({ width, height, title, description, shapes }: ComparePicture, language: string): string {
  const body = new SvgWriter(["title", "description"]).items(shapes);
  return svgDocument({ width, height, layout: { width, height }, language, title, description, body });
}
