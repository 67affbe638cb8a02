import { fromKm, KM_PER_UNIT, type LengthUnit } from "../i18n/numbers.ts";

const STEPS = [1, 2, 2.5, 5, 10];

/** The axis of a chart that starts at nothing: its length is a round number of the unit. */
export interface ComparisonScale {
  /** Values of the marks, in the unit. */
  ticks: number[];
  endKm: number;
}

/**
 * A round axis long enough for a length, with about as many steps as asked for.
 *
 * @param longestKm more than nothing
 */
export function comparisonScale(longestKm: number, unit: LengthUnit, steps: number): ComparisonScale {
  const longest = fromKm(longestKm, unit);
  const rough = longest / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((factor) => factor * power >= rough * 0.999_999) ?? 10) * power;
  const count = Math.ceil(longest / step - 1e-9);
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    endKm: count * step * KM_PER_UNIT[unit],
  };
}
