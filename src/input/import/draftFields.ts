import { foldName, loosenName } from "../places/placesFold.ts";
import { quoteValue } from "../../scenario/problem.ts";
import { cutText, MAX_GROUP, MAX_POINT_NAME, MAX_SYSTEMS } from "../../scenario/limits.ts";
import type { ImportContext, ImportResult, LaunchPointDraft } from "./imported.ts";
import type { RangeCell } from "./rangeCells.ts";
import { kmPerUnitOfHeader, readLength } from "./readLength.ts";

/** Colours of simplestyle and HTML that people write by name. */
const COLOR_NAMES = new Map(
  Object.entries({
    red: "#d32f2f",
    green: "#2e7d32",
    blue: "#1565c0",
    yellow: "#f9a825",
    orange: "#ef6c00",
    purple: "#6a1b9a",
    black: "#000000",
    white: "#ffffff",
    gray: "#757575",
    grey: "#757575",
    brown: "#5d4037",
    pink: "#d81b60",
  }),
);

/** The texts of one row, each with the name of its column for problem reports. */
export interface RowWords {
  row: number;
  name?: string | undefined;
  systems?: Word | undefined;
  range?: Word | undefined;
  group?: string | undefined;
  color?: Word | undefined;
}
export interface Word {
  column: string;
  text: string;
  /** Set where the file has a number instead of a text. */
  number?: number;
}

/** Systems by any of their names. */
export interface SystemIndex {
  find: (name: string) => string | undefined;
  /** The ids of all systems, for a message. */
  known: string;
}

/** Indexes the systems. Called once per import. */
export function indexSystems(context: ImportContext): SystemIndex {
  const byKey = new Map<string, string>();
  // Exact names take precedence over loose transliterations: `Томагавк` becomes `tomahavk`.
  for (const form of [(key: string) => key, loosenName]) {
    for (const { id, keys } of context.systems)
      for (const key of keys.map(form)) if (!byKey.has(key)) byKey.set(key, id);
  }
  return {
    find: (name) => {
      const key = foldName(name);
      return byKey.get(key) ?? byKey.get(loosenName(key));
    },
    known: context.systems.flatMap(({ id }) => (id.includes("/") ? [] : [id])).join(", "),
  };
}

/** The comma in `1,500 km` does not separate names. */
const BETWEEN_NAMES = /[;|\n]|,(?!\d{3}(?!\d))|(?<!\d),/;

/** The systems that a cell names, and the ranges that it gives instead of names, such as `300 km`. */
function readSystems(
  word: Word,
  row: number,
  systems: SystemIndex,
  result: ImportResult,
): { ids: string[]; ranges: RangeCell[] } {
  const ids = new Set<string>();
  const ranges: RangeCell[] = [];
  for (const name of word.text.split(BETWEEN_NAMES).map((part) => part.trim())) {
    if (name === "") continue;
    const id = systems.find(name);
    const length = id === undefined ? readLength(name, 1) : undefined;
    if (id !== undefined) ids.add(id);
    else if (length && "km" in length && length.hasUnit)
      ranges.push({ row, column: word.column, text: name, km: length.km, drafts: [] });
    else
      result.report({
        row,
        kept: true,
        path: word.column,
        code: "unknownSystem",
        values: { value: quoteValue(name), expected: systems.known },
      });
  }
  if (ids.size > MAX_SYSTEMS)
    result.report({
      row,
      kept: true,
      path: word.column,
      code: "tooManySystems",
      values: { length: ids.size, bound: MAX_SYSTEMS },
    });
  return { ids: [...ids].slice(0, MAX_SYSTEMS), ranges };
}

/** A custom range, in the unit named by the cell, or otherwise by the header. */
function readRange(word: Word, row: number, result: ImportResult): RangeCell[] {
  // A JSON number is unambiguous, so it is not subject to the conventions for decimal marks.
  const length =
    typeof word.number === "number"
      ? readLength(word.number.toExponential(), kmPerUnitOfHeader(word.column))
      : readLength(word.text, kmPerUnitOfHeader(word.column));
  if ("km" in length) return [{ row, column: word.column, text: word.text.trim(), km: length.km, drafts: [] }];
  result.report({
    row,
    kept: true,
    path: word.column,
    code: length.problem,
    values: { value: quoteValue(word.text.trim()) },
  });
  return [];
}

function readColor(word: Word, row: number, result: ImportResult): string | undefined {
  const text = word.text.trim().toLowerCase();
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  const long = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(text);
  const color =
    COLOR_NAMES.get(text) ??
    (long
      ? `#${long[1]}`
      : short
        ? `#${short
            .slice(1)
            .map((digit) => digit + digit)
            .join("")}`
        : undefined);
  if (color === undefined)
    result.report({ row, kept: true, path: word.column, code: "color", values: { value: quoteValue(word.text) } });
  return color;
}

/** A cell's text on one line, without the apostrophe that prevents spreadsheets from evaluating it as a formula. */
export function cleanText(text: string | undefined): string {
  return (text ?? "")
    .replace(/^'(?=[=+\-@＝＋－＠])/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Truncates a text to the limit for launch points, and reports that it did. */
function readText(
  text: string,
  { row, path, bound }: { row: number; path: string; bound: number },
  result: ImportResult,
) {
  if (text.length > bound)
    result.report({ row, kept: true, path, code: "cutText", values: { length: text.length, bound } });
  return cutText(text, bound);
}

/** Everything that a row says about its launch point except the geometry, and the ranges, which are resolved after the last row. */
export interface DraftFields {
  fields: Omit<LaunchPointDraft, "geometry">;
  ranges: RangeCell[];
}

const hasText = (word: Word | undefined): word is Word => word !== undefined && word.text.trim() !== "";

/**
 * Reads all fields of a draft except its geometry. Invalid fields are reported and left out; the row itself is kept.
 *
 * @param suffix number of characters to leave free at the end of the name
 */
export function readDraftFields(words: RowWords, systems: SystemIndex, result: ImportResult, suffix = 0): DraftFields {
  const { row } = words;
  const name = readText(cleanText(words.name), { row, path: "name", bound: MAX_POINT_NAME - suffix }, result);
  const group = readText(cleanText(words.group), { row, path: "group", bound: MAX_GROUP }, result);
  const named = hasText(words.systems) ? readSystems(words.systems, row, systems, result) : undefined;
  const range = hasText(words.range) ? readRange(words.range, row, result) : [];
  const color = hasText(words.color) ? readColor(words.color, row, result) : undefined;
  const ranges = [...(named?.ranges ?? []), ...range];
  return {
    fields: {
      row,
      name,
      // If a cell has only ranges and they are left out, the point gets the same systems as a row with an empty cell.
      ...(named && (named.ids.length > 0 || named.ranges.length === 0) && { systems: named.ids }),
      ...(group !== "" && { group }),
      ...(color !== undefined && { color }),
    },
    ranges,
  };
}
