import type { RangeFigure } from "./rangeFigure.ts";

/** Two figures of different printed units that lie no further apart than this are taken for one number, converted and rounded. */
const MAX_ROUNDING = 0.02;

export type RangeEnd = "min" | "max";

/**
 * Whether two distances in kilometres, printed in different units, may be one number: 190 mi is 306 km, which somebody else prints as 300 km.
 */
function mayBeOneNumber(aKm: number, bKm: number): boolean {
  return Math.abs(aKm - bKm) <= MAX_ROUNDING * Math.min(aKm, bKm);
}

/**
 * The figure of which one end of a figure may be a conversion: printed in another unit and within 2 % in kilometres, the nearest first.
 * Figures of one unit that differ do so for another reason, and are never taken for roundings.
 *
 * @param figures among which to look; the figure itself is passed over
 * @returns undefined where there is none
 */
export function roundingOf(
  figure: RangeFigure,
  end: RangeEnd,
  figures: readonly RangeFigure[],
): RangeFigure | undefined {
  const km = figure.rangeKm[end];
  const distance = (other: RangeFigure): number => Math.abs(other.rangeKm[end] - km);
  return figures
    .filter(
      (other) =>
        other.id !== figure.id &&
        other.asPrinted.unit !== figure.asPrinted.unit &&
        mayBeOneNumber(km, other.rangeKm[end]),
    )
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Whether every figure may be one number in several units, so that the figures do not disagree. */
export function areOneNumber(figures: readonly RangeFigure[]): boolean {
  const units = new Set(figures.map((figure) => figure.asPrinted.unit));
  const low = Math.min(...figures.map((figure) => figure.rangeKm.min));
  const high = Math.max(...figures.map((figure) => figure.rangeKm.max));
  if (low === high) return true;
  const byUnit = [...units].map((unit) => figures.filter((figure) => figure.asPrinted.unit === unit));
  const agrees = (group: RangeFigure[]) =>
    new Set(group.flatMap((figure) => [figure.rangeKm.min, figure.rangeKm.max])).size === 1;
  return units.size > 1 && byUnit.every(agrees) && mayBeOneNumber(low, high);
}
