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

/** The outlines that a picture must show completely: rings, and the coverage that replaces them. */
export const outlinesOf = ({ marks }: Figure): readonly (Ring | Coverage)[] => [
  ...itemsOf(marks, ringMark),
  ...itemsOf(marks, coverageMark),
];

/** Whether any vertex of a ring lies under a box. */
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

/** The view that fits bounds into a part of the frame. */
function fitIn(bounds: NonNullable<Figure["bounds"]>, [left, top, right, bottom]: Box, frame: Size): View {
  const { center, zoom } = fitView(bounds, { width: right - left, height: bottom - top });
  const world = WORLD_AT_ZOOM_0 * 2 ** zoom;
  const lng = center[0] - (((left + right - frame.width) / 2) * 360) / world;
  const y = mercatorY(center[1]) - (top + bottom - frame.height) / 2 / world;
  return constrainView({ center: [wrapLongitude(lng), latitudeAt(Math.max(0, Math.min(1, y)))], zoom }, frame);
}

/**
 * The view that shows the whole figure without a ring under the legend. The figure is placed beside or above the legend, whichever leaves it
 * larger. If the legend covers no ring, or avoiding it makes the figure too small, the whole frame is used.
 *
 * @param boxes the boxes of cards on the map, in pixels of the frame
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
  // A figure should not become much smaller only to avoid the legend.
  return views.find((view) => view.zoom > whole.zoom - 1.2 && !isCovered(figure, view, frame, [legend])) ?? whole;
}
