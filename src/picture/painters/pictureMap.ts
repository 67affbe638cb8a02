import { Map as MapLibreMap } from "maplibre-gl";
import type { Figure } from "../../figure/figure.ts";
import { type Box, type LabelContext, placeLabels } from "../../figure/labels/placeLabels.ts";
import { basemapFontFaces } from "../../map/basemapFonts.ts";
import type { BasemapTheme } from "../../map/basemapPalette.ts";
import { registerBasemap } from "../../map/basemapProtocol.ts";
import { buildMapData, type MapData } from "../../map/mapFeatures.ts";
import { provideImages } from "../../map/mapImages.ts";
import { buildMapStyle } from "../../map/mapStyle.ts";
import { projectPlace } from "../../map/projectPlace.ts";
import type { View } from "../../scenario/scenario.ts";
import { keepClear } from "../scene/keepClear.ts";
import type { Size } from "../scene/mapFrame.ts";
import { PictureError } from "../pictureError.ts";

/** The map is redrawn for each tile that loads. Those frames are discarded, so they are drawn small. */
const LOADING_PIXEL_RATIO = 0.1;

/** Waits until a map has finished drawing. */
function idle(map: MapLibreMap, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () =>
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException("Aborted", "AbortError"));
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    map.once("idle", () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    map.once("webglcontextlost", () => reject(new PictureError("map", { detail: "WebGL" })));
  });
}

export interface PictureMapOptions extends Size {
  figure: Figure;
  view: View;
  theme: BasemapTheme;
  /** The boxes of cards on the map, which names must avoid. */
  obstacles: Box[];
  measureLabel: LabelContext["measure"];
  /** The URL of the app's folder, with a trailing slash. */
  baseUrl: string;
  /** Canvas pixels per pixel of `width` and `height`. */
  scale: number;
  signal?: AbortSignal | undefined;
}

/**
 * Draws the map of a picture in a hidden MapLibre map, from the same specification as the live map. Call `done` to remove the canvas.
 *
 * @throws PictureError if the machine cannot draw a map of that size
 */
export async function drawPictureMap({
  figure,
  view,
  width,
  height,
  theme,
  obstacles,
  measureLabel,
  baseUrl,
  scale,
  signal,
}: PictureMapOptions): Promise<{ canvas: HTMLCanvasElement; done: () => void }> {
  registerBasemap();
  const container = document.createElement("div");
  container.className = "export-map";
  container.style.width = `${width}px`;
  container.style.height = `${height}px`;
  document.body.append(container);
  const projection = figure.projection === "globe" ? "globe" : "mercator";
  const map = new MapLibreMap({
    container,
    center: view.center,
    zoom: view.zoom,
    minZoom: -4,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: LOADING_PIXEL_RATIO,
    maxCanvasSize: [16_384, 16_384],
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  // Errors are ignored here: the live map reports missing basemap files, and a cancelled picture aborts its tile requests.
  map.on("error", () => undefined);
  const done = () => {
    map.remove();
    container.remove();
  };
  try {
    provideImages(map, () => theme);
    const style = (data?: MapData) =>
      buildMapStyle({ language: figure.language, theme, baseUrl, projection, fontFaces: basemapFontFaces() }, data);
    // A globe can project a place only after its style has loaded; a flat map can at once.
    if (projection === "globe") {
      map.setStyle(style());
      await new Promise<void>((resolve) => void map.once("style.load", () => resolve()));
    }
    const labels = placeLabels(figure, {
      width,
      height,
      obstacles,
      measure: measureLabel,
      project: (lngLat) => projectPlace(map, lngLat),
    });
    const whole = style(buildMapData(figure, { labels, theme }));
    map.setStyle(keepClear(whole, { width, height, center: map.getCenter().toArray(), obstacles }), { diff: true });
    await idle(map, signal);
    map.setPixelRatio(scale);
    await idle(map, signal);
    const canvas = map.getCanvas();
    const [wanted, tall] = [Math.round(width * scale), Math.round(height * scale)];
    // MapLibre silently lowers the pixel ratio when the canvas exceeds the GPU's limit.
    if (Math.abs(canvas.width - wanted) > 1 || Math.abs(canvas.height - tall) > 1) {
      throw new PictureError("tooLarge", {
        width: wanted,
        height: tall,
        mostWidth: canvas.width,
        mostHeight: canvas.height,
      });
    }
    return { canvas, done };
  } catch (error) {
    done();
    throw error;
  }
}
