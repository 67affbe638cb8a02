import { Unzlib } from "fflate";
import { PNG_SIGNATURE, SCENARIO_KEYWORD } from "./embedScenario.ts";
import { unescapeXml } from "../painters/xml.ts";

/** Why a picture cannot be opened. Each code has a message `problem.<code>`. */
type PictureProblemCode = "notPicture" | "noScenario" | "pictureTooLarge" | "pictureDamaged";

export type ParsedPicture = { ok: true; text: string } | { ok: false; code: PictureProblemCode };

/** A larger file cannot be one of our pictures. */
export const MAX_PICTURE_BYTES = 512 * 1024 * 1024;
/** Twenty thousand launch points take about 4 MB. */
const MAX_SCENARIO_BYTES = 32 * 1024 * 1024;

class TooLarge extends Error {}

/** Stops inflating at `limit` bytes, because a small input can inflate to a huge output. */
function inflateWithin(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length > limit) throw new TooLarge();
    parts.push(part);
  };
  const stream = new Unzlib(take);
  // A byte can inflate to a thousand, so small chunks let `take` stop a zip bomb in time.
  const BITE = 16_384;
  for (let at = 0; at < bytes.length; at += BITE) stream.push(bytes.subarray(at, at + BITE), at + BITE >= bytes.length);
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

function fromPng(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return undefined;
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    if (type === "IEND") return undefined;
    if (type !== "iTXt") continue;
    const end = data.indexOf(0);
    if (end < 1 || latin1(data.subarray(0, end)) !== SCENARIO_KEYWORD) continue;
    const compressed = data[end + 1] === 1;
    // The language tag and the translated keyword each end with a zero byte.
    const language = data.indexOf(0, end + 3);
    const translated = data.indexOf(0, language + 1);
    if (language < 0 || translated < 0) return undefined;
    const body = data.subarray(translated + 1);
    if (body.length > MAX_SCENARIO_BYTES) throw new TooLarge();
    return utf8(compressed ? inflateWithin(body, MAX_SCENARIO_BYTES) : body);
  }
  return undefined;
}

function fromSvg(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes);
  // Programs that save an SVG again may change the element's prefix or wrap its text in CDATA.
  const open = /<(?:[\w.-]{1,40}:)?scenario(?=[\s/>])/.exec(text);
  const from = open ? text.indexOf(">", open.index) + 1 : 0;
  if (from === 0) return undefined;
  const start = from + (/^\s*/.exec(text.slice(from, from + 1000))?.[0].length ?? 0);
  const isCdata = text.startsWith("<![CDATA[", start);
  const end = text.indexOf(isCdata ? "]]>" : "</", start);
  if (end < 0) return undefined;
  if (end - from > MAX_SCENARIO_BYTES) throw new TooLarge();
  return isCdata ? text.slice(start + 9, end) : unescapeXml(text.slice(start, end).trim());
}

const isScenario = (text: string): boolean => /^\s*\{/.test(text) && text.includes('"launchPoints"');

/** Where bytes next have an ASCII word; −1 where they do not. */
function indexOfWord(bytes: Uint8Array, word: string, from: number): number {
  const codes = [...word].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0] ?? 0, from); at >= 0; at = bytes.indexOf(codes[0] ?? 0, at + 1))
    if (codes.every((code, index) => bytes[at + index] === code)) return at;
  return -1;
}

/** A stream's dictionary is no longer. */
const MAX_DICTIONARY = 4096;

/**
 * Looks through the streams of a PDF for an embedded file, which stays a stream of its own whatever program saved it. Each byte is looked
 * at once: the dictionary of a stream is what stands between the stream before it and its own beginning.
 */
function fromPdf(bytes: Uint8Array): string | undefined {
  let room = MAX_SCENARIO_BYTES;
  for (let at = 0; ;) {
    const stream = indexOfWord(bytes, "stream", at);
    if (stream < 0) return undefined;
    const before = latin1(bytes.subarray(Math.max(at, stream - MAX_DICTIONARY), stream));
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    const from = stream + 6 + (bytes[stream + 6] === 0x0d ? 2 : 1);
    const end = indexOfWord(bytes, "endstream", from);
    if (end < 0) return undefined;
    at = end + 9;
    if (!/\/EmbeddedFile(?!s)/.test(dictionary)) continue;
    const body = bytes.subarray(from, end);
    const packed = dictionary.includes("/FlateDecode");
    const plain = packed ? inflateWithin(body, room) : body;
    room -= plain.length;
    if (room < 0) throw new TooLarge();
    if (!/^\s*\{/.test(latin1(plain.subarray(0, 100)))) continue;
    const found = utf8(plain);
    if (isScenario(found)) return found;
  }
}

/**
 * Finds the scenario in a picture that this program made: a PNG, SVG or PDF, recognised by its first bytes.
 *
 * @returns the text of a scenario file, which `parseScenarioText` reads; it has not been validated yet
 */
export function parsePicture(bytes: Uint8Array): ParsedPicture {
  if (bytes.length > MAX_PICTURE_BYTES) return { ok: false, code: "pictureTooLarge" };
  const start = latin1(bytes.subarray(0, 1024));
  const read = PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)
    ? fromPng
    : start.includes("%PDF-")
      ? fromPdf
      : /<svg\b|<\?xml/.test(start)
        ? fromSvg
        : undefined;
  if (!read) return { ok: false, code: "notPicture" };
  try {
    const text = read(bytes);
    return text === undefined ? { ok: false, code: "noScenario" } : { ok: true, text };
  } catch (error) {
    return { ok: false, code: error instanceof TooLarge ? "pictureTooLarge" : "pictureDamaged" };
  }
}

/** Whether a file is, by its name or type, a picture that may carry a scenario. */
export function mayCarryScenario(file: { name: string; type: string }): boolean {
  return /\.(png|svg|pdf)$/i.test(file.name) || ["image/png", "image/svg+xml", "application/pdf"].includes(file.type);
}
