import type { Geometry } from "geojson";
import { quoteValue, toProblems } from "../../scenario/problem.ts";
import { type LaunchGeometry, LaunchGeometrySchema } from "../../scenario/scenario.ts";
import { indexSystems, readDraftFields, type Word } from "./draftFields.ts";
import { findFields } from "./fieldNames.ts";
import type { ImportContext, ImportResult, OnProgress } from "./imported.ts";

/** A feature as GeoJSON has it, of which nothing is sure yet. */
export interface LooseFeature {
  geometry: unknown;
  properties: Record<string, unknown>;
  /** Of a KML folder. */
  group?: string;
  path: string;
}

const FEATURES_BETWEEN_TELLING = 250;
const MAX_PARTS = 1000;
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

/** The simple geometries that a geometry is made of: multi-geometries and collections come apart. */
function partsOf(geometry: unknown, nesting = 0): { type: string; coordinates: unknown }[] {
  if (!isRecord(geometry) || nesting > MAX_NESTING) return [];
  const { type, coordinates, geometries } = geometry as Partial<Geometry> & {
    coordinates?: unknown;
    geometries?: unknown;
  };
  if (type === "GeometryCollection")
    return Array.isArray(geometries)
      ? geometries.flatMap((inner: unknown) => partsOf(inner, nesting + 1)).slice(0, MAX_PARTS)
      : [];
  const single = PARTS.get(String(type));
  if (single !== undefined)
    return Array.isArray(coordinates)
      ? coordinates.slice(0, MAX_PARTS).map((inner: unknown) => ({ type: single, coordinates: inner }))
      : [];
  return [{ type: String(type), coordinates }];
}

/** Takes the features of a file one by one. Never throws on what they hold. */
export function createFeatureTaker(context: ImportContext, result: ImportResult, onProgress?: OnProgress) {
  const byKey = indexSystems(context);
  // Most features of a file have the same properties.
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
    return { column, text };
  };

  return (feature: LooseFeature, share: number): void => {
    result.rows += 1;
    const row = result.rows;
    if (row % FEATURES_BETWEEN_TELLING === 0) onProgress?.(share);
    if (result.drafts.length >= context.room) return;
    const { properties } = feature;
    const { kind } = properties;
    // The ranges of our own exports, drawn from launch points that are in the same file.
    if (
      (kind === "ring" || kind === "band" || kind === "coverage") &&
      ("system" in properties || "rangeKm" in properties)
    ) {
      result.tell({ row, path: "", code: "drawnRange", values: { value: quoteValue(properties["name"] ?? kind) } });
      return;
    }
    const parts = partsOf(feature.geometry);
    if (parts.length === 0) {
      result.tell({ row, path: `${feature.path}.geometry`, code: "noPosition", values: {} });
      return;
    }
    const keys = Object.keys(properties).slice(0, 500);
    const signature = keys.join("\n");
    const columns = fieldsOf.get(signature) ?? findFields(keys);
    if (fieldsOf.size < MAX_SIGNATURES) fieldsOf.set(signature, columns);
    const fields = readDraftFields(
      {
        row,
        name: wordOf(properties, keys, columns.name)?.text,
        systems: wordOf(properties, keys, columns.systems),
        range: kind === "launchPoint" ? undefined : wordOf(properties, keys, columns.range),
        group: wordOf(properties, keys, columns.group)?.text ?? feature.group,
        color: wordOf(properties, keys, columns.color),
      },
      byKey,
      result,
    );
    parts.forEach(({ type, coordinates }, index) => {
      if (result.drafts.length >= context.room) return;
      const depth = DEPTHS.get(type);
      const path = `${feature.path}.geometry`;
      if (depth === undefined) {
        result.tell({ row, path, code: "geometryType", values: { value: quoteValue(type) } });
        return;
      }
      const input = { type, coordinates: withoutHeights(coordinates, depth) };
      if (Array.isArray(input.coordinates) && input.coordinates.length === 0) {
        result.tell({ row, path, code: "noPosition", values: {} });
        return;
      }
      const parsed = LaunchGeometrySchema.safeParse(input);
      if (!parsed.success) {
        const [problem] = toProblems(parsed.error, input);
        if (problem) result.tell({ row, ...problem, path: problem.path === "" ? path : `${path}.${problem.path}` });
        return;
      }
      const name = parts.length > 1 && fields.name !== "" ? `${fields.name.slice(0, 190)} (${index + 1})` : fields.name;
      result.drafts.push({ ...fields, name, geometry: parsed.data satisfies LaunchGeometry });
    });
  };
}

/** Tells how many there were, when there were more than may come in. */
export function tellTooMany(context: ImportContext, result: ImportResult): void {
  if (result.drafts.length >= context.room && result.rows > context.room) {
    result.tell({ path: "", code: "tooManyRows", values: { length: result.rows, bound: context.room } });
  }
}
