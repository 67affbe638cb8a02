import type { Figure } from "../../figure/figure.ts";
import type { Band, DrawnSystem, Ring } from "../../marks/drawn.ts";

const BLACK = "#000000";

/** Dashes and gaps in pixels, from a whole line on: what tells systems apart where there is no colour. */
const PATTERNS: number[][] = [[], [11, 5], [3, 4], [14, 4, 3, 4], [20, 6], [7, 3, 2, 3, 2, 3], [5, 9], [2, 2]];

/** The line of each system on a black-and-white picture, in the order of the legend; a whole line is an empty list. */
export function patternsOf(figure: Figure): Map<string, number[]> {
  return new Map(
    figure.systems.map((system: DrawnSystem, index) => [system.ref, PATTERNS[index % PATTERNS.length] ?? []]),
  );
}

/** The figure in black. */
export function toPrintFigure(figure: Figure): Figure {
  return {
    ...figure,
    // Heirs, which have the shapes of what they are made from.
    rings: figure.rings.map((ring) =>
      Object.assign(Object.create(ring) as Ring, { style: { ...ring.style, color: BLACK } }),
    ),
    bands: figure.bands.map((band) => Object.assign(Object.create(band) as Band, { color: BLACK })),
    coverage: figure.coverage.map(({ style, ...merged }) =>
      Object.assign(merged, { style: { ...style, color: BLACK } }),
    ),
  };
}
