import { quoteValue } from "../../scenario/problem.ts";
import { createFeatureImporter } from "./importFeatures.ts";
import { type ImportContext, ImportResult, type OnProgress } from "./imported.ts";
import { settleRanges } from "./rangeCells.ts";

const GEOMETRIES = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);
/** Names of WGS84 in the `crs` member of GeoJSON before RFC 7946, as written by QGIS and OGR. */
const WGS84 = /CRS84|EPSG:{1,2}4326|^WGS\s?84$/i;

type Loose = Record<string, unknown>;
const isRecord = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const propertiesOf = (feature: Loose): Loose => (isRecord(feature["properties"]) ? feature["properties"] : {});

function crsName(json: Loose): string | undefined {
  const crs = json["crs"];
  if (!isRecord(crs)) return undefined;
  const properties = crs["properties"];
  return isRecord(properties) && typeof properties["name"] === "string" ? properties["name"] : quoteValue(crs);
}

/** Whether a JSON value has a GeoJSON type. */
export function isGeoJson(json: unknown): json is Loose {
  if (!isRecord(json)) return false;
  const type = String(json["type"]);
  return type === "FeatureCollection" || type === "Feature" || GEOMETRIES.has(type);
}

/** Reads a GeoJSON collection, feature or bare geometry. Points, lines and areas become launch points; multi-geometries are split. */
export function importGeoJson(json: Loose, context: ImportContext, onProgress?: OnProgress): ImportResult {
  const result = new ImportResult("geojson");
  const crs = crsName(json);
  if (crs !== undefined && !WGS84.test(crs)) {
    result.report({ path: "crs", code: "geoSystem", values: { value: quoteValue(crs) } });
    return result;
  }
  const take = createFeatureImporter(context, result, onProgress);
  if (json["type"] === "FeatureCollection") {
    const { features } = json;
    if (!Array.isArray(features)) {
      result.report({ path: "features", code: "type", values: { expected: "array", value: quoteValue(features) } });
      return result;
    }
    features.forEach((feature: unknown, index) => {
      const path = `features[${index}]`;
      if (isRecord(feature))
        take(
          {
            geometry: feature["type"] === "Feature" ? feature["geometry"] : feature,
            properties: propertiesOf(feature),
            path,
          },
          index / features.length,
        );
      else {
        result.rows += 1;
        result.report({
          row: result.rows,
          path,
          code: "type",
          values: { expected: "object", value: quoteValue(feature) },
        });
      }
    });
  } else if (json["type"] === "Feature")
    take({ geometry: json["geometry"], properties: propertiesOf(json), path: "feature" }, 1);
  else take({ geometry: json, properties: {}, path: "geometry" }, 1);
  result.reportOverflow(context);
  settleRanges(result.ranges, result, context);
  return result;
}
