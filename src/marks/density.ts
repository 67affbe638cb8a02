/** With more rings than this, of some 500 vertices each, drawing takes minutes and gigabytes, so the map draws fewer and coarser ones. */
export const MOST_EXACT_RINGS = 10_000;

/**
 * With more rings than this each is drawn as a hairline without a fill or casing. Overlapping fills add up to one flat colour, wide and double
 * lines hide each other, and all of it takes most of a frame. Bands are left out for the same reasons.
 */
export const MOST_FULL_RINGS = 300;
