// Everything that XML 1.0 forbids: control characters, lone surrogates and two noncharacters.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Escapes the text of an element, so that a user's `<b>` or `&` stays text. Characters that XML forbids are removed. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? "");
}

/** Escapes the value of an attribute and preserves line breaks. */
export function escapeAttribute(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? "");
}

/** Reverses both, for the five named entities and numeric ones. Declared entities are never expanded, so entity bombs have no effect. */
export function unescapeXml(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
