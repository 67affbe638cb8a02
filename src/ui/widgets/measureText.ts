import type { PlacedLabel } from "../../figure/labels/placeLabels.ts";
import { LABEL_SIZES } from "../../figure/labels/placeLabels.ts";

export const FONT_FAMILY = '"Noto Sans", sans-serif';

let context: CanvasRenderingContext2D | null | undefined;

/** Width of a text in pixels as the browser draws it. */
export function measureText(text: string, fontSize: number, weight: number): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return text.length * fontSize * 0.6;
  context.font = `${weight} ${fontSize}px ${FONT_FAMILY}`;
  return context.measureText(text).width;
}

/** Width of a label of the map. */
export function measureLabel(text: string, kind: PlacedLabel["kind"]): number {
  return measureText(text, LABEL_SIZES[kind].fontSize, 600);
}
