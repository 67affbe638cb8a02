import { coverageAtLeast, geodesicBuffer } from "../../geodesy/index.ts";
import type { Area } from "../drawn.ts";
import type { ShapeJob } from "./shapeKey.ts";

/** Computes a shape, at once. */
export function runShapeJob(job: ShapeJob, onProgress?: (share: number) => void): Area {
  // A country's outline is GeoJSON, its edges straight in longitude and latitude; what a user draws runs the shortest way.
  if (job.kind === "buffer")
    return geodesicBuffer(job.geometry, job.rangeKm, {
      edges: job.geometry.type === "MultiPolygon" ? "planar" : "geodesic",
    });
  const inputs = job.rings ? job.rings.map(({ lngLat, rangeKm }) => ({ center: lngLat, rangeKm })) : job.areas;
  return coverageAtLeast(inputs, job.atLeast, onProgress ? { onProgress } : {});
}
