/**
 * The most that a scenario holds. The schema refuses more, the edits keep to it, and the fields of the page let no more be typed: a state that
 * the page has made can always be read again. Lengths of text are in UTF-16 units, as JavaScript counts them.
 */

/** A file with more launch points than this is refused with a message rather than freezing the page. */
export const MAX_LAUNCH_POINTS = 20_000;
/** Systems at one launch point. */
export const MAX_SYSTEMS = 60;
/** Systems of the user's own in one map. */
export const MAX_CUSTOM_SYSTEMS = 100;
/** Positions in one line or one ring of an area. */
export const MAX_POSITIONS = 20_000;
export const MAX_TREATIES = 20;

export const MAX_POINT_NAME = 200;
export const MAX_GROUP = 100;
/** Title and subtitle. */
export const MAX_TITLE = 300;
export const MAX_CAPTION = 4000;

/** Below the live map's least zoom of 0: on a globe MapLibre counts the latitude in, and reports down to 3.54 less at 85°. */
export const MIN_ZOOM = -4;
export const MAX_ZOOM = 24;

/** Cuts a text to so many UTF-16 units, and never through a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const isHalved = /[\uD800-\uDBFF]$/.test(text.slice(0, most));
  return text.slice(0, isHalved ? most - 1 : most);
}
