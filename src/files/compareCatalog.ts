import * as z from "zod/mini";
import { catch as catchAs } from "zod/mini";
import { headlineBandOf } from "../catalog/bands.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { findChoice, headlinesOf } from "../catalog/lookups.ts";
import { QUALIFIERS } from "../catalog/vocabulary.ts";

const IntervalSchema = z.object({ min: z.number(), max: z.number() });

/** A catalogue's figures for one system: its headline, and the lowest and highest published figure if they differ. */
const PublishedSchema = z.object({
  figure: z.string().check(z.maxLength(200)),
  rangeKm: IntervalSchema,
  qualifier: z.enum(QUALIFIERS),
  spreadKm: z.optional(IntervalSchema),
});
type Published = z.infer<typeof PublishedSchema>;

const PublishedFiguresSchema = z.record(z.string().check(z.maxLength(120)), PublishedSchema);
export type PublishedFigures = z.infer<typeof PublishedFiguresSchema>;

const SavedSchema = z.object({
  catalogVersion: catchAs(z.optional(z.string().check(z.maxLength(40))), undefined),
  published: catchAs(z.optional(PublishedFiguresSchema), undefined),
});

/** A system whose figures changed; `after` is absent if the catalogue no longer contains the system. */
export interface FigureChange {
  ref: string;
  /** The short name in the catalogue, or the ref if the system is gone. */
  name: string;
  before: Published;
  after?: Published;
}

export interface CatalogComparison {
  savedVersion?: string;
  version: string;
  /** The scenario was saved with another version of the catalogue. */
  stale: boolean;
  changes: FigureChange[];
  /** False if the scenario does not include its figures, as in a short link, so that changes cannot be listed. */
  complete: boolean;
}

/**
 * The catalogue's figures for each ref. Unknown refs are left out. A system with several headlines has an entry for each after the
 * first, under its ref and the class of target: `patriot#ballistic`.
 */
export function publishedOf(refs: Iterable<string>, catalog: Catalog): PublishedFigures {
  const entries = [...refs].flatMap((ref): [string, Published][] => {
    const choice = findChoice(catalog, ref);
    if (!choice) return [];
    const variant = choice.variant?.id;
    return headlinesOf(choice.system, variant).map((headline, index): [string, Published] => {
      const { id: figure, rangeKm, qualifier, targetClass } = headline;
      const band = headlineBandOf(choice.system, { variant }, headline);
      const spread = band && band.low.km < band.high.km ? { spreadKm: { min: band.low.km, max: band.high.km } } : {};
      return [index === 0 ? ref : `${ref}#${targetClass ?? "any"}`, { figure, rangeKm, qualifier, ...spread }];
    });
  });
  return Object.fromEntries(entries);
}

/** The ref of an entry, without the class of target of its headline. */
const refOf = (entry: string): string => entry.split("#")[0] ?? entry;

const sameInterval = (a?: { min: number; max: number }, b?: { min: number; max: number }): boolean =>
  a?.min === b?.min && a?.max === b?.max;

const isSame = (a: Published, b: Published | undefined): boolean =>
  b !== undefined &&
  a.figure === b.figure &&
  a.qualifier === b.qualifier &&
  sameInterval(a.rangeKm, b.rangeKm) &&
  sameInterval(a.spreadKm, b.spreadKm);

/**
 * Lists the figures that changed since a scenario was saved. Numbers are compared rather than versions, so changes elsewhere in the catalogue
 * do not count.
 *
 * @param saved the JSON of a saved file; a parsed scenario has lost the figures that it was saved with
 */
export function compareCatalog(saved: unknown, catalog: Catalog): CatalogComparison {
  const { catalogVersion, published } = SavedSchema.safeParse(saved).data ?? {};
  const refs = new Set(Object.keys(published ?? {}).map(refOf));
  const now = publishedOf(refs, catalog);
  const changes = Object.entries(published ?? {}).flatMap(([ref, before]): FigureChange[] => {
    const after = Object.hasOwn(now, ref) ? now[ref] : undefined;
    if (isSame(before, after)) return [];
    const choice = findChoice(catalog, refOf(ref));
    return [{ ref, name: choice?.system.shortName ?? ref, before, ...(after && { after }) }];
  });
  const stale = catalogVersion !== undefined && catalogVersion !== catalog.version;
  return {
    ...(catalogVersion !== undefined && { savedVersion: catalogVersion }),
    version: catalog.version,
    stale: stale || changes.length > 0,
    changes,
    complete: !stale || published !== undefined,
  };
}
