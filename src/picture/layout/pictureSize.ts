/**
 * The width in which a picture of any size is laid out: a large one is a 1,600 × 900 picture drawn sharper, a very small one is an
 * 800 × 600 picture drawn smaller, so that its words stay in proportion.
 */
export function layoutWidthOf(width: number, height: number): number {
  const area = width * height;
  const scale =
    area > 1600 * 900 ? Math.sqrt(area / (1600 * 900)) : area < 800 * 600 ? Math.sqrt(area / (800 * 600)) : 1;
  return Math.round(width / scale);
}
