import type { ImportContext, Imported, ImportFile, OnProgress } from "./imported.ts";
import type { ImportReply, ImportRequest } from "./importWorker.ts";

interface ImportOptions {
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

/**
 * Reads a file away from the page's own thread, so that the page stays responsive however long it takes.
 *
 * @throws {DOMException} AbortError when the signal ends it, at once; Error when the worker itself could not run
 */
export async function importInWorker(
  file: ImportFile,
  context: ImportContext,
  { onProgress, signal }: ImportOptions = {},
): Promise<Imported> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./importWorker.ts", import.meta.url), { type: "module" });
  let abort = () => {};
  const imported = new Promise<Imported>((resolve, reject) => {
    abort = () => reject(signal?.reason as Error);
    signal?.addEventListener("abort", abort);
    worker.addEventListener("message", ({ data }: MessageEvent<ImportReply>) => {
      if ("imported" in data) resolve(data.imported);
      else onProgress?.(data.share);
    });
    worker.addEventListener("error", (event) => reject(new Error(event.message || "worker")));
    worker.postMessage({ file, context } satisfies ImportRequest);
  });
  try {
    return await imported;
  } finally {
    signal?.removeEventListener("abort", abort);
    worker.terminate();
  }
}
