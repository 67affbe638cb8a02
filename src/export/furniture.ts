/** A corner of the map that a card stands in. */
export const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
export type Corner = (typeof CORNERS)[number];

/** What stands round the map and on it, and where. Credits are not among the choices: their licence demands them. */
export interface Furniture {
  title: boolean;
  /** The subtitle and the caption. */
  caption: boolean;
  legend: Corner | null;
  scale: Corner | null;
  /** Drawn only where north is one direction all over the map. */
  north: Corner | null;
  sources: boolean;
  /** The line that says that launch points are illustrative. */
  illustrative: boolean;
}

export const DEFAULT_FURNITURE: Furniture = {
  title: true,
  caption: true,
  legend: "bottom-left",
  scale: "bottom-right",
  north: "top-right",
  sources: true,
  illustrative: true,
};
