import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";

/**
 * Ids of the map's sources. Areas and outlines are apart, so that a cut at the antimeridian or a pole is never stroked. All that lies over
 * them, launch points, labels and the line that is measured, is in one: each source has tiles of its own that a first ring waits for.
 */
export const SOURCE_IDS = {
  areas: "range-areas",
  outlines: "range-outlines",
  points: "range-marks",
} as const;
export type SourceId = (typeof SOURCE_IDS)[keyof typeof SOURCE_IDS];

/** Pixels of a ring's line. */
export const RANGE_LINE_WIDTH = 2.25;

export const valueOf = (property: string): ExpressionSpecification => ["get", property];
export const whereKind = (kind: string): ExpressionSpecification => ["==", valueOf("kind"), kind];

/**
 * A value that is the same for every feature, said as if it were not: layers whose values come from features in the same properties share
 * one shader program, and compiling one more is what a first ring waits for.
 */
export const fromFeature = (value: string | number): ExpressionSpecification => ["case", valueOf("full"), value, value];

export const lineLayer = (
  id: string,
  filter: ExpressionSpecification,
  paint: Record<string, unknown>,
): LayerSpecification =>
  ({
    id,
    type: "line",
    source: SOURCE_IDS.outlines,
    filter,
    layout: { "line-join": "round" },
    paint,
  }) as LayerSpecification;

/** Fills get lighter as they grow in number, so that many rings do not turn to mud. */
export function fillOpacity(ringCount: number): number {
  return Math.max(0.015, 0.075 / Math.sqrt(Math.max(1, ringCount / 4)));
}
