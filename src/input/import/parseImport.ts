import { parseScenario } from "../../scenario/parseScenario.ts";
import { importGeoJson, isGeoJson } from "./importGeoJson.ts";
import {
  type ImportContext,
  type Imported,
  type ImportFile,
  ImportResult,
  MAX_FILE_MB,
  type OnProgress,
} from "./imported.ts";
import { importTable } from "./importTable.ts";
import { importXml } from "./importXml.ts";
import { readKmz } from "./readKmz.ts";
import { readText } from "./readText.ts";

const MEGABYTE = 1024 * 1024;
/** ZIP's local file header. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
/** An old Excel workbook. */
const isOle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

function refused(
  code: Imported["problems"][number]["code"],
  values: Record<string, string | number> = {},
): ImportResult {
  const result = new ImportResult("unknown");
  result.tell({ path: "", code, values });
  return result;
}

function importJson(text: string, context: ImportContext, onProgress?: OnProgress): Imported {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused("notJson", { detail: error instanceof Error ? error.message.slice(0, 200) : String(error) });
  }
  if (isGeoJson(json)) return importGeoJson(json, context, onProgress);
  const { scenario, problems } = parseScenario(
    json,
    context.systems.map(({ id }) => id),
  );
  const looksOurs = typeof json === "object" && json !== null && "launchPoints" in json;
  if (!scenario && !looksOurs) return refused("unknownFile");
  const result: Imported = new ImportResult("scenario");
  result.problems = problems;
  result.problemCount = problems.length;
  if (!scenario) return result;
  result.scenario = scenario;
  result.rows =
    scenario.launchPoints.length +
    new Set(problems.filter(({ path }) => path.startsWith("launchPoints[")).map(({ path }) => path.split("]")[0])).size;
  result.customSystems = scenario.customSystems;
  result.drafts = scenario.launchPoints
    .slice(0, context.room)
    .map(({ id: _id, ...point }, index) => Object.assign(point, { row: index + 1 }));
  return result;
}

function importText(text: string, name: string, context: ImportContext, onProgress?: OnProgress): Imported {
  const head = text.slice(0, 4000).trimStart();
  if (head === "" && text.trim() === "") return refused("emptyFile");
  if (head.startsWith("{") || head.startsWith("[")) return importJson(text, context, onProgress);
  if (head.startsWith("<")) {
    const kind = /<(?:\w+:)?gpx[\s/>]/i.test(head)
      ? "gpx"
      : /<(?:\w+:)?kml[\s/>]|<Placemark/i.test(head)
        ? "kml"
        : /\.gpx$/i.test(name)
          ? "gpx"
          : /\.kml$/i.test(name)
            ? "kml"
            : undefined;
    return kind ? importXml(text, kind, context, onProgress) : refused("unknownFile");
  }
  // Text has no control characters but tabs and line ends.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(head)) return refused("unknownFile");
  return importTable(text, context, onProgress);
}

/**
 * Reads launch points out of a file that any program wrote: CSV, TSV, GeoJSON, KML, KMZ, GPX or our own scenario. What it is, is told by
 * what is in it, not by its name. Never throws on what a file holds; only what `onProgress` throws comes through.
 */
export function parseImport(file: ImportFile, context: ImportContext, onProgress?: OnProgress): Imported {
  const imported = readImport(file, context, onProgress);
  const isSilent = imported.drafts.length === 0 && imported.problemCount === 0 && imported.scenario === undefined;
  return isSilent
    ? { ...imported, problems: [{ path: "", code: "nothingFound", values: {} }], problemCount: 1 }
    : imported;
}

function readImport({ name, bytes }: ImportFile, context: ImportContext, onProgress?: OnProgress): Imported {
  if (bytes.length === 0) return refused("emptyFile");
  if (bytes.length > MAX_FILE_MB * MEGABYTE)
    return refused("fileTooBig", { length: Math.round((bytes.length / MEGABYTE) * 10) / 10, bound: MAX_FILE_MB });
  if (isOle(bytes)) return refused("workbook");
  let thrown = false;
  const tell: OnProgress = (share) => {
    try {
      onProgress?.(Math.max(0, Math.min(1, share)));
    } catch (error) {
      thrown = true;
      throw error;
    }
  };
  try {
    if (!isZip(bytes)) return importText(readText(bytes), name, context, tell);
    const opened = readKmz(bytes);
    if ("kml" in opened) return importXml(readText(opened.kml), "kmz", context, tell);
    const result = new ImportResult("kmz");
    result.tell(opened.problem);
    return result;
  } catch (error) {
    if (thrown) throw error;
    // Nothing of ours is known to throw; a parser on some strange file may.
    return refused("notXml", { detail: error instanceof Error ? error.message.slice(0, 200) : String(error) });
  }
}
