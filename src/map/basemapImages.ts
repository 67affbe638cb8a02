import { basemapPalette, type BasemapTheme } from "./basemapPalette.ts";

/** Ready for `map.addImage(id, { width, height, data }, { pixelRatio })`. */
export interface BasemapImage {
  id: string;
  width: number;
  height: number;
  /** Straight (not premultiplied) RGBA. */
  data: Uint8Array;
  pixelRatio: number;
}

/** Ids of the images that the style's symbol layers use. */
export const basemapImageIds = { capital: "basemap-capital", city: "basemap-city", town: "basemap-town" } as const;

type Rgb = readonly [number, number, number];
const rgb = (hex: string): Rgb => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;

/** Draws an image from signed distances in CSS pixels: a fill with a rim around it, both antialiased. */
function draw(
  id: string,
  size: number,
  rim: number,
  fill: Rgb,
  edge: Rgb,
  pixelRatio: number,
  distance: (x: number, y: number) => number,
): BasemapImage {
  const n = size * pixelRatio;
  const data = new Uint8Array(n * n * 4);
  const cover = (d: number) => Math.max(0, Math.min(1, 0.5 - d * pixelRatio));
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const d = distance((x + 0.5) / pixelRatio - size / 2, (y + 0.5) / pixelRatio - size / 2);
      const inner = cover(d);
      const outer = cover(d - rim);
      const at = (y * n + x) * 4;
      for (let c = 0; c < 3; c++) data[at + c] = Math.round((fill[c] ?? 0) * inner + (edge[c] ?? 0) * (1 - inner));
      data[at + 3] = Math.round(outer * 255);
    }
  }
  return { id, width: n, height: n, data, pixelRatio };
}

const disc = (radius: number) => (x: number, y: number) => Math.hypot(x, y) - radius;
const square = (half: number) => (x: number, y: number) => Math.max(Math.abs(x), Math.abs(y)) - half;

/** Draws the dots of towns. An export should pass its own pixel ratio, an integer, so that they stay sharp. */
export function buildBasemapImages(theme: BasemapTheme, pixelRatio = 2): BasemapImage[] {
  const colors = basemapPalette[theme];
  const dot = rgb(colors.dot);
  const rim = rgb(colors.dotRim);
  const minor = rgb(colors.placeLabelMinor);
  return [
    draw(basemapImageIds.capital, 10, 1, dot, rim, pixelRatio, square(3)),
    draw(basemapImageIds.city, 10, 1, dot, rim, pixelRatio, disc(2.6)),
    draw(basemapImageIds.town, 8, 1, minor, rim, pixelRatio, disc(1.9)),
  ];
}
