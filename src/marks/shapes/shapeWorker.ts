import type { Area } from "../drawn.ts";
import { type FlatArea, flattenArea } from "./flatArea.ts";
import { runShapeJob } from "./shapeJob.ts";
import type { ShapeJob } from "./shapeKey.ts";

/** Messages to and from the worker. */
export interface ShapeRequest {
  key: string;
  job: ShapeJob;
}
export type ShapeReply =
  | { key: string; progress: number }
  | { key: string; area: Area }
  | { key: string; flat: FlatArea }
  | { key: string; error: string };

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", ({ data: { key, job } }: MessageEvent<ShapeRequest>) => {
  const reply = (message: ShapeReply, transfer: ArrayBuffer[] = []) => scope.postMessage(message, transfer);
  try {
    const area = runShapeJob(job, (progress) => reply({ key, progress }));
    if (job.kind === "buffer") return reply({ key, area });
    const flat = flattenArea(area);
    const parts = [flat.positions, flat.ringEnds, flat.polygonEnds];
    reply(
      { key, flat },
      parts.map((part) => part.buffer as ArrayBuffer),
    );
  } catch (error) {
    reply({ key, error: error instanceof Error ? error.message : String(error) });
  }
});
