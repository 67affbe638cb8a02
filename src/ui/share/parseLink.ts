import { MAX_LINK_LENGTH, openLinkHash } from "../../scenario/link.ts";
import type { LinkReply, LinkRequest } from "./linkWorker.ts";

/**
 * Reads a link's hash, as `openLinkHash` does. A link that is longer than this program makes, which may unpack to megabytes, is read in a
 * worker.
 *
 * @throws {Error} when the worker could not run
 */
export async function parseLink(hash: string, systemIds: string[]): Promise<LinkReply> {
  if (hash.length <= MAX_LINK_LENGTH) return openLinkHash(hash, systemIds);
  const worker = new Worker(new URL("./linkWorker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<LinkReply>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<LinkReply>) => resolve(data));
      worker.addEventListener("error", (event) => reject(new Error(event.message || "worker")));
      worker.postMessage({ hash, systemIds } satisfies LinkRequest);
    });
  } finally {
    worker.terminate();
  }
}
