import "maplibre-gl/dist/maplibre-gl.css";
import "./bare.css";
import type { Feature, FeatureCollection } from "geojson";
import { type GeoJSONSource, Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import { rangeRing } from "../../../src/geodesy/index.ts";
import { basemapFontFaces } from "../../../src/map/basemapFonts.ts";
import { registerBasemap } from "../../../src/map/basemapProtocol.ts";
import { provideImages } from "../../../src/map/mapImages.ts";
import { buildBasemapStyle } from "../../../src/map/basemapStyle.ts";
import { pointsOf, RANGES_KM } from "./points.ts";

/** The baseline for the app: a page with only MapLibre, the same basemap and, with `?rings=N`, the same rings of N launch points. */
const query = new URLSearchParams(location.search);
const [width, height] = (query.get("size") ?? "").split("x").map(Number);
const container = document.getElementById("map") as HTMLElement;
if (width && height)
  Object.assign(container.style, { inset: "0 auto auto 0", width: `${width}px`, height: `${height}px` });

const ringsOf = (points: [number, number][]): Feature[] =>
  points.flatMap(([lng, lat], i) =>
    RANGES_KM.map((km, j) => ({ ...rangeRing([lng, lat], km), id: i * RANGES_KM.length + j })),
  );

const points = pointsOf(Number(query.get("rings") ?? 0));
const style: StyleSpecification = buildBasemapStyle({
  language: "en",
  theme: "light",
  baseUrl: new URL("./", document.baseURI).href,
  projection: "mercator",
  fontFaces: basemapFontFaces(),
});
if (points.length > 0) {
  style.sources["rings"] = { type: "geojson", data: { type: "FeatureCollection", features: ringsOf(points) } };
  style.layers.push({
    id: "fills",
    type: "fill",
    source: "rings",
    paint: { "fill-color": "#c4122f", "fill-opacity": 0.06 },
  });
  style.layers.push({
    id: "lines",
    type: "line",
    source: "rings",
    paint: { "line-color": "#c4122f", "line-width": 2 },
  });
}

registerBasemap();
const map = new MapLibreMap({
  container,
  style,
  center: [31, 48],
  zoom: 4,
  attributionControl: false,
  fadeDuration: 0,
  ...(width && { maxCanvasSize: [8192, 8192] as [number, number], pixelRatio: 1 }),
  canvasContextAttributes: { preserveDrawingBuffer: Boolean(width) },
});
provideImages(map, () => "light");
map.once("idle", () => performance.mark("map-drawn"));

/** Resolves when everything is drawn. Triggers a repaint first, because a map that is already idle sends no further idle event. */
const drawn = () => {
  const idle = map.once("idle");
  map.triggerRepaint();
  return idle;
};

/** Moves the first launch point one step per frame by setting all data each time; the polygons are computed in advance. Returns milliseconds. */
async function dragRings(steps: number): Promise<number> {
  const [[lng, lat] = [0, 0], ...rest] = points;
  const frames = Array.from({ length: steps }, (_, i): FeatureCollection => ({
    type: "FeatureCollection",
    features: ringsOf([[lng + i * 0.05, lat], ...rest]),
  }));
  const source = map.getSource<GeoJSONSource>("rings");
  const start = performance.now();
  for (const frame of frames) {
    await source?.setData(frame);
    await new Promise(requestAnimationFrame);
  }
  await drawn();
  return performance.now() - start;
}
Object.assign(globalThis, { dragRings });
