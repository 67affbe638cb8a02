import type { SpecFeature } from "./mapFeatures.ts";

/** A change to a source: ids of features that go, and features that come or take the place of one with their id. */
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
 * What to tell a source so that it holds `features` where it held `known`. A shape that is the same object is taken to be the same, so the
 * cost of a drag is that of the one launch point that moved. Undefined where nothing changed.
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
    // An added feature takes the place of one with its id.
    if (!same) add.push(feature);
  }
  const remove = [...known.keys()].filter((id) => !next.has(id));
  return { diff: add.length + remove.length === 0 ? undefined : { remove, add }, next };
}
