import { basemapFiles } from "../../map/basemapFiles.ts";
import { type PackedPlaces, type PlacesTable, unpackPlaces } from "../../input/places/placesTable.ts";
import type { PlacesReply } from "./placesWorker.ts";

/** Parsing and folding 60,000 names takes longer than a frame, so a worker does it once and then ends. */
function packInWorker(bytes: ArrayBuffer): Promise<PackedPlaces> {
  const worker = new Worker(new URL("./placesWorker.ts", import.meta.url), { type: "module" });
  return new Promise<PackedPlaces>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<PlacesReply>) =>
      "packed" in data ? resolve(data.packed) : reject(new Error(data.error)),
    );
    worker.addEventListener("error", ({ message }) => reject(new Error(message || basemapFiles.places)));
    worker.postMessage(bytes, [bytes]);
  }).finally(() => worker.terminate());
}

async function fetchPlaces(): Promise<PlacesTable> {
  const response = await fetch(new URL(basemapFiles.places, document.baseURI));
  if (!response.ok) throw new Error(`${basemapFiles.places}: ${response.status}`);
  return unpackPlaces(await packInWorker(await response.arrayBuffer()));
}

let loading: Promise<PlacesTable> | undefined;

/** The embedded places, loaded once per page; after a failure the next call tries again. */
export function loadPlaces(): Promise<PlacesTable> {
  loading ??= fetchPlaces().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
