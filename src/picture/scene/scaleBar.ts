import type { Figure } from "../../figure/figure.ts";
import type { Box } from "../../figure/labels/placeLabels.ts";
import { buildScaleBar } from "../../figure/scaleBar.ts";
import type { Translate } from "../../i18n/messages.ts";
import { formatLength, formatPairedRange } from "../../i18n/numbers.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { Theme } from "../../marks/inks.ts";
import { type Corner, CORNERS } from "../layout/mapElements.ts";
import { PICTURE_INKS } from "../layout/pictureInks.ts";
import type { TypeScale } from "../layout/typeScale.ts";
import type { Inset } from "./framing.ts";
import type { Occupancy } from "./occupancy.ts";
import { type MapProjection, type Size, zoomOf } from "./projection.ts";
import type { MeasureText, Shape } from "./shapes.ts";

interface ScaleOptions {
  size: Size;
  corner: Corner;
  occupancy: Occupancy;
  palette: BasemapPalette;
  theme: Theme;
  type: TypeScale;
  measure: MeasureText;
  translate: Translate;
  /** The inset whose scale it is. */
  inset?: Inset;
}

const GAP = 9;
const STEP = 18;

/** Positions for the main map's bar: its corner, the other corners, then along the lower and upper edges. */
function mainBoxes({ width, height }: Size, corner: Corner, wide: number, tall: number): Box[] {
  const at = (left: number, top: number): Box => [left, top, left + wide, top + tall];
  const [low, high] = [height - GAP - tall, GAP];
  const corners = [corner, ...CORNERS].map((place) =>
    at(place.endsWith("left") ? GAP : width - GAP - wide, place.startsWith("top") ? high : low),
  );
  const columns = Array.from(
    { length: Math.max(0, Math.floor((width - wide - 2 * GAP) / STEP)) },
    (_, step) => GAP + step * STEP,
  );
  return [...corners, ...columns.toReversed().map((left) => at(left, low)), ...columns.map((left) => at(left, high))];
}

/** Positions for the inset's bar: beside and below its circle, then in it. */
function insetBoxes({ circle: { center, radius } }: Inset, wide: number, tall: number): Box[] {
  const diagonal = radius * Math.SQRT1_2 + 6;
  const at = (left: number, top: number): Box => [left, top, left + wide, top + tall];
  return [
    at(center[0] + diagonal, center[1] - diagonal - tall),
    at(center[0] - diagonal - wide, center[1] - diagonal - tall),
    at(center[0] + diagonal, center[1] + diagonal),
    at(center[0] - diagonal - wide, center[1] + diagonal),
    at(center[0] - wide / 2, center[1] + radius + 4),
    at(center[0] - wide / 2, center[1] - radius - tall - 4),
    at(center[0] - wide / 2, center[1] + radius * 0.72),
  ];
}

/** Draws the scale bar where no line is; empty if there is no such place. */
export function placeScaleBar(projection: MapProjection, figure: Figure, options: ScaleOptions): Shape[] {
  const { size, corner, occupancy, palette, theme, type, measure, translate, inset } = options;
  const { latitude, kmPerPx, kind } = projection;
  const mostPx = inset ? inset.circle.radius * 0.55 : Math.max(50, Math.min(110, size.width * 0.18));
  const bar = buildScaleBar({ latitude, zoom: zoomOf(kmPerPx, latitude), mostPx, units: figure.units }, translate);
  // On any map but Mercator the scale is the same at every latitude, so the label names none.
  const length = { min: bar.km, max: bar.km };
  const label = figure.pairedUnits
    ? formatPairedRange(translate.language, length, figure.units)
    : kind === "mercator"
      ? bar.label
      : formatLength(translate.language, bar.km, figure.units);
  const wide = Math.max(bar.widthPx, measure(label, type.note, 400));
  const tall = type.note * 1.2 + 6;
  const boxes = inset ? insetBoxes(inset, wide, tall) : mainBoxes(size, corner, wide, tall);
  const box = boxes.find(([left, top, right, bottom]) => occupancy.isFree([left - 2, top - 2, right + 2, bottom + 2]));
  if (!box) return [];
  occupancy.add([box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2]);
  const { ink } = PICTURE_INKS[theme];
  const [left, top, right, bottom] = box;
  const isLeft = (left + right) / 2 < size.width / 2;
  const [from, to] = isLeft ? [left, left + bar.widthPx] : [right - bar.widthPx, right];
  const halo = { color: palette.placeHalo, width: 1.6 };
  const text = { type: "text", text: label, size: type.note, weight: 400, fill: ink, halo } as const;
  return [
    { ...text, x: isLeft ? left : right, y: top + type.note * 0.95, align: isLeft ? "start" : "end" },
    {
      type: "line",
      points: [
        [from, bottom - 4],
        [from, bottom],
        [to, bottom],
        [to, bottom - 4],
      ],
      stroke: ink,
      width: 1,
    },
  ];
}
