import type { Coord } from "@turf/turf";
import type { Feature, Geometry } from "geojson";
import { holdsPlace } from "./areaRings.ts";
import { readLngLat, requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { distanceKm } from "./distance.ts";
import { earthPoint, placeOf, type EarthPoint } from "./earthPoint.ts";
import { readGeometry, requirePositions } from "./readGeometry.ts";
import { sourceChains, type SourceChains } from "./sourceChains.ts";

/** Sources prepared once, so that a table of many places against one country is quick. */
const prepared = new Map<SourceEdges, WeakMap<Geometry, SourceChains>>([
  ["planar", new WeakMap()],
  ["geodesic", new WeakMap()],
]);

/**
 * Geodesic distance on WGS84 from a place to the nearest place of a geometry, in kilometres; 0 inside an area. With `reachAt` it says how a
 * place stands to the range from a line or a country, as `withinRange` does for a point.
 *
 * Edges run as in `geodesicBuffer`: planar for polygons and geodesic for lines unless `options.edges` says otherwise. Accurate to a metre. What
 * is computed from a geometry is kept with that object, so one whose coordinates change afterwards must be a new object.
 *
 * Polygons that are not valid: inside is what the rings of a polygon enclose an odd number of times, whichever way they wind: both lobes of a
 * bow tie, a ring within a hole, a hole outside its shell. Polygons of a MultiPolygon may overlap. Repeated positions change nothing; a spike
 * is part of the shape, as a line would be. An edge of more than 180° goes the short way. A ring round a pole without the frame of the map
 * holds the nearer pole. A ring that is not closed, or runs along the equator round the Earth, is an error.
 *
 * @param place a Point, a feature of one, or a position in degrees
 * @param geometry a Point, LineString, Polygon or a Multi- of these, or a feature of one
 * @throws {@link GeodesyError} naming the argument and its value: an empty or unsupported geometry, a ring that is not closed or of fewer than
 * four positions, a coordinate that is not finite, a latitude outside ±90°, a longitude over a hundred turns
 */
export function distanceToGeometryKm(
  place: Coord,
  geometry: Feature | Geometry,
  options: { edges?: SourceEdges } = {},
): number {
  const [lng, lat] = readLngLat(place, "place");
  requireOptions(options);
  requireEdges(options.edges);
  const { chains, polygons } = prepare(geometry, options.edges);
  if (holdsPlace(polygons, lng, lat)) return 0;
  const at = earthPoint(lng, lat);
  // Chords pick the edges that can be nearest; the geodesic decides among them.
  const edges: { away: number; from: EarthPoint; to: EarthPoint }[] = [];
  let least = Infinity;
  for (const chain of chains) {
    for (let i = 0; i < Math.max(1, chain.length - 1); i++) {
      const from = chain[i]!;
      const to = chain[i + 1] ?? from;
      const away = chordToEdge(at, from, to);
      if (away > least * 1.004 + 0.5) continue;
      least = Math.min(least, away);
      edges.push({ away, from, to });
    }
  }
  let best = Infinity;
  for (const { away, from, to } of edges.toSorted((a, b) => a.away - b.away).slice(0, 200)) {
    if (away > least * 1.004 + 0.5) break;
    best = Math.min(best, distanceToEdge(lng, lat, from, to));
  }
  return best;
}

function prepare(source: Feature | Geometry, wanted: SourceEdges | undefined): SourceChains {
  const key = source?.type === "Feature" ? source.geometry : source;
  const edges = wanted ?? (typeof key?.type === "string" && key.type.endsWith("Polygon") ? "planar" : "geodesic");
  const cache = prepared.get(edges)!;
  const known = cache.get(key);
  if (known) return known;
  const geometry = readGeometry(source, "geometry");
  requirePositions(geometry, "geometry");
  const made = sourceChains(geometry, edges);
  cache.set(geometry, made);
  return made;
}

function chordToEdge(at: EarthPoint, from: EarthPoint, to: EarthPoint): number {
  const [dx, dy, dz] = [to.x - from.x, to.y - from.y, to.z - from.z];
  const [px, py, pz] = [at.x - from.x, at.y - from.y, at.z - from.z];
  const square = dx * dx + dy * dy + dz * dz;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / square));
  return Math.sqrt((px - t * dx) ** 2 + (py - t * dy) ** 2 + (pz - t * dz) ** 2);
}

/** Least geodesic distance to a short edge, by golden section to a millionth of it. */
function distanceToEdge(lng: number, lat: number, from: EarthPoint, to: EarthPoint): number {
  const away = (t: number) => {
    const foot = placeOf(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t, from.z + (to.z - from.z) * t);
    return distanceKm([lng, lat], [foot.lng, foot.lat]);
  };
  let [low, high] = [0, 1];
  let least = Math.min(away(0), away(1));
  if (from === to) return least;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [1 - golden, golden];
  let [fa, fb] = [away(a), away(b)];
  while (high - low > 1e-5) {
    if (fa < fb) {
      high = b;
      [b, fb] = [a, fa];
      a = high - golden * (high - low);
      fa = away(a);
    } else {
      low = a;
      [a, fa] = [b, fb];
      b = low + golden * (high - low);
      fb = away(b);
    }
  }
  least = Math.min(least, fa, fb);
  return least;
}
