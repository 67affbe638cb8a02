import type { Geometry } from "geojson";
import { quoteValue, toProblems } from "../../scenario/problem.ts";
import { type LaunchGeometry, LaunchGeometrySchema } from "../../scenario/scenario.ts";
import { indexSystems, readDraftFields, type Word } from "./draftFields.ts";
import { findFields } from "./fieldNames.ts";
import type { ImportContext, ImportResult, OnProgress } from "./imported.ts";

/** A GeoJSON feature that has not been validated. */
export interface LooseFeature {
  geometry: unknown;
  properties: Record<string, unknown>;
  /** The name of the KML folder. */
  group?: string;
  path: string;
}

const FEATURES_BETWEEN_REPORTS = 250;
const MAX_NESTING = 20;
const MAX_SIGNATURES = 1000;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `[lng, lat, height…]` to `[lng, lat]`, at any depth of rings and lines. */
function withoutHeights(coordinates: unknown, depth: number): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  return depth === 0 ? coordinates.slice(0, 2) : coordinates.map((inner: unknown) => withoutHeights(inner, depth - 1));
}

const DEPTHS = new Map([
  ["Point", 0],
  ["LineString", 1],
  ["Polygon", 2],
]);
const PARTS = new Map([
  ["MultiPoint", "Point"],
  ["MultiLineString", "LineString"],
  ["MultiPolygon", "Polygon"],
]);

interface Part {
  type: string;
  coordinates: unknown;
}

/**
 * Splits multi-geometries and collections into simple geometries, which are appended to `parts`.
 *
 * @returns how many members were skipped because they are nested too deeply or are not geometries
 */
function splitGeometry(geometry: unknown, parts: Part[], nesting = 0): number {
  if (!isRecord(geometry) || nesting > MAX_NESTING) return 1;
  const { type, coordinates, geometries } = geometry as Partial<Geometry> & {
    coordinates?: unknown;
    geometries?: unknown;
  };
  if (type === "GeometryCollection") {
    if (!Array.isArray(geometries)) return 1;
    return geometries.reduce((left: number, inner: unknown) => left + splitGeometry(inner, parts, nesting + 1), 0);
  }
  const single = PARTS.get(String(type));
  if (single === undefined) parts.push({ type: String(type), coordinates });
  else if (!Array.isArray(coordinates)) return 1;
  else for (const inner of coordinates) parts.push({ type: single, coordinates: inner });
  return 0;
}

/** Returns a function that imports the features of a file one by one. It never throws because of their contents. */
export function createFeatureImporter(context: ImportContext, result: ImportResult, onProgress?: OnProgress) {
  const systems = indexSystems(context);
  // Cached by property names, because most features of a file have the same ones.
  const fieldsOf = new Map<string, ReturnType<typeof findFields>>();
  const wordOf = (properties: Record<string, unknown>, keys: string[], index: number | undefined): Word | undefined => {
    const column = keys[index ?? -1];
    const value = column === undefined ? undefined : properties[column];
    if (column === undefined || value === null || value === undefined) return undefined;
    const text = Array.isArray(value)
      ? value.filter((item) => typeof item !== "object").join(";")
      : typeof value === "object"
        ? ""
        : String(value as string | number | boolean);
    return { column, text, ...(typeof value === "number" && { number: value }) };
  };

  return (feature: LooseFeature, share: number): void => {
    result.rows += 1;
    const row = result.rows;
    if (row % FEATURES_BETWEEN_REPORTS === 0) onProgress?.(share);
    const { properties } = feature;
    const { kind } = properties;
    // Skip the ranges in our own exports: they are drawn from launch points in the same file.
    if (
      (kind === "ring" || kind === "band" || kind === "coverage") &&
      ("system" in properties || "rangeKm" in properties)
    ) {
      result.report({ row, path: "", code: "drawnRange", values: { value: quoteValue(properties["name"] ?? kind) } });
      return;
    }
    const path = `${feature.path}.geometry`;
    const parts: Part[] = [];
    const left = splitGeometry(feature.geometry, parts);
    if (parts.length === 0) {
      result.report({ row, path, code: "noPosition", values: {} });
      return;
    }
    if (left > 0) result.report({ row, kept: true, path, code: "partsLeftOut", values: { count: left } });
    if (result.drafts.length >= context.room) {
      result.offered += parts.length;
      return;
    }
    const keys = Object.keys(properties);
    const signature = keys.join("\n");
    const columns = fieldsOf.get(signature) ?? findFields(keys);
    if (fieldsOf.size < MAX_SIGNATURES) fieldsOf.set(signature, columns);
    const { fields, ranges } = readDraftFields(
      {
        row,
        name: wordOf(properties, keys, columns.name)?.text,
        systems: wordOf(properties, keys, columns.systems),
        range: kind === "launchPoint" ? undefined : wordOf(properties, keys, columns.range),
        group: wordOf(properties, keys, columns.group)?.text ?? feature.group,
        color: wordOf(properties, keys, columns.color),
      },
      systems,
      result,
      parts.length > 1 ? ` (${parts.length})`.length : 0,
    );
    parts.forEach((part, index) => {
      if (result.drafts.length >= context.room) {
        result.offered += 1;
        return;
      }
      const geometry = readPart(part, row, path, result);
      if (!geometry) return;
      const name = parts.length > 1 && fields.name !== "" ? `${fields.name} (${index + 1})` : fields.name;
      result.take({ ...fields, name, geometry }, ranges);
    });
  };
}

/** Validates a launch geometry; reports an invalid one and returns undefined. */
function readPart(part: Part, row: number, path: string, result: ImportResult): LaunchGeometry | undefined {
  const depth = DEPTHS.get(part.type);
  if (depth === undefined) {
    result.report({ row, path, code: "geometryType", values: { value: quoteValue(part.type) } });
    return undefined;
  }
  const input = { type: part.type, coordinates: withoutHeights(part.coordinates, depth) };
  if (Array.isArray(input.coordinates) && input.coordinates.length === 0) {
    result.report({ row, path, code: "noPosition", values: {} });
    return undefined;
  }
  const parsed = LaunchGeometrySchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [problem] = toProblems(parsed.error, input);
  if (problem) result.report({ row, ...problem, path: problem.path === "" ? path : `${path}.${problem.path}` });
  return undefined;
}
