/** Measured with 10,000 and 20,000 rings that do not meet, which is the most: 72 KB a ring, in the worker and for what comes of it. */
const BYTES_PER_RING = 75_000;

/** The most that the page takes for merging: 20,000 rings, about as much as a browser gives a page on an ordinary machine. */
export const PAGE_MERGE_BUDGET_BYTES = 20_000 * BYTES_PER_RING;

/** About how much memory merging so many rings takes at most. */
export const mergeBytes = (ringCount: number): number => ringCount * BYTES_PER_RING;
