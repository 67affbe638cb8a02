import type { Figure } from "../../figure/figure.ts";

/** A corner of the map that a card stands in. */
export const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export type Corner = (typeof CORNERS)[number];

/** Where words stand: over the map, under it, or on a card in a corner of it. */
export const PLACES = ["above", "below", ...CORNERS] as const;
export type Place = (typeof PLACES)[number];

/** What stands round the map and on it, and where; null leaves it out. */
export interface MapElements {
  title: Place | null;
  subtitle: Place | null;
  caption: Place | null;
  legend: Corner | null;
  scale: Corner | null;
  /** Drawn only where north is one direction all over the map. */
  north: Corner | null;
  sources: Place | null;
  /** The line that says that launch points are illustrative. */
  illustrative: Place | null;
  /** Credits of the map can be moved and not left out: their licence demands them. */
  credits: Place;
  /** The program, and the version of its catalog. */
  madeWith: Place | null;
}

/** Where everything stands unless the user wants it elsewhere. A subtitle takes the caption's place over the map. */
export function mapElementsOf(figure: Figure, wanted: Partial<MapElements> = {}): MapElements {
  return {
    title: "above",
    subtitle: "above",
    caption: figure.subtitle === "" ? "above" : "below",
    legend: "bottom-left",
    scale: "bottom-right",
    north: "top-right",
    sources: "below",
    illustrative: "below",
    credits: "below",
    madeWith: "below",
    ...wanted,
  };
}
