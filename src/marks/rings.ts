import type { LaunchGeometry } from "../scenario/scenario.ts";
import type { DrawnLaunchPoint, DrawnSystem, Ring } from "./drawn.ts";
import type { Inks } from "./inks.ts";
import { itemId } from "./itemId.ts";
import { areaShapeOf, type RangeShape, rangeShapeOf } from "./shapes/ringGeometry.ts";
import type { ShapeSource } from "./shapes/shapeSource.ts";

/** The number of edges of a coarse ring. They deviate from the exact ring by 0.12 % of its range. */
const COARSE_STEPS = 64;

/** The shapes of a line, area or country, which were computed separately. */
interface RingShapes {
  outer: RangeShape;
  inner: RangeShape | undefined;
}

interface RingFields extends Pick<Ring, "id" | "launchPoint" | "system" | "rangeKm" | "offset"> {
  inks: Inks;
  minRangeKm: number | undefined;
  /** The point at the centre of the ring, or shapes that were computed already. */
  from: LaunchGeometry | RingShapes;
  crowded: boolean;
}

/** A ring whose shapes are computed on first use. It is a class, because sixty thousand of them must cost little memory. */
class DrawnRing implements Ring {
  readonly id: string;
  readonly launchPoint: string;
  readonly system: DrawnSystem;
  readonly rangeKm: number;
  readonly offset: number;
  readonly inks: Inks;
  declare readonly minRangeKm?: number;
  /** False if merged coverage replaces it, or if the map is so crowded that only the longest ring of each launch point is drawn. */
  shown = true;
  filled = true;
  readonly from: LaunchGeometry | RingShapes;
  readonly crowded: boolean;

  constructor({ id, launchPoint, system, rangeKm, minRangeKm, offset, inks, from, crowded }: RingFields) {
    this.id = id;
    this.launchPoint = launchPoint;
    this.system = system;
    this.rangeKm = rangeKm;
    if (minRangeKm !== undefined) this.minRangeKm = minRangeKm;
    this.offset = offset;
    this.inks = inks;
    this.from = from;
    this.crowded = crowded;
  }
  get area() {
    return outerOf(this).area;
  }
  makeArea() {
    return outerOf(this).makeArea();
  }
  get outline() {
    return outerOf(this).outline;
  }
  get innerOutline() {
    const { from, minRangeKm } = this;
    if (minRangeKm === undefined) return undefined;
    return "outer" in from ? from.inner?.outline : rangeShapeOf(from, minRangeKm)?.outline;
  }
  get coarseOutline() {
    return this.crowded ? outerOf(this).coarseOutline(COARSE_STEPS) : undefined;
  }
  get labelSpots() {
    return outerOf(this).labelSpots;
  }
}

function outerOf({ id, from, rangeKm }: DrawnRing): RangeShape {
  const shape = "outer" in from ? from.outer : rangeShapeOf(from, rangeKm);
  if (!shape) throw new Error(`ring ${id} has no shape`);
  return shape;
}

/** What a launch point's rings are computed from; undefined while the buffer of an area is still being computed. */
function sourceOf(
  point: DrawnLaunchPoint,
  rangeKm: number,
  minRangeKm: number | undefined,
  shapes: ShapeSource,
): LaunchGeometry | RingShapes | undefined {
  if (point.geometry.type === "Point") return point.geometry;
  const outer = point.shape && areaShapeOf(point.shape, rangeKm, shapes);
  const inner = point.shape && minRangeKm !== undefined ? areaShapeOf(point.shape, minRangeKm, shapes) : undefined;
  return outer && { outer, inner };
}

/** The inks of a system at a launch point. The user's colour for the launch point takes precedence over the system's. */
export const ringInks = ({ ownColor, inks }: DrawnLaunchPoint, system: DrawnSystem): Inks =>
  ownColor === undefined ? system.inks : inks;

/** The rings of a launch point. Sets `pending` on it if its shapes are not ready yet. */
function ringsOf(point: DrawnLaunchPoint, shapes: ShapeSource, crowded: boolean): DrawnRing[] {
  const sameRange = new Map<number, number>();
  return point.systems.flatMap((system): DrawnRing[] => {
    const rangeKm = system.rangeKm.max;
    const minRangeKm = system.rangeKm.min < rangeKm ? system.rangeKm.min : undefined;
    const from = sourceOf(point, rangeKm, minRangeKm, shapes);
    if (!from) {
      point.pending = true;
      return [];
    }
    const offset = sameRange.get(rangeKm) ?? 0;
    sameRange.set(rangeKm, offset + 1);
    const id = itemId("ring", point.id, system.key);
    const inks = ringInks(point, system);
    return [new DrawnRing({ id, launchPoint: point.id, system, rangeKm, minRangeKm, offset, inks, from, crowded })];
  });
}

/** A launch point with only the longest of its systems that are not merged, the first of several; one that is an area keeps all, which are computed together. */
function withLongest(point: DrawnLaunchPoint, merged: ReadonlySet<DrawnSystem>): DrawnLaunchPoint {
  if (point.geometry.type !== "Point") return point;
  let longest: DrawnSystem | undefined;
  for (const system of point.systems)
    if (!merged.has(system) && system.rangeKm.max > (longest?.rangeKm.max ?? 0)) longest = system;
  return { ...point, systems: longest ? [longest] : [] };
}

const longestFirst = (a: Ring, b: Ring): number => b.rangeKm - a.rangeKm;

export interface RingsOptions {
  /** The systems whose rings merged coverage replaces. */
  merged: ReadonlySet<DrawnSystem>;
  /** Only the longest ring of each launch point is shown. */
  crowded: boolean;
}

/**
 * The rings of launch points, longest first, so that a short ring inside a long one stays visible. Sets `pending` on launch points whose
 * shapes are not ready yet.
 *
 * @returns the rings, of a crowded map only those that it shows, and a function that makes the others
 */
export function buildRings(
  points: readonly DrawnLaunchPoint[],
  shapes: ShapeSource,
  { merged, crowded }: RingsOptions,
): { rings: Ring[]; makeOtherRings: () => Ring[] } {
  if (!crowded) {
    const rings = points.flatMap((point) => ringsOf(point, shapes, false)).sort(longestFirst);
    for (const ring of rings) ring.shown = !merged.has(ring.system);
    return { rings, makeOtherRings: () => [] };
  }
  const rings = points.flatMap((point) => {
    const candidates = ringsOf(withLongest(point, merged), shapes, true).filter(({ system }) => !merged.has(system));
    return candidates.sort(longestFirst).slice(0, 1);
  });
  const made = new Set(rings.map(({ id }) => id));
  const makeOtherRings = () =>
    points
      .flatMap((point) => ringsOf(point, shapes, true).filter(({ id }) => !made.has(id)))
      .sort(longestFirst)
      .map((ring) => Object.assign(ring, { shown: false }));
  return { rings: rings.sort(longestFirst), makeOtherRings };
}
