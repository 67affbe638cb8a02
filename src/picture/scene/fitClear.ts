import { wrapLongitude } from "../../geodesy/wrapLongitude.ts";
import type { Figure } from "../../figure/figure.ts";
import { coverageMark } from "../../marks/coverage.ts";
import type { Coverage, Ring } from "../../marks/drawn.ts";
import { itemsOf } from "../../marks/registry.ts";
import { ringMark } from "../../marks/ring.ts";
import type { Box } from "../../figure/labels/placeLabels.ts";
import type { View } from "../../scenario/scenario.ts";
import { constrainView, fitView, latitudeAt, mercatorY, type Size, WORLD_AT_ZOOM_0 } from "./mapFrame.ts";
import { buildMercator, projectIn } from "./projection.ts";

/** The lines that a picture must show whole: those of rings, and of the areas that stand for them. */
export const outlinesOf = ({ marks }: Figure): readonly (Ring | Coverage)[] => [
  ...itemsOf(marks, ringMark),
  ...itemsOf(marks, coverageMark),
];

/** Whether any ring runs under a box, told by its vertices. */
function isCovered(figure: Figure, view: View, frame: Size, boxes: Box[]): boolean {
  const project = projectIn(buildMercator(view, frame), frame);
  return outlinesOf(figure).some(({ outline: { geometry } }) =>
    (geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates).some((line) =>
      line.some(([lng = 0, lat = 0]) => {
        const [x, y] = project([lng, lat]);
        return boxes.some(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom);
      }),
    ),
  );
}

/** The view in which a part of the frame shows a box of degrees. */
function fitIn(bounds: NonNullable<Figure["bounds"]>, [left, top, right, bottom]: Box, frame: Size): View {
  const { center, zoom } = fitView(bounds, { width: right - left, height: bottom - top });
  const world = WORLD_AT_ZOOM_0 * 2 ** zoom;
  const lng = center[0] - (((left + right - frame.width) / 2) * 360) / world;
  const y = mercatorY(center[1]) - (top + bottom - frame.height) / 2 / world;
  return constrainView({ center: [wrapLongitude(lng), latitudeAt(Math.max(0, Math.min(1, y)))], zoom }, frame);
}

/**
 * The view in which a frame shows all that a figure draws, with no ring under the legend: beside it or over it, whichever shows the figure
 * larger, and in the whole frame where nothing is covered or nothing helps.
 *
 * @param boxes what stands on the map, in pixels of the frame
 */
export function fitClear(figure: Figure, bounds: NonNullable<Figure["bounds"]>, frame: Size, boxes: Box[]): View {
  const whole = fitView(bounds, frame);
  if (boxes.length === 0 || !isCovered(figure, whole, frame, boxes)) return whole;
  const [legend] = boxes.toSorted((a, b) => (b[2] - b[0]) * (b[3] - b[1]) - (a[2] - a[0]) * (a[3] - a[1]));
  if (!legend) return whole;
  const isLeft = legend[0] + legend[2] < frame.width;
  const isLow = legend[1] + legend[3] > frame.height;
  const beside: Box = isLeft ? [legend[2], 0, frame.width, frame.height] : [0, 0, legend[0], frame.height];
  const over: Box = isLow ? [0, 0, frame.width, legend[1]] : [0, legend[3], frame.width, frame.height];
  const views = [beside, over].map((part) => fitIn(bounds, part, frame)).sort((a, b) => b.zoom - a.zoom);
  // A figure much smaller for the legend's sake serves nobody.
  return views.find((view) => view.zoom > whole.zoom - 1.2 && !isCovered(figure, view, frame, [legend])) ?? whole;
}
