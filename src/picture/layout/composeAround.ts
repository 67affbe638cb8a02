import type { Box } from "../../figure/labels/placeLabels.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Size } from "../scene/mapFrame.ts";
import { buildComposition, type Composition, type CompositionOptions } from "./composition.ts";

/** What the layout needs to know about the map in its frame. */
interface MapScale {
  latitude: number;
  zoom: number;
}

/** A picture's composition, the size of its map frame, and the map fitted to that frame. */
export interface ComposedPicture<Fitted> {
  composition: Composition;
  size: Size;
  fitted: Fitted;
}

/**
 * Lays out a picture and fits the map to the frame that the layout leaves. The map's scale affects only the scale bar and not the frame, so
 * the picture is laid out twice: once to find the frame, and once with the right scale bar.
 *
 * @param fit fits the map to a frame, given the boxes that cover parts of it, in pixels of the frame
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
