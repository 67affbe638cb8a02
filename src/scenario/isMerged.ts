import type { Display } from "./scenario.ts";

/** Whether the areas of several launch points are merged: asked for as such, or to shade what several of them reach. */
export const isMerged = ({ coverage, reachedFrom }: Pick<Display, "coverage" | "reachedFrom">): boolean =>
  coverage || reachedFrom !== undefined;
