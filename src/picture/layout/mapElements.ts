import type { Figure } from "../../figure/figure.ts";

/** The corners of the map in which cards can be placed. */
export const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export type Corner = (typeof CORNERS)[number];

/** Where a text can be placed: above the map, below it, or on a card in one of its corners. */
export const PLACES = ["above", "below", ...CORNERS] as const;
export type Place = (typeof PLACES)[number];

/** The position of each element around and on the map; null leaves the element out. */
export interface MapElements {
  title: Place | null;
  subtitle: Place | null;
  caption: Place | null;
  /** The key of what names on the map do not say: below the map, or on a card in one of its corners. */
  legend: "below" | Corner | null;
  scale: Corner | null;
  /** A small globe that shows where the map is, on a map of less than a continent. */
  locator: Corner | null;
  sources: Place | null;
  /** The line that says that launch points are illustrative. */
  illustrative: Place | null;
  /** Map credits can be moved but not left out, because the data's licence requires them. */
  credits: Place;
  /** The program, and the version of its catalogue. */
  madeWith: Place | null;
}

/** The position of every element: the user's choice or the default. If there is a subtitle, the caption moves below the map. */
export function mapElementsOf(figure: Figure, wanted: Partial<MapElements> = {}): MapElements {
  return {
    title: "above",
    subtitle: "above",
    caption: figure.subtitle === "" ? "above" : "below",
    legend: "below",
    scale: "bottom-right",
    locator: "top-right",
    sources: "below",
    illustrative: "below",
    credits: "below",
    madeWith: "below",
    ...wanted,
  };
}
