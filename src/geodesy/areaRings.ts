import type { MultiPolygon, Polygon, Position } from "geojson";
import type { SourceEdges } from "./arguments.ts";
import { traceGeodesics } from "./geodesicEdge.ts";
import { GeodesyError } from "./geodesyError.ts";
import { wrapLongitude } from "./wrapLongitude.ts";

/** How closely straight edges follow geodesic ones: a metre, well below what an outline on a map is good to. */
const TRACE_KM = 1e-3;

/** Polygons whose rings are closed curves in the plane of longitude and latitude, led round a pole that they hold. */
export type AreaRings = Position[][][];

/**
 * The polygons of an area as closed curves in the plane, each ring starting within ±180° and running on from there.
 *
 * An edge of more than 180° of longitude goes the short way, as many outlines have it that cross the antimeridian uncut, unless it lies along a
 * pole or goes the whole way round along a parallel. A ring that goes round a pole without being led along the frame of the map holds the
 * nearer pole. Geodesic edges get vertices, so that straight edges follow them to a metre.
 *
 * @throws {@link GeodesyError} for a ring that goes round the Earth along the equator, or more than once, so that neither pole is nearer
 */
export function areaRings(
  geometry: Polygon | MultiPolygon,
  edges: SourceEdges,
  argument: string,
  toleranceKm = TRACE_KM,
): AreaRings {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((polygon) =>
    polygon.map((ring) => closeRoundPole(edges === "geodesic" ? trace(ring, toleranceKm) : unwrapRing(ring), argument)),
  );
}

const roundPole = (ring: Position[], argument: string) =>
  new GeodesyError(
    "ringRoundPole",
    argument,
    ring[0],
    "a ring from here goes round the Earth; lead it along ±180° and the pole that it holds",
  );

const trace = ([[lng = NaN, lat = NaN] = [], ...rest]: Position[], toleranceKm: number) =>
  traceGeodesics([[wrapLongitude(lng), lat], ...rest], toleranceKm);

/** The ring with every edge the short way, or the whole way round along a parallel where it would be nothing otherwise. */
export function unwrapRing(ring: Position[]): Position[] {
  const short = unwrapEdges(ring, false);
  if (turnsOf(short) === 0 && planarArea(short) !== 0) return short;
  const full = unwrapEdges(ring, true);
  return turnsOf(full) === 0 ? full : short;
}

function unwrapEdges(line: Position[], keepsFullTurns: boolean): Position[] {
  const unwrapped: Position[] = [];
  let [before = NaN, latBefore = NaN] = line[0] ?? [];
  let shift = 360 * Math.round((wrapLongitude(before) - before) / 360);
  for (const [lng = NaN, lat = NaN] of line) {
    const step = lng - before;
    const isFullTurn = keepsFullTurns && lat === latBefore && Math.abs(lat) < 90 && Math.abs(step) === 360;
    // In thirds, so that no edge of a result is long enough to be taken for the short way.
    if (isFullTurn) for (const third of [1, 2]) unwrapped.push([before + shift + (step * third) / 3, lat]);
    else if (lat !== latBefore || Math.abs(lat) < 90) shift += 360 * Math.round((wrapLongitude(step) - step) / 360);
    [before, latBefore] = [lng, lat];
    unwrapped.push([lng + shift, lat]);
  }
  return unwrapped;
}

/** A line with every edge the short way, its longitudes running on over ±180°. */
export const unwrapLine = (line: Position[]): Position[] => unwrapEdges(line, false);

/** How often an unwrapped ring goes round the axis eastwards. */
const turnsOf = (ring: Position[]) => Math.round((ring.at(-1)![0]! - ring[0]![0]!) / 360);

/** A closed curve led along the nearer pole, where it goes round one. */
export function closeRoundPole(ring: Position[], argument: string): Position[] {
  const turns = turnsOf(ring);
  if (turns === 0) return ring;
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += ((ring[i + 1]![0]! - ring[i]![0]!) * (ring[i]![1]! + ring[i + 1]![1]!)) / 2;
  const meanLat = sum / (360 * turns);
  if (Math.abs(turns) > 1 || Math.abs(meanLat) < 1e-9) throw roundPole(ring, argument);
  const pole = meanLat > 0 ? 90 : -90;
  return [...ring, [ring.at(-1)![0]!, pole], [ring[0]![0]!, pole], ring[0]!];
}

/** Twice the area in square degrees, positive for counterclockwise. */
export function planarArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += (ring[i]![0]! - ring[0]![0]!) * ring[i + 1]![1]! - (ring[i + 1]![0]! - ring[0]![0]!) * ring[i]![1]!;
  return sum;
}

/** Whether a place lies in any of the polygons, in each by the even-odd rule over all its rings. */
export function holdsPlace(polygons: AreaRings, lng: number, latDeg: number): boolean {
  const x = wrapLongitude(lng);
  // No edge ends above the North Pole, so a place just below stands for it.
  const lat = Math.min(latDeg, 90 - 1e-9);
  return polygons.some((polygon) => {
    let inside = false;
    for (const ring of polygon) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax = 0, ay = 0] = ring[i]!;
        const [bx = 0, by = 0] = ring[i + 1]!;
        if (ay > lat === by > lat) continue;
        const crossing = ax + ((bx - ax) * (lat - ay)) / (by - ay);
        // The images of the place, one a turn, lie west of the edge up to some turn. That turn's parity is enough: a ring crosses each
        // parallel an even number of times.
        if (Math.ceil((crossing - x) / 360) % 2 !== 0) inside = !inside;
      }
    }
    return inside;
  });
}
