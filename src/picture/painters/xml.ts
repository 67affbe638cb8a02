// Everything that XML 1.0 cannot hold: control characters, halves of surrogate pairs, and two that are no characters.
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

/** Text as it stands in an element: a user's `<b>` or `&` stays what it is, and what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? "");
}

/** Text as it stands in an attribute, line breaks kept. */
export function escapeAttribute(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? "");
}

/** The reverse of both, for the five named entities and numbered ones; nothing is ever looked up, so no entity can grow. */
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
