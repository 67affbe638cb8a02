import type { Coord } from "@turf/turf";
import type { Feature, GeoJsonProperties, MultiPolygon, Polygon, Position } from "geojson";
import { planarArea, writtenRings } from "../areaRings.ts";
import { readLngLat, requireCount, requireIterable, requireOptions } from "../arguments.ts";
import { readArea, requirePositions } from "../readGeometry.ts";
import { assemblePolygons, cutAtAntimeridian } from "../rings/cutToEarth.ts";
import { discOf, type Disc } from "../rings/discMemory.ts";
import { rangeRing } from "../rings/rangeRing.ts";
import { FAR_RING_KM, requireRange } from "../rings/ringTemplate.ts";
import { DepthGrid } from "./depthGrid.ts";
import { depthRegion } from "./depthRegion.ts";
import { evenOddPolygons } from "./evenOdd.ts";
import { Outlines } from "./outlines.ts";
import { ringCrossing, trueRing, type TrueRing } from "./ringCrossing.ts";

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
 * Method: see `depthRegion`. Exterior rings may be wound either way; of a polygon that crosses itself, what the even-odd rule has inside counts.
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
  const read = readRings(rings);
  return {
    type: "Feature",
    properties: options.properties ?? ({} as P),
    geometry: {
      type: "MultiPolygon",
      coordinates: levelOf(new DepthGrid(read.outlines, count, count), read.discs, count, options.onProgress),
    },
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
  const grid = new DepthGrid(read.outlines, 1, upTo);
  const levels: Feature<MultiPolygon, { count: number }>[] = [];
  for (let count = 1; count <= upTo; count++) {
    const coordinates = levelOf(
      grid,
      read.discs,
      count,
      onProgress && ((share) => onProgress((count - 1 + share) / upTo)),
    );
    if (coordinates.length === 0) break;
    levels.push({ type: "Feature", properties: { count }, geometry: { type: "MultiPolygon", coordinates } });
  }
  onProgress?.(1);
  return levels;
}

/** The outlines of areas, with what is known of each. */
interface ReadRings {
  outlines: Outlines;
  /** By polygons: the disc whose true ring the outline follows, where there is one. */
  discs: (Disc | undefined)[];
}

function levelOf(
  grid: DepthGrid,
  discs: ReadRings["discs"],
  count: number,
  onProgress?: (share: number) => void,
): Position[][][] {
  const known = new Map<Disc, TrueRing>();
  const ringOf = (disc: Disc) => {
    const ring = known.get(disc) ?? trueRing(disc);
    known.set(disc, ring);
    return ring;
  };
  const refine = (sourceA: number, sourceB: number, x: number, y: number) => {
    const [a, b] = [discs[sourceA], discs[sourceB]];
    return a && b && ringCrossing(ringOf(a), ringOf(b), x, y);
  };
  const polygons = depthRegion(grid, count, refine, onProgress);
  onProgress?.(1);
  return polygons;
}

const isCircle = (input: CoverageInput): input is Circle =>
  typeof input === "object" && input !== null && "center" in input;

function circleRing({ center, rangeKm }: Circle, argument: string): Feature<Polygon | MultiPolygon> {
  const lngLat = readLngLat(center, `${argument} center`);
  requireRange(rangeKm, `${argument} rangeKm`);
  return rangeRing(lngLat, rangeKm);
}

function readRings(inputs: Iterable<CoverageInput>): ReadRings {
  const discs: ReadRings["discs"] = [];
  let index = 0;
  requireIterable(inputs, "rings");
  const list = [...inputs];
  const outlines = new Outlines(128 * list.length);
  for (const input of list) {
    const argument = `rings[${index++}]`;
    const feature = isCircle(input) ? circleRing(input, argument) : input;
    const geometry = readArea(feature, argument);
    requirePositions(geometry, argument);
    const disc = discOf(feature);
    const followed = disc && disc.rangeKm <= FAR_RING_KM ? disc : undefined;
    if (geometry.type === "Polygon" && outlines.addIfPlain(geometry.coordinates, discs.length, disc !== undefined)) {
      discs.push(followed);
      continue;
    }
    for (const polygon of writtenRings(geometry, argument)) {
      for (const part of disc ? [polygon] : plainPolygons(polygon)) {
        outlines.add(part, discs.length);
        discs.push(followed);
      }
    }
  }
  return { outlines, discs };
}

/** A polygon that may be anything, as valid polygons within ±180°: inside is what the even-odd rule says. */
function plainPolygons(polygon: Position[][]): Position[][][] {
  let beyond = false;
  for (const [lng = NaN] of polygon.flat()) {
    if (lng > 180 || lng < -180) beyond = true;
  }
  const rings = polygon.filter((ring) => ring.length > 0);
  if (rings.length === 0) return [];
  const simple = evenOddPolygons(rings).polygons;
  if (!beyond) return simple;
  return simple.flatMap((part) =>
    assemblePolygons(
      cutAtAntimeridian(
        part.map((ring, at) => {
          const vertices = (planarArea(ring) > 0 === (at === 0) ? ring : ring.toReversed()).slice(1);
          return { lng: vertices.map(([x = 0]) => x), lat: vertices.map(([, y = 0]) => y), turns: 0 };
        }),
      ),
    ),
  );
}
