import { addProtocol, prewarm, setWorkerUrl, type AddProtocolAction } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Protocol, PMTiles } from "pmtiles";
import { RangeOrWholeSource } from "./basemapSource.ts";

let protocol: Protocol | undefined;

/** Makes MapLibre ready for the embedded basemap; call it before the first map. Calling it again does nothing. */
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

/** Has MapLibre's worker load while the page still makes ready what the map will show. */
export function prepareMap(): void {
  registerBasemap();
  prewarm();
}
