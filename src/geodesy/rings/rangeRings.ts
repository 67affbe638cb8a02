import type { Coord } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { readLngLat, requireCount, requireIterable, requireOptions } from "../arguments.ts";
import { GeodesyError } from "../geodesyError.ts";
import { rangeRing } from "./rangeRing.ts";
import { eastHalf } from "./ringSteps.ts";
import { FAR_RING_KM, requireRange, requireSteps } from "./ringTemplate.ts";

/** Which of the places and which of the ranges a ring belongs to. */
export interface RingOf {
  center: number;
  range: number;
}

/** Rings of many places and ranges, exact and computed at once, kept as numbers in one block; GeoJSON is made ring by ring, on demand. */
export interface RingSet extends Iterable<Feature<Polygon | MultiPolygon, RingOf>> {
  readonly count: number;
  /** Bytes that hold the vertices. */
  readonly byteLength: number;
  /** The ring of place `floor(index / ranges)` and range `index % ranges`, as {@link rangeRing} has it, its properties saying which. */
  feature(index: number): Feature<Polygon | MultiPolygon, RingOf>;
}

/** Half a gigabyte of numbers. */
const MAX_VERTICES = 2 ** 26;

/**
 * Every range round every place: 1,000 launch points × 6 systems take 13 MB at 256 vertices, an eighth of their GeoJSON, because a ring is the
 * mirror image of its eastern half. Accuracy, vertices and errors as for {@link rangeRing}.
 *
 * @param options.steps vertices of each ring; 256 unless given, so that all rings are alike in memory
 */
export function rangeRings(
  centers: Iterable<Coord>,
  rangesKm: readonly number[],
  options: { steps?: number } = {},
): RingSet {
  requireOptions(options);
  const { steps = 256 } = options;
  requireSteps(steps);
  requireIterable(centers, "centers");
  if (!Array.isArray(rangesKm))
    throw new GeodesyError("notIterable", "rangesKm", rangesKm, "it must be an array of kilometres");
  for (const [index, rangeKm] of rangesKm.entries()) requireRange(rangeKm, `rangesKm[${index}]`);
  const places = Array.from(centers, (center, index) => readLngLat(center, `centers[${index}]`));
  const half = Math.floor(steps / 2) + 1;
  const count = places.length * rangesKm.length;
  requireCount(count * steps, "centers × rangesKm × steps", { from: 0, to: MAX_VERTICES, code: "tooMany" });
  // Latitudes and eastward longitudes of each ring's half. Rings that need a cut are left to be made again.
  const vertices = new Float64Array(2 * half * count);
  const whole = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const [lng, lat] = places[Math.floor(index / rangesKm.length)]!;
    const rangeKm = rangesKm[index % rangesKm.length]!;
    if (rangeKm > FAR_RING_KM) continue;
    const ring = eastHalf(lat, rangeKm, steps);
    if (ring.curve.holdsNorthPole || ring.curve.holdsSouthPole) continue;
    const start = 2 * half * index;
    let reach = 0;
    for (let k = 0; k < half; k++) {
      vertices[start + k] = ring.lat[k]!;
      vertices[start + half + k] = ring.east[k]!;
      reach = Math.max(reach, ring.east[k]!);
    }
    whole[index] = Math.abs(lng) + reach <= 180 ? 1 : 0;
  }
  const feature = (index: number): Feature<Polygon | MultiPolygon, RingOf> => {
    requireCount(index, "index", { from: 0, to: count - 1, code: "invalidIndex" });
    const properties = { center: Math.floor(index / rangesKm.length), range: index % rangesKm.length };
    const center = places[properties.center]!;
    if (!whole[index]) return rangeRing(center, rangesKm[properties.range]!, { steps, properties });
    const start = 2 * half * index;
    const ring = [];
    for (let k = 0; k < half; k++) ring.push([center[0] - vertices[start + half + k]!, vertices[start + k]!]);
    for (let k = steps - half; k > 0; k--) ring.push([center[0] + vertices[start + half + k]!, vertices[start + k]!]);
    ring.push([center[0], vertices[start]!]);
    return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
  };
  return {
    count,
    byteLength: vertices.byteLength + whole.byteLength,
    feature,
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index++) yield feature(index);
    },
  };
}
