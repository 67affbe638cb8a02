import type { Position } from "geojson";
import type { Disc } from "../rings/discMemory.ts";
import { normalAt, ringCurve, type RingCurve } from "../rings/ringCurve.ts";

const RADIANS = Math.PI / 180;

/** A disc with its true ring. */
export interface TrueRing {
  disc: Disc;
  curve: RingCurve;
}

export function trueRing(disc: Disc): TrueRing {
  return { disc, curve: ringCurve(disc.lat, disc.rangeKm) };
}

/**
 * The place near [x, y] where two true rings cross, to a millimetre: Newton's method on both bearings. Undefined where they do not cross near
 * there, as where straight edges cross but the rings behind them do not.
 */
export function ringCrossing(a: TrueRing, b: TrueRing, x: number, y: number): Position | undefined {
  let alpha = bearingOnSphere(a.disc, x, y);
  let beta = bearingOnSphere(b.disc, x, y);
  const [p, dp, q, dq] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i < 12; i++) {
    pointAndTangent(a, alpha, p, dp);
    pointAndTangent(b, beta, q, dq);
    const [fx, fy, fz] = [q[0]! - p[0]!, q[1]! - p[1]!, q[2]! - p[2]!];
    const miss = fx * fx + fy * fy + fz * fz;
    if (miss < 2.5e-20) {
      const lat = Math.atan2(p[2]!, Math.hypot(p[0]!, p[1]!)) / RADIANS;
      const lng = Math.atan2(p[1]!, p[0]!) / RADIANS;
      const off = Math.hypot((lng - x) * Math.cos(y * RADIANS), lat - y) * 111.2;
      return off < 0.05 * Math.min(a.disc.rangeKm, b.disc.rangeKm) ? [lng, lat] : undefined;
    }
    const aa = dp[0]! * dp[0]! + dp[1]! * dp[1]! + dp[2]! * dp[2]!;
    const bb = dq[0]! * dq[0]! + dq[1]! * dq[1]! + dq[2]! * dq[2]!;
    const ab = dp[0]! * dq[0]! + dp[1]! * dq[1]! + dp[2]! * dq[2]!;
    const af = dp[0]! * fx + dp[1]! * fy + dp[2]! * fz;
    const bf = dq[0]! * fx + dq[1]! * fy + dq[2]! * fz;
    const det = aa * bb - ab * ab;
    if (!(det > 1e-12 * aa * bb)) return undefined;
    alpha += (af * bb - bf * ab) / det;
    beta += (af * ab - bf * aa) / det;
  }
  return undefined;
}

function pointAndTangent({ disc, curve }: TrueRing, bearing: number, point: number[], tangent: number[]): void {
  const step = 1e-5;
  const [cos, sin] = [Math.cos(disc.lng * RADIANS), Math.sin(disc.lng * RADIANS)];
  const turn = (out: number[]) => {
    [out[0], out[1]] = [out[0]! * cos - out[1]! * sin, out[0]! * sin + out[1]! * cos];
  };
  const before = [0, 0, 0];
  normalAt(curve, bearing - step, before);
  normalAt(curve, bearing + step, tangent);
  normalAt(curve, bearing, point);
  for (let i = 0; i < 3; i++) tangent[i] = (tangent[i]! - before[i]!) / (2 * step);
  turn(tangent);
  turn(point);
}

/** Bearing from a disc's centre on a sphere, in radians: good enough to start from. */
function bearingOnSphere({ lng, lat }: Disc, x: number, y: number): number {
  const dl = (x - lng) * RADIANS;
  const [sin1, cos1, sin2, cos2] = [
    Math.sin(lat * RADIANS),
    Math.cos(lat * RADIANS),
    Math.sin(y * RADIANS),
    Math.cos(y * RADIANS),
  ];
  return Math.atan2(Math.sin(dl) * cos2, cos1 * sin2 - sin1 * cos2 * Math.cos(dl));
}
