import {
  cutText,
  MAX_CUSTOM_SYSTEMS,
  MAX_GROUP,
  MAX_LAUNCH_POINTS,
  MAX_POINT_NAME,
  MAX_SYSTEMS,
  MAX_TITLE,
} from "./limits.ts";
import type { CustomSystem, Display, LaunchGeometry, LaunchPoint, Scenario } from "./scenario.ts";

/** The part of a scenario that edits change. Moving the view is not an edit and cannot be undone. */
export type ScenarioContent = Omit<Scenario, "view">;

type Change<T> = Partial<Omit<T, "id">>;

/** Returns a function that generates ids not used by the given launch points or custom systems: `p1`, `p2`, … */
export function createIdMaker(taken: Iterable<{ id: string }>, prefix: string): () => string {
  const ids = new Set([...taken].map((item) => item.id));
  let number = ids.size;
  return () => {
    do number += 1;
    while (ids.has(`${prefix}${number}`));
    return `${prefix}${number}`;
  };
}

/** An unused id for a launch point or custom system. */
export function nextId(taken: Iterable<{ id: string }>, prefix: string): string {
  return createIdMaker(taken, prefix)();
}

const changeById = <T extends { id: string }>(items: T[], ids: ReadonlySet<string>, change: (item: T) => T): T[] =>
  items.map((item) => (ids.has(item.id) ? change(item) : item));

/** Applies the limits to fields of a launch point: texts are truncated and surplus systems left out. */
const withinLimits = <T extends Change<LaunchPoint>>(fields: T): T => ({
  ...fields,
  ...(fields.name !== undefined && { name: cutText(fields.name, MAX_POINT_NAME) }),
  ...(fields.group !== undefined && { group: cutText(fields.group, MAX_GROUP) }),
  ...(fields.systems && fields.systems.length > MAX_SYSTEMS && { systems: fields.systems.slice(0, MAX_SYSTEMS) }),
});

/** Adds launch points up to the limit. */
export function addLaunchPoints(content: ScenarioContent, points: LaunchPoint[]): ScenarioContent {
  const added = points.slice(0, Math.max(0, MAX_LAUNCH_POINTS - content.launchPoints.length));
  return added.length === 0
    ? content
    : { ...content, launchPoints: [...content.launchPoints, ...added.map((point) => withinLimits(point))] };
}

export function changeLaunchPoints(
  content: ScenarioContent,
  ids: Iterable<string>,
  change: Change<LaunchPoint>,
): ScenarioContent {
  const kept = withinLimits(change);
  return {
    ...content,
    launchPoints: changeById(content.launchPoints, new Set(ids), (point) => ({ ...point, ...kept })),
  };
}

export function moveLaunchPoint(content: ScenarioContent, id: string, geometry: LaunchGeometry): ScenarioContent {
  return changeLaunchPoints(content, [id], { geometry });
}

/** Whether a launch point has reached its limit and does not have the system. */
export const isFullFor = ({ systems }: LaunchPoint, system: string): boolean =>
  systems.length >= MAX_SYSTEMS && !systems.includes(system);

/** Adds a system to launch points or removes it. A launch point that has reached its limit is not changed. */
export function toggleSystem(
  content: ScenarioContent,
  ids: Iterable<string>,
  system: string,
  on: boolean,
): ScenarioContent {
  return {
    ...content,
    launchPoints: changeById(content.launchPoints, new Set(ids), (point) => {
      if (on && isFullFor(point, system)) return point;
      const others = point.systems.filter((id) => id !== system);
      return { ...point, systems: on ? [...others, system] : others };
    }),
  };
}

export function removeLaunchPoints(content: ScenarioContent, ids: Iterable<string>): ScenarioContent {
  const gone = new Set(ids);
  return { ...content, launchPoints: content.launchPoints.filter((point) => !gone.has(point.id)) };
}

/** Inserts a copy of a launch point after it, with a name truncated to the limit. Does nothing if the map is full. */
export function duplicateLaunchPoint(content: ScenarioContent, id: string, name: string): ScenarioContent {
  const index = content.launchPoints.findIndex((point) => point.id === id);
  const point = content.launchPoints[index];
  if (!point || content.launchPoints.length >= MAX_LAUNCH_POINTS) return content;
  const copy = withinLimits({ ...point, id: nextId(content.launchPoints, "p"), name });
  return { ...content, launchPoints: content.launchPoints.toSpliced(index + 1, 0, copy) };
}

/** Moves a launch point to another position in the list. */
export function reorderLaunchPoint(content: ScenarioContent, id: string, toIndex: number): ScenarioContent {
  const point = content.launchPoints.find((item) => item.id === id);
  if (!point) return content;
  const others = content.launchPoints.filter((item) => item.id !== id);
  return { ...content, launchPoints: others.toSpliced(Math.max(0, Math.min(others.length, toIndex)), 0, point) };
}

export function changeTitle(content: ScenarioContent, title: string): ScenarioContent {
  return { ...content, title: cutText(title, MAX_TITLE) };
}

export function changeDisplay(content: ScenarioContent, change: Partial<Display>): ScenarioContent {
  return { ...content, display: { ...content.display, ...change } };
}

/** Adds a custom system or replaces the one with the same id. Does nothing if the limit is reached. */
export function putCustomSystem(content: ScenarioContent, system: CustomSystem): ScenarioContent {
  const known = content.customSystems.some((item) => item.id === system.id);
  if (!known && content.customSystems.length >= MAX_CUSTOM_SYSTEMS) return content;
  return {
    ...content,
    customSystems: known
      ? content.customSystems.map((item) => (item.id === system.id ? system : item))
      : [...content.customSystems, system],
  };
}

/** Removes a custom system, also from all launch points. */
export function removeCustomSystem(content: ScenarioContent, id: string): ScenarioContent {
  return {
    ...content,
    customSystems: content.customSystems.filter((system) => system.id !== id),
    launchPoints: content.launchPoints.map((point) =>
      point.systems.includes(id) ? { ...point, systems: point.systems.filter((system) => system !== id) } : point,
    ),
  };
}
