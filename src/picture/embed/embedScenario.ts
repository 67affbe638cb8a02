import { zlibSync } from "fflate";

/** Keyword of the text chunk in which a PNG carries its scenario. */
export const SCENARIO_KEYWORD = "range-rings:scenario";
export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** The checksum of a PNG chunk, over its type and data. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** A compressed UTF-8 iTXt chunk, section 11.3.3.4 of the PNG specification. */
function textChunk(keyword: string, text: string): Uint8Array {
  const head = new TextEncoder().encode(`iTXt${keyword}\0\u0001\0\0\0`);
  const body = zlibSync(new TextEncoder().encode(text), { level: 9 });
  const chunk = new Uint8Array(8 + head.length + body.length);
  chunk.set(head, 4);
  chunk.set(body, 4 + head.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, head.length - 4 + body.length);
  view.setUint32(4 + head.length + body.length, crc32(chunk.subarray(4, 4 + head.length + body.length)));
  return chunk;
}

/** Inserts the scenario as a text chunk right after the header. Programs that read PNG skip chunks that they do not know. */
export function embedInPng(png: Uint8Array, scenarioText: string): Uint8Array {
  if (!PNG_SIGNATURE.every((byte, index) => png[index] === byte)) throw new Error("embedInPng: this is not a PNG");
  const chunk = textChunk(SCENARIO_KEYWORD, scenarioText);
  // The signature takes 8 bytes and IHDR 25: length, type, 13 bytes of data and checksum.
  const at = 33;
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, at));
  out.set(chunk, at);
  out.set(png.subarray(at), at + chunk.length);
  return out;
}
