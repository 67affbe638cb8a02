/** Letters of windows-1251 that no Western text runs together: А…я. */
const CYRILLIC_RUN = /[\u0400-\u04ff]{3,}/g;

function fromMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Text without a mark, every other byte zero, as some programs write "Unicode".
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even < odd / 8) return "utf-16le";
  if (even > head.length / 4 && odd < even / 8) return "utf-16be";
  return undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1];
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads text in the encoding that it says or shows: a byte order mark, an XML declaration, UTF-8, or else one of the two
 * old Windows encodings that spreadsheets in Europe still write, by which letters it has.
 */
export function readText(bytes: Uint8Array): string {
  const marked = fromMark(bytes);
  if (marked) return decodeAs(bytes, marked, false) ?? "";
  const utf8 = decodeAs(bytes, "utf-8", true);
  const named = declared(bytes);
  if (named !== undefined && !/^utf-?8$/i.test(named)) {
    const text = decodeAs(bytes, named, false);
    if (text !== undefined) return text;
  }
  if (utf8 !== undefined) return utf8;
  const cyrillic = decodeAs(bytes, "windows-1251", false) ?? "";
  const inRuns = (cyrillic.match(CYRILLIC_RUN) ?? []).reduce((sum, run) => sum + run.length, 0);
  const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  if (inRuns > high / 2) return cyrillic;
  return decodeAs(bytes, "windows-1252", false) ?? new TextDecoder().decode(bytes);
}
