import type { SpecFeature } from "./mapFeatures.ts";

/** A change to a source: ids of features to remove, and features to add or to replace by id. */
export interface SourceDiff {
  remove: string[];
  add: SpecFeature[];
}

type Known = Map<string, SpecFeature>;

function sameProperties(a: SpecFeature["properties"], b: SpecFeature["properties"]): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function sameGeometry(a: SpecFeature["geometry"], b: SpecFeature["geometry"]): boolean {
  if (a === b) return true;
  if (a.type !== "Point" || b.type !== "Point") return false;
  return a.coordinates[0] === b.coordinates[0] && a.coordinates[1] === b.coordinates[1];
}

/**
 * The change that turns a source with the features `known` into one with `features`; undefined if nothing changed. Shapes are compared by
 * object identity, so a drag costs only as much as the launch point that moved.
 */
export function diffFeatures(known: Known, features: SpecFeature[]): { diff: SourceDiff | undefined; next: Known } {
  const next: Known = new Map();
  const add: SpecFeature[] = [];
  for (const feature of features) {
    const before = known.get(feature.id);
    const same =
      before &&
      sameGeometry(before.geometry, feature.geometry) &&
      sameProperties(before.properties, feature.properties);
    next.set(feature.id, same ? before : feature);
    // Adding a feature replaces the one with the same id.
    if (!same) add.push(feature);
  }
  const remove = [...known.keys()].filter((id) => !next.has(id));
  return { diff: add.length + remove.length === 0 ? undefined : { remove, add }, next };
}
