import geographiclib from "geographiclib-geodesic";
import { MAX_DISTANCE_KM } from "../arguments.ts";
import type { RingTemplate } from "./ringTemplate.ts";

const { Geodesic } = geographiclib;
const wgs84 = Geodesic.WGS84;

/**
 * The ring of a range near half the circumference. Geodesics cross there, so the ring is found from the antipode instead, the farthest
 * place of all (over either pole it is half the circumference away): outwards along each bearing to the place at the range, by
 * GeographicLib, to a millimetre. The disc is everything but that small patch, so the loop goes round the antipode clockwise.
 */
export function farRing(latDeg: number, rangeKm: number, steps: number): RingTemplate {
  const lat = new Float64Array(steps);
  const lng = new Float64Array(steps);
  if (rangeKm > MAX_DISTANCE_KM - 1e-6) {
    return {
      latDeg,
      rangeKm,
      lat: lat.subarray(0, 0),
      lng: lng.subarray(0, 0),
      turns: 0,
      west: -180,
      east: 180,
      crossingLat: () => NaN,
      curve: undefined,
    };
  }
  let [west, east] = [Infinity, -Infinity];
  for (let i = 0; i < steps; i++) {
    const [x, y] = placeAt(latDeg, rangeKm, (360 * i) / steps);
    lat[i] = y;
    lng[i] = i === 0 ? x : x + 360 * Math.round((lng[i - 1]! - x) / 360);
    west = Math.min(west, lng[i]!);
    east = Math.max(east, lng[i]!);
  }
  const turns = Math.round((lng[steps - 1]! - lng[0]!) / 360);
  return {
    latDeg,
    rangeKm,
    lat,
    lng,
    turns,
    west,
    east,
    crossingLat: (edge, meridian) => {
      let [from, to] = [(360 * edge) / steps, (360 * (edge + 1)) / steps];
      const side = (x: number) => Math.sin(((x - meridian) * Math.PI) / 180) > 0;
      const start = side(lng[edge]!);
      let middle = from;
      let found = lat[edge]!;
      for (let i = 0; i < 45; i++) {
        middle = (from + to) / 2;
        const [x, y] = placeAt(latDeg, rangeKm, middle);
        found = y;
        if (side(x) === start) from = middle;
        else to = middle;
      }
      return found;
    },
    curve: undefined,
  };
}

/** The place on a bearing from the antipode that lies at the range: [degrees east of the centre, latitude]. */
function placeAt(latDeg: number, rangeKm: number, bearing: number): [number, number] {
  const place = (metres: number) =>
    wgs84.Direct(-latDeg, 180, bearing, metres, Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.LONG_UNROLL);
  const excess = (metres: number) => {
    const { lat2 = NaN, lon2 = NaN } = place(metres);
    return (wgs84.Inverse(latDeg, 0, lat2, lon2, Geodesic.DISTANCE).s12 ?? NaN) - rangeKm * 1000;
  };
  // The distance falls steadily outwards; 120 km from the antipode is nearer than any far ring. Regula falsi (Illinois).
  let [near, far] = [0, 120_000];
  let [over, under] = [excess(near), excess(far)];
  let metres = near;
  for (let i = 0; i < 60 && far - near > 1e-4; i++) {
    metres = (near * under - far * over) / (under - over);
    const at = excess(metres);
    if (Math.abs(at) < 1e-5) break;
    if (at > 0) {
      [near, over] = [metres, at];
      under /= 2;
    } else {
      [far, under] = [metres, at];
      over /= 2;
    }
  }
  const { lat2 = NaN, lon2 = NaN } = place(metres);
  return [lon2, lat2];
}
