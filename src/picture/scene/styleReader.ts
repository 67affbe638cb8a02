import { featureFilter, latest, normalizePropertyExpression } from "@maplibre/maplibre-gl-style-spec";
import type { LayerSpecification } from "maplibre-gl";

/** The part of a feature that style expressions read. */
export interface StyleFeature {
  type: "Point" | "LineString" | "Polygon";
  properties: Record<string, unknown>;
  id?: string;
}

/** A colour and its opacity, as SVG and PDF take them. */
interface Ink {
  color: string;
  opacity: number;
}

/** Evaluates one layer's style properties for a feature at a zoom, as MapLibre does. */
export interface LayerReader {
  isShown: (feature: StyleFeature) => boolean;
  /** A number, or the property's default. */
  number: (name: string, feature?: StyleFeature) => number;
  text: (name: string, feature?: StyleFeature) => string;
  ink: (name: string, feature?: StyleFeature) => Ink;
  list: (name: string, feature?: StyleFeature) => (string | number | number[])[];
  has: (name: string) => boolean;
}

type Specification = Record<string, Record<string, Record<string, unknown>>>;
interface Expression {
  evaluate: (globals: { zoom: number }, feature?: unknown) => unknown;
}

const NOTHING: StyleFeature = { type: "Point", properties: {} };
const hex = (value: number): string =>
  Math.round(Math.max(0, Math.min(1, value)) * 255)
    .toString(16)
    .padStart(2, "0");

/** Creates the reader of a layer. The style is not validated, because this program builds it. */
export function createLayerReader(layer: LayerSpecification, zoom: number): LayerReader {
  const specification = latest as unknown as Specification;
  const expressions = new Map<string, Expression>();
  const values: Record<string, unknown> = {
    ...("layout" in layer ? layer.layout : {}),
    ...("paint" in layer ? layer.paint : {}),
  };
  const expressionOf = (name: string): Expression => {
    let expression = expressions.get(name);
    if (!expression) {
      const property = specification[`paint_${layer.type}`]?.[name] ?? specification[`layout_${layer.type}`]?.[name];
      if (!property) throw new Error(`${layer.id}: the style specification has no ${name}`);
      expression = normalizePropertyExpression(
        values[name] ?? property["default"],
        `${layer.id}.${name}`,
        property as never,
      ) as unknown as Expression;
      expressions.set(name, expression);
    }
    return expression;
  };
  const read = (name: string, feature: StyleFeature = NOTHING): unknown =>
    expressionOf(name).evaluate({ zoom }, feature);
  const filter =
    "filter" in layer && layer.filter !== undefined
      ? featureFilter(layer.filter as never, `${layer.id}.filter`)
      : undefined;
  return {
    isShown: (feature) => filter?.filter({ zoom } as never, feature as never) ?? true,
    number: (name, feature) => Number(read(name, feature) ?? 0),
    text: (name, feature) => String(read(name, feature) ?? ""),
    ink: (name, feature) => {
      const color = read(name, feature) as { r: number; g: number; b: number; a: number } | undefined;
      if (!color || color.a === 0) return { color: "#000000", opacity: 0 };
      // The style specification premultiplies colours by their opacity.
      return {
        color: `#${[color.r, color.g, color.b].map((value) => hex(value / color.a)).join("")}`,
        opacity: color.a,
      };
    },
    list: (name, feature) => {
      const value = read(name, feature);
      if (Array.isArray(value)) return value as (string | number)[];
      const inner = (value as { values?: unknown } | null)?.values;
      return Array.isArray(inner) ? (inner as (string | number | number[])[]) : [];
    },
    has: (name) => values[name] !== undefined,
  };
}
