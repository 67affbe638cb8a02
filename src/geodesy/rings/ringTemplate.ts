import { requireCount, requireDistanceKm, requireLatitude } from "../arguments.ts";
import type { Loop } from "./cutToEarth.ts";
import { farRing } from "./farRing.ts";
import { GeodesyError } from "../geodesyError.ts";
import { normalAt, type RingCurve } from "./ringCurve.ts";
import { eastHalf } from "./ringSteps.ts";

/**
 * A ring of one latitude and one range, ready for any longitude: a longitude only turns it. Keep one to drag a launch point along its
 * parallel, or to draw many points of one latitude, and pass it to {@link ringCoordinates}.
 */
export interface RingTemplate {
  readonly latDeg: number;
  readonly rangeKm: number;
  /** Degrees; counterclockwise from due north, the disc on the left, the first vertex not repeated. */
  readonly lat: Float64Array;
  /** Degrees east of the centre, unwrapped: neighbours differ by what the ring really goes. */
  readonly lng: Float64Array;
  /** 1 where the ring goes round the North Pole, -1 round the South Pole, 0 round neither or both. */
  readonly turns: number;
  /** Least and greatest of `lng`. */
  readonly west: number;
  readonly east: number;
  /** Latitude where the edge after vertex `edge` crosses a meridian (degrees east of the centre), on the true ring. */
  readonly crossingLat: (edge: number, lng: number) => number;
  /** The exact curve behind the vertices; absent where it is not the border of the disc, over {@link FAR_RING_KM}. */
  readonly curve: RingCurve | undefined;
}

/** From here on the geodesics of a place begin to cross before they reach the range (WGS84: from 19,970 km). */
export const FAR_RING_KM = 19960;

/** The greatest number of vertices that a caller may ask for. */
const MAX_STEPS = 100_000;

/** Throws unless the value is a range that a ring can have. */
export function requireRange(rangeKm: number, argument = "rangeKm"): void {
  requireDistanceKm(rangeKm, argument);
  if (rangeKm === 0) throw new GeodesyError("notPositive", argument, rangeKm, "it must be more than zero kilometres");
}

/** Throws unless the value is a number of vertices, or left out. */
export function requireSteps(steps: number | undefined): void {
  if (steps !== undefined) requireCount(steps, "steps", { from: 3, to: MAX_STEPS });
}

/**
 * Computes a template.
 *
 * @param latDeg latitude of the centre, ±90°
 * @param rangeKm kilometres, more than 0 and at most half the circumference
 * @param steps vertices; unless given, as many as keep every edge within 0.01 % of the range of the true ring
 * @throws {@link GeodesyError}
 */
export function ringTemplate(latDeg: number, rangeKm: number, steps?: number): RingTemplate {
  requireLatitude(latDeg, "latDeg");
  requireRange(rangeKm);
  requireSteps(steps);
  const template = rangeKm > FAR_RING_KM ? farRing(latDeg, rangeKm, steps ?? 256) : nearRing(latDeg, rangeKm, steps);
  templates.add(template);
  return template;
}

/** Every template that was made: what only looks like one can hold anything. */
const templates = new WeakSet<RingTemplate>();

/** Throws unless the value was made by {@link ringTemplate}. */
export function requireTemplate(template: RingTemplate): void {
  if (!templates.has(template))
    throw new GeodesyError("notATemplate", "template", template, "it must be what ringTemplate returned, not a copy");
}

function nearRing(latDeg: number, rangeKm: number, steps: number | undefined): RingTemplate {
  const { curve, count, size, lat: halfLat, east: halfEast, bearings: shared } = eastHalf(latDeg, rangeKm, steps);
  const bearings = shared?.slice(0, size);
  // Vertices west of the meridian going south, then east of it going north; with an even count the south one stands on it.
  const total = count % 2 === 0 ? 2 * size - 2 : 2 * size - 1;
  const lat = new Float64Array(total);
  const lng = new Float64Array(total);
  const base = curve.holdsSouthPole ? -360 : 0;
  let west = Infinity;
  let east = -Infinity;
  for (let k = 0; k < size; k++) {
    const dl = halfEast[k]!;
    lat[k] = halfLat[k]!;
    lng[k] = -dl;
    if (-dl < west) west = -dl;
    if (-dl > east) east = -dl;
    if (k === 0 || total - k < size) continue;
    lat[total - k] = halfLat[k]!;
    lng[total - k] = base + dl;
    if (base + dl < west) west = base + dl;
    if (base + dl > east) east = base + dl;
  }
  const bearingOf = (vertex: number) => {
    const k = vertex < size ? vertex : total - vertex;
    const bearing = bearings ? bearings[k]! : (2 * Math.PI * k) / count;
    return vertex < size ? -bearing : bearing - 2 * Math.PI;
  };
  return {
    latDeg,
    rangeKm,
    lat,
    lng,
    turns: Number(curve.holdsNorthPole) - Number(curve.holdsSouthPole),
    west,
    east,
    crossingLat: (edge, meridian) =>
      crossingOn(curve, bearingOf(edge), edge + 1 < total ? bearingOf(edge + 1) : -2 * Math.PI, meridian),
    curve,
  };
}

/** The template as a loop on the Earth round a centre at this longitude. */
export function templateLoop(template: RingTemplate, centerLng: number): Loop {
  const lng = new Float64Array(template.lng.length);
  for (let i = 0; i < lng.length; i++) lng[i] = template.lng[i]! + centerLng;
  return {
    lng,
    lat: template.lat,
    turns: template.turns,
    crossingLat: (edge, line) => template.crossingLat(edge, line - centerLng),
  };
}

/** Latitude where the curve crosses a meridian between two bearings, by regula falsi (Illinois) on the plane of the meridian. */
function crossingOn(curve: RingCurve, from: number, to: number, meridian: number): number {
  const angle = (meridian * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const normal = [0, 0, 0];
  const side = (bearing: number) => {
    normalAt(curve, bearing, normal);
    return normal[1]! * cos - normal[0]! * sin;
  };
  let [a, b] = [from, to];
  let [fa, fb] = [side(a), side(b)];
  for (let i = 0; i < 60 && Math.abs(b - a) > 1e-15; i++) {
    const c = (a * fb - b * fa) / (fb - fa);
    const fc = side(c);
    if (fc === 0 || !Number.isFinite(fc)) break;
    if (fc > 0 === fb > 0) fa /= 2;
    else [a, fa] = [b, fb];
    [b, fb] = [c, fc];
    if (Math.abs(fc) < 1e-16) break;
  }
  return (Math.atan2(normal[2]!, Math.hypot(normal[0]!, normal[1]!)) * 180) / Math.PI;
}
