import { nameWith } from "./drawnSystem.ts";
import type { LegendRow } from "./mark.ts";

/** The name of a legend row with everything that distinguishes it: `Patriot (PAC-3, against aircraft)`, `ATACMS (Kyiv, Odesa)`. */
export function rowName({ name, system, remark, from = [] }: LegendRow): string {
  return nameWith({ ...system, shortName: name }, [...(remark === undefined ? [] : [remark]), ...from]);
}
