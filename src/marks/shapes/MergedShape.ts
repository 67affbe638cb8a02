import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Area, LabelSpot, Outline } from "../drawn.ts";
import { type FlatArea, ringLength, ringOf, unflattenArea } from "./flatArea.ts";
import { outlineOf } from "./outlineOf.ts";

/** A shape with more positions is given to the map in pieces, because the map copies each feature in one task. */
const MOST_IN_ONE = 20_000;
/** The number of positions in a piece. */
const PIECE = 5000;
/** The number of positions that a map is given of one shape. Beyond it, every second to fourth is left out, as on a crowded map. */
const MOST_ON_MAP = 300_000;
/** With every fourth position a ring is as fine as the rings of a crowded map. */
const MOST_STRIDE = 4;
/** A ring with fewer positions keeps them all. */
const LEAST_THINNED = 64;
/** A polygon with more positions, many of them in its holes, has no fill on the map: no task of the page could hand it over. */
const MOST_IN_FILL = 50_000;
const LABEL_SPOTS = 32;

/** A merged area: whole for pictures and data files, and in pieces of limited size for the map. Each is made on first use and kept. */
export class MergedShape {
  readonly #flat: FlatArea;
  readonly #stride: number;
  #area: Area | undefined;
  #outline: Outline | undefined;
  #fills: (Polygon | MultiPolygon)[] = [];
  #lines: Outline[] = [];
  #making: Generator<void, void, void> | undefined;

  constructor(flat: FlatArea, area?: Area) {
    this.#flat = flat;
    this.#area = area;
    this.#stride = Math.min(MOST_STRIDE, Math.ceil(this.positionCount / MOST_ON_MAP));
  }

  get positionCount(): number {
    return this.#flat.positions.length / 2;
  }

  /** Whether making its geometry takes a noticeable time. */
  get isLarge(): boolean {
    return this.positionCount > MOST_IN_ONE;
  }

  get isEmpty(): boolean {
    return this.positionCount === 0;
  }

  get area(): Area {
    return (this.#area ??= unflattenArea(this.#flat));
  }

  get outline(): Outline {
    return (this.#outline ??= outlineOf(this.area));
  }

  /** Positions around the longest border, each with the bearing in which it faces. */
  get labelSpots(): LabelSpot[] {
    const { ringEnds } = this.#flat;
    let longest = 0;
    for (let ring = 1; ring < ringEnds.length; ring += 1)
      if (ringLength(this.#flat, ring) > ringLength(this.#flat, longest)) longest = ring;
    const stride = Math.max(1, Math.floor(ringLength(this.#flat, longest) / LABEL_SPOTS));
    const spots = ringOf(this.#flat, longest, stride).slice(0, LABEL_SPOTS);
    const middle = spots.reduce((sum, [lng = 0]) => sum + lng / spots.length, 0);
    return spots.map(([lng = 0, lat = 0]) => ({ lngLat: [lng, lat], bearingDeg: lng > middle ? 90 : 270 }));
  }

  /** The fill in pieces for the map. */
  get fills(): readonly (Polygon | MultiPolygon)[] {
    this.#makeAll();
    return this.#fills;
  }

  /** The border in pieces for the map. */
  get lines(): readonly Outline[] {
    this.#makeAll();
    return this.#lines;
  }

  /**
   * Makes one more piece for the map.
   *
   * @returns false once there is none left to make
   */
  prepare(): boolean {
    this.#making ??= this.#make();
    return this.#making.next().done !== true;
  }

  #makeAll(): void {
    while (this.prepare());
  }

  *#make(): Generator<void, void, void> {
    if (!this.isLarge) {
      this.#fills = [this.area.geometry];
      this.#lines = [this.outline];
      return;
    }
    const flat = this.#flat;
    let polygons: Position[][][] = [];
    let count = 0;
    const flush = () => {
      if (count <= MOST_IN_FILL && polygons.length > 0)
        this.#fills.push({ type: "MultiPolygon", coordinates: polygons });
      polygons = [];
      count = 0;
    };
    let ring = 0;
    let lines: Position[][] = [];
    let lineCount = 0;
    const flushLines = () => {
      const area: Area = { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: lines } };
      if (lines.length > 0) this.#lines.push(outlineOf(area));
      lines = [];
      lineCount = 0;
    };
    for (const end of flat.polygonEnds) {
      const polygon: Position[][] = [];
      let inPolygon = 0;
      for (; ring < end; ring += 1) {
        const line = ringOf(flat, ring, ringLength(flat, ring) < LEAST_THINNED ? 1 : this.#stride);
        polygon.push(line);
        lines.push(line);
        inPolygon += line.length;
        lineCount += line.length;
        if (lineCount < PIECE) continue;
        flushLines();
        yield;
      }
      if (count > 0 && count + inPolygon > PIECE) flush();
      polygons.push(polygon);
      count += inPolygon;
    }
    flush();
    flushLines();
  }
}
