import "maplibre-gl/dist/maplibre-gl.css";
import "./bare.css";
import type { Feature, FeatureCollection } from "geojson";
import { type GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { rangeRing } from "../../../src/geodesy/index.ts";
import { basemapFontFaces } from "../../../src/map/basemapFonts.ts";
import { registerBasemap } from "../../../src/map/basemapProtocol.ts";
import { buildBasemapStyle } from "../../../src/map/basemapStyle.ts";

/** What the app is measured against: a page of MapLibre and nothing else, with the same basemap and, on demand, the same rings. */
const query = new URLSearchParams(location.search);
const [width, height] = (query.get("size") ?? "").split("x").map(Number);
const container = document.getElementById("map") as HTMLElement;
if (width && height) Object.assign(container.style, { inset: "0 auto auto 0", width: `${width}px`, height: `${height}px` });

registerBasemap();
const map = new MapLibreMap({
  container,
  style: buildBasemapStyle({ language: "en", theme: "light", baseUrl: new URL("./", document.baseURI).href, projection: "mercator", fontFaces: basemapFontFaces() }),
  center: [31, 48],
  zoom: 4,
  attributionControl: false,
  fadeDuration: 0,
  ...(width && { maxCanvasSize: [8192, 8192] as [number, number], pixelRatio: 1 }),
  canvasContextAttributes: { antialias: true, preserveDrawingBuffer: Boolean(width) },
});
map.once("idle", () => performance.mark("map-drawn"));

const RANGES_KM = [2400, 300, 250, 560, 160, 30];

const ringsOf = (lng: number, lat: number, first: number): Feature[] => RANGES_KM.map((km, i) => ({ ...rangeRing([lng, lat], km), id: first + i }));

const bench = {
  /** Puts rings of so many launch points on the map. */
  async addRings(points: [number, number][]) {
    const data: FeatureCollection = { type: "FeatureCollection", features: points.flatMap(([lng, lat], i) => ringsOf(lng, lat, i * RANGES_KM.length)) };
    map.addSource("rings", { type: "geojson", data });
    map.addLayer({ id: "fills", type: "fill", source: "rings", paint: { "fill-color": "#c4122f", "fill-opacity": 0.06 } });
    map.addLayer({ id: "lines", type: "line", source: "rings", paint: { "line-color": "#c4122f", "line-width": 2 } });
    await map.once("idle");
  },
  /** Moves the first launch point step by step with setData of everything, a step a frame; the polygons are made beforehand. */
  async dragRings(points: [number, number][], steps: number): Promise<number> {
    const rest = points.slice(1).flatMap(([lng, lat], i) => ringsOf(lng, lat, (i + 1) * RANGES_KM.length));
    const [lng, lat] = points[0] ?? [0, 0];
    const frames = Array.from({ length: steps }, (_, i): FeatureCollection => ({ type: "FeatureCollection", features: [...ringsOf(lng + i * 0.05, lat, 0), ...rest] }));
    const source = map.getSource<GeoJSONSource>("rings");
    const start = performance.now();
    for (const frame of frames) {
      await source?.setData(frame);
      await new Promise(requestAnimationFrame);
    }
    await map.once("idle");
    return performance.now() - start;
  },
};
Object.assign(globalThis, { bench });
