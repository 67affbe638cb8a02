import { creditedRowName } from "../../figure/credits.ts";
import type { Figure } from "../../figure/figure.ts";
import type { LegendRow } from "../../marks/mark.ts";
import { readableOn, type Theme } from "../../marks/inks.ts";
import { type MeasureText, type Shape, wrapText } from "../scene/shapes.ts";
import type { Card } from "./composition.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import { SWATCH_WIDTH, swatchShapes } from "./swatchShapes.ts";
import type { TypeScale } from "./typeScale.ts";

interface ColumnOptions {
  theme: Theme;
  type: TypeScale;
  measure: MeasureText;
  width: number;
  height: number;
  /** Draws each range as a bar from nothing to the headline, with the published figures as a lighter band. */
  hasBars: boolean;
}

/** Pixels between rows where there is room and where there is little, from a swatch to its text, and of a bar. */
const ROW_GAPS = [6, 1];
const TEXT_GAP = 6;
const BAR = 7;

/** One system in the column. */
interface Row {
  row: LegendRow;
  name: string[];
  notes: string[];
  height: number;
}

/** The longest distance that a bar shows. */
const reachOf = ({ system }: LegendRow): number => Math.max(system?.rangeKm.max ?? 0, system?.spread?.maxKm ?? 0);

/**
 * All systems with their ranges and published figures in a column beside or under the map, longest first, as a list or as a chart. Undefined
 * if nothing is drawn. Rows that find no room are left out: names on the map still say them.
 */
export function rangeColumn(figure: Figure, options: ColumnOptions): Card | undefined {
  const { theme, type, measure, width, height, hasBars } = options;
  const { ink, muted, paper } = PICTURE_INKS[theme];
  const [nameLeading, noteLeading] = [type.value * 1.25, type.note * 1.3];
  const left = hasBars ? 0 : SWATCH_WIDTH + TEXT_GAP;
  const fitted = (gap: number): { rows: Row[]; total: number; isWhole: boolean } => {
    const rows: Row[] = [];
    let total = 0;
    for (const row of figure.legend) {
      if (!row.system) continue;
      const name = wrapText(creditedRowName(row, figure), width - left, (text) => measure(text, type.value, 700));
      const notes = wrapText([row.range, row.spread].filter(Boolean).join("; "), width - left, (text) =>
        measure(text, type.note, 400),
      );
      const high = name.length * nameLeading + notes.length * noteLeading + (hasBars ? BAR + 2 : 0) + gap;
      if (total + high > height) return { rows, total, isWhole: false };
      rows.push({ row, name, notes, height: high });
      total += high;
    }
    return { rows, total, isWhole: true };
  };
  const attempts = ROW_GAPS.map(fitted);
  const { rows, total } = attempts.find(({ isWhole }) => isWhole) ?? (attempts.at(-1) as (typeof attempts)[number]);
  if (rows.length === 0) return undefined;
  const longest = Math.max(...rows.map(({ row }) => reachOf(row)));
  const bars = ({ row }: Row, x: number, y: number): Shape[] => {
    const { system, swatch } = row;
    if (!system || !swatch) return [];
    const color = swatch.inks[theme].line;
    const at = (km: number) => (km / longest) * width;
    const { spread, rangeKm } = system;
    const band: Shape[] = spread
      ? [
          {
            type: "path",
            data: `M${x + at(spread.minKm)} ${y}h${at(spread.maxKm - spread.minKm)}v${BAR}h${-at(spread.maxKm - spread.minKm)}z`,
            fill: color,
            fillOpacity: 0.3,
          },
        ]
      : [];
    const line: Shape = {
      type: "rect",
      x,
      y: y + BAR / 2 - 1.2,
      width: Math.max(1, at(rangeKm.max)),
      height: 2.4,
      fill: color,
    };
    return [...band, line];
  };
  return {
    width,
    height: total,
    shapes: (x, y) => {
      let top = y;
      return rows.flatMap((entry): Shape[] => {
        const { row, name, notes } = entry;
        const color = readableOn(row.swatch?.inks[theme].line ?? ink, paper);
        const start = top;
        top += entry.height;
        const text = (line: string, baseline: number, size: number, weight: 400 | 700, fill: string): Shape => ({
          type: "text",
          x: x + left,
          y: baseline,
          text: line,
          size,
          weight,
          fill,
        });
        const barTop = start + name.length * nameLeading;
        const notesTop = barTop + (hasBars ? BAR + 2 : 0);
        return [
          ...(hasBars || !row.swatch
            ? []
            : swatchShapes(x, start + nameLeading / 2, { ...row.swatch, line: "single" }, theme)),
          ...name.map((line, index) => text(line, start + nameLeading * (index + 0.78), type.value, 700, color)),
          ...(hasBars ? bars(entry, x, barTop + 1) : []),
          ...notes.map((line, index) => text(line, notesTop + noteLeading * (index + 0.78), type.note, 400, muted)),
        ];
      });
    },
  };
}
