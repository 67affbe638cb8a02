import type { Coord } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { readLngLat } from "../arguments.ts";
import { evenOddArea } from "../evenOddArea.ts";
import { readArea, requirePositions } from "../readGeometry.ts";
import { discOf } from "../rings/discMemory.ts";
import { rangeRing } from "../rings/rangeRing.ts";
import { FAR_RING_KM, requireRange } from "../rings/ringTemplate.ts";
import { DepthGrid } from "./depthGrid.ts";
import { depthRegion } from "./depthRegion.ts";
import { NodeTable } from "./lattice.ts";
import { ringCrossing, trueRing, type TrueRing } from "./ringCrossing.ts";
import { addRingOnMap } from "./ringsOnMap.ts";
import { Segments } from "./segments.ts";

/** A disc by its centre and range in kilometres, or an area: a ring of `rangeRing`, a band, a buffer, any polygon. */
export type AreaInput = Circle | Feature<Polygon | MultiPolygon> | Polygon | MultiPolygon;

interface Circle {
  center: Coord;
  rangeKm: number;
}

/** How deep places lie in many areas: their outlines, whatever coincides once, with what is known of each. */
export class AreaDepths {
  readonly #segments = new Segments(new NodeTable());
  /** By the sources of the segments, one a polygon. */
  readonly #rings: (TrueRing | undefined)[] = [];
  #grid: DepthGrid | undefined;

  /**
   * Adds an area that makes places deeper by `inside`.
   *
   * @param options.counts whether polygons of one area, which may overlap, must be counted once
   * @param options.mayBeEmpty whether an area may hold nothing
   * @throws {@link GeodesyError} naming `argument`
   */
  add(
    input: AreaInput,
    argument: string,
    inside: 1 | -1,
    { counts = false, mayBeEmpty = false }: { counts?: boolean; mayBeEmpty?: boolean } = {},
  ): void {
    const feature = isCircle(input) ? circleRing(input, argument) : input;
    const geometry = readArea(feature, argument);
    if (!mayBeEmpty) requirePositions(geometry, argument);
    const disc = discOf(feature);
    if (disc) {
      const ring = disc.rangeKm <= FAR_RING_KM ? trueRing(disc) : undefined;
      const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
      for (const polygon of polygons) this.#addPolygon(polygon, inside, ring);
      return;
    }
    const polygons = evenOddArea(geometry, "planar", argument).polygons.map(({ rings }) => rings);
    for (const polygon of counts && mayOverlap(polygons) ? unionOf(polygons) : polygons)
      this.#addPolygon(polygon, inside, undefined);
  }

  #addPolygon(polygon: Position[][], inside: number, ring: TrueRing | undefined): void {
    const source = this.#rings.push(ring) - 1;
    for (const [at, outline] of polygon.entries())
      addRingOnMap(this.#segments, outline, at === 0 ? inside : -inside, source);
    this.#grid = undefined;
  }

  /** The places whose depth is `level` or more, as valid polygons. */
  atLeast(level: number, onProgress?: (share: number) => void): Position[][][] {
    if (this.#segments.count === 0) return [];
    this.#grid ??= DepthGrid.over(this.#segments);
    const refine = (sourceA: number, sourceB: number, x: number, y: number) => {
      const [a, b] = [this.#rings[sourceA], this.#rings[sourceB]];
      return a && b && ringCrossing(a, b, x, y);
    };
    const polygons = depthRegion(this.#segments, this.#grid, level, refine, onProgress);
    onProgress?.(1);
    return polygons;
  }

  /** The depths in valid polygons, each a level, less others, whose longitudes may run on over ±180°. */
  static of(polygons: Position[][][], others: Position[][][] = []): AreaDepths {
    const depths = new AreaDepths();
    for (const polygon of polygons) depths.#addPolygon(polygon, 1, undefined);
    for (const polygon of others) depths.#addPolygon(polygon, -1, undefined);
    return depths;
  }
}

const unionOf = (polygons: Position[][][]) => AreaDepths.of(polygons).atLeast(1);

const isCircle = (input: AreaInput): input is Circle =>
  typeof input === "object" && input !== null && "center" in input;

function circleRing({ center, rangeKm }: Circle, argument: string): Feature<Polygon | MultiPolygon> {
  const lngLat = readLngLat(center, `${argument} center`);
  requireRange(rangeKm, `${argument} rangeKm`);
  return rangeRing(lngLat, rangeKm);
}

/** Whether the boxes of two polygons overlap, or one may do so on another turn of the globe. */
function mayOverlap(polygons: Position[][][]): boolean {
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
    if (a.west < -180 || a.east > 180) return true;
    for (let j = i + 1; j < boxes.length && boxes[j]!.west < a.east; j++) {
      if (boxes[j]!.south < a.north && boxes[j]!.north > a.south) return true;
    }
    return false;
  });
}
