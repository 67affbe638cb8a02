import type { DeskCatalog } from "../catalog/deskCatalog.ts";
import type { Problem } from "./problem.ts";

export interface DeskRead {
  catalog?: DeskCatalog;
  problems: Problem[];
}

/** Reads the field `deskCatalog` of a saved map; given undefined where the map has none. */
export type ReadDesk = (input: unknown) => DeskRead;

/** For maps that carry no catalogue: one that does is told that it could not be read. */
export const readNoDesk: ReadDesk = (input) => ({
  problems: input === undefined ? [] : [{ path: "deskCatalog", code: "deskUnread", values: {} }],
});

/** Far longer than the largest catalogue takes on a slow machine. */
const MAX_SECONDS = 30;

/** Checks the catalogue of a map in a worker: the check is a large program, which pages without such a map never load. */
async function readInWorker(saved: unknown): Promise<DeskRead> {
  const worker = new Worker(new URL("./deskWorker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<DeskRead>((resolve, reject) => {
      setTimeout(() => reject(new Error("the catalogue took too long to read")), MAX_SECONDS * 1000);
      worker.addEventListener("message", ({ data }: MessageEvent<DeskRead>) => resolve(data));
      worker.addEventListener("error", (event) => reject(new Error(event.message)));
      worker.postMessage(saved);
    });
  } finally {
    worker.terminate();
  }
}

export type LoadReadDesk = (saved: unknown) => Promise<ReadDesk>;

/**
 * What a saved map needs to be read with. Where its catalogue cannot be checked, as on a page whose server has a newer version by now, the
 * map says so when it is read.
 *
 * @param saved the text or the JSON value of the map, or of what the browser keeps of it
 */
export const loadReadDesk: LoadReadDesk = async (saved) => {
  const carries =
    typeof saved === "string"
      ? saved.includes('"deskCatalog"')
      : typeof saved === "object" && saved !== null && "deskCatalog" in saved;
  if (!carries) return readNoDesk;
  try {
    const read = await readInWorker(saved);
    return (input) => (input === undefined ? readNoDesk(input) : read);
  } catch {
    return readNoDesk;
  }
};
