import type { ScenarioContent } from "../../scenario/edits.ts";
import { isSameMap } from "../../scenario/isSameMap.ts";
import type { Scenario } from "../../scenario/scenario.ts";

/** Whether there is anything of the user's own in a map: launch points, systems, words. */
export function hasOwn({ title, subtitle, caption, launchPoints, customSystems }: ScenarioContent): boolean {
  return launchPoints.length + customSystems.length > 0 || [title, subtitle, caption].some((text) => text);
}

/** What is the user's work in a map: how it is displayed is the choice of whoever reads it. */
const workOf = ({ title, subtitle, caption, launchPoints, customSystems, deskCatalog }: ScenarioContent) => ({
  title,
  subtitle,
  caption,
  launchPoints,
  customSystems,
  deskCatalog,
});

/** Whether opening a map would put away work of the user's own: not where it is the very map that is open, as after a reload of its link. */
export function putsAway(own: ScenarioContent, opened: Scenario): boolean {
  return hasOwn(own) && !isSameMap(workOf(own), workOf(opened));
}
