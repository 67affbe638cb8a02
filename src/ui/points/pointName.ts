import type { Translate } from "../../i18n/messages.ts";
import type { LaunchPoint } from "../../scenario/scenario.ts";

/** A name for a new launch point that no other has: `Launch point 2`. */
export function nextPointName(points: LaunchPoint[], translate: Translate): string {
  const names = new Set(points.map((point) => point.name));
  let number = points.length + 1;
  let name = translate("point.numbered", { number });
  while (names.has(name)) {
    number += 1;
    name = translate("point.numbered", { number });
  }
  return name;
}
