import type { Coord } from "@turf/turf";
import type { Feature, Geometry } from "geojson";
import { areaRings, holdsPlace, type AreaRings } from "./areaRings.ts";
import { readLngLat, requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { readSource, type SourceLoop } from "./buffer/bufferSource.ts";
import { distanceKm } from "./distance.ts";
import { earthPoint, placeOf, type EarthPoint } from "./earthPoint.ts";
import { readGeometry, requirePositions, type SimpleGeometry } from "./readGeometry.ts";

interface Prepared {
  loops: SourceLoop[];
  polygons: AreaRings;
}

/** Sources prepared once, so that a table of many places against one country is quick. A geometry changed in place is not seen. */
const prepared = new Map<SourceEdges, WeakMap<Geometry, Prepared>>([
  ["planar", new WeakMap()],
  ["geodesic", new WeakMap()],
]);

/**
 * Geodesic distance on WGS84 from a place to the nearest place of a geometry, in kilometres; 0 inside an area. With `reachAt` it tells how a
 * place stands to the range from a line or a country, as `withinRange` does for a point.
 *
 * Edges run as in `geodesicBuffer`: planar for polygons and geodesic for lines unless `options.edges` says otherwise. Accurate to a metre.
 *
 * Polygons that are not valid: rings may wind either way. Where a ring crosses itself or another of its polygon, where rings nest, and where a
 * hole lies outside its shell, inside is what the even-odd rule says; polygons of a MultiPolygon may overlap. A planar edge of more than 180°
 * goes the short way. A ring round a pole without the frame of the map holds the nearer pole. A ring that does not close is an error.
 *
 * @throws {@link GeodesyError} naming the argument and its value, for an empty or unsupported geometry, an unclosed ring, a ring along the
 * equator, and for coordinates that are not finite or over ±90°
 */
export function distanceToGeometryKm(
  place: Coord,
  geometry: Feature | Geometry,
  options: { edges?: SourceEdges } = {},
): number {
  const [lng, lat] = readLngLat(place, "place");
  requireOptions(options);
  requireEdges(options.edges);
  const { loops, polygons } = prepare(geometry, options.edges);
  if (holdsPlace(polygons, lng, lat)) return 0;
  const at = earthPoint(lng, lat);
  // Chords pick the edges that can be nearest; the geodesic decides among them.
  const edges: { away: number; from: EarthPoint; to: EarthPoint }[] = [];
  let least = Infinity;
  for (const loop of loops) {
    for (let i = 0; i < loop.length; i++) {
      const from = loop[i]!;
      const to = loop[(i + 1) % loop.length]!;
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

function prepare(source: Feature | Geometry, asked: SourceEdges | undefined): Prepared {
  const key = source?.type === "Feature" ? source.geometry : source;
  const edges = asked ?? (typeof key?.type === "string" && key.type.endsWith("Polygon") ? "planar" : "geodesic");
  const cache = prepared.get(edges)!;
  const known = cache.get(key);
  if (known) return known;
  const geometry = readGeometry(source, "geometry");
  requirePositions(geometry, "geometry");
  const isArea = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  const made = { loops: loopsOf(geometry, edges), polygons: isArea ? areaRings(geometry, edges) : [] };
  cache.set(geometry, made);
  return made;
}

function loopsOf(geometry: SimpleGeometry, edges: SourceEdges): SourceLoop[] {
  switch (geometry.type) {
    case "Point":
      return [[earthPoint(geometry.coordinates[0]!, geometry.coordinates[1]!)]];
    case "MultiPoint":
      return geometry.coordinates.map(([lng = NaN, lat = NaN]) => [earthPoint(lng, lat)]);
    default:
      // Edges good to a metre, and no hole left out.
      return readSource(geometry, 50, edges, 0);
  }
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
