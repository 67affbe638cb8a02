import { fromKm, KM_PER_UNIT, type LengthUnit } from "../i18n/numbers.ts";

const STEPS = [1, 2, 2.5, 5, 10];

/** The axis of a chart. It starts at zero, and its length is a round number of the unit. */
export interface ComparisonScale {
  /** The values of the ticks, in the unit. */
  ticks: number[];
  endKm: number;
}

/**
 * An axis that is long enough for `longestKm`, with about as many steps as requested.
 *
 * @param longestKm greater than zero
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
