import type { Theme } from "../../marks/inks.ts";
import type { MapElements } from "../../picture/layout/mapElements.ts";
import type { FormatId, TextMode } from "../../files/formats.ts";
import { layoutWidthOf } from "../../picture/layout/pictureSize.ts";
import type { Language, Projection, View } from "../../scenario/scenario.ts";

/** All choices that the user makes for a picture. */
export interface PictureChoices {
  format: FormatId;
  sizeId: string;
  width: number;
  height: number;
  theme: Theme;
  language: Language;
  projection: Projection;
  text: TextMode;
  /** Elements whose position differs from the default. */
  mapElements: Partial<MapElements>;
  /** The view of the frame, which moves independently of the screen. */
  view: View;
}

/** Zooms the frame's view within the map's limits. */
export const zoomedBy = (view: View, levels: number): View => ({
  ...view,
  zoom: Math.max(0, Math.min(9, view.zoom + levels)),
});

/** ISO 216 paper in pixels at 300 dpi. */
const A4 = [2480, 3508] as const;
const A3 = [3508, 4961] as const;

export const SIZES = [
  { id: "wide", width: 1600, height: 900 },
  { id: "square", width: 1080, height: 1080 },
  { id: "portrait", width: 1080, height: 1350 },
  { id: "story", width: 1080, height: 1920 },
  { id: "uhd", width: 3840, height: 2160 },
  { id: "8k", width: 7680, height: 4320 },
  { id: "a4", width: A4[0], height: A4[1] },
  { id: "a4-landscape", width: A4[1], height: A4[0] },
  { id: "a3", width: A3[0], height: A3[1] },
  { id: "a3-landscape", width: A3[1], height: A3[0] },
] as const;
export type SizeId = (typeof SIZES)[number]["id"] | "own";

export const SIDE_LIMITS = { min: 200, max: 16_384 } as const;

export function firstChoices(theme: Theme, language: Language, projection: Projection, view: View): PictureChoices {
  return {
    format: "png",
    sizeId: "wide",
    width: 1600,
    height: 900,
    theme,
    language,
    projection,
    text: "named",
    mapElements: {},
    view,
  };
}

/** The layout width of a size. Web sizes are laid out at their own width, so that they are not scaled. */
export function layoutOf({ width, height, sizeId }: PictureChoices): number {
  return sizeId === "wide" || sizeId === "uhd" || sizeId === "8k" ? 1600 : layoutWidthOf(width, height);
}

/** Larger pictures may make the GPU lose its context, so they are drawn from vectors. */
const MOST_GPU_PIXELS = 7680 * 4320;
const MOST_GPU_SIDE = 8192;

/** Whether MapLibre can draw the picture. Azimuthal maps, the line patterns of print and very large pictures are drawn from vectors. */
export function isDrawnByMap({ width, height, projection, theme }: PictureChoices): boolean {
  if (theme === "print") return false;
  return (
    projection !== "azimuthal-equidistant" &&
    Math.max(width, height) <= MOST_GPU_SIDE &&
    width * height <= MOST_GPU_PIXELS
  );
}
