import type { SourceLoop } from "./bufferSource.ts";
import {
  chordBearing,
  chordKm,
  chordOfArc,
  earthPoint,
  nearestBetween,
  placeOf,
  type EarthPoint,
} from "../earthPoint.ts";
import { BORDER, EdgeList, FILLER, SEAM, snapToFrame } from "../overlay/edgeList.ts";
import { PointIndex } from "../overlay/pointIndex.ts";
import { normalAt, ringCurve, type RingCurve } from "../rings/ringCurve.ts";

const RADIANS = Math.PI / 180;
/** Bearing between neighbours on an arc: their chord leaves it by 0.01 % of the distance. */
const ARC_STEP = 0.028;

/** A stretch of the source that an edge of the offset curve belongs to: a vertex, or what lies between two. */
export interface OffsetPart {
  from: EarthPoint;
  to: EarthPoint;
}

/** Closed curves at the asked distance from a source, whose depth is at least one exactly where the source is within reach. */
export interface RawOffset {
  edges: EdgeList;
  /** By the edges' owners. */
  parts: OffsetPart[];
  /** Whether a place is surely beyond reach of the source's outline, by a third of `offKm`. */
  isBeyond: (lng: number, lat: number) => boolean;
  offKm: number;
}

/**
 * The offset curve of a source: along each edge at a right angle, round each vertex on an arc, backwards where the outline bends inwards. The
 * depth about it counts the separate stretches of the source within reach (the convolution of the source with a disc).
 *
 * What lies well within reach of some other vertex can never be border. It is kept only as filler, in few edges, so that the work goes with
 * what shows. Every vertex of the rest is the end of an exact geodesic at a right angle to the source.
 */
export function rawOffset(loops: SourceLoop[], km: number): RawOffset {
  const index = new PointIndex(loops.flat());
  const edges = new EdgeList();
  const parts: OffsetPart[] = [];
  // Chords tell distances to a share of (km/R)²/24 · 1 %; twice the arcs' own departure is added.
  const margin = km * (3e-4 + ((km / 6371) ** 2 / 24) * 0.01);
  const span = 6371 * Math.sin(Math.min(km / 6371, Math.PI / 2));
  const covered = (x: number, y: number, z: number, depth: number) =>
    index.within(x, y, z, chordOfArc(km - depth - margin));

  const arc = (
    curve: RingCurve,
    at: EarthPoint,
    b0: number,
    p0: EarthPoint,
    b1: number,
    p1: EarthPoint,
    owner: number,
  ) => {
    const half = (Math.abs(b1 - b0) / 2) * span;
    const middle = pointOn(curve, at, (b0 + b1) / 2);
    if (
      half < km &&
      narrow(p0, middle) &&
      narrow(middle, p1) &&
      covered(middle.x, middle.y, middle.z, 1.1 * half + bulgeKm(p0, middle) + bulgeKm(middle, p1))
    ) {
      emit(edges, p0, middle, owner, FILLER);
      emit(edges, middle, p1, owner, FILLER);
    } else if (Math.abs(b1 - b0) > 8 * ARC_STEP) {
      arc(curve, at, b0, p0, (b0 + b1) / 2, middle, owner);
      arc(curve, at, (b0 + b1) / 2, middle, b1, p1, owner);
    } else {
      const stretch = Math.min(
        16,
        1 + Math.tan(Math.min(89, Math.abs(middle.lat)) * RADIANS) * Math.abs(Math.tan(Math.min(km / 6371, 1.4))),
      );
      const steps = Math.max(1, Math.ceil((Math.abs(b1 - b0) / ARC_STEP) * Math.sqrt(stretch)));
      let previous = p0;
      for (let k = 1; k <= steps; k++) {
        const bearing = b0 + ((b1 - b0) * k) / steps;
        const next = k === steps ? p1 : pointOn(curve, at, bearing);
        fine(curve, at, bearing - (b1 - b0) / steps, previous, bearing, next, owner, 0);
        previous = next;
      }
    }
  };
  /** One step of an arc, divided further where it turns far round a pole. */
  const fine = (
    curve: RingCurve,
    at: EarthPoint,
    b0: number,
    p0: EarthPoint,
    b1: number,
    p1: EarthPoint,
    owner: number,
    deep: number,
  ) => {
    if (deep > 12 || (narrow(p0, p1) && bulgeKm(p0, p1) < 1e-4 * km)) {
      emit(edges, p0, p1, owner, BORDER);
      return;
    }
    const middle = pointOn(curve, at, (b0 + b1) / 2);
    fine(curve, at, b0, p0, (b0 + b1) / 2, middle, owner, deep + 1);
    fine(curve, at, (b0 + b1) / 2, middle, b1, p1, owner, deep + 1);
  };
  /**
   * Where the outline bends inwards the curve goes back, and a little nearer to the vertex: there it can be no border, and rounding cannot
   * turn the overlap of the two sides, which is twice enclosed, into a gap.
   */
  const back = (
    curve: RingCurve,
    at: EarthPoint,
    b0: number,
    p0: EarthPoint,
    b1: number,
    p1: EarthPoint,
    owner: number,
  ) => {
    const kind = covered(p0.x, p0.y, p0.z, 0.02 * km) && covered(p1.x, p1.y, p1.z, 0.02 * km) ? FILLER : BORDER;
    const steps = Math.ceil((b1 - b0) / 0.1);
    let last = inwards(at, p0);
    emit(edges, p0, last, owner, kind);
    for (let step = 1; step <= steps; step++) {
      const next = inwards(at, step === steps ? p1 : pointOn(curve, at, b0 + ((b1 - b0) * step) / steps));
      emitFiller(last, next, owner, 0);
      last = next;
    }
    emit(edges, last, p1, owner, kind);
  };
  const emitFiller = (a: EarthPoint, b: EarthPoint, owner: number, deep: number) => {
    if (deep > 12 || (narrow(a, b) && bulgeKm(a, b) < 2e-3 * km)) {
      emit(edges, a, b, owner, FILLER);
      return;
    }
    const middle = placeOf((a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2);
    emitFiller(a, middle, owner, deep + 1);
    emitFiller(middle, b, owner, deep + 1);
  };
  const side = (from: EarthPoint, p0: EarthPoint, to: EarthPoint, p1: EarthPoint, deep: number) => {
    const length = chordKm(p0, p1);
    const near = narrow(p0, p1);
    if (
      near &&
      length < km &&
      covered((p0.x + p1.x) / 2, (p0.y + p1.y) / 2, (p0.z + p1.z) / 2, 0.6 * length + bulgeKm(p0, p1))
    ) {
      emit(edges, p0, p1, parts.length - 1, FILLER);
      return;
    }
    const bend =
      Math.abs(Math.tan(Math.min(km / 6371, 1.4))) +
      2 * Math.tan(Math.min(89, Math.max(Math.abs(p0.lat), Math.abs(p1.lat))) * RADIANS);
    if (deep > 12 || (near && bulgeKm(p0, p1) < 1e-4 * km && length * length * bend < 8 * 6371 * 1e-4 * km)) {
      parts.push({ from, to });
      emit(edges, p0, p1, parts.length - 1, BORDER);
      return;
    }
    const middle = placeOf((from.x + to.x) / 2, (from.y + to.y) / 2, (from.z + to.z) / 2);
    const bearing = chordBearing(middle, to) + Math.PI / 2;
    const point = pointOn(ringCurve(middle.lat, km), middle, bearing);
    side(from, p0, middle, point, deep + 1);
    side(middle, point, to, p1, deep + 1);
  };

  for (const loop of loops) {
    const count = loop.length;
    let first: EarthPoint | undefined;
    let previous: EarthPoint | undefined;
    for (let k = 0; k < count; k++) {
      const at = loop[k]!;
      const curve = ringCurve(at.lat, km);
      const owner = parts.push({ from: at, to: at }) - 1;
      let arrival = 0;
      let departure = -2 * Math.PI;
      if (count > 1) {
        const before = loop[(k + count - 1) % count]!;
        arrival = chordBearing(at, before) - Math.PI / 2;
        const turn = chordBearing(at, loop[(k + 1) % count]!) + Math.PI / 2 - arrival;
        // From -180 up to 180; what turns back turns left, round the outside, also where rounding has it the other way: a disc round a vertex is
        // within reach in any case.
        departure = arrival + turn - 2 * Math.PI * Math.floor((turn + Math.PI) / (2 * Math.PI) + 1e-8);
      }
      // A turn of centimetres, as between two parts of one edge, is none: edges must not be as short as places that count as one.
      if (Math.abs(departure - arrival) < 1e-7) departure = arrival;
      const start = pointOn(curve, at, arrival);
      const end = count > 1 && departure !== arrival ? pointOn(curve, at, departure) : start;
      if (previous) side(loop[k - 1]!, previous, at, start, 0);
      else first = start;
      if (departure < arrival) arc(curve, at, arrival, start, departure, end, owner);
      else if (departure > arrival) back(curve, at, arrival, start, departure, end, owner);
      previous = end;
    }
    if (count > 1) side(loop[count - 1]!, previous!, loop[0]!, first!, 0);
  }
  const isBeyond = (lng: number, lat: number) => {
    const at = earthPoint(lng, lat);
    const reach = chordOfArc(km + margin);
    if (index.within(at.x, at.y, at.z, reach)) return false;
    // The source may come nearer between its vertices than at them.
    return loops.every((loop) =>
      loop.every((from, i) => {
        const to = loop[(i + 1) % loop.length]!;
        return chordKm(from, at) >= reach + chordKm(from, to) || chordKm(nearestBetween(from, to, at), at) >= reach;
      }),
    );
  };
  return { edges, parts, isBeyond, offKm: 3 * margin };
}

/** Whether two places are close enough in longitude for a straight edge. */
function narrow(a: EarthPoint, b: EarthPoint): boolean {
  const across = b.lng - a.lng;
  return Math.abs(across - 360 * Math.round(across / 360)) < 15;
}

/** How far a straight edge in longitude and latitude may leave the geodesic between its ends. */
function bulgeKm(a: EarthPoint, b: EarthPoint): number {
  const across = b.lng - a.lng;
  const radians = Math.abs(across - 360 * Math.round(across / 360)) * RADIANS;
  return (radians * chordKm(a, b) * Math.sin(Math.max(Math.abs(a.lat), Math.abs(b.lat)) * RADIANS)) / 4;
}

/** A hundredth of the way from a place on an arc to the arc's centre. */
const inwards = (at: EarthPoint, place: EarthPoint) =>
  placeOf(place.x + (at.x - place.x) * 0.01, place.y + (at.y - place.y) * 0.01, place.z + (at.z - place.z) * 0.01);

const normal = [0, 0, 0];

function pointOn(curve: RingCurve, at: EarthPoint, bearing: number): EarthPoint {
  normalAt(curve, bearing, normal);
  const [x = 0, y = 0, z = 0] = normal;
  return earthPoint(at.lng + Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.sqrt(x * x + y * y)) / RADIANS);
}

/** Adds an edge the short way round, cut at the antimeridian; the seam makes up for the depth that changes there. */
function emit(edges: EdgeList, a: EarthPoint, b: EarthPoint, owner: number, kind: number): void {
  const wrapped = snapToFrame(a.lng - 360 * Math.floor((a.lng + 180) / 360));
  const ax = wrapped === 180 ? -180 : wrapped;
  const across = b.lng - ax;
  const bx = snapToFrame(ax + (across - 360 * Math.round(across / 360)));
  if (bx >= -180 && bx < 180) {
    edges.add(ax, a.lat, bx, b.lat, owner, kind);
    return;
  }
  const east = bx >= 180;
  const line = east ? 180 : -180;
  const lat = a.lat + ((b.lat - a.lat) * (line - ax)) / (bx - ax);
  edges.add(ax, a.lat, line, lat, owner, kind);
  edges.add(-line, lat, bx - 2 * line, b.lat, owner, kind);
  // North of a crossing towards the east it is one deeper, and so all the way from the western end of the map.
  if (east) edges.add(-180, 90, -180, lat, owner, SEAM);
  else edges.add(-180, lat, -180, 90, owner, SEAM);
}
