import fs from "node:fs";
import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { PMTiles } from "pmtiles";

const bytes = fs.readFileSync(new URL("../../public/basemap/world.pmtiles", import.meta.url));
export const archive = new PMTiles({
  getKey: () => "world.pmtiles",
  getBytes: (offset, length) =>
    Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer }),
});
export const archiveSize = bytes.length;

export async function readTile(z: number, x: number, y: number): Promise<VectorTile | undefined> {
  const found = await archive.getZxy(z, x, y);
  return found && new VectorTile(new PbfReader(new Uint8Array(found.data)));
}

export function* featuresOf(tile: VectorTile | undefined, layer: string): Generator<VectorTileFeature> {
  const found = tile?.layers[layer];
  for (let i = 0; i < (found?.length ?? 0); i++) yield found!.feature(i);
}

const read = new Map<string, Promise<VectorTileFeature[]>>();
/** Every feature of a layer at one zoom. Cached. */
export function allFeatures(z: number, layer: string): Promise<VectorTileFeature[]> {
  const key = `${z}/${layer}`;
  const found = read.get(key) ?? readAll(z, layer);
  read.set(key, found);
  return found;
}
async function readAll(z: number, layer: string): Promise<VectorTileFeature[]> {
  const out: VectorTileFeature[] = [];
  for (let x = 0; x < 2 ** z; x++)
    for (let y = 0; y < 2 ** z; y++) out.push(...featuresOf(await readTile(z, x, y), layer));
  return out;
}

const toTile = ([lng, lat]: readonly [number, number], z: number) => {
  const phi = (lat * Math.PI) / 180;
  const x = (lng / 360 + 0.5) * 2 ** z;
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * 2 ** z;
  return { tileX: Math.floor(x), tileY: Math.floor(y), x: (x % 1) * 4096, y: (y % 1) * 4096 };
};

interface XY {
  x: number;
  y: number;
}
const inRing = (p: XY, ring: readonly XY[]): boolean => {
  let inside = false;
  ring.forEach((a, i) => {
    const b = ring[i === 0 ? ring.length - 1 : i - 1]!;
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
};

/** The codes of the countries that contain a point in the tiles of one zoom. */
export async function countriesAt(lngLat: readonly [number, number], z: number): Promise<string[]> {
  const { tileX, tileY, ...point } = toTile(lngLat, z);
  const codes: string[] = [];
  for (const feature of featuresOf(await readTile(z, tileX, tileY), "land")) {
    const crossings = feature.loadGeometry().filter((ring) => inRing(point, ring)).length;
    if (crossings % 2 === 1) codes.push(String(feature.properties["iso"]));
  }
  return codes;
}

/** Pixels (of a 512 px tile at that zoom) from a point to the nearest border of a kind, within its tile. */
export async function borderDistance(lngLat: readonly [number, number], z: number, kind: string): Promise<number> {
  const { tileX, tileY, ...point } = toTile(lngLat, z);
  let best = Infinity;
  for (const feature of featuresOf(await readTile(z, tileX, tileY), "borders")) {
    if (feature.properties["kind"] !== kind) continue;
    for (const line of feature.loadGeometry()) {
      line.forEach((b, i) => {
        const a = line[i - 1];
        if (!a) return;
        const dx = b.x - a.x;
        const dy = b.y - a.y;
        const t = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
        best = Math.min(best, Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y) / 8);
      });
    }
  }
  return best;
}
