import type { Box } from "../../figure/labels/placeLabels.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Size } from "../scene/mapFrame.ts";
import { buildComposition, type Composition, type CompositionOptions } from "./composition.ts";

/** What a composition must know of the map in its frame. */
interface MapScale {
  latitude: number;
  zoom: number;
}

/** A picture's composition, the size of the frame in it, and the map that was fitted to that frame. */
export interface ComposedPicture<Fitted> {
  composition: Composition;
  size: Size;
  fitted: Fitted;
}

/**
 * Lays out a picture round a map that is fitted to the frame which the layout leaves. The frame does not depend on the map's scale; only
 * the scale bar in it does, so the picture is laid out once for the frame and once for the bar.
 *
 * @param fit finds the map for a frame in which boxes of that composition stand, in pixels of the frame
 */
export function composeAround<Fitted extends MapScale>(
  figure: Figure,
  options: Omit<CompositionOptions, keyof MapScale>,
  fit: (frame: Size, obstacles: Box[]) => Fitted,
): ComposedPicture<Fitted> {
  const { frame, obstacles } = buildComposition(figure, { ...options, latitude: 0, zoom: 2 });
  const [left, top, right, bottom] = frame;
  const size = { width: right - left, height: bottom - top };
  const fitted = fit(size, obstacles);
  return { composition: buildComposition(figure, { ...options, ...fitted }), size, fitted };
}
