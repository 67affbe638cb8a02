/** A size of picture, and the width in which its furniture is laid out: the same design at any number of pixels. */
export interface PictureSize {
  id: string;
  width: number;
  height: number;
  layoutWidth: number;
}

export const PICTURE_SIZES: PictureSize[] = [
  { id: "wide", width: 1600, height: 900, layoutWidth: 1600 },
  { id: "square", width: 1080, height: 1080, layoutWidth: 1080 },
  { id: "uhd", width: 3840, height: 2160, layoutWidth: 1600 },
];

/**
 * The width in which a picture of any size is laid out: a large one is a 1,600 × 900 picture drawn sharper, a very small one is an
 * 800 × 600 picture drawn smaller, so that its words stay in proportion.
 */
export function layoutWidthOf(width: number, height: number): number {
  const area = width * height;
  const scale = area > 1600 * 900 ? Math.sqrt(area / (1600 * 900)) : area < 800 * 600 ? Math.sqrt(area / (800 * 600)) : 1;
  return Math.round(width / scale);
}
