import type { Countries } from "./countries.ts";
import type { Area } from "../drawn.ts";
import { runShapeJob } from "./shapeJob.ts";
import { keyOf, type ShapeJob } from "./shapeKey.ts";
import type { ShapeSource } from "./shapeSource.ts";

/** Computes every shape synchronously, for the command line and for tests. */
export function createSyncShapes(countries: Countries | undefined): ShapeSource {
  const known = new Map<string, Area>();
  const answer = (job: ShapeJob): Area => {
    const key = keyOf(job);
    let area = known.get(key);
    if (!area) known.set(key, (area = runShapeJob(job)));
    return area;
  };
  return {
    outlineOf: (geometry) => {
      if (geometry.type === "Country") return countries?.geometryOf(geometry.code, geometry.parts);
      return geometry.type === "Point" ? undefined : geometry;
    },
    countryOf: (code) => countries?.wholeOf(code),
    buffer: (geometry, rangeKm) => answer({ kind: "buffer", geometry, rangeKm }),
    coverage: (areas, rings, atLeast) => answer({ kind: "coverage", areas, rings, atLeast }),
  };
}
