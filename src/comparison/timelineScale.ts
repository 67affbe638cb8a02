import type { DateSpan } from "./timeline.ts";

/** An axis of whole years. */
export interface YearScale {
  /** The first days of the years at its two ends, in milliseconds since 1970. */
  from: number;
  to: number;
  /** The years that are marked. */
  years: number[];
}

const STEPS = [1, 2, 5, 10, 20, 50];
const startOf = (year: number): number => Date.UTC(year, 0, 1);

/**
 * An axis of whole years, with about as many marked years as requested.
 *
 * @param spans at least one
 */
export function yearScale(spans: DateSpan[], steps: number): YearScale {
  const first = new Date(Math.min(...spans.map(({ from }) => from))).getUTCFullYear();
  // A span that ends with its year ends on the first day of the next.
  const last = new Date(Math.max(...spans.map(({ to }) => to)) - 1).getUTCFullYear() + 1;
  const step = STEPS.find((length) => (last - first) / length <= steps) ?? 100;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { from: startOf(first), to: startOf(last), years: years.filter((year) => year % step === 0) };
}
