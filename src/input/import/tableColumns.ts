import Papa from "papaparse";
import { parseCoordinates } from "../coordinates/coordinates.ts";
import { type Field, findFields } from "./fieldNames.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Cells longer than this hold no coordinate. */
export const MAX_CELL = 2000;

/** The cell index of each field. */
export type Columns = Partial<Record<Field, number>>;

/** Whether the columns are sufficient for a position. */
export const canPlace = (columns: Columns): boolean =>
  columns.position !== undefined ||
  (columns.lat !== undefined && columns.lng !== undefined) ||
  (columns.easting !== undefined && columns.northing !== undefined && columns.zone !== undefined);

/**
 * The delimiter with which the header has position columns; if several do, the one that gives the most cells. Papa Parse's own detection only
 * counts cells and splits `Київ;50,4501;30,5234` at its commas, so without a header a semicolon, tab or bar takes precedence over a comma.
 */
export function findDelimiter(text: string): string {
  const head = text.slice(0, 20_000);
  const firstRows = DELIMITERS.map((delimiter) => ({
    delimiter,
    cells: Papa.parse<string[]>(head, { delimiter, preview: 1 }).data[0] ?? [],
  }));
  const named = firstRows.filter(({ cells }) => canPlace(findFields(cells)));
  const [best] = named.sort((a, b) => b.cells.length - a.cells.length);
  return (
    best?.delimiter ?? firstRows.find(({ delimiter, cells }) => delimiter !== "," && cells.length > 1)?.delimiter ?? ","
  );
}

/** Degrees with a decimal point or comma; NaN for anything else. Degrees never have thousands separators. */
export function readDegrees(text: string): number {
  const plain = text.trim().replace(/[−–]/g, "-");
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(plain)) return Number.NaN;
  return Number(plain.replace(",", "."));
}

/** `54,99°`: one number with a decimal comma, although the comma could also separate two numbers. */
const ONE_NUMBER = /^[^\d]*\d+,\d+[^\d,]*$/;

/** Index of the cell that contains a complete position; −1 if there is none. */
export const findPosition = (cells: readonly string[]): number =>
  cells.findIndex((cell) => {
    if (ONE_NUMBER.test(cell)) return false;
    const read = cell.length <= MAX_CELL && /\d/.test(cell) ? parseCoordinates(cell) : null;
    return read !== null && !("problem" in read);
  });

/** Columns of a table without a header: the first two with numbers are latitude and longitude, the first with words is the name. */
export function guessColumns(cells: readonly string[]): Columns {
  const [lat, lng] = cells.flatMap((cell, index) => (Number.isFinite(readDegrees(cell)) ? [index] : []));
  const pair = lat !== undefined && lng !== undefined;
  const position = pair ? -1 : findPosition(cells);
  const name = cells.findIndex(
    (cell, index) => index !== position && /\p{L}/u.test(cell) && Number.isNaN(readDegrees(cell)),
  );
  return { ...(pair && { lat, lng }), ...(position >= 0 && { position }), ...(name >= 0 && { name }) };
}

/** Whether a row has its position in the same columns as the first row. */
export function fits(cells: readonly string[], { lat, lng, position }: Columns): boolean {
  if (lat !== undefined && lng !== undefined)
    return [lat, lng].every((index) => Number.isFinite(readDegrees(cells[index] ?? "")));
  return findPosition([cells[position ?? -1] ?? ""]) === 0;
}

const isInteger = (cell: string | undefined): boolean => /^\s*[+\-−]?\d+\s*$/.test(cell ?? "");

/**
 * Whether numbers that contain commas were split by the delimiter: `Kyiv,50,4501,30,5234`, or `…,1,500` for a range. Such a row has more
 * cells than the header, or numbers in columns of text.
 */
export function hasSplitNumbers(cells: readonly string[], columns: Columns, headerLength: number | undefined): boolean {
  const used = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  const isSplit = (index: number) => isInteger(cells[index]) && /^\d+\s*$/.test(cells[index + 1] ?? "");
  if (headerLength === undefined) {
    const first = cells.findIndex((_, index) => isSplit(index));
    return first >= 0 && isSplit(first + 2);
  }
  if (used > headerLength) return cells.some((_, index) => isSplit(index));
  const { lat, lng, systems } = columns;
  return [lat, lng, systems].every((index) => index !== undefined && isInteger(cells[index]));
}
