import type { Feature, Point } from "geojson";
import { type LayerSpecification, Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import type { Figure } from "../figure/figure.ts";
import { type Box, placeLabels, type PlacedLabel } from "../figure/placeLabels.ts";
import { onDark } from "../figure/palette.ts";
import type { Translate } from "../i18n/messages.ts";
import { basemapFontFaces } from "../map/basemapFonts.ts";
import { registerBasemap } from "../map/basemapProtocol.ts";
import { basemapSourceId } from "../map/basemapStyle.ts";
import { buildMapData, type MapData } from "../map/mapFeatures.ts";
import { clearImageId, provideImages } from "../map/mapImages.ts";
import { buildMapStyle } from "../map/mapStyle.ts";
import { projectPlace } from "../map/projectPlace.ts";
import type { View } from "../scenario/scenario.ts";
import { buildComposition, type Composition, PICTURE_INKS, type PictureTheme } from "./composition.ts";
import type { Furniture } from "./furniture.ts";
import { type Size, viewInFrame, WORLD_AT_ZOOM_0 } from "./mapFrame.ts";
import { paintShapes } from "./paintShapes.ts";
import type { MeasureText } from "./shapes.ts";

/** Why a picture could not be made; the code names the message `exportError.<code>`. */
export class PictureError extends Error {
  readonly code: "tooLarge" | "noCanvas" | "map";
  readonly values: Record<string, string | number>;

  constructor(code: PictureError["code"], values: Record<string, string | number>) {
    super(`${code}: ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
  }
}

export interface PngOptions {
  figure: Figure;
  translate: Translate;
  /** Pixels of the file. */
  width: number;
  height: number;
  /** Width in which the furniture is laid out; the picture is `width / layoutWidth` times as sharp. */
  layoutWidth: number;
  /** What the screen shows, and the size in which it does. */
  view: View;
  viewSize: { width: number; height: number };
  theme: PictureTheme;
  furniture?: Partial<Furniture>;
  measure: MeasureText;
  measureLabel: (text: string, kind: PlacedLabel["kind"]) => number;
  fontFamily: string;
  /** Address of the app's folder, with a slash at its end. */
  baseUrl: string;
  signal?: AbortSignal;
}

/** What the frame shows: all that the screen does. On Mercator the map holds itself between its upper and lower edges. */
function viewOf({ figure, view, viewSize }: PngOptions, frame: Size): View {
  if (figure.projection !== "globe") return viewInFrame(view, viewSize, frame);
  return { ...view, zoom: view.zoom + Math.log2(Math.min(frame.width / viewSize.width, frame.height / viewSize.height)) };
}

function compose(options: PngOptions, height: number): { composition: Composition; view: View } {
  const { figure, translate, layoutWidth, theme, measure } = options;
  const build = ({ center, zoom }: View) =>
    buildComposition(figure, {
      width: layoutWidth,
      height,
      latitude: center[1],
      zoom,
      ink: PICTURE_INKS[theme],
      lineColor: theme === "dark" ? onDark : (color) => color,
      measure,
      translate,
      ...(options.furniture && { furniture: options.furniture }),
    });
  // The frame does not depend on the view, only the scale bar in it does.
  const [left, top, right, bottom] = build(options.view).frame;
  const view = viewOf(options, { width: right - left, height: bottom - top });
  return { composition: build(view), view };
}

/** While its tiles come in, the map is drawn again for each of them: small, since only the last frame is kept. */
const LOADING_PIXEL_RATIO = 0.1;

/** Waits until a map has drawn everything that it was given. */
function idle(map: MapLibreMap, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal?.reason instanceof Error ? signal.reason : new DOMException("Aborted", "AbortError"));
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    map.once("idle", () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    map.once("webglcontextlost", () => reject(new PictureError("map", { detail: "WebGL" })));
  });
}

const EDGE = 2;

/**
 * Keeps the basemap's names from being cut off by the picture's edges and cards, as they are on a vector picture: invisible symbols that are
 * placed before them take the room.
 */
function keepClear(style: StyleSpecification, map: MapLibreMap, { width, height, boxes }: Size & { boxes: Box[] }): StyleSpecification {
  // A frame wider than the world shows it more than once, and such a symbol with it.
  if (width > WORLD_AT_ZOOM_0 * 2 ** map.getZoom()) return style;
  const edges: Box[] = [[0, 0, width, EDGE], [0, height - EDGE, width, height], [0, 0, EDGE, height], [width - EDGE, 0, width, height]];
  const features = [...boxes, ...edges].map(([x0, y0, x1, y1]): Feature<Point> => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: map.unproject([(x0 + x1) / 2, (y0 + y1) / 2]).toArray() },
    properties: { image: clearImageId(x1 - x0, y1 - y0) },
  }));
  const at = style.layers.findLastIndex((layer) => "source" in layer && layer.source === basemapSourceId) + 1;
  const layer = { id: "clear", type: "symbol", source: "clear", layout: { "icon-image": ["get", "image"], "icon-allow-overlap": true, "icon-padding": 0 } } as const;
  return {
    ...style,
    sources: { ...style.sources, clear: { type: "geojson", data: { type: "FeatureCollection", features } } },
    layers: [...style.layers.slice(0, at), layer as unknown as LayerSpecification, ...style.layers.slice(at)],
  };
}

/** Draws the map of a composition in a hidden map of its own, from the same specification as the live one. */
async function drawMap(options: PngOptions, { composition, view }: { composition: Composition; view: View }, scale: number): Promise<{ canvas: HTMLCanvasElement; done: () => void }> {
  const { figure, theme, measureLabel, baseUrl, signal } = options;
  const [left, top, right, bottom] = composition.frame;
  const [width, height] = [right - left, bottom - top];
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
  const done = () => {
    map.remove();
    container.remove();
  };
  try {
    provideImages(map, () => theme);
    const style = (data?: MapData) => buildMapStyle({ language: figure.language, theme, baseUrl, projection, fontFaces: basemapFontFaces() }, data);
    // A globe knows where a place is once its style is loaded; a flat map knows from the start.
    if (projection === "globe") {
      map.setStyle(style());
      await new Promise<void>((resolve) => void map.once("style.load", () => resolve()));
    }
    const labels = placeLabels(figure, {
      width,
      height,
      obstacles: composition.obstacles,
      measure: measureLabel,
      project: (lngLat) => projectPlace(map, lngLat),
    });
    const whole = style(buildMapData(figure, { labels, dark: theme === "dark" }));
    map.setStyle(projection === "globe" ? whole : keepClear(whole, map, { width, height, boxes: composition.obstacles }), { diff: true });
    await idle(map, signal);
    map.setPixelRatio(scale);
    await idle(map, signal);
    const canvas = map.getCanvas();
    const [wanted, tall] = [Math.round(width * scale), Math.round(height * scale)];
    // MapLibre lowers the pixel ratio without a word where the GPU can do no more.
    if (Math.abs(canvas.width - wanted) > 1 || Math.abs(canvas.height - tall) > 1) {
      throw new PictureError("tooLarge", { width: wanted, height: tall, mostWidth: canvas.width, mostHeight: canvas.height });
    }
    return { canvas, done };
  } catch (error) {
    done();
    throw error;
  }
}

async function loadFonts(composition: Composition, fontFamily: string): Promise<void> {
  const texts = composition.shapes.flatMap((shape) => (shape.type === "text" ? shape.text : [])).join("");
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px ${fontFamily}`, texts)));
}

/**
 * The picture as a canvas of exactly the pixels asked for: the map as the screen shows it, with title, legend, scale, sources and credits.
 *
 * @throws PictureError where the machine cannot draw a map of that size
 */
async function drawPicture(options: PngOptions): Promise<HTMLCanvasElement> {
  const { width, height, layoutWidth, fontFamily } = options;
  const scale = width / layoutWidth;
  const first = compose(options, height / scale);
  await loadFonts(first.composition, fontFamily);
  // Widths of texts are right only now.
  const composed = compose(options, height / scale);
  const { canvas: mapCanvas, done } = await drawMap(options, composed, scale);
  try {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    // In memory: the pixels are read once, for the file, and a picture on the GPU would have to come back for that.
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new PictureError("noCanvas", { width, height });
    const [left, top, right, bottom] = composed.composition.frame;
    context.drawImage(mapCanvas, left * scale, top * scale, (right - left) * scale, (bottom - top) * scale);
    context.scale(scale, scale);
    paintShapes(context, composed.composition.shapes, fontFamily);
    return canvas;
  } finally {
    done();
  }
}

/** The picture as a PNG file. */
export async function toPng(options: PngOptions): Promise<Blob> {
  const canvas = await drawPicture(options);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new PictureError("noCanvas", { width: options.width, height: options.height });
  return blob;
}
