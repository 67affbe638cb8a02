import type { Countries } from "./countries.ts";
import type { Area } from "../drawn.ts";
import { flattenArea } from "./flatArea.ts";
import { MergedShape } from "./MergedShape.ts";
import { runShapeJob } from "./shapeJob.ts";
import { keyOf, type ShapeJob } from "./shapeKey.ts";
import { NO_SHAPES, type ShapeSource } from "./shapeSource.ts";

/** Computes every shape synchronously, for the command line and for tests. */
export function createSyncShapes(countries: Countries | undefined): ShapeSource {
  const areas = new Map<string, Area>();
  const merged = new Map<string, MergedShape>();
  const answer = <T>(known: Map<string, T>, job: ShapeJob, wrap: (area: Area) => T): T => {
    const key = keyOf(job);
    let shape = known.get(key);
    if (!shape) known.set(key, (shape = wrap(runShapeJob(job))));
    return shape;
  };
  return {
    mergeBudgetBytes: NO_SHAPES.mergeBudgetBytes,
    outlineOf: (geometry) => {
      if (geometry.type === "Country") return countries?.geometryOf(geometry.code, geometry.parts);
      return geometry.type === "Point" ? undefined : geometry;
    },
    countryOf: (code) => countries?.wholeOf(code),
    buffer: (geometry, rangeKm) => answer(areas, { kind: "buffer", geometry, rangeKm }, (area) => area),
    merge: (request) =>
      answer(merged, { kind: "merge", ...request }, (area) => new MergedShape(flattenArea(area), area)),
  };
}
