import type { CustomSystem } from "../../scenario/scenario.ts";

/** Whether two systems of the user's own are one in all but their ids. */
export const sameSystem = (a: CustomSystem, b: CustomSystem): boolean =>
  JSON.stringify({ ...a, id: "" }) === JSON.stringify({ ...b, id: "" });
