import type { ScenarioContent } from "../../scenario/edits.ts";
import { MAX_CUSTOM_SYSTEMS, MAX_LAUNCH_POINTS } from "../../scenario/limits.ts";
import type { LaunchPoint } from "../../scenario/scenario.ts";
import type { Imported } from "./imported.ts";
import { sameSystem } from "./sameSystem.ts";

/**
 * Adds imported launch points and systems to a map. Existing content is not changed: an imported id that is already in use is replaced.
 * The import has already reported what exceeds the limits; they are applied again here because the map may have been edited since.
 *
 * @param lastSystems the systems of launch points for which the file names none
 */
export function addImported(
  content: ScenarioContent,
  imported: Pick<Imported, "drafts" | "customSystems">,
  lastSystems: string[],
): ScenarioContent {
  const customSystems = [...content.customSystems];
  const renamed = new Map<string, string>();
  for (const system of imported.customSystems) {
    const twin = customSystems.find((known) => sameSystem(known, system));
    if (twin) renamed.set(system.id, twin.id);
    else if (customSystems.length < MAX_CUSTOM_SYSTEMS) {
      let { id } = system;
      for (let number = 2; customSystems.some((known) => known.id === id); number += 1)
        id = `${system.id.slice(0, 70)}-${number}`;
      if (id !== system.id) renamed.set(system.id, id);
      customSystems.push({ ...system, id });
    } else renamed.set(system.id, "");
  }
  const taken = new Set(content.launchPoints.map((point) => point.id));
  let number = taken.size;
  const added = imported.drafts
    .slice(0, Math.max(0, MAX_LAUNCH_POINTS - taken.size))
    .map(({ row: _row, ...draft }): LaunchPoint => {
      do number += 1;
      while (taken.has(`p${number}`));
      const systems = (draft.systems ?? lastSystems).map((id) => renamed.get(id) ?? id).filter((id) => id !== "");
      return Object.assign(draft, { id: `p${number}`, systems: [...new Set(systems)] });
    });
  return { ...content, launchPoints: [...content.launchPoints, ...added], customSystems };
}
