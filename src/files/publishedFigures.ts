import { headlineBandOf } from "../catalog/bands.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { findChoice, headlinesOf } from "../catalog/lookups.ts";
import type { Published, PublishedFigures } from "../scenario/published.ts";

/** The catalogue's figures for each ref, as a saved map carries them. Unknown refs are left out. */
export function publishedOf(refs: Iterable<string>, catalog: Catalog): PublishedFigures {
  const entries = [...refs].flatMap((ref): [string, Published][] => {
    const choice = findChoice(catalog, ref);
    if (!choice) return [];
    const variant = choice.variant?.id;
    return headlinesOf(choice.system, variant).map((headline, index): [string, Published] => {
      const { id: figure, rangeKm, qualifier, targetClass } = headline;
      const band = headlineBandOf(choice.system, { variant }, headline);
      return [
        index === 0 ? ref : `${ref}#${targetClass ?? "any"}`,
        {
          figure,
          rangeKm,
          qualifier,
          ...(targetClass !== undefined && { targetClass }),
          ...(band && band.low.km < band.high.km && { spreadKm: { min: band.low.km, max: band.high.km } }),
        },
      ];
    });
  });
  return Object.fromEntries(entries);
}
