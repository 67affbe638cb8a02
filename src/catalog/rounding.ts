import type { RangeFigure } from "./rangeFigure.ts";

/** Two figures in different printed units that differ by at most this share are treated as one number, converted and rounded. */
const MAX_ROUNDING = 0.02;

export type RangeEnd = "min" | "max";

/**
 * Whether two distances in kilometres, printed in different units, may be one number: 190 mi is 306 km, which another source prints as 300 km.
 */
function mayBeOneNumber(aKm: number, bKm: number): boolean {
  return Math.abs(aKm - bKm) <= MAX_ROUNDING * Math.min(aKm, bKm);
}

/**
 * Finds the figure of which one end of a figure may be a conversion: the nearest one that is printed in another unit and within 2 %.
 * Figures that differ in the same unit are never treated as roundings of each other.
 *
 * @param figures the candidates; the figure itself is skipped
 * @returns undefined if there is none
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

/** Whether all figures may be one number converted to several units, so that they do not contradict each other. */
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
