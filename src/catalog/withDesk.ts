import type { Catalog } from "./catalogSchema.ts";
import type { DeskCatalog } from "./deskCatalog.ts";
import type { Source } from "./source.ts";
import type { System } from "./system.ts";

/** Begins the ids of a desk's systems, figures and sources wherever they stand beside ours, so that none can pass for one of ours. */
const DESK = "desk:";

const toDeskId = (id: string): string => DESK + id;
const toDeskIds = (ids: string[]): string[] => ids.map(toDeskId);

/** Whether a ref of a scenario, `desk:kestrel` or `desk:kestrel/block-ii`, names a system of the map's desk catalogue. */
export const isDeskRef = (ref: string): boolean => ref.startsWith(DESK);

/** Every ref that a scenario with this catalogue may have beside those of ours. */
export function deskRefsOf({ systems }: DeskCatalog): string[] {
  return systems.flatMap(({ id, variants }) => [
    toDeskId(id),
    ...variants.map((variant) => `${toDeskId(id)}/${variant.id}`),
  ]);
}

const toDeskSource = (source: Source): Source => ({ ...source, id: toDeskId(source.id) });

function toDeskSystem(system: System): System {
  return {
    ...system,
    id: toDeskId(system.id),
    headlines: toDeskIds(system.headlines),
    variants: system.variants.map((variant) => ({ ...variant, headlines: toDeskIds(variant.headlines) })),
    figures: system.figures.map((figure) => ({
      ...figure,
      id: toDeskId(figure.id),
      source: toDeskId(figure.source),
    })),
    bands: system.bands.map((band) => ({ ...band, figures: toDeskIds(band.figures) })),
  };
}

function merge(catalog: Catalog, desk: DeskCatalog): Catalog {
  const { name, systems, sources = [] } = desk;
  const own = [...sources, ...systems.flatMap((system) => system.sources ?? [])];
  return {
    ...catalog,
    systems: [...catalog.systems, ...systems.map(toDeskSystem)],
    sources: [...catalog.sources, ...own.map(toDeskSource)],
    desk: name,
  };
}

const merged = new WeakMap<DeskCatalog, { ours: Catalog; both: Catalog }>();

/**
 * The catalogue of a map: ours, and after it the systems and sources of the desk whose catalogue the map carries. The same two give the same
 * object again.
 */
export function withDesk(catalog: Catalog, desk: DeskCatalog | undefined): Catalog {
  if (desk === undefined) return catalog;
  const known = merged.get(desk);
  if (known?.ours === catalog) return known.both;
  const both = merge(catalog, desk);
  merged.set(desk, { ours: catalog, both });
  return both;
}
