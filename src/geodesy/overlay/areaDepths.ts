import type { Coord } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { planarArea } from "../areaRings.ts";
import { readLngLat } from "../arguments.ts";
import { evenOddArea } from "../evenOddArea.ts";
import { readArea, requirePositions } from "../readGeometry.ts";
import { assemblePolygons, cutAtAntimeridian } from "../rings/cutToEarth.ts";
import { type Disc, discOf } from "../rings/discMemory.ts";
import { rangeRing } from "../rings/rangeRing.ts";
import { FAR_RING_KM, requireRange } from "../rings/ringTemplate.ts";
import { DepthGrid } from "./depthGrid.ts";
import { depthRegion } from "./depthRegion.ts";
import { evenOddPolygons } from "./evenOdd.ts";
import { Outlines } from "./outlines.ts";
import { ringCrossing, trueRing, type TrueRing } from "./ringCrossing.ts";

/** A disc by its centre and range in kilometres, or an area: a ring of `rangeRing`, a band, a buffer, any polygon. */
export type AreaInput = Circle | Feature<Polygon | MultiPolygon> | Polygon | MultiPolygon;

interface Circle {
  center: Coord;
  rangeKm: number;
}

/** How deep places lie in many areas: the number of areas that hold them. */
export class AreaDepths {
  readonly #outlines: Outlines;
  /** By polygons: the disc whose true ring the outline follows, where there is one. */
  readonly #discs: (Disc | undefined)[] = [];
  #grid: DepthGrid | undefined;

  /** @param expected about how many areas there will be */
  constructor(expected: number) {
    this.#outlines = new Outlines(128 * expected);
  }

  /**
   * Adds an area.
   *
   * @param options.counts whether polygons of the area, which may overlap, must be counted once
   * @param options.mayBeEmpty whether the area may hold nothing
   * @throws {@link GeodesyError} naming `argument`
   */
  add(
    input: AreaInput,
    argument: string,
    { counts = false, mayBeEmpty = false }: { counts?: boolean; mayBeEmpty?: boolean } = {},
  ): void {
    const { geometry, disc, isDisc } = readInput(input, argument, mayBeEmpty);
    if (geometry.type === "Polygon" && this.#outlines.addIfPlain(geometry.coordinates, this.#discs.length, isDisc)) {
      this.#discs.push(disc);
      return;
    }
    for (const polygon of isDisc ? polygonsOf(geometry) : validPolygons(geometry, argument, counts))
      this.#addPolygon(polygon, disc);
  }

  /** Adds what an area that may be empty leaves of the Earth. */
  addRest(input: AreaInput, argument: string): void {
    const { geometry, disc, isDisc } = readInput(input, argument, true);
    this.#addRestOf(isDisc ? polygonsOf(geometry) : validPolygons(geometry, argument, true), disc);
  }

  #addRestOf(polygons: Position[][][], disc: Disc | undefined): void {
    for (const rest of evenOddPolygons([MAP, ...polygons.flat()]).polygons) this.#addPolygon(rest, disc);
  }

  #addPolygon(polygon: Position[][], disc: Disc | undefined): void {
    this.#outlines.add(polygon, this.#discs.length);
    this.#discs.push(disc);
  }

  /**
   * The places whose depth is `level` or more, as valid polygons.
   *
   * @param upTo the greatest level that will be wanted, so that several share what is found out for the first
   */
  atLeast(level: number, onProgress?: (share: number) => void, upTo = level): Position[][][] {
    if (!this.#grid || level < this.#grid.fromLevel || level > this.#grid.toLevel)
      this.#grid = new DepthGrid(this.#outlines, level, upTo);
    const known = new Map<Disc, TrueRing>();
    const ringOf = (disc: Disc) => {
      const ring = known.get(disc) ?? trueRing(disc);
      known.set(disc, ring);
      return ring;
    };
    const refine = (sourceA: number, sourceB: number, x: number, y: number) => {
      const [a, b] = [this.#discs[sourceA], this.#discs[sourceB]];
      return a && b && ringCrossing(ringOf(a), ringOf(b), x, y);
    };
    const polygons = depthRegion(this.#grid, level, refine, onProgress);
    onProgress?.(1);
    return polygons;
  }

  /**
   * What valid polygons, whose longitudes may run on over ±180°, hold together; or what polygons that do not overlap hold, less what others
   * within ±180° hold.
   */
  static combine(polygons: Position[][][], others: Position[][][] = []): Position[][][] {
    const depths = new AreaDepths(polygons.length);
    for (const polygon of polygons) for (const part of onMap(polygon)) depths.#addPolygon(part, undefined);
    if (others.length === 0) return depths.atLeast(1);
    depths.#addRestOf(others, undefined);
    return depths.atLeast(2);
  }
}

const MAP: Position[] = [
  [-180, -90],
  [180, -90],
  [180, 90],
  [-180, 90],
  [-180, -90],
];

const isCircle = (input: AreaInput): input is Circle =>
  typeof input === "object" && input !== null && "center" in input;

function readInput(
  input: AreaInput,
  argument: string,
  mayBeEmpty: boolean,
): { geometry: Polygon | MultiPolygon; isDisc: boolean; disc: Disc | undefined } {
  const feature = isCircle(input) ? circleRing(input, argument) : input;
  const geometry = readArea(feature, argument);
  if (!mayBeEmpty) requirePositions(geometry, argument);
  const disc = discOf(feature);
  return { geometry, isDisc: disc !== undefined, disc: disc && disc.rangeKm <= FAR_RING_KM ? disc : undefined };
}

function circleRing({ center, rangeKm }: Circle, argument: string): Feature<Polygon | MultiPolygon> {
  const lngLat = readLngLat(center, `${argument} center`);
  requireRange(rangeKm, `${argument} rangeKm`);
  return rangeRing(lngLat, rangeKm);
}

const polygonsOf = (geometry: Polygon | MultiPolygon) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** The polygons of an area as valid ones within ±180°; apart from each other where `isUnion` says so. */
function validPolygons(geometry: Polygon | MultiPolygon, argument: string, isUnion: boolean): Position[][][] {
  const polygons = evenOddArea(geometry, "planar", argument).polygons.flatMap(({ rings }) => onMap(rings));
  return isUnion && boxesOverlap(polygons) ? AreaDepths.combine(polygons) : polygons;
}

/** A valid polygon, whose longitudes may run on over ±180°, cut there. */
function onMap(polygon: Position[][]): Position[][][] {
  if (!polygon.some((ring) => ring.some(([lng = NaN]) => lng > 180 || lng < -180))) return [polygon];
  return assemblePolygons(
    cutAtAntimeridian(
      polygon.map((ring, at) => {
        const vertices = (planarArea(ring) > 0 === (at === 0) ? ring : ring.toReversed()).slice(1);
        return { lng: vertices.map(([x = 0]) => x), lat: vertices.map(([, y = 0]) => y), turns: 0 };
      }),
    ),
  );
}

/** Whether the boxes of any two polygons overlap. */
function boxesOverlap(polygons: Position[][][]): boolean {
  if (polygons.length < 2) return false;
  const boxes = polygons.map(([shell = []]) => {
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [lng = NaN, lat = NaN] of shell) {
      [west, east, south, north] = [
        Math.min(west, lng),
        Math.max(east, lng),
        Math.min(south, lat),
        Math.max(north, lat),
      ];
    }
    return { west, east, south, north };
  });
  boxes.sort((a, b) => a.west - b.west);
  return boxes.some((a, i) => {
    for (let j = i + 1; j < boxes.length && boxes[j]!.west < a.east; j++) {
      if (boxes[j]!.south < a.north && boxes[j]!.north > a.south) return true;
    }
    return false;
  });
}
