import { runShapeJob } from "./shapeJob.ts";
import type { ShapeJob } from "./shapeKey.ts";
import type { Area } from "../drawn.ts";

/** Messages to and from the worker. */
export interface ShapeRequest {
  key: string;
  job: ShapeJob;
}
export type ShapeReply =
  | { key: string; progress: number }
  | { key: string; area: Area }
  | { key: string; error: string };

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

scope.addEventListener("message", ({ data: { key, job } }: MessageEvent<ShapeRequest>) => {
  const reply = (message: ShapeReply) => scope.postMessage(message);
  try {
    reply({ key, area: runShapeJob(job, (progress) => reply({ key, progress })) });
  } catch (error) {
    reply({ key, error: error instanceof Error ? error.message : String(error) });
  }
});
