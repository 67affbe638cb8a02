const FIRST_BYTES: [number[], string][] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  // The `<` at the start of an XML file without a byte order mark.
  [[0x3c, 0x00], "utf-16le"],
  [[0x00, 0x3c], "utf-16be"],
];

function fromMark(bytes: Uint8Array): string | undefined {
  const known = FIRST_BYTES.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (known) return known[1];
  // UTF-16 without a byte order mark, which some programs write as "Unicode": every other byte of Latin text is zero.
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

/** The encoding in an XML declaration. "UTF-16" is ignored, since a declaration that can be read as bytes is not UTF-16; .NET often writes it. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1000));
  const name = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)\s*["']/.exec(head)?.[1];
  return name === undefined || /^(?:utf-?8|utf-?16|ucs-?2|unicode|iso-10646)/i.test(name) ? undefined : name;
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Cyrillic words in a text decoded as windows-1251, and words of mixed script, which Western text such as Zürich becomes. */
const CYRILLIC_WORD = /(?<![\p{L}\p{M}])[\u0400-\u04ff]{2,}(?![\p{L}\p{M}])/gu;
const MIXED_WORD = /\p{Script=Latin}[\u0400-\u04ff]|[\u0400-\u04ff]\p{Script=Latin}/gu;

/**
 * Decodes text by its byte order mark or XML declaration, as UTF-8, or as windows-1251 or windows-1252, which spreadsheets in Europe still
 * write. Between these two, it picks the one that yields plausible words.
 */
export function readText(bytes: Uint8Array): string {
  const marked = fromMark(bytes);
  if (marked) return decodeAs(bytes, marked, false) ?? "";
  const named = declared(bytes);
  const text = named === undefined ? undefined : decodeAs(bytes, named, false);
  if (text !== undefined) return text;
  const utf8 = decodeAs(bytes, "utf-8", true);
  if (utf8 !== undefined) return utf8;
  const cyrillic = decodeAs(bytes, "windows-1251", false) ?? "";
  const words = cyrillic.match(CYRILLIC_WORD)?.length ?? 0;
  const mixed = cyrillic.match(MIXED_WORD)?.length ?? 0;
  if (words > mixed) return cyrillic;
  return decodeAs(bytes, "windows-1252", false) ?? new TextDecoder().decode(bytes);
}
