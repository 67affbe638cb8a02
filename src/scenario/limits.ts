/**
 * Limits of a scenario. The schema, the edits and the input fields all enforce them, so that a state made by the page can always be read
 * again. Text lengths are in UTF-16 code units, as in JavaScript.
 */

/** A file with more launch points than this is rejected with a message, since it would freeze the page. */
export const MAX_LAUNCH_POINTS = 20_000;
/** Systems at one launch point. */
export const MAX_SYSTEMS = 60;
/** Custom systems in one map. */
export const MAX_CUSTOM_SYSTEMS = 100;
/** Positions in one line or one ring of an area. */
export const MAX_POSITIONS = 20_000;
export const MAX_TREATIES = 20;

export const MAX_POINT_NAME = 200;
export const MAX_GROUP = 100;
/** Title and subtitle. */
export const MAX_TITLE = 300;
export const MAX_CAPTION = 4000;

/** Below the live map's minimum of 0, because MapLibre's zoom on a globe depends on the latitude, and is up to 3.54 lower at 85°. */
export const MIN_ZOOM = -4;
export const MAX_ZOOM = 24;

/** Truncates a text to a number of UTF-16 code units without splitting a surrogate pair. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const isHalved = /[\uD800-\uDBFF]$/.test(text.slice(0, most));
  return text.slice(0, isHalved ? most - 1 : most);
}
