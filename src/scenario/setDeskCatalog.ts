import type { DeskCatalog } from "../catalog/deskCatalog.ts";
import { hasDeskRef, type ScenarioContent } from "./edits.ts";

/** Puts a desk's catalogue in place of the map's, or takes that away: launch points keep the systems that are still there. */
export function setDeskCatalog(content: ScenarioContent, deskCatalog: DeskCatalog | undefined): ScenarioContent {
  const { deskCatalog: _before, ...rest } = content;
  const after: ScenarioContent = deskCatalog === undefined ? rest : { ...rest, deskCatalog };
  const isThere = hasDeskRef(after);
  return {
    ...after,
    launchPoints: content.launchPoints.map((point) =>
      point.systems.every(isThere) ? point : { ...point, systems: point.systems.filter(isThere) },
    ),
  };
}
