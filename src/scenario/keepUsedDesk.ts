import { deskRefsOf } from "../catalog/withDesk.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario whose desk catalogue has only the systems that its launch points carry, with their sources: a link has no room for the rest. */
export function keepUsedDesk(scenario: Scenario): Scenario {
  const { deskCatalog, ...rest } = scenario;
  if (deskCatalog === undefined) return scenario;
  const used = new Set(scenario.launchPoints.flatMap((point) => point.systems));
  const systems = deskCatalog.systems.filter((system) =>
    deskRefsOf({ ...deskCatalog, systems: [system] }).some((ref) => used.has(ref)),
  );
  if (systems.length === 0) return rest;
  const named = new Set(systems.flatMap(({ figures }) => figures.map((figure) => figure.source)));
  const sources = deskCatalog.sources?.filter(({ id }) => named.has(id));
  return { ...rest, deskCatalog: { ...deskCatalog, systems, ...(sources && { sources }) } };
}
