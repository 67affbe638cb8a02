import type { Catalog } from "./catalogSchema.ts";
import type { RangeFigure } from "./rangeFigure.ts";
import type { ReferenceDistance } from "./referenceDistance.ts";
import type { Source } from "./source.ts";
import type { System, Variant } from "./system.ts";

/** What can be assigned to a launch point: a system (`patriot`) or one of its variants (`patriot/pac-3`). */
export interface Choice {
  id: string;
  system: System;
  variant?: Variant;
}

/** Every choice, each system followed by its variants. */
export function choicesOf(catalog: Catalog): Choice[] {
  return catalog.systems.flatMap((system) => [
    { id: system.id, system },
    ...system.variants.map((variant) => ({ id: `${system.id}/${variant.id}`, system, variant })),
  ]);
}

export function findChoice(catalog: Catalog, id: string): Choice | undefined {
  return choicesOf(catalog).find((choice) => choice.id === id);
}

export function findSystem(catalog: Catalog, id: string): System | undefined {
  return catalog.systems.find((system) => system.id === id);
}

/**
 * The figures of the solid lines of a system or variant, one for each class of target. A validated catalogue always has at least one.
 *
 * @throws Error for a variant that the system does not have
 */
export function headlinesOf(system: System, variantId?: string): RangeFigure[] {
  const ids =
    variantId === undefined ? system.headlines : system.variants.find((variant) => variant.id === variantId)?.headlines;
  if (ids === undefined) throw new Error(`${system.id}: no headline figure for variant ${String(variantId)}`);
  return ids.map((id) => {
    const figure = system.figures.find((candidate) => candidate.id === id);
    if (figure === undefined) throw new Error(`${system.id}: no headline figure ${id}`);
    return figure;
  });
}

/** The first headline figure of a system or variant, for places that have room for only one. */
export function headlineOf(system: System, variantId?: string): RangeFigure {
  const [first] = headlinesOf(system, variantId);
  if (first === undefined) throw new Error(`${system.id}: no headline figure`);
  return first;
}

/** Finds a figure and its system by the figure's id. */
export function findFigure(catalog: Catalog, id: string): { system: System; figure: RangeFigure } | undefined {
  for (const system of catalog.systems) {
    const figure = system.figures.find((candidate) => candidate.id === id);
    if (figure !== undefined) return { system, figure };
  }
  return undefined;
}

/** The page or article with this id. A validated catalogue has one for every figure. */
export function findSource(catalog: Catalog, id: string): Source | undefined {
  return catalog.sources.find((source) => source.id === id);
}

/** Whether a source is an article. Articles have three-digit ids, and may lack a publisher and title. */
export function isArticle(source: Source): boolean {
  return /^\d{3}$/.test(source.id);
}

/** The shortest accurate name of a source; undefined for an article of which only the number is known. */
export function sourceNameOf(source: Source): string | undefined {
  return source.publisher ?? source.title ?? (source.url === undefined ? undefined : new URL(source.url).hostname);
}

/** Whether the number is second-hand: from another publication, or read in a copy of the publisher's page. */
export function isSecondHand(figure: RangeFigure, source: Source): boolean {
  return figure.via !== undefined || source.via !== undefined || source.copy !== undefined;
}

/** The systems and reference distances that an article mentions. */
export function namedIn(
  catalog: Catalog,
  articleId: string,
): { systems: System[]; referenceDistances: ReferenceDistance[] } {
  return {
    systems: catalog.systems.filter((system) => system.articles.includes(articleId)),
    referenceDistances: catalog.referenceDistances.filter((distance) => distance.articles.includes(articleId)),
  };
}
