import type { Position } from "geojson";
import { type ContextFeature, countPositions } from "../../scenario/notes.ts";
import { MAX_CONTEXT_FEATURES, MAX_CONTEXT_POSITIONS } from "../../scenario/limits.ts";
import { type Problem, quoteValue } from "../../scenario/problem.ts";
import type { ImportContext, Imported, ImportKind, LaunchPointDraft } from "./imported.ts";

/** Formats that can be a background layer. */
const LAYER_KINDS: ReadonlySet<ImportKind> = new Set<ImportKind>(["geojson", "kml", "kmz", "gpx"]);

/** What the import needs to read a file as a background layer. */
export const LAYER_CONTEXT: ImportContext = {
  systems: [],
  customSystems: [],
  room: MAX_CONTEXT_FEATURES,
  isLayer: true,
};

/** To a metre, which keeps a saved map small. */
const rounded = ([lng = 0, lat = 0]: Position): [number, number] => [
  Math.round(lng * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
];

function roundGeometry(geometry: ContextFeature["geometry"]): ContextFeature["geometry"] {
  if (geometry.type === "Point") return { type: "Point", coordinates: rounded(geometry.coordinates) };
  return geometry.type === "LineString"
    ? { type: "LineString", coordinates: geometry.coordinates.map(rounded) }
    : { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(rounded)) };
}

/** What keeps a file from being a background layer; undefined if nothing does. */
export function layerProblem({ kind, drafts, problems }: Imported, name: string): Problem | undefined {
  if (!LAYER_KINDS.has(kind)) {
    const unread = drafts.length === 0 ? problems[0] : undefined;
    return kind === "unknown" && unread ? unread : { path: "", code: "layerKind", values: { value: quoteValue(name) } };
  }
  if (drafts.length === 0) return problems[0] ?? { path: "", code: "nothingFound", values: {} };
  const positions = drafts.reduce(
    (sum, { geometry }) => sum + (geometry.type === "Country" ? 0 : countPositions(geometry)),
    0,
  );
  return positions > MAX_CONTEXT_POSITIONS ? { path: "", code: "layerTooFine", values: {} } : undefined;
}

/** The properties that labels can be taken from, in the order of the file. */
export const labelProperties = (drafts: readonly LaunchPointDraft[]): string[] => [
  ...new Set(drafts.flatMap(({ properties = {} }) => Object.keys(properties))),
];

/**
 * The features of a background layer. Of a feature in several parts, only the part with the most positions is labelled.
 *
 * @param labelProperty the property that labels are taken from; without it nothing is labelled
 */
export function toContextFeatures(drafts: readonly LaunchPointDraft[], labelProperty?: string): ContextFeature[] {
  const largest = new Map<number, { index: number; positions: number }>();
  // A property may have the name of something that every object inherits.
  const labelOf = ({ properties = {} }: LaunchPointDraft): string =>
    labelProperty !== undefined && Object.hasOwn(properties, labelProperty) ? (properties[labelProperty] ?? "") : "";
  const parts = drafts.flatMap((draft) =>
    draft.geometry.type === "Country" ? [] : [{ geometry: draft.geometry, row: draft.row, label: labelOf(draft) }],
  );
  parts.forEach(({ geometry, row }, index) => {
    const positions = countPositions(geometry);
    if (positions > (largest.get(row)?.positions ?? 0)) largest.set(row, { index, positions });
  });
  return parts.map(({ geometry, row, label }, index) => ({
    geometry: roundGeometry(geometry),
    ...(label !== "" && largest.get(row)?.index === index && { label }),
  }));
}
