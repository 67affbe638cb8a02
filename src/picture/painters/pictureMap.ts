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

/** While its tiles come in, the map is drawn again for each of them: small, since only the last frame is kept. */
const LOADING_PIXEL_RATIO = 0.1;

/** Waits until a map has drawn everything that it was given. */
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
  /** Where cards lie on the map: no name stands under one. */
  obstacles: Box[];
  measureLabel: LabelContext["measure"];
  /** Address of the app's folder, with a slash at its end. */
  baseUrl: string;
  /** Pixels of the canvas to one of `width` and `height`. */
  scale: number;
  signal?: AbortSignal | undefined;
}

/**
 * Draws a map of a picture in a hidden map of its own, from the same specification as the live one. `done` takes the canvas away.
 *
 * @throws PictureError where the machine cannot draw a map of that size
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
  // The live map tells of a file of the basemap that is missing, and a picture that is given up leaves its tiles half loaded.
  map.on("error", () => undefined);
  const done = () => {
    map.remove();
    container.remove();
  };
  try {
    provideImages(map, () => theme);
    const style = (data?: MapData) =>
      buildMapStyle({ language: figure.language, theme, baseUrl, projection, fontFaces: basemapFontFaces() }, data);
    // A globe knows where a place is once its style is loaded; a flat map knows from the start.
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
    // MapLibre lowers the pixel ratio without a word where the GPU can do no more.
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
