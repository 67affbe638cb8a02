import type { LineString, MultiPolygon, Polygon } from "geojson";
import type { LaunchGeometry } from "../../scenario/scenario.ts";
import type { Area, LngLat } from "../drawn.ts";

/** The geometry of a launch area, with a country's outline in place of its code. */
export type SourceGeometry = LineString | Polygon | MultiPolygon;

/** A ring given by its centre and radius, from which coverage is computed. */
export interface RingCenter {
  lngLat: LngLat;
  rangeKm: number;
}

/**
 * Shapes that take too long to compute within one frame. The page computes them in a worker and returns undefined until they are ready; the
 * command line computes them synchronously. The same arguments return the same object.
 */
export interface ShapeSource {
  outlineOf(geometry: LaunchGeometry): SourceGeometry | undefined;
  /** A country with all of its parts; without coordinates for an unknown code, undefined until the outlines have loaded. */
  countryOf(code: string): MultiPolygon | undefined;
  /** The area within a distance of a line, area or country. */
  buffer(geometry: SourceGeometry, rangeKm: number): Area | undefined;
  /** The places that lie in at least `atLeast` of the areas. `rings` has their centres if every area is a plain ring. */
  coverage(areas: Area[], rings: RingCenter[] | undefined, atLeast: number): Area | undefined;
}

/** For figures with points only: returns neither areas nor coverage. */
export const NO_SHAPES: ShapeSource = {
  outlineOf: () => undefined,
  countryOf: () => undefined,
  buffer: () => undefined,
  coverage: () => undefined,
};
