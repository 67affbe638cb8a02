import type { Theme } from "../../marks/inks.ts";
import type { MapElements } from "../../picture/layout/mapElements.ts";
import type { CompositionId } from "../../picture/layout/composition.ts";
import { layoutWidthOf } from "../../picture/layout/pictureSize.ts";
import { findSlot, MM_PER_INCH, PRINT_DPI, printSlot } from "../../picture/layout/slots.ts";
import type { Medium } from "../../picture/layout/typeScale.ts";
import type { FormatId, TextMode } from "../../files/formats.ts";
import type { Language, Projection, View } from "../../scenario/scenario.ts";

/** All choices that the user makes for a picture. */
export interface PictureChoices {
  format: FormatId;
  /** The id of a slot, or `own` and `own-mm` for another size. */
  sizeId: string;
  width: number;
  height: number;
  theme: Theme;
  language: Language;
  /** `auto` follows from what is drawn. */
  projection: Projection | "auto";
  /** `auto` is chosen by rule. */
  composition: CompositionId | "auto";
  text: TextMode;
  /** Elements whose position differs from the default. */
  mapElements: Partial<MapElements>;
  /** What the user framed; absent while the picture shows everything that is drawn. */
  view?: View | undefined;
}

const ZOOM_LIMITS = { min: -2, max: 12 } as const;

/** Zooms a view within limits. */
export const zoomedBy = (view: View, levels: number): View => ({
  ...view,
  zoom: Math.max(ZOOM_LIMITS.min, Math.min(ZOOM_LIMITS.max, view.zoom + levels)),
});

export const SIDE_LIMITS = { min: 200, max: 16_384 } as const;

export function firstChoices(theme: Theme, language: Language, projection: Projection): PictureChoices {
  return {
    format: "png",
    sizeId: "wide",
    width: 1600,
    height: 900,
    theme,
    language,
    projection: projection === "mercator" ? "auto" : projection,
    composition: "auto",
    text: "named",
    mapElements: {},
  };
}

/** Printed sides in millimetres. */
export const MM_LIMITS = { min: 30, max: 600 } as const;
export const toMm = (pixels: number): number => Math.round((pixels / PRINT_DPI) * MM_PER_INCH);
export const toPixels = (mm: number): number => Math.round((mm / MM_PER_INCH) * PRINT_DPI);

/** The layout width and the sizes of type of a picture. */
export function layoutOf({ width, height, sizeId }: PictureChoices): { layoutWidth: number; medium: Medium } {
  const slot = sizeId === "own-mm" ? printSlot(sizeId, toMm(width), toMm(height)) : findSlot(sizeId);
  return slot ?? { layoutWidth: layoutWidthOf(width, height), medium: "screen" };
}
