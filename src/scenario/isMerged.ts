import type { Display } from "./scenario.ts";

/** Whether the areas of several launch points are merged, which both coverage and "reached from n" require. */
export const isMerged = ({ coverage, reachedFrom }: Pick<Display, "coverage" | "reachedFrom">): boolean =>
  coverage || reachedFrom !== undefined;
