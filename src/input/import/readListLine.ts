import { type ParsedCoordinates, parseCoordinates } from "../coordinates/coordinates.ts";

/** How many spaces and separators of a line are tried as the start or end of a position. */
const MAX_CUTS = 24;
const MAX_LINE = 2000;

export interface ListLine {
  name: string;
  read: ParsedCoordinates;
}

/** `46.48, 30.72 Odesa B`: the longest prefix that is a position and is followed by a name, not by another number. */
function readNameLast(text: string, cuts: readonly { from: number; to: number }[]): ListLine | null {
  for (const { from, to } of cuts.toReversed()) {
    if (!/^["'«“„(–—-]?\s*\p{L}/u.test(text.slice(to))) continue;
    const read = parseCoordinates(text.slice(0, from));
    if (read && !("problem" in read))
      return {
        name: text
          .slice(to)
          .replace(/^[–—-]\s*/, "")
          .trim(),
        read,
      };
  }
  return null;
}

/**
 * Reads a line of a list: `Kyiv 50°27′N 30°31′E`, `Hà Nội; 21.0245; 105.8412`, `46.48, 30.72 Odesa B`, or a position alone. The longest
 * suffix that is a position is used, and the text before it is the name; if there is none, the longest prefix is tried.
 *
 * @returns null when no part of the line looks like a position
 */
export function readListLine(line: string): ListLine | null {
  if (line.length > MAX_LINE)
    return {
      name: "",
      read: { problem: { path: "", code: "tooLong", values: { length: line.length, bound: MAX_LINE } } },
    };
  const cuts = [...line.matchAll(/[\s,;:|]+/g)]
    .slice(0, MAX_CUTS)
    .map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  let bad: ListLine | null = null;
  for (const start of [0, ...cuts.map(({ to }) => to)]) {
    const read = parseCoordinates(line.slice(start));
    if (!read) continue;
    const name = line
      .slice(0, start)
      .replace(/[\s,;:|–-]+$/, "")
      .trim();
    if (!("problem" in read)) return { name, read };
    bad ??= { name, read };
  }
  return readNameLast(line, cuts) ?? bad;
}
