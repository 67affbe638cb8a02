import type { Feature, GeoJsonProperties, MultiPolygon } from "geojson";
import { requireCount, requireIterable, requireOptions } from "../arguments.ts";
import { type AreaInput, AreaDepths } from "./areaDepths.ts";

export interface CoverageOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  properties?: P;
  /** Called with a share of the work from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * The union of many areas, holes kept, as one valid MultiPolygon (RFC 7946, cut at the antimeridian, led round poles).
 *
 * Where two rings of {@link rangeRing}, or two `{ center, rangeKm }`, cross on the border, the crossing is solved on the true rings, to a
 * millimetre, however few vertices they have; a copy of such a feature has lost its centre and counts as a plain polygon, whose edges are
 * straight in longitude and latitude. A crossing that would make the border cross itself, where two rings cross almost at the same place as
 * a third, stays on the straight edges. Other vertices are those given.
 *
 * Polygons that are not valid: inside is what the rings of a polygon enclose an odd number of times, whichever way they wind: both lobes of a
 * bow tie, a ring within a hole, a hole outside its shell. What several polygons of a MultiPolygon hold counts once. Repeated positions and
 * spikes change nothing. An edge of more than 180° goes the short way. A ring round a pole without the frame of the map holds the nearer
 * pole. A ring that is not closed, or runs along the equator round the Earth, is an error.
 *
 * Method: see `depthRegion`.
 *
 * @param rings discs by `center` and `rangeKm` in kilometres, or areas
 * @throws {@link GeodesyError} naming the argument and its value: an empty geometry or no polygon, a ring that is not closed or of fewer than
 * four positions, a coordinate that is not finite, a latitude outside ±90°, a longitude over a hundred turns
 */
export function coverage<P extends GeoJsonProperties = GeoJsonProperties>(
  rings: Iterable<AreaInput>,
  options: CoverageOptions<P> = {},
): Feature<MultiPolygon, P> {
  return coverageAtLeast(rings, 1, options);
}

/**
 * What at least `count` of the areas cover: "reached from at least n launch points". Otherwise as {@link coverage}; nothing where no place is
 * covered that often.
 *
 * @param count a whole number from 1
 * @throws {@link GeodesyError} as {@link coverage} does, and for a count that is no whole number from 1
 */
export function coverageAtLeast<P extends GeoJsonProperties = GeoJsonProperties>(
  rings: Iterable<AreaInput>,
  count: number,
  options: CoverageOptions<P> = {},
): Feature<MultiPolygon, P> {
  requireCount(count, "count", { from: 1 });
  requireOptions(options);
  return {
    type: "Feature",
    properties: options.properties ?? ({} as P),
    geometry: { type: "MultiPolygon", coordinates: readAreas(rings, count > 1).atLeast(count, options.onProgress) },
  };
}

/**
 * What at least 1, 2, 3 … of the areas cover, each a feature with its `count`, up to the deepest overlap or to `upTo`. The features lie inside
 * one another, the greatest first, so that drawn in order they shade by count.
 *
 * @param options.upTo the greatest count to return, a whole number from 1; 10 unless given
 * @throws {@link GeodesyError} as {@link coverage} does
 */
export function overlapCounts(
  rings: Iterable<AreaInput>,
  options: { upTo?: number; onProgress?: (share: number) => void } = {},
): Feature<MultiPolygon, { count: number }>[] {
  requireOptions(options);
  const { upTo = 10, onProgress } = options;
  requireCount(upTo, "upTo", { from: 1 });
  const areas = readAreas(rings, true);
  const levels: Feature<MultiPolygon, { count: number }>[] = [];
  for (let count = 1; count <= upTo; count++) {
    const coordinates = areas.atLeast(count, onProgress && ((share) => onProgress((count - 1 + share) / upTo)), upTo);
    if (coordinates.length === 0) break;
    levels.push({ type: "Feature", properties: { count }, geometry: { type: "MultiPolygon", coordinates } });
  }
  onProgress?.(1);
  return levels;
}

function readAreas(inputs: Iterable<AreaInput>, counts: boolean): AreaDepths {
  requireIterable(inputs, "rings");
  const list = [...inputs];
  const depths = new AreaDepths(list.length);
  for (const [index, input] of list.entries()) depths.add(input, `rings[${index}]`, { counts });
  return depths;
}
