import { PictureError } from "../pictureError.ts";

/** The largest side of a canvas that browsers support. */
const MOST_PIXELS_A_SIDE = 16_384;

/** Rows drawn at once. Between two strips the page can respond and the user can cancel. */
const STRIP_PIXELS = 2048;

/**
 * Draws an SVG whose texts are outlines as a PNG of exactly the requested size. It is drawn on one canvas strip by strip, so there are no
 * seams, and the GPU's size limit does not apply.
 *
 * @throws PictureError if the browser cannot create a canvas of that size
 */
export async function rasterPng(
  svg: string,
  { width, height }: { width: number; height: number },
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: ((share: number) => void) | undefined } = {},
): Promise<Blob> {
  if (width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE) {
    throw new PictureError("tooLarge", {
      width,
      height,
      mostWidth: MOST_PIXELS_A_SIDE,
      mostHeight: MOST_PIXELS_A_SIDE,
    });
  }
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (!context) throw new PictureError("noCanvas", { width, height });
    for (let top = 0; top < height; top += STRIP_PIXELS) {
      signal?.throwIfAborted();
      const rows = Math.min(STRIP_PIXELS, height - top);
      context.save();
      context.beginPath();
      context.rect(0, top, width, rows);
      context.clip();
      context.drawImage(image, 0, 0, width, height);
      context.restore();
      onProgress?.((top + rows) / height);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new PictureError("noCanvas", { width, height });
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
