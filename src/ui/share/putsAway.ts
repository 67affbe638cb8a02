import type { ScenarioContent } from "../../scenario/edits.ts";
import { countNotes } from "../../scenario/countNotes.ts";
import { isSameMap } from "../../scenario/isSameMap.ts";
import type { Scenario } from "../../scenario/scenario.ts";

/** Whether there is anything of the user's own in a map: launch points, systems, notes, words. */
export function hasOwn(content: ScenarioContent): boolean {
  const { title, subtitle, caption, launchPoints, customSystems } = content;
  const count = launchPoints.length + customSystems.length + countNotes(content);
  return count > 0 || [title, subtitle, caption].some((text) => text);
}

/** What is the user's work in a map: how it is displayed is the choice of whoever reads it. */
const workOf = ({ display: _display, catalogVersion: _version, ...work }: ScenarioContent) => work;

/** Whether opening a map would put away work of the user's own: not where it is the very map that is open, as after a reload of its link. */
export function putsAway(own: ScenarioContent, opened: Scenario): boolean {
  return hasOwn(own) && !isSameMap(workOf(own), workOf(opened));
}
