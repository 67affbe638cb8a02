import type { Role } from "../../catalog/vocabulary.ts";
import type { LngLat } from "../../marks/drawn.ts";
import type { Inks } from "../../marks/inks.ts";
import { DOT_RADIUS } from "../../marks/launchPoint.ts";
import type { LabelAnchor, MarkItems } from "../../marks/mark.ts";
import type { Figure } from "../figure.ts";

export type ScreenPoint = [x: number, y: number];

/** A label in its position: a pill on a ring or a name beside a launch point. */
export interface PlacedLabel {
  id: string;
  kind: "pill" | "name";
  text: string;
  lngLat: LngLat;
  anchor: LabelAnchor;
  inks: Inks;
  role: Role;
  /** The id of the launch point that it belongs to; absent if it belongs to several. */
  launchPoint?: string;
  width: number;
  height: number;
}

/** What differs between the live map, an exported picture and the command line. */
export interface LabelContext {
  width: number;
  height: number;
  /** Pixels from the top left; undefined for a place that is not visible, such as one on the far side of a globe. */
  project: (lngLat: LngLat) => ScreenPoint | undefined;
  /** The width of a text in pixels, at the size and weight of its kind. */
  measure: (text: string, kind: PlacedLabel["kind"]) => number;
  /** Boxes that no label may cover: title, legend, panel. */
  obstacles?: Box[];
}

export type Box = [left: number, top: number, right: number, bottom: number];

export const LABEL_SIZES = {
  pill: { fontSize: 12, height: 20, paddingX: 7 },
  name: { fontSize: 13, height: 18, paddingX: 2 },
} as const;

/** The distance of a name from the centre of its dot, in pixels. */
const NAME_GAP = DOT_RADIUS + 3;
/** The distance of a pill from the ring beside it, in pixels. */
const PILL_GAP = 3;
/** The maximum number of positions to try, so that the page does not freeze. A map with thousands of rings is full long before this. */
const MOST_LOOKS = 6000;
const MOST_NAMES = 2000;
const MARGIN = 4;
const CELL = 64;

/** A spatial index of boxes by grid cell, so that 6,000 rings cost little more than six. */
export class BoxGrid {
  readonly #cells = new Map<number, Box[]>();

  #keys([left, top, right, bottom]: Box): number[] {
    const keys: number[] = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) keys.push(x * 4096 + y);
    }
    return keys;
  }

  hits(box: Box): boolean {
    return this.#keys(box).some((key) =>
      this.#cells
        .get(key)
        ?.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]),
    );
  }

  add(box: Box): void {
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }
}

export function boxOf([x, y]: ScreenPoint, anchor: LabelAnchor, width: number, height: number, gap: number): Box {
  const left = anchor.includes("left") ? x + gap : anchor.includes("right") ? x - gap - width : x - width / 2;
  const top = anchor.includes("top") ? y + gap : anchor.includes("bottom") ? y - gap - height : y - height / 2;
  return [left, top, left + width, top + height];
}

/** The anchors to try: on the ring first, then beside it, outside before inside. */
function pillAnchors(bearingDeg: number): LabelAnchor[] {
  const east = bearingDeg > 0 && bearingDeg < 180;
  const [outside, inside] = east ? (["left", "right"] as const) : (["right", "left"] as const);
  if (bearingDeg === 0) return ["center", "bottom", "top"];
  if (bearingDeg === 180) return ["center", "top", "bottom"];
  return ["center", outside, inside];
}

const NAME_ANCHORS: LabelAnchor[] = ["left", "right", "bottom", "top"];

/** The distance between the lines of a name, in pixels. */
export const NAME_LEADING = LABEL_SIZES.name.fontSize * 1.2;

/** The labels to place, in order of priority. */
function* wishesOf(marks: readonly MarkItems[]) {
  for (const { mark, items } of marks.toSorted((a, b) => a.mark.labelRank - b.mark.labelRank)) {
    for (const item of items) {
      const wish = item.shown ? mark.label(item) : undefined;
      if (wish) yield { ...wish, id: item.id, inks: item.inks, launchPoint: item.launchPoint };
    }
  }
}

/**
 * Places labels so that none overlaps another label, a dot or an obstacle, and each lies completely within the picture. A label that does not
 * fit is left out; the legend and the list still name its item. Marks with a lower label rank go first, and within a mark its first items.
 */
export function placeLabels(
  { marks }: Pick<Figure, "marks">,
  { width, height, project, measure, obstacles = [] }: LabelContext,
): PlacedLabel[] {
  const grid = new BoxGrid();
  for (const box of obstacles) grid.add(box);
  const inside = ([left, top, right, bottom]: Box) =>
    left >= MARGIN && top >= MARGIN && right <= width - MARGIN && bottom <= height - MARGIN;
  const near = ([x, y]: ScreenPoint) => x >= -50 && y >= -50 && x <= width + 50 && y <= height + 50;
  // All dots are added first, so that no label covers a dot whose own name is placed later.
  for (const { mark, items } of marks) {
    for (const item of items) {
      const wish = mark.labelRank === 0 ? mark.label(item) : undefined;
      const at = wish?.dot && wish.spots[0] ? project(wish.spots[0].lngLat) : undefined;
      if (at && near(at)) grid.add(boxOf(at, "center", 2 * DOT_RADIUS + 2, 2 * DOT_RADIUS + 2, 0));
    }
  }
  const placed: PlacedLabel[] = [];
  let names = 0;
  let looks = 0;
  for (const { kind, text, role, spots, anchors, id, inks, launchPoint } of wishesOf(marks)) {
    if (looks > MOST_LOOKS) break;
    if (text === "" || (kind === "name" && names >= MOST_NAMES)) continue;
    const size = LABEL_SIZES[kind];
    const lines = text.split("\n");
    const labelWidth = Math.max(...lines.map((line) => measure(line, kind))) + 2 * size.paddingX;
    const labelHeight = size.height + (lines.length - 1) * NAME_LEADING;
    spots.some(({ lngLat, bearingDeg }) => {
      if (kind === "pill") looks += 1;
      const at = project(lngLat);
      if (!at || (kind === "name" && !near(at))) return false;
      if (kind === "name") names += 1;
      const gap = kind === "name" ? NAME_GAP : PILL_GAP;
      return (anchors ?? (kind === "name" ? NAME_ANCHORS : pillAnchors(bearingDeg))).some((anchor) => {
        const box = boxOf(at, anchor, labelWidth, labelHeight, anchor === "center" ? 0 : gap);
        if (!inside(box) || grid.hits(box)) return false;
        grid.add(box);
        const owner = launchPoint === undefined ? {} : { launchPoint };
        placed.push({ id, kind, text, lngLat, anchor, inks, role, ...owner, width: labelWidth, height: labelHeight });
        return true;
      });
    });
  }
  return placed;
}
