/** Past this many rings, of some 500 vertices each, a map takes minutes and gigabytes: it draws fewer and coarser ones. */
export const MOST_EXACT_RINGS = 10_000;

/**
 * Past this many rings each is a hairline: fills lie over one another to a flat colour that says nothing, wide and double lines hide each
 * other, a light edge has no ground left to stand out from, and all of it costs most of a frame. Bands are left out, for the same reasons.
 */
export const MOST_FULL_RINGS = 300;
