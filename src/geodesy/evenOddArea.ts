import type { MultiPolygon, Polygon, Position } from "geojson";
import { areaRings } from "./areaRings.ts";
import type { SourceEdges } from "./arguments.ts";
import { evenOddPolygons } from "./overlay/evenOdd.ts";

/** A polygon of an area, valid in the plane of longitude and latitude. */
export interface EvenOddPolygon {
  /** Its shell and its holes; longitudes may run on over ±180°. */
  rings: Position[][];
  /** Whether these are the rings that were given, so that edges between their positions are still what the caller says they are. */
  isAsGiven: boolean;
}

/** What an area holds, and what of it holds nothing. */
export interface EvenOddArea {
  polygons: EvenOddPolygon[];
  /** Spikes and other edges that rings run along an even number of times: lines without an inside. */
  folds: Position[][];
  /** Polygons of which all positions are the same place. */
  dots: Position[];
}

/**
 * Reads an area by the rule for polygons that every function here keeps to:
 *
 * - A place is inside a polygon where its rings enclose it an odd number of times (the even-odd rule), whichever way they wind. So both lobes of
 *   a bow tie are inside, and a ring within a hole, and what is written as a hole outside its shell.
 * - A place is inside a MultiPolygon where it is inside any of its polygons, and counts once.
 * - Repeated positions change nothing. A spike has no area, but for distances and buffers it is part of the shape, as a line would be.
 * - How edges run over the antimeridian and rings round a pole: see {@link areaRings}.
 * - Not closed, fewer than four positions, or a coordinate out of bounds: an error of `readGeometry`.
 *
 * @param toleranceKm how closely straight edges follow geodesic ones; a metre unless given
 * @throws {@link GeodesyError} as {@link areaRings} does
 */
export function evenOddArea(
  geometry: Polygon | MultiPolygon,
  edges: SourceEdges,
  argument: string,
  toleranceKm?: number,
): EvenOddArea {
  const area: EvenOddArea = { polygons: [], folds: [], dots: [] };
  for (const rings of areaRings(geometry, edges, argument, toleranceKm)) {
    if (rings.length === 0) continue;
    const { polygons, folds } = evenOddPolygons(rings);
    const isCut = cutsOf(rings);
    const lines = folds.filter((fold) => !isCut(fold));
    for (const polygon of polygons) area.polygons.push({ rings: polygon, isAsGiven: polygon === rings });
    area.folds.push(...(lines.length + polygons.length > 0 ? lines : folds));
    if (folds.length + polygons.length === 0) area.dots.push(rings[0]![0]!);
  }
  return area;
}

/** Whether an edge lies where rings only lead to a pole that they go round, or end at the antimeridian: no part of the shape. */
function cutsOf(rings: Position[][]): (edge: Position[]) => boolean {
  const meridians = new Set([180]);
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i]!, ring[i + 1]!];
      if (Math.abs(ay) === 90 && ay === by && Math.abs(bx - ax) === 360) meridians.add(meridianOf(ax));
    }
  }
  return ([[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []]) =>
    ax === bx ? meridians.has(meridianOf(ax)) : Math.abs(ay) === 90 && ay === by;
}

/** Degrees from 0 up to 360, to a millionth: enough to know a meridian again. */
const meridianOf = (lng: number) => Math.round((((lng % 360) + 360) % 360) * 1e6) / 1e6;
