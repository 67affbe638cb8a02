import type { Extent, MarkItems } from "./mark.ts";

/** The extents of items that belong to no launch point. */
export const extentsOf = (marks: readonly MarkItems[]): Extent[] =>
  marks.flatMap(({ mark, items }) => items.flatMap((item) => mark.extent?.(item) ?? []));
