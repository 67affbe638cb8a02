import type { Catalog } from "../catalog/catalog.ts";
import { asOf, type FormerEdition } from "../catalog/formerEdition.ts";

const editions = import.meta.glob<FormerEdition>("../../data/editions/*.json", { import: "default" });

/** The catalogue as a former edition had it, fetched when a map of that edition is opened; undefined for one that was not kept. */
export async function loadFormerCatalog(version: string, present: Catalog): Promise<Catalog | undefined> {
  const edition = await editions[`../../data/editions/${version}.json`]?.();
  return edition && asOf(edition, present);
}
