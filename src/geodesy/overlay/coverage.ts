import type { Coord } from "@turf/turf";
import type { Feature, GeoJsonProperties, MultiPolygon, Polygon, Position } from "geojson";
import { writtenRings } from "../areaRings.ts";
import { readLngLat, requireCount, requireIterable, requireOptions } from "../arguments.ts";
import { readArea, requirePositions } from "../readGeometry.ts";
import { assemblePolygons, cutAtAntimeridian } from "../rings/cutToEarth.ts";
import { discOf } from "../rings/discMemory.ts";
import { BORDER, EdgeList, isSeam, SEAM, snapToFrame } from "./edgeList.ts";
import { levelSet } from "./levelSet.ts";
import { rangeRing } from "../rings/rangeRing.ts";
import { ringCrossing, trueRing, type TrueRing } from "./ringCrossing.ts";
import { FAR_RING_KM, requireRange } from "../rings/ringTemplate.ts";

/** A disc by its centre and range in kilometres, or an area: a ring of {@link rangeRing}, a band, a buffer, any polygon. */
export type CoverageInput = Circle | Feature<Polygon | MultiPolygon>;

interface Circle {
  center: Coord;
  rangeKm: number;
}

export interface CoverageOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  properties?: P;
  /** Called with a share of the work from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * The union of many areas, holes kept, as one valid MultiPolygon (RFC 7946, cut at the antimeridian, led round poles).
 *
 * Where two rings of {@link rangeRing}, or two `{ center, rangeKm }`, cross on the border, the crossing is solved on the true rings, to a
 * millimetre, however few vertices they have; a copy of such a feature has lost its centre and counts as a plain polygon, whose edges are
 * straight in longitude and latitude. A crossing that would make the border cross itself, where two rings cross almost at the same place as
 * a third, stays on the straight edges. Other vertices are those given.
 *
 * Edges are taken as they are written, however long. A ring that closes a whole turn away from its start is led along the nearer pole; one that
 * goes round a pole only if a long edge goes the short way is an error, as is one that does not close.
 *
 * Method: see `levelSet`. Exterior rings may be wound either way.
 *
 * @throws {@link GeodesyError} for a geometry that is empty or no polygon, and for coordinates that are not finite or over ±90°
 */
export function coverage<P extends GeoJsonProperties = GeoJsonProperties>(
  rings: Iterable<CoverageInput>,
  options: CoverageOptions<P> = {},
): Feature<MultiPolygon, P> {
  return coverageAtLeast(rings, 1, options);
}

/**
 * What at least `count` of the areas cover: "reached from at least n launch points". Otherwise as {@link coverage}; nothing where no place is
 * covered that often.
 *
 * @param count a whole number from 1
 */
export function coverageAtLeast<P extends GeoJsonProperties = GeoJsonProperties>(
  rings: Iterable<CoverageInput>,
  count: number,
  options: CoverageOptions<P> = {},
): Feature<MultiPolygon, P> {
  requireCount(count, "count", { from: 1 });
  requireOptions(options);
  return {
    type: "Feature",
    properties: options.properties ?? ({} as P),
    geometry: { type: "MultiPolygon", coordinates: levelOf(readRings(rings), count, options.onProgress) },
  };
}

/**
 * What at least 1, 2, 3 … of the areas cover, each a feature with its `count`, up to the deepest overlap or to `upTo`. The features lie inside
 * one another, the greatest first, so that drawn in order they shade by count.
 *
 * @param options.upTo the greatest count asked for; 10 unless given
 */
export function overlapCounts(
  rings: Iterable<CoverageInput>,
  options: { upTo?: number; onProgress?: (share: number) => void } = {},
): Feature<MultiPolygon, { count: number }>[] {
  requireOptions(options);
  const { upTo = 10, onProgress } = options;
  requireCount(upTo, "upTo", { from: 1 });
  const read = readRings(rings);
  const levels: Feature<MultiPolygon, { count: number }>[] = [];
  for (let count = 1; count <= upTo; count++) {
    const coordinates = levelOf(read, count, onProgress && ((share) => onProgress((count - 1 + share) / upTo)));
    if (coordinates.length === 0) break;
    levels.push({ type: "Feature", properties: { count }, geometry: { type: "MultiPolygon", coordinates } });
  }
  onProgress?.(1);
  return levels;
}

interface ReadRings {
  edges: EdgeList;
  rings: (TrueRing | undefined)[];
}

function levelOf({ edges, rings }: ReadRings, count: number, onProgress?: (share: number) => void): Position[][][] {
  const refine = (ownerA: number, ownerB: number, x: number, y: number) => {
    const [a, b] = [rings[ownerA], rings[ownerB]];
    return a && b && ringCrossing(a, b, x, y);
  };
  const { pieces, everywhere } = levelSet(edges, count, {
    simpleOwners: true,
    refine,
    ...(onProgress && { onProgress }),
  });
  onProgress?.(1);
  if (pieces.rings.length + pieces.chains.length === 0 && !everywhere) return [];
  return assemblePolygons(pieces);
}

const isCircle = (input: CoverageInput): input is Circle =>
  typeof input === "object" && input !== null && "center" in input;

function circleRing({ center, rangeKm }: Circle, argument: string): Feature<Polygon | MultiPolygon> {
  const lngLat = readLngLat(center, `${argument} center`);
  requireRange(rangeKm, `${argument} rangeKm`);
  return rangeRing(lngLat, rangeKm);
}

function readRings(inputs: Iterable<CoverageInput>): ReadRings {
  const edges = new EdgeList();
  const rings: (TrueRing | undefined)[] = [];
  requireIterable(inputs, "rings");
  for (const input of inputs) {
    const argument = `rings[${rings.length}]`;
    const feature = isCircle(input) ? circleRing(input, argument) : input;
    const geometry = readArea(feature, argument);
    requirePositions(geometry, argument);
    addPolygons(edges, writtenRings(geometry, argument), rings.length);
    const disc = discOf(feature);
    rings.push(disc && disc.rangeKm <= FAR_RING_KM ? trueRing(disc) : undefined);
  }
  return { edges, rings };
}

/** Adds polygons' edges, each ring turned to have the inside on its left, and whatever lies beyond ±180° brought back. */
function addPolygons(edges: EdgeList, polygons: Position[][][], owner: number): void {
  for (const polygon of polygons) {
    for (const [index, ring] of polygon.entries()) {
      let area = 0;
      let beyond = false;
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax = NaN, ay = NaN] = ring[i]!;
        const [bx = NaN, by = NaN] = ring[i + 1]!;
        if (ax > 180 || ax < -180) beyond = true;
        area += (ax - ring[0]![0]!) * by - (bx - ring[0]![0]!) * ay;
      }
      if (beyond) {
        const vertices = (area > 0 === (index === 0) ? ring : ring.toReversed()).slice(1);
        const loop = { lng: vertices.map(([x = 0]) => x), lat: vertices.map(([, y = 0]) => y), turns: 0 };
        const pieces = cutAtAntimeridian([loop]);
        for (const part of assemblePolygons(pieces)) addRing(edges, part[0]!, owner, true);
      } else addRing(edges, ring, owner, area > 0 === (index === 0));
    }
  }
}

/** Vertices nearer than this to the one before, in degrees, are left out: a tenth of a millimetre, ten times what counts as one place. */
const SHORTEST = 1e-9;

function addRing(edges: EdgeList, ring: Position[], owner: number, forwards: boolean): void {
  const last = ring.length - 1;
  let [ax = NaN, ay = NaN] = ring[forwards ? 0 : last]!;
  ax = snapToFrame(ax);
  for (let i = 1; i <= last; i++) {
    const [lng = NaN, by = NaN] = ring[forwards ? i : last - i]!;
    const bx = snapToFrame(lng);
    if (i < last && Math.abs(bx - ax) < SHORTEST && Math.abs(by - ay) < SHORTEST && Math.abs(bx) !== 180) continue;
    edges.add(ax, ay, bx, by, owner, isSeam(ax, ay, bx, by) ? SEAM : BORDER);
    [ax, ay] = [bx, by];
  }
}
