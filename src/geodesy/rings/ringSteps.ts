import { latitudeOf, normalAt, ringCurve, sampleEastHalf, type RingCurve } from "./ringCurve.ts";

/** How far an edge may leave the true ring, as a share of the range. A little is kept back for the estimates below. */
const TOLERANCE = 0.97e-4;
const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/**
 * Vertices at equal bearings that keep straight edges in longitude and latitude within the tolerance.
 *
 * A chord of bearing step d leaves a ring of angular radius r by d²·sin r·(cos r + sin r·tan φ)/8, where φ is the latitude farthest towards
 * the pole: tan φ is the curvature of a parallel. Where that would be too many, {@link eastHalf} adds vertices only where needed.
 */
function chooseSteps(latDeg: number, rangeKm: number): number {
  const r = rangeKm / EARTH_KM;
  const lat = Math.abs(latDeg) * RADIANS;
  const ratio = Math.cos(lat + r) > 0 ? Math.cos(lat) / Math.cos(lat + r) : Infinity;
  const stretch = Math.min(Math.max(ratio, 1), 2) * Math.min(1, Math.sin(r) / r);
  // A tenth to spare, so that on most rings no edge need be looked at twice.
  const steps = (2 * Math.PI) / Math.sqrt((8 * 0.9 * TOLERANCE) / Math.max(stretch, 0.25));
  return 8 * Math.ceil(steps / 8);
}

/** The eastern half of a ring's vertices. The arrays are shared and hold until the next call; only the first `size` entries count. */
export interface EastHalf {
  curve: RingCurve;
  /** Vertices at equal bearings round the whole ring, before any were added. */
  count: number;
  size: number;
  lat: Float64Array;
  /** Degrees east of the centre, 0 to 180. */
  east: Float64Array;
  /** Radians; left out where they are equal steps. */
  bearings: Float64Array | undefined;
}

let scratchLat = new Float64Array(256);
let scratchEast = new Float64Array(256);

/** Samples a ring's eastern half with the given steps, or with as many as the tolerance needs. */
export function eastHalf(latDeg: number, rangeKm: number, steps: number | undefined): EastHalf {
  const curve = ringCurve(latDeg, rangeKm);
  const count = steps ?? chooseSteps(latDeg, rangeKm);
  const size = (count >> 1) + 1;
  if (size > scratchLat.length) {
    scratchLat = new Float64Array(2 * size);
    scratchEast = new Float64Array(2 * size);
  }
  sampleEastHalf(curve, count, scratchLat, scratchEast);
  const half = { curve, count, size, lat: scratchLat, east: scratchEast, bearings: undefined };
  return steps === undefined ? refined(half) : half;
}

/** The half with vertices added where an edge leaves the true ring by more than the tolerance. */
function refined(half: EastHalf): EastHalf {
  const { curve, count, size, lat, east } = half;
  const tolerance = (curve.rangeKm * TOLERANCE) / EARTH_KM / RADIANS;
  let added: number[] | undefined;
  for (let k = 0; k + 1 < size; k++) {
    if (departure(lat, east, size, k) < 0.96 * tolerance) continue;
    added ??= [];
    split(
      curve,
      bearingStep(count, k),
      lat[k]!,
      east[k]!,
      bearingStep(count, k + 1),
      lat[k + 1]!,
      east[k + 1]!,
      tolerance,
      added,
      0,
    );
  }
  if (added === undefined || added.length === 0) return half;
  const total = size + added.length / 3;
  const merged = { bearings: new Float64Array(total), lat: new Float64Array(total), east: new Float64Array(total) };
  for (let k = 0, at = 0, next = 0; k < size; k++, at++) {
    const bearing = bearingStep(count, k);
    for (; next < added.length && added[next]! < bearing; next += 3, at++) {
      merged.bearings[at] = added[next]!;
      merged.lat[at] = added[next + 1]!;
      merged.east[at] = added[next + 2]!;
    }
    merged.bearings[at] = bearing;
    merged.lat[at] = lat[k]!;
    merged.east[at] = east[k]!;
  }
  return { curve, count, size: total, ...merged };
}

const bearingStep = (count: number, k: number) => (2 * Math.PI * k) / count;

/** Departure of edge k in degrees, estimated from second differences; at an end the other one stands in. */
function departure(lat: Float64Array, east: Float64Array, size: number, k: number): number {
  const dx = east[k + 1]! - east[k]!;
  const dy = lat[k + 1]! - lat[k]!;
  if (dx > 5 || dx < -5) return Infinity;
  const first = k > 0 ? k - 1 : k;
  const last = k + 2 < size ? k + 2 : k + 1;
  const share = last - first === 3 ? 16 : 8;
  const x = Math.max(Math.abs(lat[k]!), Math.abs(lat[k + 1]!)) * RADIANS;
  const shrink = 1 - x * x * (0.5 - (x * x) / 24);
  let bendX = 0;
  let bendY = 0;
  if (first < k) {
    bendX -= east[k]! - east[first]!;
    bendY -= lat[k]! - lat[first]!;
  } else {
    bendX -= dx;
    bendY -= dy;
  }
  if (last > k + 1) {
    bendX += east[last]! - east[k + 1]!;
    bendY += lat[last]! - lat[k + 1]!;
  } else {
    bendX += dx;
    bendY += dy;
  }
  const alongX = dx * shrink;
  return Math.abs(bendX * shrink * dy - bendY * alongX) / (share * Math.sqrt(alongX * alongX + dy * dy));
}

function split(
  curve: RingCurve,
  a: number,
  latA: number,
  eastA: number,
  b: number,
  latB: number,
  eastB: number,
  tolerance: number,
  added: number[],
  depth: number,
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
  if (Math.abs(offX * dy - offY * dx) <= tolerance * Math.sqrt(dx * dx + dy * dy) || depth > 40) return;
  split(curve, a, latA, eastA, middle, lat, east, tolerance, added, depth + 1);
  added.push(middle, lat, east);
  split(curve, middle, lat, east, b, latB, eastB, tolerance, added, depth + 1);
}
