import { bearingDeg, reachAt } from "../geodesy/index.ts";
import { earthPoint } from "../geodesy/earthPoint.ts";
import type { DrawnLaunchPoint, DrawnSystem, LngLat } from "../marks/drawn.ts";
import { arcBounds, type ReachSource, reachSourceOf, roughLimit } from "./reachSource.ts";

/** How a place's distance compares with the published figures of a system. */
export const REACH_STATES = ["inside-all", "inside-some", "borderline", "outside"] as const;
export type ReachState = (typeof REACH_STATES)[number];

/** A place of the gazetteer or of the user's list. */
export interface ReachPlace {
  name: string;
  lngLat: LngLat;
  /** ISO 3166-1 alpha-2; absent for a place from the user's list. */
  country?: string;
  population?: number;
}

/** The three distances that the map draws for a system. */
export interface ReachLimits {
  lowKm: number;
  headlineKm: number;
  highKm: number;
}

export interface ReachSystem {
  system: DrawnSystem;
  limits: ReachLimits;
  /** Indices of the launch points that have it. */
  from: number[];
}

/** Distances and states of all places. The arrays are in the order of `places`. */
export interface ReachTable {
  places: ReachPlace[];
  launchPoints: DrawnLaunchPoint[];
  systems: ReachSystem[];
  distanceKm: Float64Array;
  /** Index of the nearest launch point. */
  nearest: Int32Array;
  /** Indices into REACH_STATES, with a row of systems for each place. */
  states: Uint8Array;
}

/** The lowest, headline and highest figure of a system, within one target class and launch mode. */
export function reachLimitsOf({ rangeKm, spread }: DrawnSystem): ReachLimits {
  return {
    lowKm: Math.min(rangeKm.min, spread?.minKm ?? rangeKm.min),
    headlineKm: rangeKm.max,
    highKm: Math.max(rangeKm.max, spread?.maxKm ?? rangeKm.max),
  };
}

/**
 * Compares a distance with the published figures of a system. It is borderline if it is within 1 % or 2 km, whichever is more, of one of the
 * three distances that are drawn: the lowest, headline and highest figure.
 */
export function reachStateOf(distanceKm: number, { lowKm, headlineKm, highKm }: ReachLimits): ReachState {
  if ([lowKm, headlineKm, highKm].some((km) => reachAt(distanceKm, km) === "borderline")) return "borderline";
  if (distanceKm < lowKm) return "inside-all";
  return distanceKm > highKm ? "outside" : "inside-some";
}

/** The state that all distances between two have in common, if any. For most places, which are far from any limit, there is one. */
function commonState(minKm: number, maxKm: number, limits: ReachLimits): ReachState | undefined {
  if (maxKm === Infinity) return undefined;
  const state = reachStateOf(Math.max(0, minKm), limits);
  return state !== "borderline" && state === reachStateOf(maxKm, limits) ? state : undefined;
}

/** Groups systems that are at the same launch points, because they share their nearest one. */
function groupByCarriers(systems: ReachSystem[]): { from: number[]; members: number[] }[] {
  const groups = new Map<string, { from: number[]; members: number[] }>();
  systems.forEach(({ from }, index) => {
    const key = from.join();
    const group = groups.get(key) ?? { from, members: [] };
    group.members.push(index);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function systemsOf(points: DrawnLaunchPoint[]): ReachSystem[] {
  const systems = new Map<string, ReachSystem>();
  points.forEach((point, index) => {
    for (const system of point.systems) {
      const known = systems.get(system.key) ?? { system, limits: reachLimitsOf(system), from: [] };
      known.from.push(index);
      systems.set(system.key, known);
    }
  });
  return [...systems.values()].sort(
    (a, b) => b.limits.headlineKm - a.limits.headlineKm || a.system.shortName.localeCompare(b.system.shortName),
  );
}

const PLACES_A_STEP = 32;

/**
 * Measures the geodesic distance from every place to the nearest launch point, and compares it, for each system, with the published figures
 * of the nearest launch point that has the system. A generator, so that the page can run it a few milliseconds at a time; it yields the
 * number of places done and returns the table.
 *
 * Straight lines through the Earth narrow down which launch points can be nearest; geodesics are only computed for those.
 *
 * @param points the visible launch points; areas whose outline has not loaded yet are skipped
 */
export function* measureReach(places: ReachPlace[], points: DrawnLaunchPoint[]): Generator<number, ReachTable, void> {
  const ready = points.flatMap((point) => {
    const source = reachSourceOf(point);
    return source ? [{ point, source }] : [];
  });
  const launchPoints = ready.map(({ point }) => point);
  const sources: ReachSource[] = ready.map(({ source }) => source);
  const systems = systemsOf(launchPoints);
  const groups = groupByCarriers(systems);
  const allSources = sources.map((_, index) => index);
  const distances = new Float64Array(places.length).fill(Infinity);
  const nearest = new Int32Array(places.length).fill(-1);
  const states = new Uint8Array(places.length * systems.length);
  const rough = new Float64Array(sources.length);
  const exact = new Float64Array(sources.length);
  for (let row = 0; row < places.length && sources.length > 0; row += 1) {
    const at = earthPoint(...(places[row] as ReachPlace).lngLat);
    for (let index = 0; index < sources.length; index += 1) rough[index] = (sources[index] as ReachSource).roughKm(at);
    exact.fill(-1);
    const leastOf = (candidates: number[]): number => {
      let least = Infinity;
      for (const index of candidates) least = Math.min(least, rough[index] ?? Infinity);
      return least;
    };
    const nearestOf = (candidates: number[]): number => {
      const least = leastOf(candidates);
      let best = -1;
      for (const index of candidates) {
        if ((rough[index] ?? Infinity) > roughLimit(least)) continue;
        if ((exact[index] ?? -1) < 0) exact[index] = (sources[index] as ReachSource).nearest(at).distanceKm;
        if (best < 0 || (exact[index] ?? 0) < (exact[best] ?? 0)) best = index;
      }
      return best;
    };
    const closest = nearestOf(allSources);
    nearest[row] = closest;
    distances[row] = exact[closest] ?? Infinity;
    for (const { from, members } of groups) {
      const { min, max } = arcBounds(leastOf(from));
      for (const member of members) {
        const { limits } = systems[member] as ReachSystem;
        states[row * systems.length + member] = REACH_STATES.indexOf(
          commonState(min, max, limits) ?? reachStateOf(exact[nearestOf(from)] ?? Infinity, limits),
        );
      }
    }
    if (row % PLACES_A_STEP === PLACES_A_STEP - 1) yield row + 1;
  }
  return { places, launchPoints, systems, distanceKm: distances, nearest, states };
}

/** The state of a place for one of the table's systems. */
export function reachStateAt(table: ReachTable, row: number, system: number): ReachState {
  return REACH_STATES[table.states[row * table.systems.length + system] ?? 3] ?? "outside";
}

/** Initial bearing to a place from the nearest launch point, or the nearest position on its border; undefined inside an area. */
export function reachBearingDeg(table: ReachTable, row: number): number | undefined {
  const point = table.launchPoints[table.nearest[row] ?? -1];
  const place = table.places[row];
  const source = point && reachSourceOf(point);
  if (!place || !source || table.distanceKm[row] === 0) return undefined;
  return bearingDeg(source.nearest(earthPoint(...place.lngLat)).lngLat, place.lngLat);
}
