import { parseScenario } from "../../scenario/parseScenario.ts";
import { type ProblemCode, quoteValue } from "../../scenario/problem.ts";
import { MAX_CUSTOM_SYSTEMS } from "../../scenario/limits.ts";
import type { CustomSystem } from "../../scenario/scenario.ts";
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
import { sameSystem } from "./sameSystem.ts";
import { readText } from "./readText.ts";
import { readXmlProlog } from "./xmlProlog.ts";

const MEGABYTE = 1024 * 1024;
/** ZIP's local file header. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
/** An old Excel workbook. */
const isOle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

function refused(code: ProblemCode, values: Record<string, string | number> = {}): ImportResult {
  const result = new ImportResult("unknown");
  result.report({ path: "", code, values });
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
  const result = new ImportResult("scenario");
  for (const problem of problems) result.report(problem);
  if (!scenario) return result;
  result.rows =
    scenario.launchPoints.length +
    new Set(problems.filter(({ path }) => path.startsWith("launchPoints[")).map(({ path }) => path.split("]")[0])).size;
  result.customSystems = customSystemsWithin(scenario.customSystems, context, result);
  const kept = new Set(result.customSystems.map(({ id }) => id));
  const gone = new Set(scenario.customSystems.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  scenario.launchPoints.forEach(({ id: _id, ...point }, index) => {
    if (result.drafts.length >= context.room) result.offered += 1;
    else result.take({ ...point, systems: point.systems.filter((id) => !gone.has(id)), row: index + 1 }, []);
  });
  result.reportOverflow(context);
  return Object.assign(result, { scenario });
}

/** The custom systems of a saved map that fit beside those of the current one; the rest are reported by name. */
function customSystemsWithin(systems: CustomSystem[], context: ImportContext, result: ImportResult): CustomSystem[] {
  let room = MAX_CUSTOM_SYSTEMS - context.customSystems.length;
  return systems.filter((system) => {
    if (context.customSystems.some((known) => sameSystem(known, system))) return true;
    room -= 1;
    if (room < 0)
      result.report({
        path: "",
        code: "tooManyRanges",
        values: { value: quoteValue(system.name), bound: MAX_CUSTOM_SYSTEMS },
      });
    return room >= 0;
  });
}

/** The kind of a text that begins with `<`: by its root element, otherwise by its contents or file name. */
function xmlKind(text: string, name: string): "kml" | "gpx" | undefined {
  const { root } = readXmlProlog(text);
  if (/^(?:kml|gpx)$/i.test(root)) return root.toLowerCase() as "kml" | "gpx";
  if (/<(?:[\w.-]+:)?Placemark[\s/>]/.test(text.slice(0, 4000)) || /\.kml$/i.test(name)) return "kml";
  return /\.gpx$/i.test(name) ? "gpx" : undefined;
}

/** A file with one of these extensions and the wrong contents is reported as such, which is more useful than "not a table". */
const FAULT_BY_NAME: [RegExp, ProblemCode, string][] = [
  [/\.(?:kmz|zip)$/i, "badZip", "no ZIP header"],
  [/\.(?:kml|gpx)$/i, "notXml", "no < at the beginning"],
  [/\.(?:geojson|json)$/i, "notJson", "no { at the beginning"],
];

function importText(text: string, name: string, context: ImportContext, onProgress?: OnProgress): Imported {
  const head = text.slice(0, 4000).trimStart();
  if (head === "" && text.trim() === "") return refused("emptyFile");
  if (head.startsWith("{") || head.startsWith("[")) return importJson(text, context, onProgress);
  if (head.startsWith("<")) {
    const kind = xmlKind(text, name);
    return kind ? importXml(text, kind, context, onProgress) : refused("unknownFile");
  }
  const fault = FAULT_BY_NAME.find(([ending]) => ending.test(name));
  if (fault) return refused(fault[1], { detail: fault[2] });
  // The only control characters in text are tabs and line ends.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(head)) return refused("unknownFile");
  return importTable(text, context, onProgress);
}

/**
 * Reads launch points from CSV, TSV, GeoJSON, KML, KMZ, GPX or one of our own scenarios. The format is detected from the contents, not the
 * name. Never throws because of a file's contents; an error thrown by `onProgress` is passed on.
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
  const reportProgress: OnProgress = (share) => {
    try {
      onProgress?.(Math.max(0, Math.min(1, share)));
    } catch (error) {
      thrown = true;
      throw error;
    }
  };
  try {
    if (!isZip(bytes)) return importText(readText(bytes), name, context, reportProgress);
    const opened = readKmz(bytes);
    if ("kml" in opened) {
      const imported = importXml(readText(opened.kml), "kmz", context, reportProgress);
      if (opened.others > 0)
        imported.report({ path: "", code: "otherKml", values: { count: opened.others, value: opened.name } });
      return imported;
    }
    const result = new ImportResult("kmz");
    result.report(opened.problem);
    return result;
  } catch (error) {
    if (thrown) throw error;
    // Our own code is not expected to throw, but a parser may, given a malformed file.
    return refused("notXml", { detail: error instanceof Error ? error.message.slice(0, 200) : String(error) });
  }
}
