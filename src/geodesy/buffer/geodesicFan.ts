import { MAX_DISTANCE_KM } from "../arguments.ts";

/*
 * The direct geodesic problem on WGS84 for many bearings from one place: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013),
 * equations as in GeographicLib (MIT). Terms below a micrometre are left out: eps is at most 0.0017 here, so eps^5 is 1e-14.
 */
const A = 6378137;
const F = 1 / 298.257223563;
const F1 = 1 - F;
const B = A * F1;
const EP2 = (F * (2 - F)) / (F1 * F1);
const N = F / (2 - F);
const A31 = (N - 1) / 2;
const A32 = ((3 * N - 1) * N - 2) / 8;
const A33 = ((-N - 3) * N - 1) / 16;
const A34 = (-2 * N - 3) / 64;
const C311 = (1 - N) / 4;
const C312 = (1 - N * N) / 8;
const C313 = ((3 - N) * N + 3) / 64;
const C314 = (2 * N + 5) / 128;
const C322 = ((N - 3) * N + 2) / 32;
const C323 = ((-3 * N - 2) * N + 3) / 64;
const C333 = ((5 * N - 9) * N + 5) / 192;

/** Unit normals at the ends of the geodesics: x towards the start's own meridian on the equator, y east of it, z north. */
export interface Fan {
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

/**
 * Ends of the geodesics of one length from one latitude, at bearings k·180°/intervals for k from 0 to intervals.
 *
 * Accuracy: a few nanometres against GeographicLib up to half the circumference.
 */
export function geodesicFan(latDeg: number, rangeKm: number, intervals: number, fan: Fan): void {
  if (!(rangeKm <= MAX_DISTANCE_KM)) throw new RangeError(`rangeKm ${rangeKm}`);
  const { cos, sin } = bearings(intervals);
  // Latitudes whose squares underflow are the equator.
  const lat = Math.abs(latDeg) < 1e-100 ? 0 : (latDeg * Math.PI) / 180;
  // Reduced latitude; the cosine is kept off zero so that longitudes keep their meaning at a pole.
  const sinLat = F1 * Math.sin(lat);
  const cosLat = Math.abs(latDeg) === 90 ? 0 : Math.cos(lat);
  const norm = Math.sqrt(sinLat * sinLat + cosLat * cosLat);
  const sbet1 = sinLat / norm;
  const cbet1 = Math.max(cosLat / norm, 1e-100);
  const length = (rangeKm * 1000) / B;
  for (let k = 0; 2 * k <= intervals; k++) {
    // Bearings α and 180° − α share the equatorial azimuth, and with it every coefficient.
    const salp1 = sin[k]!;
    const calp1 = cos[k]!;
    const salp0 = salp1 * cbet1;
    const calp0 = Math.sqrt(calp1 * calp1 + salp1 * salp1 * sbet1 * sbet1);
    const k2 = EP2 * calp0 * calp0;
    const e = k2 / (2 * (1 + Math.sqrt(1 + k2)) + k2);
    const e2 = e * e;
    const e3 = e2 * e;
    const e4 = e2 * e2;
    const tau12 = (length * (1 - e)) / (1 + ((e2 + 4) * e2 + 64) * (e2 / 256));
    const c1 = (e * ((6 - e2) * e2 - 16)) / 32;
    const c2 = (e2 * (64 * e2 - 128)) / 2048;
    const c3 = (e3 * (9 * e2 - 16)) / 768;
    const c4 = (-5 * e4) / 512;
    const p1 = (e * ((205 * e2 - 432) * e2 + 768)) / 1536;
    const p2 = (e2 * (3840 - 4736 * e2)) / 12288;
    const p3 = (e3 * (116 - 225 * e2)) / 384;
    const p4 = (2695 * e4) / 7680;
    const fa3 = F * salp0 * (1 + e * (A31 + e * (A32 + e * (A33 + e * A34))));
    const q1 = e * (C311 + e * (C312 + e * (C313 + e * C314)));
    const q2 = e2 * (C322 + e * C323);
    const q3 = e3 * C333;
    const sin12 = Math.sin(tau12);
    const cos12 = Math.cos(tau12);
    for (let side = 0; side < 2; side++) {
      const at = side === 0 ? k : intervals - k;
      if (side === 1 && at === k) break;
      const calp = side === 0 ? calp1 : -calp1;
      let ssig1 = sbet1;
      let csig1 = sbet1 === 0 && calp === 0 ? 1 : cbet1 * calp;
      const somg1 = salp0 * sbet1;
      const comg1 = csig1;
      const unit1 = 1 / Math.sqrt(ssig1 * ssig1 + csig1 * csig1);
      ssig1 *= unit1;
      csig1 *= unit1;
      // Multiples of the angle, shared by the series of distance and of longitude.
      const s2 = 2 * ssig1 * csig1;
      const d2 = (csig1 - ssig1) * (csig1 + ssig1);
      const s4 = 2 * s2 * d2;
      const d4 = (d2 - s2) * (d2 + s2);
      const s6 = s4 * d2 + d4 * s2;
      const b11 = c1 * s2 + c2 * s4 + c3 * s6 + c4 * 2 * s4 * d4;
      const b31 = q1 * s2 + q2 * s4 + q3 * s6;
      const bb = b11 * b11;
      const sb = b11 * (1 - bb / 6);
      const cb = 1 - bb * (0.5 - bb / 24);
      const st1 = ssig1 * cb + csig1 * sb;
      const ct1 = csig1 * cb - ssig1 * sb;
      const st2 = st1 * cos12 + ct1 * sin12;
      const ct2 = ct1 * cos12 - st1 * sin12;
      const t2 = 2 * st2 * ct2;
      const u2 = (ct2 - st2) * (ct2 + st2);
      const t4 = 2 * t2 * u2;
      const u4 = (u2 - t2) * (u2 + t2);
      const bp = p1 * t2 + p2 * t4 + p3 * (t4 * u2 + u4 * t2) + p4 * 2 * t4 * u4;
      const pp = bp * bp;
      const sp = bp * (1 - pp / 6);
      const cp = 1 - pp * (0.5 - pp / 24);
      const ssig2 = st2 * cp + ct2 * sp;
      const csig2 = ct2 * cp - st2 * sp;
      const v2 = 2 * ssig2 * csig2;
      const w2 = (csig2 - ssig2) * (csig2 + ssig2);
      const v4 = 2 * v2 * w2;
      const b32 = q1 * v2 + q2 * v4 + q3 * (v4 * w2 + (w2 - v2) * (w2 + v2) * v2);
      const turn = fa3 * (tau12 + b11 + bp + b32 - b31);
      const tt = turn * turn;
      const sinTurn = turn * (1 - (tt / 6) * (1 - tt / 20));
      const cosTurn = 1 - tt * (0.5 - tt * (1 / 24 - tt / 720));
      const somg2 = salp0 * ssig2;
      const sinOmega = somg2 * comg1 - csig2 * somg1;
      const cosOmega = csig2 * comg1 + somg2 * somg1;
      const sbet2 = calp0 * ssig2;
      const cbet2 = F1 * Math.sqrt(salp0 * salp0 + calp0 * calp0 * csig2 * csig2);
      const unit2 = 1 / Math.sqrt(sbet2 * sbet2 + cbet2 * cbet2);
      // At the far pole the longitude has no meaning and its sine and cosine are both zero.
      const unitOmega = (cbet2 * unit2) / (Math.sqrt(sinOmega * sinOmega + cosOmega * cosOmega) || 1);
      fan.x[at] = unitOmega * (cosOmega * cosTurn + sinOmega * sinTurn);
      fan.y[at] = unitOmega * (sinOmega * cosTurn - cosOmega * sinTurn);
      fan.z[at] = sbet2 * unit2;
    }
  }
}

const bearingTables = new Map<number, { cos: Float64Array; sin: Float64Array }>();

/** Cosines and sines of k·180°/intervals, with exact zeros and exact mirror images. */
function bearings(intervals: number): { cos: Float64Array; sin: Float64Array } {
  let table = bearingTables.get(intervals);
  if (!table) {
    table = { cos: new Float64Array(intervals + 1), sin: new Float64Array(intervals + 1) };
    for (let k = 0; 2 * k <= intervals; k++) {
      const cos = 2 * k === intervals ? 0 : Math.cos((k * Math.PI) / intervals);
      const sin = k === 0 ? 0 : Math.sin((k * Math.PI) / intervals);
      table.cos[k] = cos;
      table.cos[intervals - k] = -cos;
      table.sin[k] = table.sin[intervals - k] = sin;
    }
    bearingTables.set(intervals, table);
  }
  return table;
}
