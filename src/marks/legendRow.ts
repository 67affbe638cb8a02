import type { LegendRow } from "./mark.ts";

/** The name of a legend row with everything that distinguishes it: `PAC-3 MSE (against ballistic missiles)`, `ATACMS (Kyiv, Odesa)`. */
export function rowName({ name, remark, from = [] }: LegendRow): string {
  const apart = [...(remark === undefined ? [] : [remark]), ...from];
  return apart.length === 0 ? name : `${name} (${apart.join(", ")})`;
}
