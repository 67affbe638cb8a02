import { DECIMAL_MARKS, readNumberBothWays } from "../../i18n/parseNumber.ts";
import { quoteValue } from "../../scenario/problem.ts";
import { parseCoordinates } from "../coordinates/coordinates.ts";
import { cleanText } from "./draftFields.ts";
import type { Field } from "./fieldNames.ts";
import type { ImportResult } from "./imported.ts";
import { type Columns, MAX_CELL, readDegrees } from "./tableColumns.ts";

/** Cells of a row, with the names of their columns for problem reports. */
export interface TableRow {
  row: number;
  cells: readonly string[];
  columns: Columns;
  headers: readonly string[];
}

const AXES = { lat: 90, lng: 180 } as const;

/** UTM eastings lie around 500,000 m, which distinguishes `324,182` from 324.182. */
const isEasting = (metres: number): boolean => metres >= 100_000 && metres < 1_000_000;

/** Reads an easting and a northing by the only decimal mark that makes them valid; returns them unchanged if neither or both do. */
function readMetres(easting: string, northing: string): [string, string] {
  const [e, n] = [readNumberBothWays(easting), readNumberBothWays(northing)];
  const pairs = DECIMAL_MARKS.flatMap((mark): [number, number][] => {
    const [east, north] = [e[mark], n[mark]];
    return east !== undefined && north !== undefined && isEasting(east) ? [[east, north]] : [];
  });
  const distinct = new Map(pairs.map((pair) => [pair.join(" "), pair]));
  const [only] = distinct.values();
  return distinct.size === 1 && only ? [String(only[0]), String(only[1])] : [easting, northing];
}

/** Reads a position from the cells of a row; reports a problem and returns null if they are invalid. */
export function placeRow({ row, cells, columns, headers }: TableRow, result: ImportResult): [number, number] | null {
  const cell = (field: Field): string => cleanText(cells[columns[field] ?? -1]).slice(0, MAX_CELL + 1);
  const header = (field: Field): string => headers[columns[field] ?? -1] ?? "";
  let text = "";
  let path = "";
  if (columns.lat !== undefined && columns.lng !== undefined) {
    const [lat, lng] = [cell("lat"), cell("lng")];
    if (lat !== "" && lng !== "") {
      const values = { lat: readDegrees(lat), lng: readDegrees(lng) };
      if (Number.isFinite(values.lat) && Number.isFinite(values.lng)) {
        for (const axis of ["lat", "lng"] as const) {
          if (Math.abs(values[axis]) <= AXES[axis]) continue;
          result.report({
            row,
            path: header(axis),
            code: axis === "lat" ? "latitude" : "longitude",
            values: { value: axis === "lat" ? lat : lng },
          });
          return null;
        }
        return [values.lng, values.lat];
      }
      // The labels prevent a latitude of 95 from being interpreted as a longitude.
      text = `lat ${lat}; lng ${lng}`;
      path = `${header("lat")}, ${header("lng")}`;
    } else if (lat !== "" || lng !== "") {
      result.report({ row, path: header(lat === "" ? "lat" : "lng"), code: "noPosition", values: {} });
      return null;
    }
  }
  if (text === "" && columns.position !== undefined) {
    text = cell("position");
    path = header("position");
  }
  if (text === "" && columns.easting !== undefined && columns.northing !== undefined && columns.zone !== undefined) {
    if (cell("easting") !== "") {
      const [easting, northing] = readMetres(cell("easting"), cell("northing"));
      text = `utm ${cell("zone")} ${easting} ${northing}`;
    }
    path = `${header("zone")}, ${header("easting")}, ${header("northing")}`;
  }
  if (text === "") {
    result.report({ row, path: "", code: "noPosition", values: {} });
    return null;
  }
  const read = parseCoordinates(text);
  if (read && !("problem" in read)) return read.lngLat;
  const shown = text.replace(/^lat (.*); lng /, "$1; ");
  result.report(
    read ? { row, ...read.problem, path } : { row, path, code: "notCoordinates", values: { value: quoteValue(shown) } },
  );
  return null;
}
