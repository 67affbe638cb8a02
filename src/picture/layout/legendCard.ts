import type { Figure, LegendEntry } from "../../figure/figure.ts";
import { markedName } from "../../marks/drawnSystem.ts";
import { formatLengthRange } from "../../i18n/numbers.ts";
import type { Card, CompositionOptions } from "./composition.ts";
import { superscript } from "./paperShapes.ts";
import { clipText, type Shape } from "../scene/shapes.ts";

const ROW = 24;
const NOTE = 18;
const SMALL = 13;
/** Launch areas named in the legend; the caption names them all. */
const MOST_AREAS = 3;

interface Row {
  entry: LegendEntry;
  name: string;
  range: string;
  spread: string;
}

function rowOf(entry: LegendEntry, figure: Figure, { translate, furniture }: CompositionOptions): Row {
  const { system } = entry;
  const note = furniture?.sources === null ? -1 : figure.sources.findIndex((source) => source.id === system.sourceId);
  const { spread } = system;
  const published =
    spread && figure.bands.length > 0
      ? translate(spread.openEnded ? "spread.open" : "spread", {
          range: formatLengthRange(translate.language, { min: spread.minKm, max: spread.maxKm }, figure.units),
        })
      : "";
  return {
    entry,
    name: markedName(system, translate),
    range: `${system.rangeText}${note < 0 ? "" : superscript(note + 1)}`,
    spread: published,
  };
}

function swatchShapes(x: number, y: number, color: string, role: string, dash: number[] | undefined): Shape[] {
  const strokes: [offset: number, width: number][] =
    role === "defence"
      ? [
          [-2.2, 1.8],
          [2.2, 1.8],
        ]
      : [[0, 3]];
  return strokes.map(([offset, width]): Shape => {
    const points: [number, number][] = [
      [x, y + offset],
      [x + 26, y + offset],
    ];
    return dash && dash.length > 0
      ? { type: "line", points, stroke: color, width, dash }
      : { type: "line", points, stroke: color, width };
  });
}

/** The legend: each system with its range, the mark of its source, and the spread of what was published. It never outgrows the map. */
export function legendCard(
  figure: Figure,
  options: CompositionOptions,
  room: { width: number; height: number },
): Card | undefined {
  const { measure, ink, lineColor, translate, patterns } = options;
  if (figure.legend.length === 0) return undefined;
  const areas = figure.launchPoints
    .filter((point) => !point.hidden && point.geometry.type !== "Point")
    .map((point) => translate("from.area", { name: point.name }));
  const notes = [
    ...areas.slice(0, MOST_AREAS),
    ...(figure.systems.some((system) => system.role === "defence") ? [translate("legend.defence")] : []),
    ...(figure.bands.length > 0 ? [translate(figure.bandsDrawn ? "legend.band" : "legend.bandsLeft")] : []),
  ];
  const fits = Math.floor((room.height - notes.length * NOTE - 20) / ROW);
  // The note that some are missing takes the room of one.
  const shown = figure.legend.length <= fits ? figure.legend : figure.legend.slice(0, fits - 1);
  if (fits < 2 && shown.length < figure.legend.length) return undefined;
  const left = figure.legend.length - shown.length;
  if (left > 0) notes.unshift(translate("legend.more", { count: left }));
  const most = Math.max(80, room.width * 0.5);
  const rows = shown
    .map((entry) => rowOf(entry, figure, options))
    .map(({ name, ...row }): Row =>
      Object.assign(row, { name: clipText(name, most, (part) => measure(part, 15, 600)) }),
    );
  const nameWidth = Math.max(...rows.map((row) => measure(row.name, 15, 600)));
  const rangeWidth = Math.max(...rows.map((row) => measure(row.range, 15, 400)));
  const spreadWidth = Math.max(0, ...rows.map((row) => measure(row.spread, SMALL, 400)));
  const bare = 38 + nameWidth + 14 + rangeWidth;
  // On a narrow picture the spread goes, and the dashed lines' note stays.
  const hasSpread = spreadWidth > 0 && bare + 16 + spreadWidth + 28 <= room.width * 0.4;
  const width =
    Math.max(hasSpread ? bare + 16 + spreadWidth : bare, ...notes.map((note) => measure(note, 12, 400))) + 28;
  const height = rows.length * ROW + notes.length * NOTE + 20;
  return {
    width,
    height,
    shapes: (x, y) => [
      { type: "rect", x, y, width, height, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 4 },
      ...rows.flatMap(({ entry, name, range, spread }, index): Shape[] => {
        const middle = y + 10 + ROW * (index + 0.5);
        const baseline = middle + 5.2;
        const rangeX = x + 52 + nameWidth + 14;
        return [
          ...swatchShapes(
            x + 14,
            middle,
            lineColor(entry.system.color),
            entry.system.role,
            patterns?.get(entry.system.ref),
          ),
          { type: "text", x: x + 52, y: baseline, text: name, size: 15, weight: 600, fill: ink.ink },
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
      ...notes.map((text, index): Shape => ({
        type: "text",
        x: x + 14,
        y: y + 10 + rows.length * ROW + NOTE * (index + 0.7),
        text,
        size: 12,
        weight: 400,
        fill: ink.muted,
      })),
    ],
  };
}
