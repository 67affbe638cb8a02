/**
 * The width at which a picture is laid out. Pictures larger than 1,600 × 900 are laid out at about that size and scaled up, and those smaller
 * than 800 × 600 are laid out at about that size and scaled down, so that text stays in proportion.
 */
export function layoutWidthOf(width: number, height: number): number {
  const area = width * height;
  const scale =
    area > 1600 * 900 ? Math.sqrt(area / (1600 * 900)) : area < 800 * 600 ? Math.sqrt(area / (800 * 600)) : 1;
  return Math.round(width / scale);
}
