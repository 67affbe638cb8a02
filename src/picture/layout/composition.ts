import type { Figure } from "../../figure/figure.ts";
import type { Box } from "../../figure/labels/placeLabels.ts";
import type { Theme } from "../../marks/inks.ts";
import type { Translate } from "../../i18n/messages.ts";
import { type Corner, type MapElements } from "./mapElements.ts";
import { footerShapes, headerShapes, PADS, wordCards } from "./paperShapes.ts";
import { PICTURE_INKS } from "./pictureInks.ts";
import type { Medium, TypeScale } from "./typeScale.ts";
import type { MeasureText, Shape } from "../scene/shapes.ts";

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
export function buildComposition(figure: Figure, options: CompositionOptions, key?: Card): Composition {
  const { width, height, theme } = options;
  const { paper, rule } = PICTURE_INKS[theme];
  const header = headerShapes(figure, options);
  const footer = footerShapes(figure, options);
  const top = Math.round(header.height);
  // However long the texts are, part of the map stays visible.
  const below = footer.height + (key ? key.height + KEY_GAP : 0);
  const bottom = Math.max(Math.round(height - below), Math.min(height, top + LEAST_MAP));
  const edge = (y: number): Shape => ({
    type: "line",
    points: [
      [0, y],
      [width, y],
    ],
    stroke: rule,
    width: 0.5,
  });
  return {
    frame: [0, top, width, bottom],
    shapes: [
      { type: "rect", x: 0, y: 0, width, height: top, fill: paper },
      { type: "rect", x: 0, y: bottom, width, height: height - bottom, fill: paper },
      ...(top > 0 ? [edge(top)] : []),
      ...(bottom < height ? [edge(bottom)] : []),
      ...header.shapes,
      ...footer.shapes,
      ...(key ? key.shapes(PADS[options.medium], bottom + KEY_GAP) : []),
    ],
    cards: wordCards(figure, options, { width, height: bottom - top }),
  };
}
