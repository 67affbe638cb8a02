// A writer of PMTiles version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md). The `pmtiles` package reads only, and
// `s2-pmtiles`, which writes, leaves out the bounds and the reuse of equal tiles and reserves 96 KB for its root.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Compression, TileType, zxyToTileId } from "pmtiles";

export interface Tile {
  z: number;
  x: number;
  y: number;
  data: Uint8Array;
}

export interface ArchiveOptions {
  minZoom: number;
  maxZoom: number;
  /** Longitude, latitude and zoom of the first view. */
  center: [lng: number, lat: number, zoom: number];
  metadata: object;
}

/** A run of equal tiles, or a leaf directory if `run` is 0. */
interface Entry {
  id: number;
  run: number;
  offset: number;
  length: number;
}

const HEADER_LENGTH = 127;
/** The header and the root directory must fit in a reader's first request. */
const FIRST_READ = 16384;

const gzip = (bytes: Uint8Array): Buffer => {
  const out = gzipSync(bytes, { level: 9 });
  out[9] = 255; // "unknown operating system", so that the output is the same on every machine
  return out;
};

function varints(numbers: number[]): number[] {
  const out: number[] = [];
  for (let n of numbers) {
    while (n >= 128) {
      out.push((n % 128) | 128);
      n = Math.floor(n / 128);
    }
    out.push(n);
  }
  return out;
}

function directory(entries: Entry[]): Buffer {
  const offsets = entries.map((e, i) => {
    const before = entries[i - 1];
    return before && before.offset + before.length === e.offset ? 0 : e.offset + 1;
  });
  return gzip(
    Buffer.from([
      ...varints([entries.length]),
      ...varints(entries.map((e, i) => e.id - (entries[i - 1]?.id ?? 0))),
      ...varints(entries.map((e) => e.run)),
      ...varints(entries.map((e) => e.length)),
      ...varints(offsets),
    ]),
  );
}

/** Writes a clustered archive of gzipped vector tiles. The output is deterministic. */
export function writePmtiles(tiles: Tile[], { minZoom, maxZoom, metadata, center }: ArchiveOptions): Buffer {
  const sorted = tiles.map((t) => ({ id: zxyToTileId(t.z, t.x, t.y), data: gzip(t.data) })).sort((a, b) => a.id - b.id);
  const entries: Entry[] = [];
  const blobs: Buffer[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let size = 0;
  for (const { id, data } of sorted) {
    const hash = createHash("sha1").update(data).digest("hex");
    let place = known.get(hash);
    if (!place) {
      place = { offset: size, length: data.length };
      known.set(hash, place);
      blobs.push(data);
      size += data.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, run: 1, ...place });
  }

  // Move entries to leaf directories until the root is small enough.
  let root = directory(entries);
  let leaves = Buffer.alloc(0);
  for (let leafSize = 512; root.length > FIRST_READ - HEADER_LENGTH; leafSize *= 2) {
    const parts: Buffer[] = [];
    const rootEntries: Entry[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += leafSize) {
      const leaf = directory(entries.slice(i, i + leafSize));
      rootEntries.push({ id: entries[i]!.id, run: 0, offset, length: leaf.length });
      parts.push(leaf);
      offset += leaf.length;
    }
    leaves = Buffer.concat(parts);
    root = directory(rootEntries);
  }

  const meta = gzip(Buffer.from(JSON.stringify(metadata)));
  const header = Buffer.alloc(HEADER_LENGTH);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  let at = HEADER_LENGTH;
  const section = (field: number, length: number): void => {
    header.writeBigUInt64LE(BigInt(at), field);
    header.writeBigUInt64LE(BigInt(length), field + 8);
    at += length;
  };
  section(8, root.length);
  section(24, meta.length);
  section(40, leaves.length);
  section(56, size);
  header.writeBigUInt64LE(BigInt(tiles.length), 72);
  header.writeBigUInt64LE(BigInt(entries.length), 80);
  header.writeBigUInt64LE(BigInt(known.size), 88);
  header[96] = 1; // clustered
  header[97] = Compression.Gzip; // of the directories
  header[98] = Compression.Gzip; // of the tiles
  header[99] = TileType.Mvt;
  header[100] = minZoom;
  header[101] = maxZoom;
  const e7 = (degrees: number, field: number): number => header.writeInt32LE(Math.round(degrees * 1e7), field);
  e7(-180, 102);
  e7(-85.051129, 106);
  e7(180, 110);
  e7(85.051129, 114);
  header[118] = center[2];
  e7(center[0], 119);
  e7(center[1], 123);
  return Buffer.concat([header, root, meta, leaves, ...blobs]);
}
