import type { CustomSystem } from "../../scenario/scenario.ts";

/** Whether two custom systems are equal apart from their ids. */
export const sameSystem = (a: CustomSystem, b: CustomSystem): boolean =>
  JSON.stringify({ ...a, id: "" }) === JSON.stringify({ ...b, id: "" });
