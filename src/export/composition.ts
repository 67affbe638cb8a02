import type { Figure, LegendEntry } from "../figure/figure.ts";
import type { Box } from "../figure/placeLabels.ts";
import { buildScaleBar, type ScaleBar } from "../figure/scaleBar.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLengthRange } from "../i18n/numbers.ts";
import { type MeasureText, type Shape, wrapText } from "./shapes.ts";
import { sourceInWords } from "./sourceWords.ts";

/** Colours of the paper round the map. */
export interface PictureInk {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
}

export const PICTURE_INKS: Record<"light" | "dark", PictureInk> = {
  light: { paper: "#ffffff", ink: "#1b1b1f", muted: "#55585f", rule: "#c9cbd0" },
  dark: { paper: "#15191e", ink: "#f1f3f5", muted: "#a9b0b8", rule: "#3b4149" },
};

/** Where everything but the map stands, and the hole that is left for the map. */
export interface Composition {
  width: number;
  height: number;
  /** The map's frame: `[left, top, right, bottom]`. */
  frame: Box;
  shapes: Shape[];
  /** Boxes over the map that its labels keep clear of, in pixels of the frame. */
  obstacles: Box[];
}

export interface CompositionOptions {
  width: number;
  height: number;
  /** Centre latitude and zoom of the map in the frame, for the scale. */
  latitude: number;
  zoom: number;
  ink: PictureInk;
  /** A system's colour on the ground of the picture's theme. */
  lineColor: (color: string) => string;
  measure: MeasureText;
  translate: Translate;
}

const PAD = 28;
const LEGEND_ROW = 24;
const SMALL = 13;

/** `¹` to tell which source line a number of the legend belongs to. */
const superscript = (number: number): string => [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

function headerShapes(figure: Figure, { width, measure, ink }: CompositionOptions): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let y = PAD;
  const block = (text: string, size: number, weight: 400 | 700, fill: string, leading: number) => {
    for (const line of wrapText(text, width - 2 * PAD, (part) => measure(part, size, weight))) {
      y += leading;
      shapes.push({ type: "text", x: PAD, y: y - leading * 0.22, text: line, size, weight, fill });
    }
  };
  if (figure.title) block(figure.title, 34, 700, ink.ink, 42);
  if (figure.subtitle || figure.caption) block(figure.subtitle || figure.caption, 18, 400, ink.muted, 26);
  return { shapes, height: shapes.length === 0 ? 0 : y + PAD * 0.6 };
}

function footerLines(figure: Figure, translate: Translate): string[] {
  const sources = figure.sources.map((source, index) => `${superscript(index + 1)}\u00A0${sourceInWords(source, translate)}`);
  return [
    ...(sources.length > 0 ? [translate("picture.sources", { list: sources.join("; ") })] : []),
    `${translate("illustrative")} ${translate("credits.map")} ${translate("picture.madeWith", { version: figure.catalogVersion })}`,
  ];
}

function footerShapes(figure: Figure, { width, height, measure, ink, translate }: CompositionOptions): { shapes: Shape[]; height: number } {
  const leading = SMALL * 1.45;
  const lines = footerLines(figure, translate).flatMap((line) => wrapText(line, width - 2 * PAD, (part) => measure(part, SMALL, 400)));
  const footer = lines.length * leading + PAD;
  const shapes = lines.map(
    (text, index): Shape => ({ type: "text", x: PAD, y: height - footer + PAD * 0.5 + leading * (index + 0.8), text, size: SMALL, weight: 400, fill: ink.muted }),
  );
  return { shapes, height: footer };
}

function legendText(entry: LegendEntry, figure: Figure, translate: Translate): { name: string; range: string; spread: string } {
  const { system } = entry;
  const note = figure.sources.findIndex((source) => source.id === system.sourceId);
  const { spread } = system;
  const published =
    spread && figure.bands.length > 0
      ? translate(spread.openEnded ? "spread.open" : "spread", {
          range: formatLengthRange(translate.language, { min: spread.minKm, max: spread.maxKm }, figure.units),
        })
      : "";
  const own = system.custom ? ` (${translate("custom.mark")})` : "";
  return { name: `${system.shortName}${own}`, range: `${system.rangeText}${note < 0 ? "" : superscript(note + 1)}`, spread: published };
}

function swatchShapes(x: number, y: number, color: string, role: string): Shape[] {
  const strokes: [offset: number, width: number][] = role === "defence" ? [[-2.2, 1.8], [2.2, 1.8]] : [[0, 3]];
  return strokes.map(([offset, width]) => ({ type: "line", points: [[x, y + offset], [x + 26, y + offset]], stroke: color, width }));
}

/** The legend's card at the lower left of the frame. */
function legendShapes(figure: Figure, frame: Box, { measure, ink, lineColor, translate }: CompositionOptions): { shapes: Shape[]; box?: Box } {
  if (figure.legend.length === 0) return { shapes: [] };
  const rows = figure.legend.map((entry) => ({ entry, ...legendText(entry, figure, translate) }));
  const hasBands = figure.bands.length > 0;
  const nameWidth = Math.max(...rows.map((row) => measure(row.name, 15, 600)));
  const rangeWidth = Math.max(...rows.map((row) => measure(row.range, 15, 400)));
  const spreadWidth = Math.max(0, ...rows.map((row) => measure(row.spread, SMALL, 400)));
  const notes = [
    ...(figure.systems.some((system) => system.role === "defence") ? [translate("legend.defence")] : []),
    ...(hasBands ? [translate("legend.band")] : []),
  ];
  const noteWidth = Math.max(0, ...notes.map((note) => measure(note, 12, 400)));
  const inner = Math.max(38 + nameWidth + 14 + rangeWidth + (spreadWidth > 0 ? 16 + spreadWidth : 0), noteWidth);
  const width = inner + 28;
  const height = rows.length * LEGEND_ROW + notes.length * 18 + 20;
  const [left, , , bottom] = frame;
  const [x, y] = [left + 16, bottom - 16 - height];
  const shapes: Shape[] = [{ type: "rect", x, y, width, height, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 4 }];
  rows.forEach(({ entry, name, range, spread }, index) => {
    const middle = y + 10 + LEGEND_ROW * (index + 0.5);
    const baseline = middle + 5.2;
    shapes.push(
      ...swatchShapes(x + 14, middle, lineColor(entry.system.color), entry.system.role),
      { type: "text", x: x + 52, y: baseline, text: name, size: 15, weight: 600, fill: ink.ink },
      { type: "text", x: x + 52 + nameWidth + 14, y: baseline, text: range, size: 15, weight: 400, fill: ink.ink },
    );
    if (spread) shapes.push({ type: "text", x: x + 52 + nameWidth + 14 + rangeWidth + 16, y: baseline, text: spread, size: SMALL, weight: 400, fill: ink.muted });
  });
  notes.forEach((text, index) => {
    shapes.push({ type: "text", x: x + 14, y: y + 10 + rows.length * LEGEND_ROW + 18 * (index + 0.7), text, size: 12, weight: 400, fill: ink.muted });
  });
  return { shapes, box: [x, y, x + width, y + height] };
}

/** The scale bar at the lower right of the frame. */
function scaleShapes(bar: ScaleBar, frame: Box, { measure, ink }: CompositionOptions): { shapes: Shape[]; box: Box } {
  const width = Math.max(bar.widthPx, measure(bar.label, SMALL, 600)) + 24;
  const [, , right, bottom] = frame;
  const [x, y, height] = [right - 16 - width, bottom - 16 - 42, 42];
  const from = x + width - 12 - bar.widthPx;
  const to = x + width - 12;
  return {
    box: [x, y, x + width, y + height],
    shapes: [
      { type: "rect", x, y, width, height, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 4 },
      { type: "text", x: to, y: y + 17, text: bar.label, size: SMALL, weight: 600, fill: ink.ink, align: "end" },
      { type: "line", points: [[from, y + 25], [from, y + 32], [to, y + 32], [to, y + 25]], stroke: ink.ink, width: 1.75 },
    ],
  };
}

/**
 * Lays a picture out: title and caption over the map, legend and scale on it, sources, credits and the illustrative line under it. Every
 * number in the legend carries the mark of its source line.
 */
export function buildComposition(figure: Figure, options: CompositionOptions): Composition {
  const { width, height, ink, latitude, zoom, translate } = options;
  const header = headerShapes(figure, options);
  const footer = footerShapes(figure, options);
  const frame: Box = [0, Math.round(header.height), width, Math.round(height - footer.height)];
  const legend = legendShapes(figure, frame, options);
  const bar = buildScaleBar({ latitude, zoom, mostPx: Math.min(220, width * 0.16), units: figure.units }, translate);
  const scale = scaleShapes(bar, frame, options);
  const [, top, , bottom] = frame;
  return {
    width,
    height,
    frame,
    shapes: [
      { type: "rect", x: 0, y: 0, width, height: top, fill: ink.paper },
      { type: "rect", x: 0, y: bottom, width, height: height - bottom, fill: ink.paper },
      { type: "line", points: [[0, top], [width, top]], stroke: ink.rule, width: top > 0 ? 1 : 0 },
      { type: "line", points: [[0, bottom], [width, bottom]], stroke: ink.rule, width: 1 },
      ...header.shapes,
      ...footer.shapes,
      ...legend.shapes,
      ...scale.shapes,
    ],
    obstacles: [legend.box, scale.box].flatMap((box) => (box ? [[box[0], box[1] - top, box[2], box[3] - top] as Box] : [])),
  };
}
