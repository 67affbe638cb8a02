import { gpxGen, kmlGen } from "@tmcw/togeojson";
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { createFeatureTaker, tellTooMany } from "./importFeatures.ts";
import { type ImportContext, type ImportKind, ImportResult, type OnProgress } from "./imported.ts";

/** Neither KML nor GPX has a document type; entities are how a small file becomes a huge one. */
const DECLARATIONS = /<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;
/** Parsing is the larger half of the work. */
const PARSED_SHARE = 0.5;

function folderOf(placemark: Element): string | undefined {
  for (let parent = placemark.parentNode; parent; parent = parent.parentNode) {
    if (parent.nodeName !== "Folder") continue;
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeName === "name") return child.textContent?.trim() || undefined;
    }
  }
  return undefined;
}

/** @throws {Error} with the parser's own words when the text is not well-formed */
function parseXml(text: string): Document {
  let first: string | undefined;
  try {
    return new DOMParser({
      onError(level, message) {
        if (level === "warning") return;
        first ??= message;
        throw new Error(message);
      },
    }).parseFromString(text, "text/xml");
  } catch (error) {
    // The parser wraps what it is thrown.
    throw first === undefined ? error : new Error(first, { cause: error });
  }
}

/**
 * Reads KML or GPX. Placemarks, waypoints, routes and tracks become launch points; a KML folder becomes a group.
 * What points elsewhere (network links, overlays) is not followed.
 */
export function importXml(
  text: string,
  kind: Extract<ImportKind, "kml" | "kmz" | "gpx">,
  context: ImportContext,
  onProgress?: OnProgress,
): ImportResult {
  const result = new ImportResult(kind);
  if (DECLARATIONS.test(text)) {
    result.tell({ path: "", code: "xmlDoctype", values: {} });
    return result;
  }
  let document: Document;
  try {
    document = parseXml(text.replace(/^[\s\uFEFF]+/, ""));
  } catch (error) {
    result.tell({
      path: "",
      code: "notXml",
      values: {
        detail:
          String(error instanceof Error ? error.message : error)
            .split("\n")[0]
            ?.slice(0, 200) ?? "",
      },
    });
    return result;
  }
  onProgress?.(PARSED_SHARE);
  const take = createFeatureTaker(context, result, (share) => onProgress?.(PARSED_SHARE + share * (1 - PARSED_SHARE)));
  const placemarks = kind === "gpx" ? [] : [...document.getElementsByTagName("Placemark")];
  const total = kind === "gpx" ? tellWithoutPosition(document, result) : placemarks.length;
  const counts = new Map<string, number>();
  let index = 0;
  for (const feature of kind === "gpx" ? gpxGen(document) : kmlGen(document)) {
    const placemark = placemarks[index];
    // Ground overlays come after the placemarks, and are pictures.
    if (kind !== "gpx" && !placemark) break;
    const group = placemark ? folderOf(placemark) : undefined;
    // The colour of a KML line or icon is its author's styling, not a word about the launch point.
    const { stroke: _stroke, ...properties } = (feature.properties ?? {}) as Record<string, unknown>;
    const tag =
      kind !== "gpx" ? "Placemark" : typeof properties["_gpxType"] === "string" ? properties["_gpxType"] : "wpt";
    const count = counts.get(tag) ?? 0;
    counts.set(tag, count + 1);
    take(
      { geometry: feature.geometry, properties, path: `${tag}[${count}]`, ...(group !== undefined && { group }) },
      index / total,
    );
    index += 1;
  }
  if (total === 0) {
    const linked = document.getElementsByTagName("NetworkLink").length > 0;
    result.tell({ path: "", code: linked ? "networkLink" : "noPosition", values: {} });
  }
  tellTooMany(context, result);
  return result;
}

/** The converter passes over waypoints without a position, and lines without points: they are told here. Returns how many there are in all. */
function tellWithoutPosition(document: Document, result: ImportResult): number {
  const POINTS = { wpt: "", rte: "rtept", trk: "trkpt" } as const;
  let total = 0;
  for (const [tag, inside] of Object.entries(POINTS)) {
    [...document.getElementsByTagName(tag)].forEach((element, index) => {
      total += 1;
      const points = inside === "" ? [element] : [...element.getElementsByTagName(inside)];
      if (points.some((point) => point.getAttribute("lat") && point.getAttribute("lon"))) return;
      result.rows += 1;
      result.tell({ path: `${tag}[${index}]`, code: "noPosition", values: {} });
    });
  }
  return total;
}
