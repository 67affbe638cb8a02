import type { Feature, MultiPolygon } from "geojson";
import { requireCount, requireFunction, requireIterable, requireOptions } from "../arguments.ts";
import type { AreaInput } from "./areaDepths.ts";
import { coverageRequest, type CoverageMessage } from "./coverageTask.ts";
import { GeodesyError } from "../geodesyError.ts";

/** As much of a Worker as is needed. */
export interface WorkerLike extends EventTarget {
  postMessage(message: unknown): void;
  terminate(): void;
}

export interface CoverageInWorkerOptions {
  /** What at least this many of the areas cover; 1 unless given. */
  count?: number;
  /** Ends the work at once. */
  signal?: AbortSignal;
  /** Called with a share of the work from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Another way to start a worker on `coverageWorker.ts`. */
  createWorker?: () => WorkerLike;
}

const createModuleWorker = (): WorkerLike =>
  new Worker(new URL("./coverageWorker.ts", import.meta.url), { type: "module" });

/**
 * `coverageAtLeast` in a worker of its own, so that the page never stalls. An abort ends the worker itself, whatever it is doing, and rejects
 * with the signal's reason. Rings keep the centres they were made from; errors come back as {@link GeodesyError}.
 */
export function coverageInWorker(
  rings: Iterable<AreaInput>,
  options: CoverageInWorkerOptions = {},
): Promise<Feature<MultiPolygon>> {
  return new Promise((resolve, reject) => {
    requireOptions(options);
    requireFunction(options.createWorker, "options.createWorker");
    requireFunction(options.signal?.throwIfAborted, "options.signal.throwIfAborted");
    const { count = 1, signal, onProgress, createWorker = createModuleWorker } = options;
    requireCount(count, "count", { from: 1 });
    requireIterable(rings, "rings");
    signal?.throwIfAborted();
    const request = coverageRequest(rings, count);
    const worker = createWorker();
    const abort = () => {
      end();
      reject(signal?.reason as Error);
    };
    const end = () => {
      worker.terminate();
      signal?.removeEventListener("abort", abort);
    };
    signal?.addEventListener("abort", abort);
    worker.addEventListener("message", (event) => {
      const data = (event as MessageEvent<CoverageMessage>).data;
      if (data.type === "progress") {
        onProgress?.(data.share);
        return;
      }
      end();
      if (data.type === "done") resolve(data.coverage);
      else if (data.geodesy)
        reject(new GeodesyError(data.geodesy.code, data.geodesy.argument, data.geodesy.value, data.geodesy.wanted));
      else reject(new Error(data.message));
    });
    worker.addEventListener("error", (event) => {
      end();
      reject(new Error((event as ErrorEvent).message));
    });
    worker.postMessage(request);
  });
}
