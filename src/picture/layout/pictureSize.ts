/** A picture of 1,600 × 900 pixels is laid out at 800 × 450, so that its type can be read in a column of a web page. */
const LAYOUT_AREA = 800 * 450;

/**
 * The width at which a picture is laid out. Larger pictures than 800 × 450 are laid out at about that area and scaled up, so that text stays in
 * proportion; smaller ones are laid out at their own size.
 */
export function layoutWidthOf(width: number, height: number): number {
  const scale = Math.max(1, Math.sqrt((width * height) / LAYOUT_AREA));
  return Math.round(width / scale);
}
