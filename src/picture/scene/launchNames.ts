import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { TypeScale } from "../layout/typeScale.ts";
import { type Occupancy, UNLABELLED } from "./occupancy.ts";
import { boxesBeside } from "./placeNames.ts";
import type { MapProjection } from "./projection.ts";
import type { LaunchName } from "./ringLabels.ts";
import type { MeasureText, Shape } from "./shapes.ts";
import { blockShapes, textBlock } from "./textBlock.ts";

interface LaunchNameOptions {
  occupancy: Occupancy;
  palette: BasemapPalette;
  type: TypeScale;
  measure: MeasureText;
  /** The inset, if there is one, then the main map. */
  layers: { projection: MapProjection; isInside: (box: Box) => boolean }[];
}

const GAP = 6;
/** The lengths and directions of leaders that are tried where rings surround the dot. */
const LEADERS = [14, 22, 32, 44, 60, 80, 110, 150];
const DIRECTIONS = 16;
/** With more launch points, leaders would cover the map, and names that find no room are left out. */
const MOST_WITH_LEADERS = 40;
/** A map is full long before this. */
const MOST_NAMES = 2000;

type Found = { box: Box; align: "start" | "middle" | "end"; leader?: [ScreenPoint, ScreenPoint] };

function* positionsOf(
  at: ScreenPoint,
  size: { width: number; height: number },
  leaders: readonly number[],
): Generator<Found> {
  const block = { ...size, lines: [] };
  for (const [box, align] of boxesBeside(at, GAP, block)) yield { box, align };
  for (const length of leaders) {
    for (let step = 0; step < DIRECTIONS; step += 1) {
      // Upper right first, as readers expect.
      const angle = -Math.PI / 4 + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / DIRECTIONS);
      const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
      const end: ScreenPoint = [at[0] + nx * length, at[1] + ny * length];
      const cx = end[0] + nx * 2 + (size.width / 2) * Math.max(-1, Math.min(1, nx * 1.9));
      const cy = end[1] + ny * 2 + (size.height / 2) * Math.max(-1, Math.min(1, ny * 1.9));
      const box: Box = [cx - size.width / 2, cy - size.height / 2, cx + size.width / 2, cy + size.height / 2];
      const start: ScreenPoint = [at[0] + nx * 4, at[1] + ny * 4];
      yield { box, align: nx > 0.35 ? "start" : nx < -0.35 ? "end" : "middle", leader: [start, end] };
    }
  }
}

/** Names launch points beside their dots, or with a leader where rings surround them closely. */
export function placeLaunchNames(
  names: readonly LaunchName[],
  options: LaunchNameOptions,
): { shapes: Shape[]; missing: string[] } {
  const { occupancy, palette, type, measure, layers } = options;
  const missing: string[] = [];
  const leaders = names.length > MOST_WITH_LEADERS ? [] : LEADERS;
  const shapes = names.slice(0, MOST_NAMES).flatMap(({ text, lngLat, isInInset }): Shape[] => {
    if (text === "") return [];
    const [inset, main] = layers.length > 1 ? layers : [undefined, layers[0]];
    const layer = isInInset ? (inset ?? main) : main;
    const at = layer?.projection.project(lngLat);
    if (!layer || !at) return [];
    const block = textBlock([{ text, size: type.name, weight: 700, fill: palette.placeLabel }], measure);
    for (const { box, align, leader } of positionsOf(at, block, leaders)) {
      const padded: Box = [box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1];
      // Beside an inset there is more room than in it.
      if ((layer !== inset && !layer.isInside(box)) || !occupancy.isFree(padded)) continue;
      occupancy.add(padded);
      if (leader) occupancy.addLine(leader, UNLABELLED);
      return [
        ...(leader ? [{ type: "line", points: leader, stroke: palette.placeLabel, width: 0.7 } as const] : []),
        ...blockShapes(block, box, align, { color: palette.placeHalo, width: 1.8 }),
      ];
    }
    missing.push(text);
    return [];
  });
  return { shapes, missing };
}
