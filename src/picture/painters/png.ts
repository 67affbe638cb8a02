import type { Figure } from "../../figure/figure.ts";
import type { LabelContext } from "../../figure/labels/placeLabels.ts";
import type { Theme } from "../../marks/inks.ts";
import type { Translate } from "../../i18n/messages.ts";
import { basemapPalette } from "../../map/basemapPalette.ts";
import type { View } from "../../scenario/scenario.ts";
import { composeAround } from "../layout/composeAround.ts";
import type { Composition } from "../layout/composition.ts";
import type { MapElements } from "../layout/mapElements.ts";
import { type Size, viewInFrame } from "../scene/mapFrame.ts";
import { paintShapes } from "./paintShapes.ts";
import { PictureError } from "../pictureError.ts";
import { drawPictureMap } from "./pictureMap.ts";
import type { MeasureText } from "../scene/shapes.ts";

export interface PngOptions {
  figure: Figure;
  translate: Translate;
  /** Pixels of the file. */
  width: number;
  height: number;
  /** The width at which the picture is laid out; it is then scaled by `width / layoutWidth`. */
  layoutWidth: number;
  /** The view on the screen, with the size of the map there. */
  view: View;
  viewSize: { width: number; height: number };
  theme: Theme;
  mapElements?: Partial<MapElements>;
  measure: MeasureText;
  measureLabel: LabelContext["measure"];
  fontFamily: string;
  /** The URL of the app's folder, with a trailing slash. */
  baseUrl: string;
  signal?: AbortSignal;
}

/** The view of the frame, which shows at least all that the screen shows. On Mercator it stays between the upper and lower edges of the world. */
function viewOf({ figure, view, viewSize }: PngOptions, frame: Size): View {
  if (figure.projection !== "globe") return viewInFrame(view, viewSize, frame);
  return {
    ...view,
    zoom: view.zoom + Math.log2(Math.min(frame.width / viewSize.width, frame.height / viewSize.height)),
  };
}

function compose(options: PngOptions, height: number) {
  const { figure, translate, layoutWidth, theme, measure, mapElements } = options;
  const layout = { width: layoutWidth, height, theme, measure, translate, ...(mapElements && { mapElements }) };
  return composeAround(figure, layout, (frame) => {
    const view = viewOf(options, frame);
    return { view, latitude: view.center[1], zoom: view.zoom };
  });
}

async function loadFonts(composition: Composition, fontFamily: string): Promise<void> {
  const texts = composition.shapes.flatMap((shape) => (shape.type === "text" ? shape.text : [])).join("");
  await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px ${fontFamily}`, texts)));
}

/**
 * Draws the picture on a canvas of exactly the requested size: the map as on the screen, with title, legend, scale, sources and credits.
 *
 * @throws PictureError if the machine cannot draw a map of that size
 */
async function drawPicture(options: PngOptions): Promise<HTMLCanvasElement> {
  const { figure, theme, measureLabel, baseUrl, signal, width, height, layoutWidth, fontFamily } = options;
  const scale = width / layoutWidth;
  const first = compose(options, height / scale);
  await loadFonts(first.composition, fontFamily);
  // Text can be measured correctly only now that the fonts are loaded.
  const { composition, size: frame, fitted } = compose(options, height / scale);
  const [left, top] = composition.frame;
  const { canvas: mapCanvas, done } = await drawPictureMap({
    figure,
    view: fitted.view,
    ...frame,
    theme,
    obstacles: composition.obstacles,
    measureLabel,
    baseUrl,
    scale,
    signal,
  });
  try {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    // Keeps the canvas in main memory, because its pixels must be read back to write the file.
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new PictureError("noCanvas", { width, height });
    // A globe leaves the space around it transparent.
    context.fillStyle = basemapPalette[theme].space;
    context.fillRect(0, 0, width, height);
    context.drawImage(mapCanvas, left * scale, top * scale, frame.width * scale, frame.height * scale);
    context.scale(scale, scale);
    paintShapes(context, composition.shapes, fontFamily);
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
