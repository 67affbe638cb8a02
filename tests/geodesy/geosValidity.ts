import initGeos from "geos-wasm";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { polygonsOf } from "./measure.ts";

/** What is used of GEOS, compiled to WebAssembly: a validity check by OGC's rules that shares nothing with src/geodesy. */
interface Geos {
  Module: {
    _malloc: (size: number) => number;
    _free: (at: number) => void;
    stringToUTF8: (text: string, at: number, size: number) => void;
  };
  GEOSWKTReader_create: () => number;
  GEOSWKTReader_read: (reader: number, at: number) => number;
  GEOSisValid: (geometry: number) => number;
  GEOSGeom_destroy: (geometry: number) => void;
  GEOSBuffer: (geometry: number, width: number, quadrantSegments: number) => number;
  GEOSUnaryUnion: (geometry: number) => number;
}

export const geos = (await (initGeos as unknown as () => Promise<unknown>)()) as Geos;
const reader = geos.GEOSWKTReader_create();

/** Polygons as a geometry of GEOS, which the caller destroys. */
export function geosGeometry(polygons: Position[][][]): number {
  const ringText = (ring: Position[]) => `(${ring.map(([x, y]) => `${x} ${y}`).join(",")})`;
  const text =
    polygons.length === 0
      ? "MULTIPOLYGON EMPTY"
      : `MULTIPOLYGON(${polygons.map((rings) => `(${rings.map(ringText).join(",")})`).join(",")})`;
  // Emscripten's own names begin with an underscore.
  const { _malloc: allocate, _free: release } = geos.Module;
  const at = allocate(text.length + 1);
  geos.Module.stringToUTF8(text, at, text.length + 1);
  const geometry = geos.GEOSWKTReader_read(reader, at);
  release(at);
  return geometry;
}

/** Whether an area is valid by OGC's rules. */
export function isValidByGeos(area: Feature<Polygon | MultiPolygon>): boolean {
  const geometry = geosGeometry(polygonsOf(area));
  const valid = geos.GEOSisValid(geometry) === 1;
  geos.GEOSGeom_destroy(geometry);
  return valid;
}

/** Fails with the input where an area is not valid by OGC's rules. */
export function expectGeosValid(area: Feature<Polygon | MultiPolygon>, input: unknown): void {
  if (!isValidByGeos(area)) throw new Error(`not valid by GEOS: ${JSON.stringify(input)}`);
}
