import { addProtocol, prewarm, setWorkerUrl, type AddProtocolAction } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Protocol, PMTiles } from "pmtiles";
import { RangeOrWholeSource } from "./basemapSource.ts";

let protocol: Protocol | undefined;

/** Registers the embedded basemap with MapLibre. Call it before creating the first map; further calls do nothing. */
export function registerBasemap(): void {
  if (protocol) return;
  setWorkerUrl(workerUrl);
  const created = new Protocol();
  protocol = created;
  addProtocol("pmtiles", (request, abort) => {
    const file = request.url.replace(/^pmtiles:\/\//, "").replace(/\/\d+\/\d+\/\d+$/, "");
    if (!created.get(file)) created.add(new PMTiles(new RangeOrWholeSource(file)));
    return created.tilev4(request, abort) as ReturnType<AddProtocolAction>;
  });
}

/** Starts loading MapLibre's worker while the page still prepares the figure. */
export function prepareMap(): void {
  registerBasemap();
  prewarm();
}
