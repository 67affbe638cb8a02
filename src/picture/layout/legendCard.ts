import type { Figure } from "../../figure/figure.ts";
import { rowName } from "../../marks/legendRow.ts";
import type { LegendRow } from "../../marks/mark.ts";
import { clipText, type Shape } from "../scene/shapes.ts";
import type { Card, CompositionOptions } from "./composition.ts";
import { superscript } from "./paperShapes.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import { swatchShapes } from "./swatchShapes.ts";

const ROW = 24;
const NOTE = 18;
const SMALL = 13;
const NOTE_SIZE = 12;
const SWATCH_ROOM = 38;
/** The legend shows at most this many notes of one kind, such as launch areas. The caption names all of them. */
const MOST_OF_A_KIND = 3;

interface SystemLine {
  row: LegendRow;
  name: string;
  /** Of the sources of the row's figures: `¹ ²`. */
  marks: string;
  range: string;
  spread: string;
}

function lineOf(row: LegendRow, figure: Figure, { mapElements }: CompositionOptions): SystemLine {
  const ids = mapElements?.sources === null ? [] : (row.system?.sourceIds ?? []);
  const numbers = ids.map((id) => figure.sources.findIndex((source) => source.id === id) + 1);
  // After the name: after a unit, a mark would read as its power.
  const marks = numbers.map((number) => superscript(number)).join("\u00A0");
  return { row, name: rowName(row), marks, range: row.range ?? "", spread: row.spread ?? "" };
}

/** The legend rows for everything that is not a system. */
function notesOf(legend: LegendRow[]): LegendRow[] {
  const counts = new Map<string, number>();
  return legend.filter(({ system, kind }) => {
    if (system) return false;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_OF_A_KIND;
  });
}

/** The legend: each system with its range, a superscript for its source, and the spread of published figures. It always fits on the map. */
export function legendCard(
  figure: Figure,
  options: CompositionOptions,
  room: { width: number; height: number },
): Card | undefined {
  const { measure, theme, translate } = options;
  const ink = PICTURE_INKS[theme];
  const systems = figure.legend.filter(({ system }) => system);
  if (systems.length === 0) return undefined;
  const notes = notesOf(figure.legend);
  const fits = Math.floor((room.height - notes.length * NOTE - 20) / ROW);
  // If some systems are left out, the note that says so takes one row.
  const shown = systems.length <= fits ? systems : systems.slice(0, fits - 1);
  if (fits < 2 && shown.length < systems.length) return undefined;
  const left = systems.length - shown.length;
  if (left > 0)
    notes.unshift({ id: "more", kind: "ring", name: translate("legend.more", { count: left }), launchPoints: 0 });
  const most = Math.max(80, room.width * 0.5);
  const lines = shown.map((row) => {
    const line = lineOf(row, figure, options);
    const room = most - measure(line.marks, 15, 600);
    return { ...line, name: `${clipText(line.name, room, (part) => measure(part, 15, 600))}${line.marks}` };
  });
  const nameWidth = Math.max(...lines.map((line) => measure(line.name, 15, 600)));
  const rangeWidth = Math.max(...lines.map((line) => measure(line.range, 15, 400)));
  const spreadWidth = Math.max(0, ...lines.map((line) => measure(line.spread, SMALL, 400)));
  const bare = SWATCH_ROOM + nameWidth + 14 + rangeWidth;
  // A narrow picture has no room for the spread column.
  const hasSpread = spreadWidth > 0 && bare + 16 + spreadWidth + 28 <= room.width * 0.4;
  const noteRoom = (note: LegendRow) => (note.swatch ? SWATCH_ROOM : 0);
  const noteWidth = (note: LegendRow) => noteRoom(note) + measure(rowName(note), NOTE_SIZE, 400);
  const widest = Math.max(hasSpread ? bare + 16 + spreadWidth : bare, ...notes.map(noteWidth));
  const width = Math.min(widest + 28, room.width);
  const height = lines.length * ROW + notes.length * NOTE + 20;
  return {
    width,
    height,
    shapes: (x, y) => [
      { type: "rect", x, y, width, height, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 4 },
      ...lines.flatMap(({ row: { swatch }, name, range, spread }, index): Shape[] => {
        const middle = y + 10 + ROW * (index + 0.5);
        const baseline = middle + 5.2;
        const nameX = x + 14 + SWATCH_ROOM;
        const rangeX = nameX + nameWidth + 14;
        return [
          ...(swatch ? swatchShapes(x + 14, middle, swatch, theme) : []),
          { type: "text", x: nameX, y: baseline, text: name, size: 15, weight: 600, fill: ink.ink },
          { type: "text", x: rangeX, y: baseline, text: range, size: 15, weight: 400, fill: ink.ink },
          ...(hasSpread && spread
            ? [
                {
                  type: "text",
                  x: rangeX + rangeWidth + 16,
                  y: baseline,
                  text: spread,
                  size: SMALL,
                  weight: 400,
                  fill: ink.muted,
                } as const,
              ]
            : []),
        ];
      }),
      ...notes.flatMap((note, index): Shape[] => {
        const baseline = y + 10 + lines.length * ROW + NOTE * (index + 0.7);
        const noteX = x + 14 + noteRoom(note);
        const text = clipText(rowName(note), x + width - 14 - noteX, (part) => measure(part, NOTE_SIZE, 400));
        return [
          ...(note.swatch ? swatchShapes(x + 14, baseline - 4, note.swatch, theme) : []),
          { type: "text", x: noteX, y: baseline, text, size: NOTE_SIZE, weight: 400, fill: ink.muted },
        ];
      }),
    ],
  };
}
