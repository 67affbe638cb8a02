import type { BasemapWorld } from "../../map/basemapWorld.ts";

/** The scales at which the outlines of the world are stored. */
export const WORLD_SCALES = ["10m", "50m", "110m"] as const;
export type WorldScale = (typeof WORLD_SCALES)[number];

/** Loads the outlines of the world at a scale. */
export type LoadWorld = (scale: WorldScale) => Promise<BasemapWorld>;

/** The scale whose smallest detail is about a pixel of the file. */
export function worldScaleOf(kmPerPixel: number): WorldScale {
  return kmPerPixel < 2 ? "10m" : kmPerPixel < 9 ? "50m" : "110m";
}
