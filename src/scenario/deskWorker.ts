import { readDesk } from "./parseDeskCatalog.ts";
import type { DeskRead } from "./readDesk.ts";

interface Saved {
  deskCatalog?: unknown;
  /** Of what the browser keeps of the last session. */
  scenario?: { deskCatalog?: unknown } | null;
}

function read(saved: unknown): DeskRead {
  const map = (typeof saved === "string" ? JSON.parse(saved) : saved) as Saved | null;
  return readDesk(map?.deskCatalog ?? map?.scenario?.deskCatalog);
}

const scope = self as unknown as DedicatedWorkerGlobalScope;
// An error that is thrown reaches the page.
scope.addEventListener("message", ({ data }: MessageEvent<unknown>) => scope.postMessage(read(data)));
