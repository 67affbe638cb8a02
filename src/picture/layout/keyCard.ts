import { creditedRowName } from "../../figure/credits.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Translate } from "../../i18n/messages.ts";
import type { Theme } from "../../marks/inks.ts";
import type { LegendRow, SwatchStyle } from "../../marks/mark.ts";
import { ringGroupOf } from "../../marks/ring.ts";
import type { MeasureText, Shape } from "../scene/shapes.ts";
import { wrapText } from "../scene/shapes.ts";
import type { Card } from "./composition.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import { SWATCH_WIDTH, swatchShapes } from "./swatchShapes.ts";
import type { TypeScale } from "./typeScale.ts";

interface KeyOptions {
  theme: Theme;
  type: TypeScale;
  measure: MeasureText;
  translate: Translate;
  /** What it may take: of a corner of the map, or of the picture. */
  room: { width: number; height: number };
}

/** The key shows at most this many rows of one kind, such as launch areas. The alternative text names all of them. */
const MOST_OF_A_KIND = 3;

/** The rows that names on the map do not say: rings without a name, and the meaning of other lines and tints. */
function rowsOf(figure: Figure, unnamed: ReadonlySet<string>): LegendRow[] {
  const counts = new Map<string, number>();
  return figure.legend.filter((row) => {
    if (row.system) return unnamed.has(ringGroupOf(row.system, row.swatch?.inks ?? row.system.inks));
    if (!row.swatch || row.kind === "ring") return false;
    const count = (counts.get(row.kind) ?? 0) + 1;
    counts.set(row.kind, count);
    return count <= MOST_OF_A_KIND;
  });
}

/** A row with its text broken into lines. */
interface Entry {
  row: LegendRow;
  lines: string[];
}

const MORE: LegendRow = { id: "more", kind: "ring", name: "", launchPoints: 0 };

/** The rows that fit into columns of a height, filled one after another. */
function columnsOf(
  rows: LegendRow[],
  count: number,
  wide: number,
  mostLines: number,
  figure: Figure,
  options: KeyOptions,
) {
  const { measure, type, translate } = options;
  const linesOf = (text: string) => wrapText(text, wide, (part) => measure(part, type.note, 400));
  const all = rows.map((row): Entry => ({ row, lines: linesOf(textOf(row, figure)) }));
  const total = all.reduce((sum, { lines }) => sum + lines.length, 0);
  const columns: Entry[][] = [[]];
  const most = Math.min(mostLines, Math.max(...all.map(({ lines }) => lines.length), Math.ceil(total / count)));
  let used = 0;
  for (const [index, entry] of all.entries()) {
    if (used > 0 && used + entry.lines.length > most) {
      if (columns.length === count) {
        columns.at(-1)?.push({ row: MORE, lines: [translate("legend.more", { count: all.length - index })] });
        break;
      }
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(entry);
    used += entry.lines.length;
  }
  return columns;
}

function textOf(row: LegendRow, figure: Figure): string {
  return [creditedRowName(row, figure), row.range, row.spread && `(${row.spread})`].filter(Boolean).join(" ");
}

/** Pictures draw no double lines. */
const singleLine = (swatch: SwatchStyle): SwatchStyle =>
  swatch.line === "double" ? { ...swatch, line: "single" } : swatch;

/** Pixels from a swatch to its text, and between columns. */
const TEXT_GAP = 6;
const COLUMN_GAP = 14;
/** A narrower column would break every row. */
const LEAST_COLUMN = 190;

/**
 * The key; undefined if names on the map say everything.
 *
 * @param unnamed the groups of rings that have no name on the map
 * @param hasCard draws it on a card of its own, for a corner of the map
 */
export function keyCard(
  figure: Figure,
  unnamed: ReadonlySet<string>,
  options: KeyOptions,
  hasCard = false,
): Card | undefined {
  const { measure, theme, type, room } = options;
  const { paper, ink, rule } = PICTURE_INKS[theme];
  const rows = rowsOf(figure, unnamed);
  if (rows.length === 0) return undefined;
  const size = type.note;
  const leading = size * 1.32;
  const pad = hasCard ? 7 : 0;
  const available = hasCard ? Math.max(90, room.width * 0.45) : room.width;
  const count = hasCard ? 1 : Math.max(1, Math.min(rows.length, Math.floor(available / LEAST_COLUMN)));
  const columnWidth = (available - 2 * pad - (count - 1) * COLUMN_GAP) / count;
  const mostLines = Math.max(2, Math.floor((room.height * (hasCard ? 0.6 : 0.3)) / leading));
  const columns = columnsOf(rows, count, columnWidth - SWATCH_WIDTH - TEXT_GAP, mostLines, figure, options);
  const high = Math.max(...columns.map((entries) => entries.reduce((sum, { lines }) => sum + lines.length, 0)));
  const widest = Math.max(...columns.flat().flatMap(({ lines }) => lines.map((line) => measure(line, size, 400))));
  const width = hasCard ? 2 * pad + SWATCH_WIDTH + TEXT_GAP + widest : available;
  const height = 2 * pad + high * leading;
  const entryShapes = ({ row, lines }: Entry, x: number, top: number): Shape[] => [
    ...(row.swatch ? swatchShapes(x, top + leading / 2, singleLine(row.swatch), theme) : []),
    ...lines.map((text, index): Shape => ({
      type: "text",
      x: x + SWATCH_WIDTH + TEXT_GAP,
      y: top + leading * (index + 0.76),
      text,
      size,
      weight: 400,
      fill: ink,
    })),
  ];
  return {
    width,
    height,
    shapes: (x, y) => [
      ...(hasCard
        ? [{ type: "rect", x, y, width, height, fill: paper, stroke: rule, strokeWidth: 0.5, radius: 2 } as const]
        : []),
      ...columns.flatMap((entries, column) => {
        let top = y + pad;
        return entries.flatMap((entry) => {
          const shapes = entryShapes(entry, x + pad + column * (columnWidth + COLUMN_GAP), top);
          top += entry.lines.length * leading;
          return shapes;
        });
      }),
    ],
  };
}
