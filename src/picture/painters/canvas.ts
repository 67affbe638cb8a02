import { measureFont } from "../fonts/measureFont.ts";
import { PictureError } from "../pictureError.ts";
import type { Group, Scene } from "../scene/scene.ts";
import type { PathShape, Shape, TextShape } from "../scene/shapes.ts";

/** The largest side of a canvas that browsers support. */
const MOST_PIXELS_A_SIDE = 16_384;
/** Shapes drawn at once. Between two runs the page can respond and the user can cancel. */
const RUN = 200;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

function paintPath(context: Context, shape: PathShape): void {
  const path = new Path2D(shape.data);
  context.save();
  if (shape.fill) {
    context.globalAlpha = shape.fillOpacity ?? 1;
    context.fillStyle = shape.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(path, "evenodd");
  }
  if (shape.stroke) {
    context.globalAlpha = shape.strokeOpacity ?? 1;
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width ?? 1;
    context.lineCap = shape.roundCap ? "round" : "butt";
    context.setLineDash(shape.dash ?? []);
    context.lineJoin = "round";
    context.stroke(path);
  }
  context.restore();
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** The size of a raised digit and its height above the baseline, in ems: those of Noto Sans. */
const RAISED_SIZE = 0.6;
const RAISED_BY = 0.38;

/**
 * Draws a text, letter by letter where it has letter-spacing or superscripts. The web font has only some of the superscripts, and a browser
 * takes the others from another font, so they are drawn as small digits.
 */
function eachRun(
  context: Context,
  shape: TextShape,
  family: string,
  draw: (text: string, x: number, y: number) => void,
) {
  const { text, size, weight, italic = false, letterSpacing = 0, align = "start", x: at, y } = shape;
  const fontOf = (pixels: number) => `${italic ? "italic " : ""}${weight} ${pixels}px ${family}`;
  const letters = [...text];
  context.textAlign = "start";
  context.font = fontOf(size);
  const isPlain = letterSpacing === 0 && !letters.some((letter) => SUPERSCRIPTS.includes(letter));
  const width = measureFont(text, size, weight, italic) + letterSpacing * Math.max(0, letters.length - 1);
  if (isPlain) {
    context.textAlign = align === "middle" ? "center" : align;
    return draw(text, at, y);
  }
  let x = at - (align === "middle" ? width / 2 : align === "end" ? width : 0);
  let run = "";
  const flush = () => {
    if (run === "") return;
    draw(run, x, y);
    x += measureFont(run, size, weight, italic);
    run = "";
  };
  for (const letter of letters) {
    const digit = SUPERSCRIPTS.indexOf(letter);
    if (digit >= 0) {
      flush();
      context.font = fontOf(size * RAISED_SIZE);
      draw(String(digit), x, y - size * RAISED_BY);
      context.font = fontOf(size);
      x += measureFont(letter, size, weight, italic);
    } else if (letterSpacing === 0) run += letter;
    else {
      draw(letter, x, y);
      x += measureFont(letter, size, weight, italic) + letterSpacing;
    }
  }
  flush();
}

function paintText(context: Context, shape: TextShape, fontFamily: string): void {
  context.textBaseline = "alphabetic";
  const { halo } = shape;
  if (halo) {
    context.strokeStyle = halo.color;
    context.lineWidth = halo.width * 2;
    context.lineJoin = "round";
    eachRun(context, shape, fontFamily, (text, x, y) => context.strokeText(text, x, y));
  }
  context.fillStyle = shape.fill;
  eachRun(context, shape, fontFamily, (text, x, y) => context.fillText(text, x, y));
}

function paintShape(context: Context, shape: Shape, fontFamily: string): void {
  if (shape.type === "text") return paintText(context, shape, fontFamily);
  if (shape.type === "path") return paintPath(context, shape);
  if (shape.type === "line") {
    if (shape.width === 0) return;
    context.beginPath();
    for (const [x, y] of shape.points) context.lineTo(x, y);
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width;
    context.lineCap = "butt";
    context.lineJoin = "miter";
    context.setLineDash(shape.dash ?? []);
    context.stroke();
    context.setLineDash([]);
    return;
  }
  context.beginPath();
  if (shape.type === "circle") context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
  else context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill();
  }
  if (shape.stroke) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.strokeWidth ?? 1;
    context.stroke();
  }
}

/** Draws shapes on a canvas whose units are the layout's pixels. */
export function paintShapes(context: Context, shapes: Shape[], fontFamily: string): void {
  for (const shape of shapes) paintShape(context, shape, fontFamily);
}

/** What draws the shapes of groups one by one, each in the clip of its group. */
function* steps(context: Context, items: Group["items"], fontFamily: string): Generator<void> {
  for (const item of items) {
    if (!("items" in item)) {
      paintShape(context, item, fontFamily);
      yield;
      continue;
    }
    context.save();
    if (item.clip) {
      context.beginPath();
      context.arc(item.clip.x, item.clip.y, item.clip.radius, 0, 2 * Math.PI);
      context.clip();
    }
    yield* steps(context, item.items, fontFamily);
    context.restore();
  }
}

const countOf = (items: Group["items"]): number =>
  items.reduce((sum, item) => sum + ("items" in item ? countOf(item.items) : 1), 0);

function textsOf(items: Group["items"]): string {
  return items.map((item) => ("items" in item ? textsOf(item.items) : item.type === "text" ? item.text : "")).join("");
}

export interface CanvasOptions {
  fontFamily: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * Paints a scene on a canvas of exactly the size of its file.
 *
 * @throws PictureError if the browser cannot create a canvas of that size
 */
export async function paintScene(
  scene: Scene,
  { fontFamily, signal, onProgress }: CanvasOptions,
): Promise<HTMLCanvasElement> {
  const { width, height, layout, frame } = scene;
  if (width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE)
    throw new PictureError("tooLarge", {
      width,
      height,
      mostWidth: MOST_PIXELS_A_SIDE,
      mostHeight: MOST_PIXELS_A_SIDE,
    });
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  // The pixels are read back to write the file, so they are kept in main memory.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new PictureError("noCanvas", { width, height });
  const map: Group["items"] = [...scene.ground, scene.basemap, scene.rings, scene.labels];
  const all = [...map, scene.mapElements];
  const texts = textsOf(all);
  const styles = ["400", "600", "700", "italic 400"];
  await Promise.all(styles.map((style) => document.fonts.load(`${style} 16px ${fontFamily}`, texts)));
  context.scale(width / layout.width, height / layout.height);
  const total = countOf(all);
  let count = 0;
  const paint = async (items: Group["items"]) => {
    for (const _ of steps(context, items, fontFamily)) {
      count += 1;
      if (count % RUN > 0) continue;
      onProgress?.(count / total);
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
    }
  };
  const [left, top, right, bottom] = frame;
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.translate(left, top);
  await paint(map);
  context.restore();
  await paint([scene.mapElements]);
  return canvas;
}

/** A scene as a PNG file. */
export async function toPng(scene: Scene, options: CanvasOptions): Promise<Blob> {
  const canvas = await paintScene(scene, options);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new PictureError("noCanvas", { width: scene.width, height: scene.height });
  return blob;
}
