import type { LineString, MultiPolygon, Polygon } from "geojson";
import type { LaunchGeometry } from "../../scenario/scenario.ts";
import type { Area } from "../drawn.ts";
import type { MergedShape } from "./MergedShape.ts";

/** The geometry of a launch area, with a country's outline in place of its code. */
export type SourceGeometry = LineString | Polygon | MultiPolygon;

/** What is merged: circles given by their centres, which only the worker turns into areas, and other areas. */
export interface MergeRequest {
  /** Longitude and latitude in degrees and radius in kilometres of each circle, one circle after the other. */
  circles: Float64Array;
  areas: Area[];
  /** The least number of them that a place of the result lies in. */
  atLeast: number;
}

/**
 * Shapes that take too long to compute within one frame. The page computes them in a worker and returns undefined until they are ready; the
 * command line computes them synchronously. The same arguments return the same object.
 */
export interface ShapeSource {
  /** The most memory in bytes that merging the areas of a figure may take; rings are drawn instead of what would take more. */
  readonly mergeBudgetBytes: number;
  outlineOf(geometry: LaunchGeometry): SourceGeometry | undefined;
  /** A country with all of its parts; without coordinates for an unknown code, undefined until the outlines have loaded. */
  countryOf(code: string): MultiPolygon | undefined;
  /** The area within a distance of a line, area or country. */
  buffer(geometry: SourceGeometry, rangeKm: number): Area | undefined;
  /** The places that lie in at least `atLeast` of the circles and areas. */
  merge(request: MergeRequest): MergedShape | undefined;
}

/** For figures with points only: returns neither areas nor merged coverage. */
export const NO_SHAPES: ShapeSource = {
  mergeBudgetBytes: Number.POSITIVE_INFINITY,
  outlineOf: () => undefined,
  countryOf: () => undefined,
  buffer: () => undefined,
  merge: () => undefined,
};
