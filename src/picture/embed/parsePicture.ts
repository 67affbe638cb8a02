import { Inflate, Unzlib } from "fflate";
import { PNG_SIGNATURE, SCENARIO_KEYWORD } from "./embedScenario.ts";
import { unescapeXml } from "../painters/xml.ts";

/** Why a picture does not open. Each is the message `problem.<code>`. */
type PictureProblemCode = "notPicture" | "noScenario" | "pictureTooLarge" | "pictureDamaged";

export type ParsedPicture = { ok: true; text: string } | { ok: false; code: PictureProblemCode };

/** A larger file is no picture of ours. */
export const MAX_PICTURE_BYTES = 512 * 1024 * 1024;
/** Twenty thousand launch points take about 4 MB. */
const MAX_SCENARIO_BYTES = 32 * 1024 * 1024;

class TooLarge extends Error {}

/** Inflates no further than a scenario may be long, however small the input. */
function inflateWithin(bytes: Uint8Array, limit: number, raw = false): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length > limit) throw new TooLarge();
    parts.push(part);
  };
  const stream = raw ? new Inflate(take) : new Unzlib(take);
  // A byte can become a thousand: small bites keep a bomb from going off within one.
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
    // Language tag and translated keyword, each ended by a zero.
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
  // Programs that save an SVG anew may give the element another prefix, and put its text in CDATA.
  const open = /<(?:[\w.-]+:)?scenario\b[^>]*>/.exec(text);
  if (!open) return undefined;
  const from = open.index + open[0].length;
  const end = text.indexOf("</", from);
  if (end < 0) return undefined;
  if (end - from > MAX_SCENARIO_BYTES) throw new TooLarge();
  const inside = text.slice(from, end).trim();
  return inside.startsWith("<![CDATA[") ? inside.slice(9, -3) : unescapeXml(inside);
}

const isScenario = (text: string): boolean => /^\s*\{/.test(text) && text.includes('"launchPoints"');

/** Looks through the embedded files of a PDF, which stay streams of their own whatever program saved it. */
function fromPdf(bytes: Uint8Array): string | undefined {
  const text = latin1(bytes);
  for (let at = text.indexOf("/EmbeddedFile"); at >= 0; at = text.indexOf("/EmbeddedFile", at + 1)) {
    if (text.startsWith("/EmbeddedFiles", at)) continue;
    const head = text.lastIndexOf("obj", at);
    const stream = text.indexOf("stream", at);
    if (head < 0 || stream < 0 || stream - head > 4096) continue;
    const from = stream + 6 + (text.startsWith("\r\n", stream + 6) ? 2 : 1);
    const end = text.indexOf("endstream", from);
    if (end < 0) continue;
    const body = bytes.subarray(from, end);
    if (body.length > MAX_SCENARIO_BYTES) throw new TooLarge();
    const plain = text.slice(head, stream).includes("/FlateDecode") ? inflateWithin(body, MAX_SCENARIO_BYTES) : body;
    const found = utf8(plain);
    if (isScenario(found)) return found;
  }
  return undefined;
}

/**
 * Finds the scenario in a picture that this program made: a PNG, SVG or PDF, told apart by its first bytes.
 *
 * @returns the text of a scenario file, which `parseScenarioText` reads; nothing in it has been checked yet
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

/** Whether a file's name or type says that it is a picture which may carry a scenario. */
export function mayCarryScenario(file: { name: string; type: string }): boolean {
  return /\.(png|svg|pdf)$/i.test(file.name) || ["image/png", "image/svg+xml", "application/pdf"].includes(file.type);
}
