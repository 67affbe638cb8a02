import { type ParsedCoordinates, parseCoordinates } from "../coordinates/coordinates.ts";

/** Places in a line where a position may begin: its start, and after each space or separator. */
const MAX_STARTS = 24;
const MAX_LINE = 2000;

export interface ListLine {
  name: string;
  read: ParsedCoordinates;
}

/**
 * Reads a line of a list that is no table: `Kyiv 50°27′N 30°31′E`, `Hà Nội; 21.0245; 105.8412`, or a position alone.
 * The longest ending that is a position is taken for it, and what stands before for the name.
 *
 * @returns null when no ending of the line means to be a position
 */
export function readListLine(line: string): ListLine | null {
  const text = line.slice(0, MAX_LINE);
  const starts = [0, ...[...text.matchAll(/[\s,;:|]+/g)].map((match) => match.index + match[0].length)].slice(
    0,
    MAX_STARTS,
  );
  let bad: ListLine | null = null;
  for (const start of starts) {
    const read = parseCoordinates(text.slice(start));
    if (!read) continue;
    const name = text
      .slice(0, start)
      .replace(/[\s,;:|–-]+$/, "")
      .trim();
    if (!("problem" in read)) return { name, read };
    bad ??= { name, read };
  }
  return bad;
}
