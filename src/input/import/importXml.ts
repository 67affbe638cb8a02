import { gpxGen, kmlGen } from "@tmcw/togeojson";
import { DOMParser, type Document } from "@xmldom/xmldom";
import type { Geometry } from "geojson";
import { quoteValue } from "../../scenario/problem.ts";
import { createFeatureImporter } from "./importFeatures.ts";
import { type ImportContext, type ImportKind, ImportResult, type OnProgress } from "./imported.ts";
import { settleRanges } from "./rangeCells.ts";
import { readXmlContent, type XmlFeature } from "./xmlFeatures.ts";
import { readXmlProlog } from "./xmlProlog.ts";

/** Share of the progress bar for parsing, which takes about half the time. */
const PARSED_SHARE = 0.5;

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
    // The parser wraps exceptions thrown by its error handler.
    throw first === undefined ? error : new Error(first, { cause: error });
  }
}

/** Number of geometries that a feature was converted to, counting each ring of a polygon separately. */
function countGeometries(geometry: Geometry | null): number {
  if (!geometry) return 0;
  if (geometry.type === "GeometryCollection")
    return geometry.geometries.reduce((sum, inner) => sum + countGeometries(inner), 0);
  return geometry.type === "Polygon" || geometry.type === "MultiLineString" ? geometry.coordinates.length : 1;
}

/** Whether the converter outputs a GPX feature: it skips waypoints without a position and lines of fewer than two positions. */
const isConverted = ({ tag, segments }: XmlFeature): boolean =>
  segments.some((positions) => positions >= (tag === "wpt" ? 1 : 2));

/**
 * Reads KML or GPX. Placemarks, waypoints, routes and tracks become launch points; a KML folder becomes a group.
 * Network links and overlays are not followed, only counted.
 */
export function importXml(
  text: string,
  kind: Extract<ImportKind, "kml" | "kmz" | "gpx">,
  context: ImportContext,
  onProgress?: OnProgress,
): ImportResult {
  const result = new ImportResult(kind);
  // KML and GPX need no document type, and the entities in one can expand a small file to a huge one.
  if (readXmlProlog(text).hasDoctype) {
    result.report({ path: "", code: "xmlDoctype", values: {} });
    return result;
  }
  let document: Document;
  try {
    document = parseXml(text.replace(/^[\s\uFEFF]+/, ""));
  } catch (error) {
    const detail = String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
    result.report({ path: "", code: "notXml", values: { detail: detail.slice(0, 200) } });
    return result;
  }
  onProgress?.(PARSED_SHARE);
  const content = readXmlContent(document, kind === "gpx" ? "gpx" : "kml");
  if (!content) {
    result.report({ path: "", code: "xmlTooDeep", values: {} });
    return result;
  }
  const { features, others } = content;
  const take = createFeatureImporter(context, result, (share) =>
    onProgress?.(PARSED_SHARE + share * (1 - PARSED_SHARE)),
  );
  const pathOf = ({ tag, index }: XmlFeature) => `${tag}[${index}]`;
  for (const feature of features) {
    if (kind !== "gpx" || isConverted(feature)) continue;
    result.rows += 1;
    result.report({ path: pathOf(feature), code: "noPosition", values: {} });
  }
  const converted = kind === "gpx" ? features.filter(isConverted) : features;
  const made = kind === "gpx" ? gpxGen(document) : kmlGen(document);
  let done = 0;
  for (const feature of converted) {
    const next = made.next();
    if (next.done) break;
    const { geometry } = next.value as { geometry: Geometry | null };
    // The colour of a KML line or icon is the file's styling, not a property of the launch point.
    const { stroke: _stroke, ...properties } = (next.value.properties ?? {}) as Record<string, unknown>;
    const path = pathOf(feature);
    const row = result.rows + 1;
    const { badPositions: count, badPosition } = feature;
    if (count > 0 && geometry)
      result.report({ row, kept: true, path, code: "badPositions", values: { count, value: quoteValue(badPosition) } });
    const left = (kind === "gpx" ? feature.segments.length : feature.geometries) - countGeometries(geometry);
    if (left > 0 && geometry) result.report({ row, kept: true, path, code: "partsLeftOut", values: { count: left } });
    take(
      { geometry, properties, path, ...(feature.group !== undefined && { group: feature.group }) },
      done / converted.length,
    );
    done += 1;
  }
  const list = [...others].map(([name, count]) => `${name} × ${count}`).join(", ");
  if (features.length === 0)
    result.report({ path: "", code: others.has("NetworkLink") ? "networkLink" : "noPosition", values: {} });
  else if (list !== "") result.report({ path: "", code: "notPlaces", values: { value: list } });
  result.reportOverflow(context);
  settleRanges(result.ranges, result, context);
  return result;
}
