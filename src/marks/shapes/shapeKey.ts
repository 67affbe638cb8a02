import type { MergeRequest, SourceGeometry } from "./shapeSource.ts";

/** One shape to compute, as plain data that can be sent to a worker. */
export type ShapeJob =
  | { kind: "buffer"; geometry: SourceGeometry; rangeKm: number }
  | ({ kind: "merge" } & MergeRequest);

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A unique number for an object, always the same. */
function idOf(object: object): number {
  let id = ids.get(object);
  if (id === undefined) ids.set(object, (id = lastId += 1));
  return id;
}

/** A hash of 64 bits of the bits of numbers (FNV-1a twice, from two starts). */
function hashOf(numbers: Float64Array): string {
  const words = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (const word of words) {
    one = Math.imul(one ^ word, 0x01000193);
    one ^= one >>> 15;
    two = Math.imul(two ^ word, 0x85ebca6b);
    two ^= two >>> 13;
  }
  return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}

/** The cache key of a job: jobs with the same key have the same result. */
export function keyOf(job: ShapeJob): string {
  if (job.kind === "buffer") return `buffer:${idOf(job.geometry)}:${job.rangeKm}`;
  const { circles, areas, atLeast } = job;
  return `merge:${atLeast}:${circles.length}:${hashOf(circles)}:${areas.map(idOf).join(";")}`;
}
