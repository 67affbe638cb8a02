import Papa from "papaparse";
import { parseCoordinates } from "../coordinates/coordinates.ts";
import { quoteValue } from "../../scenario/problem.ts";
import { cleanText, indexSystems, readDraftFields, readNumber, type Word } from "./draftFields.ts";
import { type Field, findFields } from "./fieldNames.ts";
import { readListLine } from "./readListLine.ts";
import { type ImportContext, type ImportKind, ImportResult, type OnProgress } from "./imported.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const MAX_COLUMNS = 500;
const ROWS_BETWEEN_TELLING = 500;
/** Cells longer than this hold no coordinate. */
const MAX_CELL = 2000;

type Columns = Partial<Record<Field, number>>;
const canPlace = (columns: Columns): boolean =>
  columns.position !== undefined ||
  (columns.lat !== undefined && columns.lng !== undefined) ||
  (columns.easting !== undefined && columns.northing !== undefined && columns.zone !== undefined);

const split = (text: string, delimiter: string): string[] =>
  Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0] ?? [];

/** The delimiter whose first row names a position, or else the one that parts it most often. */
function findDelimiter(text: string): (typeof DELIMITERS)[number] {
  const head = text.slice(0, 20_000);
  const scores = DELIMITERS.map((delimiter) => {
    const cells = split(head, delimiter);
    return { delimiter, score: (canPlace(findFields(cells)) ? 1000 : 0) + Math.min(cells.length, MAX_COLUMNS) };
  });
  // A table without a header whose numbers have decimal commas: the semicolon or tab parts it, however many commas there are.
  const strong = scores.find(
    ({ delimiter, score }) => (delimiter === ";" || delimiter === "\t") && score > 1 && score < 1000,
  );
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score < 1000 && strong ? strong.delimiter : best.delimiter;
}

/** Columns of a table without a header: the first two of numbers are latitude and longitude, the first of words is the name. */
function guessColumns(cells: readonly string[]): Columns {
  const [lat, lng] = cells.flatMap((cell, index) => (Number.isFinite(readNumber(cell)) ? [index] : []));
  const pair = lat !== undefined && lng !== undefined;
  const position = pair
    ? -1
    : cells.findIndex((cell) => {
        const read = cell.length <= MAX_CELL && /\d/.test(cell) ? parseCoordinates(cell) : null;
        return read !== null && !("problem" in read);
      });
  const name = cells.findIndex(
    (cell, index) => index !== position && /\p{L}/u.test(cell) && Number.isNaN(readNumber(cell)),
  );
  return { ...(pair && { lat, lng }), ...(position >= 0 && { position }), ...(name >= 0 && { name }) };
}

/** Whether a row has numbers where the first row had them. */
function fits(cells: readonly string[], { lat, lng, position }: Columns): boolean {
  if (lat !== undefined && lng !== undefined)
    return [lat, lng].every((index) => Number.isFinite(readNumber(cells[index] ?? "")));
  const text = cells[position ?? -1] ?? "";
  const read = text.length <= MAX_CELL ? parseCoordinates(text) : null;
  return read !== null && !("problem" in read);
}

interface Placed {
  lngLat: [number, number];
}

const AXES = { lat: 90, lng: 180 } as const;

/** Reads a position from the cells that hold it, and tells what is wrong with them. */
function placeRow(
  cells: readonly string[],
  columns: Columns,
  headers: readonly string[],
  row: number,
  result: ImportResult,
): Placed | null {
  const cell = (field: Field): string => cleanText(cells[columns[field] ?? -1]).slice(0, MAX_CELL + 1);
  const header = (field: Field): string => headers[columns[field] ?? -1] ?? "";
  let text = "";
  let path = "";
  if (columns.lat !== undefined && columns.lng !== undefined) {
    const [lat, lng] = [cell("lat"), cell("lng")];
    if (lat !== "" && lng !== "") {
      const values = { lat: readNumber(lat), lng: readNumber(lng) };
      if (Number.isFinite(values.lat) && Number.isFinite(values.lng)) {
        for (const axis of ["lat", "lng"] as const) {
          if (Math.abs(values[axis]) <= AXES[axis]) continue;
          result.tell({
            row,
            path: header(axis),
            code: axis === "lat" ? "latitude" : "longitude",
            values: { value: axis === "lat" ? lat : lng },
          });
          return null;
        }
        return { lngLat: [values.lng, values.lat] };
      }
      // The labels keep a latitude of 95 from being taken for a longitude.
      text = `lat ${lat}; lng ${lng}`;
      path = `${header("lat")}, ${header("lng")}`;
    } else if (lat !== "" || lng !== "") {
      result.tell({ row, path: header(lat === "" ? "lat" : "lng"), code: "noPosition", values: {} });
      return null;
    }
  }
  if (text === "" && columns.position !== undefined) {
    text = cell("position");
    path = header("position");
  }
  if (text === "" && columns.easting !== undefined && columns.northing !== undefined && columns.zone !== undefined) {
    const metres = (field: Field) => String(readNumber(cell(field)));
    if (cell("easting") !== "") text = `utm ${cell("zone")} ${metres("easting")} ${metres("northing")}`;
    path = `${header("zone")}, ${header("easting")}, ${header("northing")}`;
  }
  if (text === "") {
    result.tell({ row, path: "", code: "noPosition", values: {} });
    return null;
  }
  const read = parseCoordinates(text);
  if (read && !("problem" in read)) return { lngLat: read.lngLat };
  const shown = text.replace(/^lat (.*); lng /, "$1; ");
  result.tell(
    read ? { row, ...read.problem, path } : { row, path, code: "notCoordinates", values: { value: quoteValue(shown) } },
  );
  return null;
}

/** Reads a table of launch points: one row a point, the first row their names, or none. Never throws. */
export function importTable(text: string, context: ImportContext, onProgress?: OnProgress): ImportResult {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? findDelimiter(body);
  const kind: ImportKind = delimiter === "\t" ? "tsv" : "csv";
  const result = new ImportResult(kind);
  const byKey = indexSystems(context);
  let headers: string[] = [];
  let columns: Columns | undefined;
  let isList = false;
  let row = declared ? 1 : 0;
  let failed: unknown;

  const take = (cells: string[]): boolean => {
    row += 1;
    if (cells.every((cell) => cell.trim() === "")) return true;
    if (columns === undefined) {
      columns = findFields(cells);
      if (canPlace(columns)) {
        headers = cells.map((cell) => cell.trim());
        return true;
      }
      columns = guessColumns(cells);
      isList = true;
      if (!canPlace(columns) && !readListLine(cells.join(delimiter))) {
        result.tell({
          row,
          path: "",
          code: "noColumns",
          values: { value: quoteValue(cells.slice(0, 12).join(" · ")) },
        });
        return false;
      }
    }
    result.rows += 1;
    if (result.drafts.length >= context.room) return true;
    // Without a header nothing holds the rows to the same columns: a row that does not fit is read as a line of a list.
    const asTable = !isList || (canPlace(columns) && fits(cells, columns));
    const line = asTable ? null : readListLine(cells.join(delimiter));
    if (line) {
      if ("problem" in line.read) result.tell({ row, ...line.read.problem, path: "" });
      else
        result.drafts.push({
          ...readDraftFields({ row, name: line.name }, byKey, result),
          geometry: { type: "Point", coordinates: line.read.lngLat },
        });
      return true;
    }
    const placed = placeRow(cells, columns, headers, row, result);
    if (!placed) return true;
    const { name, systems, range, group, color } = columns;
    const word = (index: number | undefined): Word | undefined =>
      index === undefined ? undefined : { column: headers[index] ?? "", text: cells[index] ?? "" };
    const fields = readDraftFields(
      {
        row,
        name: name === undefined ? undefined : cells[name],
        systems: word(systems),
        range: word(range),
        group: group === undefined ? undefined : cells[group],
        color: word(color),
      },
      byKey,
      result,
    );
    result.drafts.push({ ...fields, geometry: { type: "Point", coordinates: placed.lngLat } });
    return true;
  };

  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      try {
        if (errors.some((error) => error.code === "MissingQuotes"))
          result.tell({ row: row + 1, path: "", code: "openQuote", values: {} });
        if (!take(data.slice(0, MAX_COLUMNS))) parser.abort();
        if (row % ROWS_BETWEEN_TELLING === 0) onProgress?.(meta.cursor / body.length);
      } catch (error) {
        failed = error;
        parser.abort();
      }
    },
  });
  if (failed !== undefined) throw failed;
  if (result.rows > context.room)
    result.tell({ path: "", code: "tooManyRows", values: { length: result.rows, bound: context.room } });
  return result;
}
