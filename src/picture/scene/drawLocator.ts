import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { LngLat } from "../../marks/drawn.ts";
import type { Theme } from "../../marks/inks.ts";
import { type Corner, CORNERS } from "../layout/mapElements.ts";
import { PICTURE_INKS } from "../layout/pictureInks.ts";
import type { Occupancy } from "./occupancy.ts";
import { createPathWriter } from "./pathData.ts";
import { EARTH_KM, type MapProjection, placeProjection, type Size } from "./projection.ts";
import type { Shape } from "./shapes.ts";
import type { LoadWorld } from "./worldScale.ts";

interface LocatorOptions {
  size: Size;
  corner: Corner;
  occupancy: Occupancy;
  palette: BasemapPalette;
  theme: Theme;
  world: LoadWorld;
}

/** A map that shows less than a continent needs a locator. */
const CONTINENT_KM = 4500;
/** A third of an inch. */
const RADIUS = 32;
const GAP = 8;

/** The edge of the frame as places. */
function edgeOf({ invert }: MapProjection, { width, height }: Size): LngLat[] {
  const steps = 8;
  const along = (from: ScreenPoint, to: ScreenPoint): LngLat[] =>
    Array.from({ length: steps }, (_, step) =>
      invert([from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps]),
    ).filter((place) => place !== undefined);
  const edge = [
    ...along([0, 0], [width, 0]),
    ...along([width, 0], [width, height]),
    ...along([width, height], [0, height]),
    ...along([0, height], [0, 0]),
  ];
  return edge[0] ? [...edge, edge[0]] : [];
}

/** Draws a small globe that shows where the map is, in a corner without lines. Empty if there is none, or the map shows a continent. */
export async function drawLocator(main: MapProjection, options: LocatorOptions): Promise<Shape[]> {
  const { size, corner, occupancy, palette, theme, world } = options;
  if (Math.hypot(size.width, size.height) * main.kmPerPx > CONTINENT_KM) return [];
  if (Math.min(size.width, size.height) < 6 * RADIUS) return [];
  const boxOf = (place: Corner): Box => {
    const left = place.endsWith("left") ? GAP : size.width - GAP - 2 * RADIUS;
    const top = place.startsWith("top") ? GAP : size.height - GAP - 2 * RADIUS;
    return [left, top, left + 2 * RADIUS, top + 2 * RADIUS];
  };
  const box = [corner, ...CORNERS].map(boxOf).find((place) => occupancy.isFree(place));
  const middle = main.invert([size.width / 2, size.height / 2]);
  if (!box || !middle) return [];
  occupancy.add(box);
  const [x, y] = [box[0] + RADIUS, box[1] + RADIUS];
  const writer = createPathWriter(wholeGlobe(middle, box, size));
  const { countries } = await world("110m");
  const land = countries
    .map(({ geometry }) => writer.polygons(geometry.coordinates, { tolerance: 0.2, digits: 1 }))
    .join("");
  const extent = writer.lines([edgeOf(main, size)], { tolerance: 0.05, digits: 1 });
  const { ink } = PICTURE_INKS[theme];
  return [
    { type: "circle", x, y, radius: RADIUS, fill: palette.water, stroke: palette.border, strokeWidth: 0.6 },
    { type: "path", data: land, name: "locator-land", fill: palette.border, fillOpacity: 0.75 },
    { type: "path", data: extent, name: "locator-extent", stroke: ink, width: 1.6 },
  ];
}

/** A globe that fills a box. */
function wholeGlobe(middle: LngLat, [left, top, right, bottom]: Box, size: Size): MapProjection {
  const kmPerPx = (2 * EARTH_KM) / (right - left);
  return placeProjection(
    "globe",
    { center: middle, kmPerPx, pixel: [(left + right) / 2, (top + bottom) / 2], at: middle },
    size,
  );
}
