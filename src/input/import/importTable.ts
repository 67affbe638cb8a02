import Papa from "papaparse";
import { quoteValue } from "../../scenario/problem.ts";
import { indexSystems, readDraftFields, type Word } from "./draftFields.ts";
import { findFields } from "./fieldNames.ts";
import { type ImportContext, ImportResult, type OnProgress } from "./imported.ts";
import { placeRow } from "./placeRow.ts";
import { settleRanges } from "./rangeCells.ts";
import { readListLine } from "./readListLine.ts";
import {
  canPlace,
  type Columns,
  findDelimiter,
  findPosition,
  fits,
  guessColumns,
  hasSplitNumbers,
} from "./tableColumns.ts";

const MAX_COLUMNS = 500;
const ROWS_BETWEEN_REPORTS = 500;
/** A table or list may have titles and notes above it; with more rows than this before the data, the text is neither. */
const MAX_ROWS_ABOVE = 10;

/** Imports the rows of a table one by one. The first is a header that names the columns, or is itself a launch point. */
function createRowImporter(delimiter: string, context: ImportContext, result: ImportResult) {
  const systems = indexSystems(context);
  let headers: string[] | undefined;
  let headerRow = 0;
  let columns: Columns | undefined;
  const above: { row: number; cells: string[] }[] = [];
  const seenMarks = { point: false, comma: false };

  const readLine = (cells: readonly string[]) => readListLine(cells.join(delimiter));
  const isLine = (cells: readonly string[]): boolean => {
    const line = readLine(cells);
    return line !== null && !("problem" in line.read);
  };

  const reportNoColumns = (row: number, cells: readonly string[]) =>
    result.report({ row, path: "", code: "noColumns", values: { value: quoteValue(cells.slice(0, 12).join(" · ")) } });

  /** Whether a row is a header or unreadable; undefined for a launch point. */
  const takeHeader = (cells: string[], row: number): "header" | "unreadable" | undefined => {
    const named = findFields(cells);
    // One known name makes a header, even without a position, which may be in a column whose name is unknown.
    if (canPlace(named) || (Object.keys(named).length > 0 && findPosition(cells) < 0 && !isLine(cells))) {
      columns = named;
      headers = cells.map((cell) => cell.trim());
      headerRow = row;
      return "header";
    }
    const guessed = guessColumns(cells);
    if (!canPlace(guessed) && !isLine(cells)) return "unreadable";
    columns = guessed;
    return undefined;
  };

  /** Reports the problem of each row above the first readable one. */
  const reportAbove = () => {
    for (const { row, cells } of above.splice(0)) {
      const read = readLine(cells)?.read;
      result.rows += 1;
      result.report(
        read && "problem" in read
          ? { row, ...read.problem, path: "" }
          : { row, path: "", code: "noPosition", values: {} },
      );
    }
  };

  /** Whether there are several columns but nothing that resembles a launch point, so that the columns are the problem to report. */
  const isNoTable = (): boolean => {
    const [first] = above;
    return first !== undefined && first.cells.length > 1 && above.every(({ cells }) => readLine(cells) === null);
  };

  const takeTableRow = (cells: string[], row: number, known: Columns) => {
    const placed = placeRow({ row, cells, columns: known, headers: headers ?? [] }, result);
    if (!placed) return;
    const used = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (headers && used > headers.length)
      result.report({ row, kept: true, path: "", code: "extraCells", values: { length: used, bound: headers.length } });
    for (const index of [known.lat, known.lng]) {
      seenMarks.point ||= /\d\.\d/.test(cells[index ?? -1] ?? "");
      seenMarks.comma ||= /\d,\d/.test(cells[index ?? -1] ?? "");
    }
    const { name, systems: ofSystems, range, group, color } = known;
    const word = (index: number | undefined): Word | undefined =>
      index === undefined ? undefined : { column: headers?.[index] ?? "", text: cells[index] ?? "" };
    const { fields, ranges } = readDraftFields(
      {
        row,
        name: name === undefined ? undefined : cells[name],
        systems: word(ofSystems),
        range: word(range),
        group: group === undefined ? undefined : cells[group],
        color: word(color),
      },
      systems,
      result,
    );
    result.take({ ...fields, geometry: { type: "Point", coordinates: placed } }, ranges);
  };

  /** @returns false when reading the remaining rows is pointless */
  const take = (cells: string[], row: number): boolean => {
    if (cells.every((cell) => cell.trim() === "")) return true;
    if (columns === undefined) {
      if (cells.length > MAX_COLUMNS)
        result.report({ path: "", code: "tooManyColumns", values: { length: cells.length, bound: MAX_COLUMNS } });
      const taken = takeHeader(cells.slice(0, MAX_COLUMNS), row);
      if (taken === "unreadable") {
        above.push({ row, cells });
        if (above.length < MAX_ROWS_ABOVE) return true;
        if (isNoTable()) return false;
        columns = {};
      }
      reportAbove();
      if (taken !== undefined) return true;
    }
    const known = columns ?? {};
    if (headers && !canPlace(known)) {
      const position = findPosition(cells.slice(0, MAX_COLUMNS));
      if (position >= 0) {
        if (known.name === position) delete known.name;
        known.position = position;
      } else if (isLine(cells)) {
        // The supposed header was a title that happens to contain a column name.
        result.rows += 1;
        result.report({ row: headerRow, path: "", code: "noPosition", values: {} });
        headers = undefined;
      } else {
        reportNoColumns(headerRow, headers);
        return false;
      }
    }
    result.rows += 1;
    if (result.drafts.length >= context.room) {
      result.offered += 1;
      return true;
    }
    if (delimiter === "," && hasSplitNumbers(cells, known, headers?.length)) {
      result.report({ row, path: "", code: "decimalComma", values: { value: quoteValue(cells.join(delimiter)) } });
      return true;
    }
    // Without a header, rows need not share the same columns: a row that does not fit is read as a line of a list.
    const isTableRow = headers !== undefined || (canPlace(known) && fits(cells, known));
    const line = isTableRow ? null : readLine(cells);
    if (!line) takeTableRow(cells, row, known);
    else if ("problem" in line.read) result.report({ row, ...line.read.problem, path: "" });
    else {
      const { fields } = readDraftFields({ row, name: line.name }, systems, result);
      result.take({ ...fields, geometry: { type: "Point", coordinates: line.read.lngLat } }, []);
    }
    return true;
  };

  const finish = () => {
    const [first] = above;
    if (first && isNoTable()) reportNoColumns(first.row, first.cells);
    else reportAbove();
    if (headers && columns && !canPlace(columns) && result.problemCount === 0) reportNoColumns(headerRow, headers);
    result.reportOverflow(context);
    // Decimal points in degrees prove nothing, since people copy them from maps. Decimal commas come from a program that uses commas throughout.
    settleRanges(result.ranges, result, context, seenMarks.comma && !seenMarks.point ? "," : undefined);
  };
  return { take, finish };
}

/** Reads a table of launch points, one row per point, with or without a header row. Never throws. */
export function importTable(text: string, context: ImportContext, onProgress?: OnProgress): ImportResult {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? findDelimiter(body);
  const result = new ImportResult(delimiter === "\t" ? "tsv" : "csv");
  const { take, finish } = createRowImporter(delimiter, context, result);
  let row = declared ? 1 : 0;
  let failed: unknown;
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      try {
        row += 1;
        if (errors.some((error) => error.code === "MissingQuotes"))
          result.report({ row, path: "", code: "openQuote", values: {} });
        if (!take(data, row)) parser.abort();
        if (row % ROWS_BETWEEN_REPORTS === 0) onProgress?.(meta.cursor / body.length);
      } catch (error) {
        failed = error;
        parser.abort();
      }
    },
  });
  if (failed !== undefined) throw failed;
  finish();
  return result;
}
