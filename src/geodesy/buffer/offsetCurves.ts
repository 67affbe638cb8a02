import geographiclib from "geographiclib-geodesic";
import { chordKm, earthPoint, type EarthPoint } from "../earthPoint.ts";
import { NodeTable } from "../overlay/lattice.ts";
import { INSIDE_LEFT, Segments } from "../overlay/segments.ts";
import { normalAt, ringCurve, type RingCurve } from "../rings/ringCurve.ts";
import { FAR_RING_KM, ringTemplate } from "../rings/ringTemplate.ts";
import { borderPlaces, SECTORS } from "./borderPlaces.ts";
import { addFrame, addOnEarth } from "./earthSegments.ts";
import type { PlaceIndex } from "./placeIndex.ts";
import { bearingOf, type SourcePlace } from "./sourceCurve.ts";
import { VERTICES_ALONE_KM, type SourcePlaces } from "./sourcePlaces.ts";
import type { SourceWalks, Step } from "./sourceWalks.ts";

const RADIANS = Math.PI / 180;
const { Geodesic } = geographiclib;
/** How far a straight edge may leave the true curve, as a share of the distance. */
const DEPARTURE = 7.5e-5;
/** What is nearer to the source than the distance less this share of it can be no border, whatever edges leave of it. */
export const MARGIN = 3e-4;

/**
 * Curves among which the whole border of a buffer lies, the buffer on the left of each, in straight edges that leave the true curve by
 * 0.0075 % of the distance at most: along each edge of the source at a right angle, round each vertex on an arc, straight across where the
 * outline bends inwards. What lies well within reach of some other place of the source is left out. The frame of the map comes first: from
 * 2·i to 2·i + 1 its inside and its outside, for i from 0 to 3.
 */
export function offsetCurves({ walks, dots }: SourceWalks, places: SourcePlaces, km: number): Segments {
  const segments = new Segments(new NodeTable());
  addFrame(segments);
  const far = km > VERTICES_ALONE_KM;
  const departure = Math.max(DEPARTURE * Math.min(km, 4 * (20_010 - km)), 1e-8);
  const margin = MARGIN * km;
  const covered = coverOf(places.index, km, margin);
  /**
   * Adds a straight edge. Where the source has many places to its length, which may hide most of it though not all, the parts that lie well
   * within reach are left out.
   */
  const line = (a: EarthPoint, b: EarthPoint, sides: number) => {
    if (chordKm(a, b) < places.detailKm || isOpen(a, b, sides, 0)) addOnEarth(segments, a, b, sides);
  };
  /** Whether all of an edge is to be added; if not, its open parts are added here. */
  const isOpen = (a: EarthPoint, b: EarthPoint, sides: number, deep: number): boolean => {
    const middle = middleOf(a, b);
    const length = chordKm(a, b);
    if (!covered(middle, 0)) return true;
    if (covered(middle, 0.55 * length)) return false;
    if (deep === FINEST || length < 4 * margin) return true;
    const [first, second] = [isOpen(a, middle, sides, deep + 1), isOpen(middle, b, sides, deep + 1)];
    if (first && second) return true;
    if (first) addOnEarth(segments, a, middle, sides);
    if (second) addOnEarth(segments, middle, b, sides);
    return false;
  };

  /** A stretch of a curve from one place to another, `placeAt` in between. */
  const trace = (
    placeAt: (t: number) => EarthPoint,
    t0: number,
    p0: EarthPoint,
    t1: number,
    p1: EarthPoint,
    deep: number,
  ) => {
    const t = t0 + (t1 - t0) * OFF_MIDDLE;
    const middle = placeAt(t);
    const reach = 1.2 * Math.max(chordKm(p0, middle), chordKm(middle, p1));
    if (covered(middle, reach)) return;
    if (deep > 40 || reach < 1e-7) {
      line(p0, p1, reach < 1e-6 ? 0 : INSIDE_LEFT);
      return;
    }
    if (narrow(p0, p1)) {
      const isNear = (place: EarthPoint, share: number) => departureKm(p0, p1, place, share) <= departure;
      if (isNear(middle, OFF_MIDDLE) && isNear(placeAt(t0 + (t1 - t0) * FARTHER), FARTHER)) {
        line(p0, p1, INSIDE_LEFT);
        return;
      }
    }
    trace(placeAt, t0, p0, t, middle, deep + 1);
    trace(placeAt, t, middle, t1, p1, deep + 1);
  };

  const arc = (at: EarthPoint, curve: RingCurve, b0: number, p0: EarthPoint, b1: number, p1: EarthPoint) => {
    // A turn too slight to see needs no place in between.
    if (b0 - b1 < 0.01 && chordKm(p0, p1) * (b0 - b1) < departure && narrow(p0, p1) && Math.abs(at.lat) < 80) {
      if (!covered(p0, 1.2 * chordKm(p0, p1))) line(p0, p1, INSIDE_LEFT);
      return;
    }
    const parts = Math.max(1, Math.ceil((b0 - b1) / (Math.PI / 4)));
    let previous = p0;
    for (let k = 1; k <= parts; k++) {
      const [from, to] = [b0 + ((b1 - b0) * (k - 1)) / parts, b0 + ((b1 - b0) * k) / parts];
      const next = k === parts ? p1 : pointOn(curve, at, to);
      trace((bearing) => pointOn(curve, at, bearing), from, previous, to, next, 0);
      previous = next;
    }
  };

  /** A straight way through what is inside in any case. */
  const across = (p0: EarthPoint, p1: EarthPoint, deep: number) => {
    const length = chordKm(p0, p1);
    if (covered(p0, 1.1 * length)) return;
    if (deep > 40 || narrow(p0, p1)) {
      line(p0, p1, 0);
      return;
    }
    const [x, y, z] = [p0.x + p1.x, p0.y + p1.y, p0.z + p1.z];
    const middle = earthPoint(Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS);
    across(p0, middle, deep + 1);
    across(middle, p1, deep + 1);
  };

  const circle = (at: EarthPoint) => {
    if (km > FAR_RING_KM) {
      const { lng, lat } = ringTemplate(at.lat, km);
      const ring = Array.from(lng, (east, i) => earthPoint(at.lng + east, lat[i]!));
      for (const [i, from] of ring.entries()) {
        const to = ring[(i + 1) % ring.length]!;
        if (!covered(from, 1.2 * chordKm(from, to))) line(from, to, INSIDE_LEFT);
      }
      return;
    }
    const curve = ringCurve(at.lat, km);
    const start = pointOn(curve, at, 0);
    arc(at, curve, 0, start, -2 * Math.PI, start);
  };

  /** The marked sectors of a circle. */
  const partsOfCircle = (at: EarthPoint, sectors: Uint8Array) => {
    if (km > FAR_RING_KM || sectors.every((marked) => marked === 1)) {
      circle(at);
      return;
    }
    const curve = ringCurve(at.lat, km);
    const perSector = (2 * Math.PI) / SECTORS;
    for (let sector = 0; sector < SECTORS; sector++) {
      if (!sectors[sector]) continue;
      let end = sector + 1;
      while (sectors[end]) end++;
      const [from, to] = [end * perSector, sector * perSector];
      arc(at, curve, from, pointOn(curve, at, from), to, pointOn(curve, at, to));
      sector = end;
    }
  };

  if (far) {
    for (const [place, sectors] of borderPlaces(places.distinct, places.index, km, margin))
      partsOfCircle(places.distinct[place]!, sectors);
    return segments;
  }
  for (const dot of dots) circle(dot);
  for (const walk of walks) {
    let first: EarthPoint | undefined;
    let last: EarthPoint | undefined;
    for (const [k, step] of walk.entries()) {
      const next = walk[(k + 1) % walk.length]!;
      const at = step.backwards ? step.edge.from : step.edge.to;
      const curve = ringCurve(at.lat, km);
      const arrival = headingOf(at, step, 1) + Math.PI / 2;
      // From -180 up to 180; what turns back turns round the outside, also where rounding has it the other way.
      const turn = headingOf(at, next, 0) + Math.PI / 2 - arrival;
      let departing = arrival + turn - 2 * Math.PI * Math.floor((turn + Math.PI) / (2 * Math.PI) + 1e-8);
      if (Math.abs(departing - arrival) < 1e-9) departing = arrival;
      const end = pointOn(curve, at, arrival);
      const start = departing === arrival ? end : pointOn(curve, at, departing);
      if (k > 0) side(step, last!, end);
      else first = end;
      if (departing < arrival) arc(at, curve, arrival, end, departing, start);
      else if (departing > arrival) across(end, start, 0);
      last = start;
    }
    side(walk[0]!, last!, first!);
  }
  return segments;

  function side(step: Step, p0: EarthPoint, p1: EarthPoint): void {
    const { lengthKm } = step.edge;
    const lat = Math.min(89.9, Math.max(Math.abs(p0.lat), Math.abs(p1.lat), Math.abs(step.edge.from.lat)));
    const bend = Math.tan(Math.min(km / 6371, 1.5)) + 2 * Math.tan(lat * RADIANS) + 1;
    if (lengthKm * lengthKm * bend < 8 * 6371 * departure && lat < 89.9 && narrow(p0, p1)) {
      if (!covered(p0, 1.2 * chordKm(p0, p1))) line(p0, p1, INSIDE_LEFT);
      return;
    }
    const parts = Math.max(1, Math.ceil(lengthKm / 400));
    const placeAt = (t: number) => beside(stepAt(step, t), km);
    let previous = p0;
    for (let k = 1; k <= parts; k++) {
      const next = k === parts ? p1 : placeAt(k / parts);
      trace(placeAt, (k - 1) / parts, previous, k / parts, next, 0);
      previous = next;
    }
  }
}

/** An edge whose middle is hidden is halved this many times at most to find parts that are not. */
const FINEST = 4;

/** The middle of the straight edge in longitude and latitude between two places. */
function middleOf(a: EarthPoint, b: EarthPoint): EarthPoint {
  const across = b.lng - a.lng;
  return earthPoint(a.lng + (across - 360 * Math.round(across / 360)) / 2, (a.lat + b.lat) / 2);
}

/** Curves are tried at two shares of their way: one that bends to both sides, as geodesics do at the equator, may cross a straight edge at one. */
const [OFF_MIDDLE, FARTHER] = [0.44, 0.77];

/** Whether everything within `reach` of a place lies well within `km` of some place of the source. */
export function coverOf(index: PlaceIndex, km: number, margin: number): (place: EarthPoint, reach: number) => boolean {
  return (place, reach) => index.within(place, km - reach - margin);
}

function stepAt({ edge, backwards }: Step, share: number): SourcePlace {
  if (!backwards) return edge.placeAt(share);
  const { at, toX, toY, toZ } = edge.placeAt(1 - share);
  return { at, toX: -toX, toY: -toY, toZ: -toZ };
}

/** The bearing at a place in which a step runs there. */
function headingOf(at: EarthPoint, step: Step, share: number): number {
  const { toX, toY, toZ } = stepAt(step, share);
  return bearingOf(at, toX, toY, toZ);
}

/** The end of the geodesic that leaves a source to the right at a right angle. */
function beside({ at, toX, toY, toZ }: SourcePlace, km: number): EarthPoint {
  const bearing = bearingOf(at, toX, toY, toZ) / RADIANS + 90;
  const { lat2 = NaN, lon2 = NaN } = Geodesic.WGS84.Direct(
    at.lat,
    at.lng,
    bearing,
    km * 1000,
    Geodesic.LATITUDE | Geodesic.LONGITUDE,
  );
  return earthPoint(lon2, lat2);
}

const normal = [0, 0, 0];

function pointOn(curve: RingCurve, at: EarthPoint, bearing: number): EarthPoint {
  normalAt(curve, bearing, normal);
  const [x = 0, y = 0, z = 0] = normal;
  return earthPoint(at.lng + Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.sqrt(x * x + y * y)) / RADIANS);
}

/** Whether two places are close enough in longitude for a straight edge. */
function narrow(a: EarthPoint, b: EarthPoint): boolean {
  const across = b.lng - a.lng;
  return Math.abs(across - 360 * Math.round(across / 360)) < 15;
}

/** How far a place lies to the side of the straight edge in longitude and latitude between two others. */
function departureKm(p0: EarthPoint, p1: EarthPoint, place: EarthPoint, share: number): number {
  const across = p1.lng - p0.lng;
  const straight = earthPoint(
    p0.lng + (across - 360 * Math.round(across / 360)) * share,
    p0.lat + (p1.lat - p0.lat) * share,
  );
  const [ux, uy, uz] = [p1.x - p0.x, p1.y - p0.y, p1.z - p0.z];
  const square = ux * ux + uy * uy + uz * uz;
  let [dx, dy, dz] = [place.x - straight.x, place.y - straight.y, place.z - straight.z];
  if (square > 0) {
    const along = (dx * ux + dy * uy + dz * uz) / square;
    [dx, dy, dz] = [dx - along * ux, dy - along * uy, dz - along * uz];
  }
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
