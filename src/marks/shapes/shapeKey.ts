import type { Area } from "../drawn.ts";
import type { RingCenter, SourceGeometry } from "./shapeSource.ts";

/** One shape to compute, as plain data that can be sent to a worker. */
export type ShapeJob =
  | { kind: "buffer"; geometry: SourceGeometry; rangeKm: number }
  | { kind: "coverage"; areas: Area[]; rings: RingCenter[] | undefined; atLeast: number };

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A unique number for an object, always the same. */
function idOf(object: object): number {
  let id = ids.get(object);
  if (id === undefined) ids.set(object, (id = lastId += 1));
  return id;
}

/** The cache key of a job: jobs with the same key have the same result. */
export function keyOf(job: ShapeJob): string {
  if (job.kind === "buffer") return `buffer:${idOf(job.geometry)}:${job.rangeKm}`;
  const parts = job.rings
    ? job.rings.map(({ lngLat, rangeKm }) => `${lngLat[0]},${lngLat[1]},${rangeKm}`)
    : job.areas.map((area) => String(idOf(area)));
  return `coverage:${job.atLeast}:${parts.join(";")}`;
}
