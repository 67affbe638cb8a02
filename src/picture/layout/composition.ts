import type { Figure } from "../../figure/figure.ts";
import type { Box } from "../../figure/labels/placeLabels.ts";
import type { Theme } from "../../marks/inks.ts";
import type { Translate } from "../../i18n/messages.ts";
import { type Corner, type MapElements } from "./mapElements.ts";
import { rangeColumn } from "./rangeColumn.ts";
import { footerShapes, headerShapes, PADS, wordCards } from "./paperShapes.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import type { Medium, TypeScale } from "./typeScale.ts";
import type { MeasureText, Shape } from "../scene/shapes.ts";

/** How a picture is composed: a map with names, a map beside a list of all ranges, or a map with a chart of them. */
export const COMPOSITIONS = ["map", "column", "chart"] as const;
export type CompositionId = (typeof COMPOSITIONS)[number];

export interface CompositionOptions {
  /** Pixels of the layout. */
  width: number;
  height: number;
  theme: Theme;
  medium: Medium;
  type: TypeScale;
  measure: MeasureText;
  translate: Translate;
  elements: MapElements;
}

/** The texts around the map, and the frame that is left for the map. */
export interface Composition {
  /** The map's frame: `[left, top, right, bottom]`. */
  frame: Box;
  shapes: Shape[];
  /** Cards with texts in corners of the map, which are drawn above it. */
  cards: [Corner, Card][];
}

/** A block in a corner of the map. */
export interface Card {
  width: number;
  height: number;
  shapes: (x: number, y: number) => Shape[];
}

/** Pixels between the map and the key below it. */
const KEY_GAP = 6;
/** The least height of the map, in pixels. */
const LEAST_MAP = 60;

/** Lays out title and deck above the map, and the key, sources, credits and the line "Launch points are illustrative" below it. */
export function buildComposition(
  figure: Figure,
  options: CompositionOptions,
  { key, kind = "map" }: { key?: Card | undefined; kind?: CompositionId } = {},
): Composition {
  const { width, height, theme } = options;
  const { paper, rule } = PICTURE_INKS[theme];
  const header = headerShapes(figure, options);
  const footer = footerShapes(figure, options);
  const top = Math.round(header.height);
  // However long the texts are, part of the map stays visible.
  const below = footer.height + (key ? key.height + KEY_GAP : 0);
  const bottom = Math.max(Math.round(height - below), Math.min(height, top + LEAST_MAP));
  const pad = Math.max(6, PADS[options.medium]);
  // The list or chart of ranges stands beside a wide map and under a tall one.
  const isWide = width >= bottom - top;
  const share = kind === "chart" ? 0.34 : 0.28;
  const room = isWide
    ? { width: width * share - 2 * pad, height: bottom - top - pad }
    : { width: width - 2 * PADS[options.medium], height: (bottom - top) * 0.42 };
  const column = kind === "map" ? undefined : rangeColumn(figure, { ...options, ...room, hasBars: kind === "chart" });
  const right = column && isWide ? Math.round(width * (1 - share)) : width;
  const low = column && !isWide ? Math.round(bottom - column.height - 2 * KEY_GAP) : bottom;
  const edge = (y: number): Shape => ({
    type: "line",
    points: [
      [0, y],
      [right, y],
    ],
    stroke: rule,
    width: 0.5,
  });
  const cover = (x: number, y: number, wide: number, high: number): Shape[] =>
    wide > 0 && high > 0 ? [{ type: "rect", x, y, width: wide, height: high, fill: paper }] : [];
  return {
    frame: [0, top, right, low],
    shapes: [
      ...cover(0, 0, width, top),
      ...cover(0, low, width, height - low),
      ...cover(right, top, width - right, low - top),
      ...(top > 0 ? [edge(top)] : []),
      ...(low < height ? [edge(low)] : []),
      ...header.shapes,
      ...footer.shapes,
      ...(key ? key.shapes(PADS[options.medium], bottom + KEY_GAP) : []),
      ...(column ? column.shapes(isWide ? right + pad : PADS[options.medium], isWide ? top + 2 : low + KEY_GAP) : []),
    ],
    cards: wordCards(figure, options, { width: right, height: low - top }),
  };
}
