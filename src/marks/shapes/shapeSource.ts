import type { LineString, MultiPolygon, Polygon } from "geojson";
import type { LaunchGeometry } from "../../scenario/scenario.ts";
import type { Area, LngLat } from "../drawn.ts";

/** Geometry that a launch area is made of, a country's outline put in for its code. */
export type SourceGeometry = LineString | Polygon | MultiPolygon;

/** A ring by its centre and distance: what coverage is the union of. */
export interface RingCenter {
  lngLat: LngLat;
  rangeKm: number;
}

/**
 * The shapes that take too long for one frame. The page computes them in a worker and answers undefined until they are here; the command
 * line computes them at once. An answer to the same question is the same object.
 */
export interface ShapeSource {
  outlineOf(geometry: LaunchGeometry): SourceGeometry | undefined;
  /** All places within a distance of a line, area or country. */
  buffer(geometry: SourceGeometry, rangeKm: number): Area | undefined;
  /** All places within reach of at least `atLeast` of the areas. `rings` has the centres where every area is a plain ring. */
  coverage(areas: Area[], rings: RingCenter[] | undefined, atLeast: number): Area | undefined;
}

/** For figures of points alone: knows no area and no coverage. */
export const NO_SHAPES: ShapeSource = {
  outlineOf: () => undefined,
  buffer: () => undefined,
  coverage: () => undefined,
};
