import { wrapLongitude } from "../../geodesy/wrapLongitude.ts";
import type { View } from "../../scenario/scenario.ts";

/** Width and height in pixels of the layout. */
export interface Size {
  width: number;
  height: number;
}

/** The width of MapLibre's world in pixels at zoom 0. */
export const WORLD_AT_ZOOM_0 = 512;
/** The latitude at which the Mercator world ends so that it is a square. */
const MERCATOR_LIMIT = 85.051128779806604;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance from the top of a Mercator world of height 1. Latitudes beyond the edge are clamped to it. */
export function mercatorY(lat: number): number {
  const held = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + radians(held) / 2)) / (2 * Math.PI);
}

export function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** Constrains a view as MapLibre does: the world fills the frame's height, and its upper and lower edges stay outside the frame. */
export function constrainView({ center, zoom }: View, { height }: Size): View {
  const atLeast = Math.max(zoom, Math.log2(height / WORLD_AT_ZOOM_0));
  const half = height / (WORLD_AT_ZOOM_0 * 2 ** atLeast) / 2;
  const y = mercatorY(center[1]);
  const held = Math.max(half, Math.min(1 - half, y));
  return { center: [center[0], held === y ? center[1] : latitudeAt(held)], zoom: atLeast };
}

/** The view that shows in a frame everything that a screen of another size shows. */
export function viewInFrame(view: View, screen: Size, frame: Size): View {
  const zoom = view.zoom + Math.log2(Math.min(frame.width / screen.width, frame.height / screen.height));
  return constrainView({ center: view.center, zoom }, frame);
}

/** The view moved by a number of pixels. */
export function moveView({ center: [lng, lat], zoom }: View, [right, down]: readonly [number, number]): View {
  const world = WORLD_AT_ZOOM_0 * 2 ** zoom;
  const latitude = latitudeAt(mercatorY(lat) + down / world);
  const longitude = wrapLongitude(lng + (right / world) * 360);
  return { center: [longitude, Math.max(-85, Math.min(85, latitude))], zoom };
}

/** The view that fits bounds in degrees into a frame with a margin; east may exceed 180. A single place is shown at zoom 6. */
export function fitView(
  [west, south, east, north]: readonly [number, number, number, number],
  frame: Size,
  margin = 0.07,
): View {
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const room = 1 - 2 * margin;
  const across = (frame.width * room) / (WORLD_AT_ZOOM_0 * Math.max((east - west) / 360, 1e-6));
  const down = (frame.height * room) / (WORLD_AT_ZOOM_0 * Math.max(bottom - top, 1e-6));
  const single = east - west < 1e-3 && north - south < 1e-3;
  const zoom = single ? 6 : Math.min(Math.log2(Math.min(across, down)), 12);
  const lng = (west + east) / 2;
  return constrainView({ center: [wrapLongitude(lng), latitudeAt((top + bottom) / 2)], zoom }, frame);
}
