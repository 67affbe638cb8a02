// @ts-nocheck -- a build script with a package.json of its own
// A writer of PMTiles version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md), enough for one small clustered archive.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const gzip = (bytes) => {
  const out = gzipSync(bytes, { level: 9 });
  out[9] = 255; // the operating system: not ours to tell, and the bytes stay the same everywhere
  return out;
};

/** The place of a tile along the Hilbert curve, after all tiles of lower zooms. */
export function tileId(z, x, y) {
  let id = (4 ** z - 1) / 3;
  for (let s = 2 ** (z - 1); s >= 1; s /= 2) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    id += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = s - 1 - (x & (s - 1));
        y = s - 1 - (y & (s - 1));
      }
      [x, y] = [y, x];
    }
  }
  return id;
}

function varints(numbers) {
  const out = [];
  for (let n of numbers) {
    while (n >= 128) {
      out.push((n % 128) | 128);
      n = Math.floor(n / 128);
    }
    out.push(n);
  }
  return out;
}

function directory(entries) {
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

/** @param {{z:number,x:number,y:number,data:Uint8Array}[]} tiles */
export function writePmtiles(tiles, { minZoom, maxZoom, metadata, center }) {
  const sorted = tiles.map((t) => ({ id: tileId(t.z, t.x, t.y), data: gzip(t.data) })).sort((a, b) => a.id - b.id);
  const entries = [];
  const blobs = [];
  const known = new Map();
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
    const last = entries[entries.length - 1];
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, run: 1, ...place });
  }

  // The header and the root directory must fit in the first 16,384 bytes: cut into leaves until they do.
  let root = directory(entries);
  let leaves = Buffer.alloc(0);
  for (let leafSize = 512; root.length > 16384 - 127; leafSize *= 2) {
    const parts = [];
    const rootEntries = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += leafSize) {
      const leaf = directory(entries.slice(i, i + leafSize));
      rootEntries.push({ id: entries[i].id, run: 0, offset, length: leaf.length });
      parts.push(leaf);
      offset += leaf.length;
    }
    leaves = Buffer.concat(parts);
    root = directory(rootEntries);
  }

  const meta = gzip(Buffer.from(JSON.stringify(metadata)));
  const header = Buffer.alloc(127);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  let at = 127;
  const place = (field, length) => {
    header.writeBigUInt64LE(BigInt(at), field);
    header.writeBigUInt64LE(BigInt(length), field + 8);
    at += length;
  };
  place(8, root.length);
  place(24, meta.length);
  place(40, leaves.length);
  place(56, size);
  header.writeBigUInt64LE(BigInt(tiles.length), 72);
  header.writeBigUInt64LE(BigInt(entries.length), 80);
  header.writeBigUInt64LE(BigInt(known.size), 88);
  header[96] = 1; // clustered
  header[97] = 2; // directories: gzip
  header[98] = 2; // tiles: gzip
  header[99] = 1; // MVT
  header[100] = minZoom;
  header[101] = maxZoom;
  const e7 = (value, field) => header.writeInt32LE(Math.round(value * 1e7), field);
  e7(-180, 102);
  e7(-85.051129, 106);
  e7(180, 110);
  e7(85.051129, 114);
  header[118] = center[2];
  e7(center[0], 119);
  e7(center[1], 123);
  return Buffer.concat([header, root, meta, leaves, ...blobs]);
}
