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
