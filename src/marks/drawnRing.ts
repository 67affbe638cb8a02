import type { LaunchGeometry } from "../scenario/scenario.ts";
import type { DrawnSystem, Ring, RingStyle } from "./drawn.ts";
import { type RangeShape, rangeShapeOf } from "./shapes/ringGeometry.ts";

/** Straight edges that leave a ring by 0.12 % of its range. */
const SKETCH_STEPS = 64;

/** Shapes of a line, an area or a country, which were computed apart. */
export interface RingShapes {
  outer: RangeShape;
  inner: RangeShape | undefined;
}

interface RingFields extends Pick<Ring, "id" | "launchPoint" | "system" | "rangeKm" | "label" | "style"> {
  minRangeKm: number | undefined;
  /** The point that the ring is round, or shapes that are known. */
  from: LaunchGeometry | RingShapes;
  crowded: boolean;
}

/** A ring whose shapes are made when they are first asked for. A class, as sixty thousand of them must cost little. */
export class DrawnRing implements Ring {
  readonly id: string;
  readonly launchPoint: string;
  readonly system: DrawnSystem;
  readonly rangeKm: number;
  readonly label: string;
  readonly style: RingStyle;
  declare readonly minRangeKm?: number;
  readonly from: LaunchGeometry | RingShapes;
  readonly crowded: boolean;

  constructor({ id, launchPoint, system, rangeKm, minRangeKm, label, style, from, crowded }: RingFields) {
    this.id = id;
    this.launchPoint = launchPoint;
    this.system = system;
    this.rangeKm = rangeKm;
    if (minRangeKm !== undefined) this.minRangeKm = minRangeKm;
    this.label = label;
    this.style = style;
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
  get sketch() {
    return this.crowded ? outerOf(this).sketch(SKETCH_STEPS) : undefined;
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
