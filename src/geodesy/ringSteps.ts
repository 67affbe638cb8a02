import { latitudeOf, normalAt, type RingCurve } from "./ringCurve.ts";

/** How far an edge may leave the true ring, as a share of the range. A little is kept back for the estimates below. */
const TOLERANCE = 0.95e-4;
const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/**
 * Vertices at equal bearings that keep straight edges in longitude and latitude within the tolerance.
 *
 * A chord of bearing step d leaves a ring of angular radius r by d²·sin r·(cos r + sin r·tan φ)/8, where φ is the latitude farthest towards
 * the pole: tan φ is the curvature of a parallel. Where that asks for too many, {@link refineEastHalf} adds vertices only where needed.
 */
export function chooseSteps(latDeg: number, rangeKm: number): number {
  const r = rangeKm / EARTH_KM;
  const lat = Math.abs(latDeg) * RADIANS;
  const ratio = Math.cos(lat + r) > 0 ? Math.cos(lat) / Math.cos(lat + r) : Infinity;
  const stretch = Math.min(Math.max(ratio, 1), 2) * Math.min(1, Math.sin(r) / r);
  const steps = (2 * Math.PI) / Math.sqrt((8 * TOLERANCE) / Math.max(stretch, 0.25));
  return 8 * Math.ceil(steps / 8);
}

/** Vertices of the eastern half at bearings of their own. */
export interface EastHalf {
  bearings: Float64Array;
  lat: Float64Array;
  east: Float64Array;
}

/** Adds vertices where an edge leaves the true ring by more than the tolerance; undefined where none does. */
export function refineEastHalf(curve: RingCurve, steps: number, lat: Float64Array, east: Float64Array): EastHalf | undefined {
  const tolerance = ((curve.rangeKm * TOLERANCE) / EARTH_KM / RADIANS) * 1;
  let out: { bearings: number[]; lat: number[]; east: number[] } | undefined;
  const last = lat.length - 1;
  for (let k = 0; k <= last; k++) {
    out?.bearings.push((2 * Math.PI * k) / steps);
    out?.lat.push(lat[k]!);
    out?.east.push(east[k]!);
    if (k === last || estimate(lat, east, k) < 0.8 * tolerance) continue;
    const added: number[] = [];
    split(curve, (2 * Math.PI * k) / steps, lat[k]!, east[k]!, (2 * Math.PI * (k + 1)) / steps, lat[k + 1]!, east[k + 1]!, tolerance, added, 0);
    if (added.length === 0) continue;
    out ??= {
      bearings: Array.from({ length: k + 1 }, (_, i) => (2 * Math.PI * i) / steps),
      lat: Array.from(lat.subarray(0, k + 1)),
      east: Array.from(east.subarray(0, k + 1)),
    };
    for (let i = 0; i < added.length; i += 3) {
      out.bearings.push(added[i]!);
      out.lat.push(added[i + 1]!);
      out.east.push(added[i + 2]!);
    }
  }
  return out && { bearings: Float64Array.from(out.bearings), lat: Float64Array.from(out.lat), east: Float64Array.from(out.east) };
}

/** Departure of edge k in degrees, from the second differences at its ends; the mirror image stands in beyond the meridian. */
function estimate(lat: Float64Array, east: Float64Array, k: number): number {
  const last = lat.length - 1;
  const dx = east[k + 1]! - east[k]!;
  const dy = lat[k + 1]! - lat[k]!;
  if (Math.abs(dx) > 5) return Infinity;
  const before = k > 0 ? east[k - 1]! : 2 * east[0]! - east[1]!;
  const after = k + 2 <= last ? east[k + 2]! : 2 * east[last]! - east[last - 1]!;
  const latBefore = lat[k > 0 ? k - 1 : 1]!;
  const latAfter = lat[k + 2 <= last ? k + 2 : last - 1]!;
  const shrink = Math.cos(Math.min(Math.abs(lat[k]!), Math.abs(lat[k + 1]!)) * RADIANS);
  const bendX = (after - east[k + 1]! - (east[k]! - before)) * shrink;
  const bendY = latAfter - lat[k + 1]! - (lat[k]! - latBefore);
  return Math.abs(bendX * dy - bendY * dx * shrink) / (16 * Math.hypot(dx * shrink, dy));
}

function split(
  curve: RingCurve, a: number, latA: number, eastA: number, b: number, latB: number, eastB: number,
  tolerance: number, added: number[], depth: number,
): void {
  const middle = (a + b) / 2;
  const normal = [0, 0, 0];
  normalAt(curve, middle, normal);
  const [x = 0, y = 0, z = 0] = normal;
  const lat = latitudeOf(x, y, z);
  const east = Math.atan2(Math.abs(y), x) / RADIANS;
  const shrink = Math.cos(lat * RADIANS);
  const dx = (eastB - eastA) * shrink;
  const dy = latB - latA;
  const offX = (east - (eastA + eastB) / 2) * shrink;
  const offY = lat - (latA + latB) / 2;
  const departure = Math.abs(offX * dy - offY * dx) / (Math.hypot(dx, dy) || 1);
  if (departure < tolerance || depth > 40) return;
  split(curve, a, latA, eastA, middle, lat, east, tolerance, added, depth + 1);
  added.push(middle, lat, east);
  split(curve, middle, lat, east, b, latB, eastB, tolerance, added, depth + 1);
}
