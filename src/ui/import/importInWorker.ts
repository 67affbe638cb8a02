import { type ImportContext, type Imported, MAX_FILE_MB, type OnProgress } from "../../input/import/imported.ts";
import { mayCarryScenario } from "../../picture/embed/parsePicture.ts";
import type { Problem } from "../../scenario/problem.ts";
import type { ImportReply, ImportRequest } from "./importWorker.ts";

/** Far longer than the largest honest file takes; what is not read by then is given up, with a message. */
const MAX_SECONDS = 60;
const MEGABYTE = 1024 * 1024;

interface ImportOptions {
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

/** Why a file gives nothing at all. */
export class ImportFailure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Reads a file away from the page's own thread, so that the page stays responsive however long it takes, and for no longer than a minute.
 *
 * @throws {DOMException} AbortError when the signal ends it, at once
 * @throws {ImportFailure} when the file is too large, is a picture without a map, or takes too long
 * @throws {Error} when the worker itself could not run
 */
export async function importInWorker(
  name: string,
  file: Blob,
  context: ImportContext,
  { onProgress, signal }: ImportOptions = {},
): Promise<Imported> {
  signal?.throwIfAborted();
  // Checked before reading, because a file of gigabytes does not fit in memory. Pictures have a separate limit.
  if (file.size > MAX_FILE_MB * MEGABYTE && !mayCarryScenario({ name, type: file.type })) {
    const length = Math.round((file.size / MEGABYTE) * 10) / 10;
    throw new ImportFailure({ path: "", code: "fileTooBig", values: { length, bound: MAX_FILE_MB } });
  }
  const worker = new Worker(new URL("./importWorker.ts", import.meta.url), { type: "module" });
  let end = () => {};
  const answer = new Promise<Imported>((resolve, reject) => {
    const abort = () => reject(signal?.reason as Error);
    const tooLong = new ImportFailure({ path: "", code: "tookTooLong", values: { bound: MAX_SECONDS } });
    const timer = setTimeout(() => reject(tooLong), MAX_SECONDS * 1000);
    signal?.addEventListener("abort", abort);
    worker.addEventListener("message", ({ data }: MessageEvent<ImportReply>) => {
      if ("imported" in data) resolve(data.imported);
      else if ("problem" in data) reject(new ImportFailure(data.problem));
      else onProgress?.(data.share);
    });
    worker.addEventListener("error", (event) => reject(new Error(event.message || "worker")));
    worker.postMessage({ name, file, context } satisfies ImportRequest);
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      worker.terminate();
    };
  });
  try {
    return await answer;
  } finally {
    end();
  }
}
