import type { LaunchGeometry } from "../scenario/scenario.ts";
import type { Band } from "./drawn.ts";
import { type BandShape, bandShapeOf } from "./shapes/ringGeometry.ts";

type BandFields = Omit<Band, keyof BandShape> & { from: LaunchGeometry };

/** A band round a point whose shapes are made when they are first asked for, as a ring's are. */
export class DrawnBand implements Band {
  readonly id: string;
  readonly launchPoint: string;
  readonly system: Band["system"];
  readonly minRangeKm: number;
  readonly maxRangeKm: number;
  readonly openEnded: boolean;
  readonly color: string;
  readonly from: LaunchGeometry;

  constructor({ id, launchPoint, system, minRangeKm, maxRangeKm, openEnded, color, from }: BandFields) {
    this.id = id;
    this.launchPoint = launchPoint;
    this.system = system;
    this.minRangeKm = minRangeKm;
    this.maxRangeKm = maxRangeKm;
    this.openEnded = openEnded;
    this.color = color;
    this.from = from;
  }
  get area() {
    return shapeOf(this).area;
  }
  makeArea() {
    return shapeOf(this).makeArea();
  }
  get innerOutline() {
    return shapeOf(this).innerOutline;
  }
  get outerOutline() {
    return shapeOf(this).outerOutline;
  }
}

function shapeOf({ id, from, minRangeKm, maxRangeKm }: DrawnBand): BandShape {
  const shape = bandShapeOf(from, minRangeKm, maxRangeKm);
  if (!shape) throw new Error(`band ${id} is round no point`);
  return shape;
}
