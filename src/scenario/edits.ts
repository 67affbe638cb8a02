import type { CustomSystem, Display, LaunchGeometry, LaunchPoint, Scenario } from "./scenario.ts";

/** The part of a scenario that editing changes; the view is moved, not edited, and stays out of undo. */
export type ScenarioContent = Omit<Scenario, "view">;

type Change<T> = Partial<Omit<T, "id">>;

/** An id that no launch point or custom system of the scenario has: `p1`, `p2`, … */
export function nextId(taken: Iterable<{ id: string }>, prefix: string): string {
  const ids = new Set([...taken].map((item) => item.id));
  let number = ids.size + 1;
  while (ids.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

const changeById = <T extends { id: string }>(items: T[], ids: ReadonlySet<string>, change: (item: T) => T): T[] =>
  items.map((item) => (ids.has(item.id) ? change(item) : item));

export function addLaunchPoints(content: ScenarioContent, points: LaunchPoint[]): ScenarioContent {
  return { ...content, launchPoints: [...content.launchPoints, ...points] };
}

export function changeLaunchPoints(
  content: ScenarioContent,
  ids: Iterable<string>,
  change: Change<LaunchPoint>,
): ScenarioContent {
  return {
    ...content,
    launchPoints: changeById(content.launchPoints, new Set(ids), (point) => ({ ...point, ...change })),
  };
}

export function moveLaunchPoint(content: ScenarioContent, id: string, geometry: LaunchGeometry): ScenarioContent {
  return changeLaunchPoints(content, [id], { geometry });
}

/** Adds or takes away one system at each of the launch points. */
export function toggleSystem(
  content: ScenarioContent,
  ids: Iterable<string>,
  system: string,
  on: boolean,
): ScenarioContent {
  return {
    ...content,
    launchPoints: changeById(content.launchPoints, new Set(ids), (point) => {
      const others = point.systems.filter((id) => id !== system);
      return { ...point, systems: on ? [...others, system] : others };
    }),
  };
}

export function removeLaunchPoints(content: ScenarioContent, ids: Iterable<string>): ScenarioContent {
  const gone = new Set(ids);
  return { ...content, launchPoints: content.launchPoints.filter((point) => !gone.has(point.id)) };
}

export function duplicateLaunchPoint(content: ScenarioContent, id: string, name: string): ScenarioContent {
  const index = content.launchPoints.findIndex((point) => point.id === id);
  const point = content.launchPoints[index];
  if (!point) return content;
  const copy = { ...point, id: nextId(content.launchPoints, "p"), name };
  return { ...content, launchPoints: content.launchPoints.toSpliced(index + 1, 0, copy) };
}

/** Moves a launch point to another place in the list. */
export function reorderLaunchPoint(content: ScenarioContent, id: string, toIndex: number): ScenarioContent {
  const point = content.launchPoints.find((item) => item.id === id);
  if (!point) return content;
  const others = content.launchPoints.filter((item) => item.id !== id);
  return { ...content, launchPoints: others.toSpliced(Math.max(0, Math.min(others.length, toIndex)), 0, point) };
}

export function changeDisplay(content: ScenarioContent, change: Partial<Display>): ScenarioContent {
  return { ...content, display: { ...content.display, ...change } };
}

export function putCustomSystem(content: ScenarioContent, system: CustomSystem): ScenarioContent {
  const known = content.customSystems.some((item) => item.id === system.id);
  return {
    ...content,
    customSystems: known
      ? content.customSystems.map((item) => (item.id === system.id ? system : item))
      : [...content.customSystems, system],
  };
}

/** Takes a custom system away, and with it every ring that it drew. */
export function removeCustomSystem(content: ScenarioContent, id: string): ScenarioContent {
  return {
    ...content,
    customSystems: content.customSystems.filter((system) => system.id !== id),
    launchPoints: content.launchPoints.map((point) =>
      point.systems.includes(id) ? { ...point, systems: point.systems.filter((system) => system !== id) } : point,
    ),
  };
}
