import { coverageAtLeast, geodesicBuffer } from "../../geodesy/index.ts";
import type { Area } from "../drawn.ts";
import type { ShapeJob } from "./shapeKey.ts";

/** Computes a shape synchronously. */
export function runShapeJob(job: ShapeJob, onProgress?: (share: number) => void): Area {
  // The edges of a country's outline are straight in longitude and latitude, as in GeoJSON; those of a user's shape are geodesics.
  if (job.kind === "buffer")
    return geodesicBuffer(job.geometry, job.rangeKm, {
      edges: job.geometry.type === "MultiPolygon" ? "planar" : "geodesic",
    });
  const inputs = job.rings ? job.rings.map(({ lngLat, rangeKm }) => ({ center: lngLat, rangeKm })) : job.areas;
  return coverageAtLeast(inputs, job.atLeast, onProgress ? { onProgress } : {});
}
