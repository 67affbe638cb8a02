import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import type { SourceEdges } from "../arguments.ts";
import { planarArea } from "../areaRings.ts";
import { earthPoint, type EarthPoint } from "../earthPoint.ts";
import { evenOddArea } from "../evenOddArea.ts";
import { GeodesyError } from "../geodesyError.ts";
import { thinOut } from "./thinOut.ts";
import { sourceEdge, type SourceEdge } from "./sourceCurve.ts";

/** Detail of the source that is finer than this share of the distance is left out: it moves the border by no more. */
const FINENESS = 1e-5;

/** An edge as a walk goes along it. */
export interface Step {
  edge: SourceEdge;
  backwards: boolean;
}

/** What is to be buffered. */
export interface SourceWalks {
  /** Closed walks, what is buffered on the right of each: lines there and back, exterior rings counterclockwise. */
  walks: Step[][];
  /** Places of the source that have no direction: lines of one place. */
  dots: EarthPoint[];
  /** Rings of the polygons, finely enough divided to be straight in longitude and latitude. */
  polygons: Position[][][];
}

/**
 * Reads lines and polygons. Where rings cross themselves or each other, inside is what the even-odd rule says. A hole too narrow for any of
 * its places to be farther than `km` from its outline is left out.
 */
export function sourceWalks(
  geometry: LineString | MultiLineString | Polygon | MultiPolygon,
  km: number,
  edges: SourceEdges,
): SourceWalks {
  const source: SourceWalks = { walks: [], dots: [], polygons: [] };
  const linear = geometry.type === "LineString" || geometry.type === "MultiLineString";
  if (linear) {
    for (const line of geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates) {
      if (line.length > 0) addLine(source, line, km, edges);
    }
  } else {
    const { polygons, folds, dots } = evenOddArea(geometry, edges, "geometry", traceToleranceKm(km));
    for (const fold of folds) addLine(source, fold, km, "planar");
    for (const [lng = 0, lat = 0] of dots) source.dots.push(earthPoint(lng, lat));
    for (const { rings, isAsGiven } of polygons) {
      source.polygons.push(rings);
      addRings(source, rings, km, isAsGiven ? edges : "planar");
    }
  }
  if (source.walks.length + source.dots.length === 0)
    throw new GeodesyError("emptyGeometry", "geometry", geometry, "it needs at least one position");
  return source;
}

/** How closely straight edges follow geodesic ones that are buffered: well within what a buffer is good to, from a millimetre to a metre. */
export const traceToleranceKm = (km: number): number => Math.min(1e-3, Math.max(1e-6, 2e-5 * km));

function addLine(source: SourceWalks, line: Position[], km: number, edges: SourceEdges): void {
  const there: Step[] = edgesOf(thinOut(shortWays(line), edges, FINENESS * km), edges).map((edge) => ({
    edge,
    backwards: false,
  }));
  if (there.length === 0) source.dots.push(earthPoint(line[0]![0]!, line[0]![1]!));
  else source.walks.push([...there, ...there.toReversed().map(({ edge }) => ({ edge, backwards: true }))]);
}

function addRings(source: SourceWalks, rings: Position[][], km: number, edges: SourceEdges): void {
  for (const [index, ring] of rings.entries()) {
    if (index > 0 && edges === "planar" && halfWidthKm(ring) < km) continue;
    const along = planarArea(ring) > 0 === (index === 0) ? ring : ring.toReversed();
    const walk = edgesOf(thinOut(along, edges, FINENESS * km), edges).map((edge) => ({ edge, backwards: false }));
    if (walk.length > 0) source.walks.push(walk);
    else if (index === 0) source.dots.push(earthPoint(ring[0]![0]!, ring[0]![1]!));
  }
}

/** Edges between places that differ. */
function edgesOf(line: Position[], edges: SourceEdges): SourceEdge[] {
  const found: SourceEdge[] = [];
  let before = line[0]!;
  for (const position of line.slice(1)) {
    const edge = sourceEdge(before, position, edges);
    if (edge) found.push(edge);
    // Along a pole there is no way to go, but the next edge leaves it on the meridian of the last position.
    if (edge || Math.abs(position[1]!) === 90) before = position;
  }
  return found;
}

/** A line with longitudes that run on over ±180°, each edge the short way. */
function shortWays(line: Position[]): Position[] {
  let turns = 0;
  return line.map(([lng = 0, lat = 0], i) => {
    if (i > 0) turns -= Math.round((lng - line[i - 1]![0]!) / 360);
    return [lng + 360 * turns, lat];
  });
}

/** Half of the lesser side of the box round a ring, no less than the radius of any disc within it. */
function halfWidthKm(ring: Position[]): number {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of ring) {
    [west, east, south, north] = [Math.min(west, x), Math.max(east, x), Math.min(south, y), Math.max(north, y)];
  }
  const widest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  return 56 * Math.min((east - west) * Math.cos((widest * Math.PI) / 180), north - south);
}
