import { coverageAtLeast, geodesicBuffer } from "../../geodesy/index.ts";
import type { Area } from "../drawn.ts";
import type { ShapeJob } from "./shapeKey.ts";
import type { MergeRequest } from "./shapeSource.ts";

/** The circles of a request, as the geodesy functions take them. */
function circlesOf({ circles }: MergeRequest): { center: [number, number]; rangeKm: number }[] {
  return Array.from({ length: circles.length / 3 }, (_, index) => {
    const [lng = 0, lat = 0, rangeKm = 0] = circles.subarray(3 * index, 3 * index + 3);
    return { center: [lng, lat], rangeKm };
  });
}

/** Computes a shape synchronously. */
export function runShapeJob(job: ShapeJob, onProgress?: (share: number) => void): Area {
  // The edges of a country's outline are straight in longitude and latitude, as in GeoJSON; those of a user's shape are geodesics.
  if (job.kind === "buffer")
    return geodesicBuffer(job.geometry, job.rangeKm, {
      edges: job.geometry.type === "MultiPolygon" ? "planar" : "geodesic",
    });
  return coverageAtLeast([...circlesOf(job), ...job.areas], job.atLeast, onProgress ? { onProgress } : {});
}
