import type { Figure } from "../figure.ts";
import type { LngLat, Ring } from "../../marks/drawn.ts";

export type ScreenPoint = [x: number, y: number];

/** Which point of a label stands on its place: `left` means that the label begins there and runs to the right. */
export type LabelAnchor =
  | "center"
  | "left"
  | "right"
  | "top"
  | "bottom"
  | "top-left"
  | "top-right"
  | "bottom-left"
  | "bottom-right";

/** A pill on a ring or a name beside a launch point, where it was found to fit. */
export interface PlacedLabel {
  id: string;
  kind: "pill" | "name";
  text: string;
  lngLat: LngLat;
  anchor: LabelAnchor;
  color: string;
  role: Ring["style"]["role"];
  /** Id of the launch point that it belongs to. */
  launchPoint: string;
  width: number;
  height: number;
}

/** What varies between the live map, an exported picture and the command line. */
export interface LabelContext {
  width: number;
  height: number;
  /** Pixels from the top left; undefined for a place that is not seen, as on the far side of a globe. */
  project: (lngLat: LngLat) => ScreenPoint | undefined;
  /** Width in pixels of a text at the size and weight of its kind. */
  measure: (text: string, kind: PlacedLabel["kind"]) => number;
  /** Boxes that no label may cover: title, legend, panel. */
  obstacles?: Box[];
}

export type Box = [left: number, top: number, right: number, bottom: number];

export const LABEL_SIZES = {
  pill: { fontSize: 12, height: 20, paddingX: 7 },
  name: { fontSize: 13, height: 18, paddingX: 2 },
} as const;
export const DOT_RADIUS = 6;

/** Distance of a name from the centre of its dot. */
const NAME_GAP = DOT_RADIUS + 3;
/** Places looked at in one go: a map of thousands of rings is full long before it, and the page must not stall. */
const MOST_LOOKS = 6000;
const MOST_NAMES = 2000;
const MARGIN = 4;
const CELL = 64;

/** Boxes by the grid cells that they touch, so that 6,000 rings cost little more than six. */
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

/** Labels on the ring first; where they collide, beside it, outside before inside. */
function pillAnchors(bearingDeg: number): LabelAnchor[] {
  const east = bearingDeg > 0 && bearingDeg < 180;
  const [outside, inside] = east ? (["left", "right"] as const) : (["right", "left"] as const);
  if (bearingDeg === 0) return ["center", "bottom", "top"];
  if (bearingDeg === 180) return ["center", "top", "bottom"];
  return ["center", outside, inside];
}

const NAME_ANCHORS: LabelAnchor[] = ["left", "right", "bottom", "top"];

/** Treaty distances are named at one launch point; at each they would hide the map. */
function onceEach(rings: Figure["treatyRings"]): Figure["treatyRings"] {
  const labels = new Set<string>();
  return rings.filter(({ label }) => !labels.has(label) && labels.add(label));
}

type Labelled = Pick<Ring, "id" | "label" | "labelSpots" | "style"> & { launchPoint: string };

/** Ink of the treaty lines: grey, as they are no system's. */
export const TREATY_COLOR = "#5b5f66";

/** What wants a pill: the merged coverage of a system in place of its rings, and last the treaty distances. */
function labelledOf(figure: Figure): Labelled[] {
  const merged = new Set(figure.coverage.map((coverage) => coverage.system.ref));
  return [
    ...figure.coverage.map((coverage) => ({ ...coverage, launchPoint: "" })),
    ...figure.rings.filter((ring) => !merged.has(ring.system.ref)),
    ...onceEach(figure.treatyRings).map((ring) => ({
      ...ring,
      style: { color: TREATY_COLOR, role: "defence", offset: 0 } as const,
    })),
  ];
}

/**
 * Chooses where each label stands so that none covers another, a dot or an obstacle, and each is whole in the picture. A label for which
 * no place is free is left out; the legend and the list still name it. Launch points go before rings, long rings before short ones.
 */
export function placeLabels(
  figure: Figure,
  { width, height, project, measure, obstacles = [] }: LabelContext,
): PlacedLabel[] {
  const grid = new BoxGrid();
  for (const box of obstacles) grid.add(box);
  const inside = ([left, top, right, bottom]: Box) =>
    left >= MARGIN && top >= MARGIN && right <= width - MARGIN && bottom <= height - MARGIN;
  const seen = figure.launchPoints.flatMap((point) => {
    const known = point.geometry.type === "Point" || point.shape !== undefined;
    const at = point.hidden || !known ? undefined : project(point.lngLat);
    if (!at || at[0] < -50 || at[1] < -50 || at[0] > width + 50 || at[1] > height + 50) return [];
    if (point.geometry.type === "Point") grid.add(boxOf(at, "center", 2 * DOT_RADIUS + 2, 2 * DOT_RADIUS + 2, 0));
    return { point, at };
  });
  const placed: PlacedLabel[] = [];
  const place = (
    label: Omit<PlacedLabel, "anchor" | "lngLat" | "width" | "height">,
    lngLat: LngLat,
    at: ScreenPoint,
    anchors: LabelAnchor[],
    gap: number,
  ) => {
    const size = LABEL_SIZES[label.kind];
    const labelWidth = measure(label.text, label.kind) + 2 * size.paddingX;
    for (const anchor of anchors) {
      const box = boxOf(at, anchor, labelWidth, size.height, anchor === "center" ? 0 : gap);
      if (!inside(box) || grid.hits(box)) continue;
      grid.add(box);
      placed.push({ ...label, lngLat, anchor, width: labelWidth, height: size.height });
      return true;
    }
    return false;
  };
  for (const { point, at } of seen.slice(0, MOST_NAMES)) {
    if (!point.named) continue;
    const label = {
      id: point.id,
      kind: "name",
      text: point.name,
      color: point.color,
      role: "strike",
      launchPoint: point.id,
    } as const;
    place(label, point.lngLat, at, NAME_ANCHORS, NAME_GAP);
  }
  let looks = 0;
  for (const ring of labelledOf(figure)) {
    const label = {
      id: ring.id,
      kind: "pill",
      text: ring.label,
      color: ring.style.color,
      role: ring.style.role,
      launchPoint: ring.launchPoint,
    } as const;
    if (looks > MOST_LOOKS) break;
    ring.labelSpots.some((spot) => {
      looks += 1;
      const at = project(spot.lngLat);
      return at !== undefined && place(label, spot.lngLat, at, pillAnchors(spot.bearingDeg), 3);
    });
  }
  return placed;
}
