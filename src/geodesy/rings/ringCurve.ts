import { geodesicFan, type Fan } from "../buffer/geodesicFan.ts";
import { meridianKm, QUARTER_KM } from "./meridian.ts";

const DEGREES = 180 / Math.PI;

/**
 * The places at one geodesic distance from one latitude, as a curve in the bearing.
 *
 * Seen as unit normals and relative to the centre's own meridian, x and z are even and y is odd in the bearing, so a few exact geodesics over
 * half the circle fix a trigonometric polynomial. Nine of them are within a tenth of a micrometre up to 2,500 km, thirteen up to half the
 * circumference (measured from 90° S to 90° N).
 */
export interface RingCurve {
  readonly latDeg: number;
  readonly rangeKm: number;
  /** Degree of the polynomials. */
  readonly degree: number;
  /** Coefficients of cos mα in x and z, of sin mα in y. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** Whether the disc holds the pole. */
  readonly holdsNorthPole: boolean;
  readonly holdsSouthPole: boolean;
}

/** Finds the curve; costs about as much as two geodesics of GeographicLib. */
export function ringCurve(latDeg: number, rangeKm: number): RingCurve {
  const degree = rangeKm <= 2500 ? 8 : 12;
  const fan = scratchFan(degree);
  geodesicFan(latDeg, rangeKm, degree, fan);
  const { cosines, sines } = transforms(degree);
  const size = degree + 1;
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const z = new Float64Array(size);
  for (let m = 0, row = 0; m < size; m++, row += size) {
    let sumX = 0;
    let sumY = 0;
    let sumZ = 0;
    for (let k = 0; k < size; k++) {
      const cosine = cosines[row + k]!;
      sumX += cosine * fan.x[k]!;
      sumZ += cosine * fan.z[k]!;
      sumY += sines[row + k]! * fan.y[k]!;
    }
    x[m] = sumX;
    y[m] = sumY;
    z[m] = sumZ;
  }
  const south = meridianKm(latDeg);
  return {
    latDeg,
    rangeKm,
    degree,
    x,
    y,
    z,
    holdsNorthPole: 2 * QUARTER_KM - south < rangeKm,
    holdsSouthPole: south < rangeKm,
  };
}

/** Unit normal of the curve at a bearing in radians, written into `out` (x, y, z). */
export function normalAt(curve: RingCurve, bearing: number, out: Float64Array | number[]): void {
  const cos = Math.cos(bearing);
  const twice = 2 * cos;
  const { x, y, z, degree } = curve;
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  let z1 = 0;
  let z2 = 0;
  for (let m = degree; m > 0; m--) {
    const x0 = twice * x1 - x2 + x[m]!;
    x2 = x1;
    x1 = x0;
    const y0 = twice * y1 - y2 + y[m]!;
    y2 = y1;
    y1 = y0;
    const z0 = twice * z1 - z2 + z[m]!;
    z2 = z1;
    z1 = z0;
  }
  out[0] = cos * x1 - x2 + x[0]!;
  out[1] = Math.sin(bearing) * y1;
  out[2] = cos * z1 - z2 + z[0]!;
}

/** Geodetic latitude in degrees of a unit normal. */
export function latitudeOf(x: number, y: number, z: number): number {
  return Math.atan2(z, Math.sqrt(x * x + y * y)) * DEGREES;
}

/**
 * Latitudes and eastward longitudes (from 0 to 180, relative to the centre) at the bearings k·360°/steps of the eastern half, k from 0 to
 * steps/2. The western half is the mirror image. Bearings of 0 and 180° are exactly on the meridian.
 */
export function sampleEastHalf(curve: RingCurve, steps: number, lat: Float64Array, east: Float64Array): void {
  const { degree, x, y, z } = curve;
  const table = sampleTable(degree, steps);
  const half = Math.floor(steps / 2);
  // With steps a multiple of four, bearings α and 180° − α share the even and the odd parts of the sums.
  const paired = steps % 4 === 0;
  const last = paired ? steps / 4 : half;
  for (let k = 0, at = 0; k <= last; k++) {
    let evenX = x[0]!;
    let evenY = 0;
    let evenZ = z[0]!;
    let oddX = 0;
    let oddY = 0;
    let oddZ = 0;
    for (let m = 1; m < degree; m += 2, at += 4) {
      const cos1 = table[at]!;
      const cos2 = table[at + 2]!;
      oddX += x[m]! * cos1;
      oddY += y[m]! * table[at + 1]!;
      oddZ += z[m]! * cos1;
      evenX += x[m + 1]! * cos2;
      evenY += y[m + 1]! * table[at + 3]!;
      evenZ += z[m + 1]! * cos2;
    }
    write(k, evenX + oddX, evenY + oddY, evenZ + oddZ, lat, east);
    if (paired && 2 * k !== half) write(half - k, evenX - oddX, oddY - evenY, evenZ - oddZ, lat, east);
  }
  east[0] = curve.holdsNorthPole ? 180 : 0;
  if (steps % 2 === 0) east[half] = curve.holdsSouthPole ? 180 : 0;
}

function write(k: number, x: number, y: number, z: number, lat: Float64Array, east: Float64Array): void {
  lat[k] = Math.atan2(z, Math.sqrt(x * x + y * y)) * DEGREES;
  east[k] = Math.atan2(y < 0 ? -y : y, x) * DEGREES;
}

const fans = new Map<number, Fan>();

function scratchFan(degree: number): Fan {
  let fan = fans.get(degree);
  if (!fan) {
    fan = { x: new Float64Array(degree + 1), y: new Float64Array(degree + 1), z: new Float64Array(degree + 1) };
    fans.set(degree, fan);
  }
  return fan;
}

const transformTables = new Map<number, { cosines: Float64Array; sines: Float64Array }>();

/** Matrices from samples at k·180°/degree to coefficients of cos mα and sin mα. */
function transforms(degree: number): { cosines: Float64Array; sines: Float64Array } {
  let table = transformTables.get(degree);
  if (!table) {
    const size = degree + 1;
    table = { cosines: new Float64Array(size * size), sines: new Float64Array(size * size) };
    const ends = (index: number) => (index === 0 || index === degree ? 0.5 : 1);
    for (let m = 0; m < size; m++) {
      for (let k = 0; k < size; k++) {
        const angle = (m * k * Math.PI) / degree;
        table.cosines[m * size + k] = (2 / degree) * ends(m) * ends(k) * Math.cos(angle);
        table.sines[m * size + k] = m === degree ? 0 : (2 / degree) * Math.sin(angle);
      }
    }
    transformTables.set(degree, table);
  }
  return table;
}

const sampleTables = new Map<string, Float64Array>();

/** cos mα and sin mα, m from 1 to degree, for each bearing that {@link sampleEastHalf} visits. */
function sampleTable(degree: number, steps: number): Float64Array {
  const key = `${degree}/${steps}`;
  let table = sampleTables.get(key);
  if (!table) {
    const count = (steps % 4 === 0 ? steps / 4 : Math.floor(steps / 2)) + 1;
    table = new Float64Array(count * degree * 2);
    for (let k = 0, at = 0; k < count; k++) {
      for (let m = 1; m <= degree; m++) {
        const angle = (2 * Math.PI * ((m * k) % steps)) / steps;
        table[at++] = Math.cos(angle);
        table[at++] = Math.sin(angle);
      }
    }
    // Callers choose few step counts; a caller that tries them all must not fill the memory.
    if (sampleTables.size >= 64) sampleTables.clear();
    sampleTables.set(key, table);
  }
  return table;
}
