import type { Figure } from "../../figure/figure.ts";
import type { Box } from "../../figure/labels/placeLabels.ts";
import { buildScaleBar, type ScaleBar } from "../../figure/scaleBar.ts";
import type { Theme } from "../../marks/inks.ts";
import type { Translate } from "../../i18n/messages.ts";
import { formatLength } from "../../i18n/numbers.ts";
import { type Corner, type MapElements, mapElementsOf } from "./mapElements.ts";
import { legendCard } from "./legendCard.ts";
import { footerShapes, headerShapes, wordCards } from "./paperShapes.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import type { MeasureText, Shape } from "../scene/shapes.ts";

/** The layout of everything but the map, and the frame that is left for the map. */
export interface Composition {
  width: number;
  height: number;
  /** The map's frame: `[left, top, right, bottom]`. */
  frame: Box;
  shapes: Shape[];
  /** Boxes on the map that labels must avoid, in pixels of the frame. */
  obstacles: Box[];
}

export interface CompositionOptions {
  width: number;
  height: number;
  /** Centre latitude and zoom of the map in the frame, for the scale. */
  latitude: number;
  zoom: number;
  theme: Theme;
  measure: MeasureText;
  translate: Translate;
  mapElements?: Partial<MapElements>;
  /** The map is azimuthal: distances from its centre have one scale everywhere, and north is up only along the centre's meridian. */
  azimuthal?: boolean;
}

/** A block in a corner of the map. */
export interface Card {
  width: number;
  height: number;
  shapes: (x: number, y: number) => Shape[];
}

const GAP = 16;
const SMALL = 13;

function scaleCard(bar: ScaleBar, { measure, theme }: CompositionOptions): Card {
  const ink = PICTURE_INKS[theme];
  const width = Math.max(bar.widthPx, measure(bar.label, SMALL, 600)) + 24;
  return {
    width,
    height: 42,
    shapes: (x, y) => {
      const [from, to] = [x + width - 12 - bar.widthPx, x + width - 12];
      return [
        { type: "rect", x, y, width, height: 42, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 4 },
        { type: "text", x: to, y: y + 17, text: bar.label, size: SMALL, weight: 600, fill: ink.ink, align: "end" },
        {
          type: "line",
          points: [
            [from, y + 25],
            [from, y + 32],
            [to, y + 32],
            [to, y + 25],
          ],
          stroke: ink.ink,
          width: 1.75,
        },
      ];
    },
  };
}

function northCard({ theme, translate }: CompositionOptions): Card {
  const ink = PICTURE_INKS[theme];
  return {
    width: 30,
    height: 44,
    shapes: (x, y) => [
      { type: "rect", x, y, width: 30, height: 44, fill: ink.paper, stroke: ink.rule, strokeWidth: 1, radius: 4 },
      { type: "path", data: `M${x + 15} ${y + 5}l6 15l-6-4l-6 4z`, fill: ink.ink, name: "north-arrow" },
      {
        type: "text",
        x: x + 15,
        y: y + 36,
        text: translate("compass.north"),
        size: SMALL,
        weight: 700,
        fill: ink.ink,
        align: "middle",
      },
    ],
  };
}

/** Places each card in its corner. Cards in the same corner are stacked. */
function placeCards(
  cards: [Corner | null, Card | undefined][],
  [left, top, right, bottom]: Box,
): { shapes: Shape[]; boxes: Box[] } {
  const used = new Map<Corner, number>();
  const shapes: Shape[] = [];
  const boxes: Box[] = [];
  for (const [corner, card] of cards) {
    if (!corner || !card) continue;
    const taken = used.get(corner) ?? GAP;
    const x = corner.endsWith("left") ? left + GAP : right - GAP - card.width;
    const y = corner.startsWith("top") ? top + taken : bottom - taken - card.height;
    used.set(corner, taken + card.height + GAP / 2);
    shapes.push(...card.shapes(x, y));
    boxes.push([x, y, x + card.width, y + card.height]);
  }
  return { shapes, boxes };
}

/** The height that other cards take on the legend's side of the map. */
function heightBeside(legend: Corner, others: [Corner | null, Card | undefined][]): number {
  const side = legend.split("-")[1] ?? "";
  return others.reduce((sum, [corner, card]) => sum + (corner?.endsWith(side) && card ? card.height + GAP / 2 : 0), 0);
}

/**
 * Lays out a picture: title and caption above the map; legend, scale and north arrow on it; sources, credits and the line "Launch points are
 * illustrative" below it. Every number in the legend has a superscript that refers to its source.
 */
export function buildComposition(figure: Figure, options: CompositionOptions): Composition {
  const { width, height, theme, latitude, zoom, translate, azimuthal = false } = options;
  const ink = PICTURE_INKS[theme];
  const mapElements = mapElementsOf(figure, options.mapElements);
  const header = headerShapes(figure, options);
  const footer = footerShapes(figure, options);
  const top = Math.round(header.height);
  // However long the texts are, part of the map stays visible.
  const bottom = Math.max(Math.round(height - footer.height), Math.min(height, top + 40));
  const frame: Box = [0, top, width, bottom];
  const room = { width: width - 2 * GAP, height: bottom - top - 2 * GAP };
  const bar = buildScaleBar({ latitude, zoom, mostPx: Math.min(220, width * 0.16), units: figure.units }, translate);
  // On an azimuthal map the scale is the same at every latitude, so the label names none.
  if (azimuthal) bar.label = formatLength(translate.language, bar.km, figure.units);
  const others: [Corner | null, Card | undefined][] = [
    ...wordCards(figure, options, room),
    [mapElements.scale, scaleCard(bar, options)],
    [mapElements.north, azimuthal ? undefined : northCard(options)],
  ];
  const { legend } = mapElements;
  const legendRoom = legend ? { ...room, height: room.height - heightBeside(legend, others) } : room;
  const cards = placeCards([[legend, legend ? legendCard(figure, options, legendRoom) : undefined], ...others], frame);
  return {
    width,
    height,
    frame,
    shapes: [
      { type: "rect", x: 0, y: 0, width, height: top, fill: ink.paper },
      { type: "rect", x: 0, y: bottom, width, height: height - bottom, fill: ink.paper },
      {
        type: "line",
        points: [
          [0, top],
          [width, top],
        ],
        stroke: ink.rule,
        width: top > 0 ? 1 : 0,
      },
      {
        type: "line",
        points: [
          [0, bottom],
          [width, bottom],
        ],
        stroke: ink.rule,
        width: 1,
      },
      ...header.shapes,
      ...footer.shapes,
      ...cards.shapes,
    ],
    obstacles: cards.boxes.map(([x0, y0, x1, y1]): Box => [x0, y0 - top, x1, y1 - top]),
  };
}
