import { type ParsedCoordinates, parseCoordinates } from "../coordinates/coordinates.ts";

/** Places in a line where a position may begin or end: its start, and each space or separator. */
const MAX_CUTS = 24;
const MAX_LINE = 2000;

export interface ListLine {
  name: string;
  read: ParsedCoordinates;
}

/** `46.48, 30.72 Odesa B`: the longest beginning that is a position, where a name follows and no further number. */
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
 * Reads a line of a list that is no table: `Kyiv 50°27′N 30°31′E`, `Hà Nội; 21.0245; 105.8412`, `46.48, 30.72 Odesa B`, or a position alone.
 * The longest ending that is a position is taken for it, and what stands before for the name; or else the longest beginning.
 *
 * @returns null when no part of the line means to be a position
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
