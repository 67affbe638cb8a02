import type { Catalog } from "./catalogSchema.ts";

/** A file of data/editions/: the systems of an edition that a later one has replaced, and the sources of their figures. */
export type FormerEdition = Pick<Catalog, "version" | "date" | "systems" | "sources">;

/** The present catalogue with the systems and sources of a former edition, by which a map is drawn as it was then. */
export const asOf = (edition: FormerEdition, present: Catalog): Catalog => ({ ...present, ...edition });

/** What is kept of an edition once another replaces it. */
export function toFormerEdition({ version, date, systems, sources }: Catalog): FormerEdition {
  const used = new Set(systems.flatMap(({ figures }) => figures.map(({ source }) => source)));
  return { version, date, systems, sources: sources.filter(({ id }) => used.has(id)) };
}
