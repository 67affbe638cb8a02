/**
 * Joins parts to an id that is unique whatever characters the parts contain: `ring:kyiv:atacms`. It is readable for a designer who opens an
 * SVG, but code must not parse it.
 */
export const itemId = (...parts: (string | number)[]): string =>
  parts.map((part) => String(part).replace(/[%:]/g, encodeURIComponent)).join(":");
