import type { LabelAnchor } from "./mark.ts";

/** The anchors of a name that stands on its position, or beside it if there is no room. */
export const ON_POSITION: readonly LabelAnchor[] = ["center", "left", "right", "bottom", "top"];

/** The direction in which a name with an anchor lies from its position. */
const DIRECTIONS_DEG = [
  ["left", 90],
  ["right", 270],
  ["bottom", 0],
  ["top", 180],
] as const;

/** The anchors of a name that stands on the side away from a bearing, the best first; the side of the bearing is left out. */
export function anchorsAwayFrom(bearingDeg: number): LabelAnchor[] {
  const turn = (deg: number) => Math.abs(((((deg - bearingDeg - 180 + 540) % 360) + 360) % 360) - 180);
  return DIRECTIONS_DEG.toSorted(([, a], [, b]) => turn(a) - turn(b))
    .slice(0, 3)
    .map(([anchor]) => anchor);
}
