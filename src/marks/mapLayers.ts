import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";

/**
 * Ids of the map's sources. Areas and outlines are separate, so that a cut at the antimeridian or a pole is never stroked. Launch points,
 * labels and the measuring line share one source, because the tiles of each further source delay the first ring.
 */
export const SOURCE_IDS = {
  areas: "range-areas",
  outlines: "range-outlines",
  points: "range-marks",
} as const;
export type SourceId = (typeof SOURCE_IDS)[keyof typeof SOURCE_IDS];

/** The width of a ring's line in pixels. */
export const RANGE_LINE_WIDTH = 2.25;

export const valueOf = (property: string): ExpressionSpecification => ["get", property];
export const whereKind = (kind: string): ExpressionSpecification => ["==", valueOf("kind"), kind];

/**
 * Writes a constant as an expression that depends on the feature. MapLibre gives layers with the same data-driven properties one shader
 * program, and compiling another would delay the first ring.
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

/** The more rings, the lighter their fills, so that many overlapping fills stay readable. */
export function fillOpacity(ringCount: number): number {
  return Math.max(0.015, 0.075 / Math.sqrt(Math.max(1, ringCount / 4)));
}
