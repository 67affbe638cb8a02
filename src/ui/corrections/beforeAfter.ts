import { PictureError } from "../../picture/pictureError.ts";
import { FONT_FAMILY } from "../widgets/measureText.ts";

const HEADING = 64;
const GAP = 24;

/**
 * Two pictures of one size side by side, each under its heading.
 *
 * @throws PictureError if the browser cannot create a canvas of that size
 */
export async function composeSideBySide(
  pictures: readonly { heading: string; png: Blob }[],
  size: { width: number; height: number },
): Promise<Blob> {
  const width = pictures.length * (size.width + GAP) - GAP;
  const height = size.height + HEADING;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new PictureError("noCanvas", { width, height });
  await document.fonts.load(`600 28px ${FONT_FAMILY}`, "aяế");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#1b1d21";
  context.font = `600 28px ${FONT_FAMILY}`;
  context.textBaseline = "middle";
  for (const [index, { heading, png }] of pictures.entries()) {
    const left = index * (size.width + GAP);
    const image = await createImageBitmap(png);
    context.fillText(heading, left + 28, HEADING / 2, size.width - 56);
    context.drawImage(image, left, HEADING);
    image.close();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new PictureError("noCanvas", { width, height });
  return blob;
}
