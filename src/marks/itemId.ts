/**
 * An id that no other combination of parts has, whatever characters the parts hold: `ring:kyiv:atacms`. A designer finds it in an SVG;
 * nothing may read the parts back from it.
 */
export const itemId = (...parts: (string | number)[]): string =>
  parts.map((part) => String(part).replace(/[%:]/g, encodeURIComponent)).join(":");
