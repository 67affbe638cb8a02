import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { type ParsedScenario, parseScenarioText } from "./parseScenario.ts";
import type { Problem } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

/**
 * A link's hash is `#s1.` followed by base64url of a four-byte checksum (FNV-1a of the rest, big-endian) and the scenario's JSON, compressed
 * with raw deflate. The scenario has its own version and is upgraded like any saved file. `s1` is the version of this envelope; all earlier
 * versions must stay readable.
 */
const LINK_VERSION = 1;
/** Some chat programs and servers truncate longer addresses. */
export const MAX_LINK_LENGTH = 8000;
/** Limits on the length of a hash and on its unpacked size. */
const MAX_READ_LENGTH = 200_000;
const MAX_UNPACKED = 4 * 1024 * 1024;
const UNPACK_STEP = 1024;
const CHECKSUM_BYTES = 4;

function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** @throws {Error} when the bytes are not a complete deflate stream, or exceed the limit when unpacked */
function inflateWithin(bytes: Uint8Array, most: number): string {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most) throw new Error("too large");
    chunks.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += UNPACK_STEP)
    inflate.push(bytes.subarray(at, at + UNPACK_STEP), at + UNPACK_STEP >= bytes.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(whole);
}

/**
 * The hash of a link that contains the whole scenario.
 *
 * @param addressLength length of the address to which the hash will be appended
 * @returns the hash with its `#`, or a problem when the link would be too long to be reliable
 */
export function toLinkHash(scenario: Scenario, addressLength = 0): { hash: string } | { problem: Problem } {
  const packed = deflateSync(strToU8(JSON.stringify(scenario)), { level: 9, mem: 8 });
  const bytes = new Uint8Array(CHECKSUM_BYTES + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksum(packed));
  bytes.set(packed, CHECKSUM_BYTES);
  const hash = `#s${LINK_VERSION}.${toBase64Url(bytes)}`;
  const length = addressLength + hash.length;
  return length > MAX_LINK_LENGTH
    ? { problem: { path: "", code: "linkTooLong", values: { length, bound: MAX_LINK_LENGTH } } }
    : { hash };
}

/** Whether a hash has the format of a link to a scenario. */
export function isLinkHash(hash: string): boolean {
  return /^#?s\d+\./.test(hash);
}

/**
 * Reads the scenario in a link's hash.
 *
 * @param hash with or without its `#`; spaces and line breaks inserted by mail programs are ignored
 * @param systemIds every `system` and `system/variant` in the catalogue
 * @returns null when the hash is not a link to a scenario; only a problem when it is damaged or from a newer version
 */
export function parseLinkHash(hash: string, systemIds: Iterable<string>): ParsedScenario | null {
  const plain = hash.slice(0, MAX_READ_LENGTH).replace(/\s|%20|%0[aAdD]/g, "");
  const found = /^#?s(\d+)\.([\w-]*)/.exec(plain);
  if (!found) return null;
  const damaged: ParsedScenario = { problems: [{ path: "", code: "linkDamaged", values: {} }] };
  const version = Number(found[1]);
  if (version > LINK_VERSION)
    return {
      problems: [{ path: "", code: "linkNewer", values: { value: `s${version}`, supported: `s${LINK_VERSION}` } }],
    };
  if (version < 1 || hash.length > MAX_READ_LENGTH) return damaged;
  let text: string;
  try {
    const bytes = fromBase64Url(found[2] ?? "");
    const packed = bytes.subarray(CHECKSUM_BYTES);
    if (packed.length === 0 || new DataView(bytes.buffer).getUint32(0) !== checksum(packed)) return damaged;
    text = inflateWithin(packed, MAX_UNPACKED);
  } catch {
    return damaged;
  }
  const parsed = parseScenarioText(text, systemIds);
  return parsed.problems.some((problem) => problem.code === "notJson") ? damaged : parsed;
}
