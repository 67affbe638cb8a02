import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { Theme } from "../../marks/inks.ts";
import type { BasemapPalette } from "../../map/basemapPalette.ts";
import type { BasemapWorld } from "../../map/basemapWorld.ts";
import type { LanguageCode } from "../../i18n/languages.ts";
import type { TypeScale } from "../layout/typeScale.ts";
import { wrapLabel } from "../layout/wrapLabel.ts";
import type { Occupancy } from "./occupancy.ts";
import type { PathWriter } from "./pathData.ts";
import type { MapProjection, Size } from "./projection.ts";
import { simplifyRing } from "./simplify.ts";
import type { MeasureText, Shape } from "./shapes.ts";
import { blockShapes, type TextBlock, textBlock } from "./textBlock.ts";

export interface NameOptions {
  world: BasemapWorld;
  projection: MapProjection;
  writer: PathWriter;
  size: Size;
  /** The part of the frame that shows this map. */
  isInside: (box: Box) => boolean;
  occupancy: Occupancy;
  palette: BasemapPalette;
  type: TypeScale;
  theme: Theme;
  language: LanguageCode;
  measure: MeasureText;
  /** The pixels of launch points, whose country is lettered best. */
  launches: ScreenPoint[];
  /** The square pixels of the part of the frame that shows this map, which decide how many names it has room for. */
  area: number;
  /** It is an inset, whose launch country the main map names. */
  isPart: boolean;
}

/** Names that were placed, and the launch countries and capitals that found no room. */
export interface PlacedNames {
  countries: Shape[];
  places: Shape[];
  seas: Shape[];
  missing: string[];
}

const padded = ([left, top, right, bottom]: Box): Box => [left - 1.5, top - 1, right + 1.5, bottom + 1];

/** Whether a point lies in rings, by the even-odd rule. */
function holds(rings: readonly ScreenPoint[][], [x, y]: ScreenPoint): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1) as ScreenPoint;
    for (const point of ring) {
      if (point[1] > y !== before[1] > y) {
        const share = (y - before[1]) / (point[1] - before[1]);
        if (x < before[0] + (point[0] - before[0]) * share) inside = !inside;
      }
      before = point;
    }
  }
  return inside;
}

function boundsOf(rings: readonly ScreenPoint[][]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return [left, top, right, bottom];
}

/** Twice the area of a ring, in square pixels. */
function areaOf(ring: readonly ScreenPoint[]): number {
  let twice = 0;
  let before = ring.at(-1) as ScreenPoint;
  for (const point of ring) {
    twice += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return Math.abs(twice) / 2;
}

interface VisibleCountry {
  label: BasemapWorld["labels"]["countries"][number];
  rings: ScreenPoint[][];
  area: number;
  isLaunch: boolean;
}

/** The countries that are visible, those of launch points first, then the largest. */
function visibleCountries({ world, writer, launches }: NameOptions): VisibleCountry[] {
  const labels = new Map(world.labels.countries.map((label) => [label.code, label]));
  return world.countries
    .flatMap(({ code, part, geometry }): VisibleCountry[] => {
      const label = labels.get(code);
      if (part !== "main" || !label) return [];
      const rings = writer.ringPoints(geometry.coordinates).map((ring) => simplifyRing(ring, 1));
      const area = Math.max(0, ...rings.map(areaOf));
      if (area < 60) return [];
      return [{ label, rings, area, isLaunch: launches.some((point) => holds(rings, point)) }];
    })
    .sort((a, b) => Number(b.isLaunch) - Number(a.isLaunch) || b.area - a.area);
}

/** Pixels between the positions that are tried for a country's name. */
const STEP = 9;

/** The position of a country's name nearest to its best place, with both ends in the country if there is room. */
function placeCountry(
  { rings, label, isLaunch }: VisibleCountry,
  block: TextBlock,
  { occupancy, isInside, projection }: NameOptions,
): Box | undefined {
  const { width, height } = block;
  const [left, top, right, bottom] = boundsOf(rings);
  const home = projection.project(label.lngLat) ?? [(left + right) / 2, (top + bottom) / 2];
  const homeX = Math.max(left, Math.min(right, home[0]));
  const homeY = Math.max(top, Math.min(bottom, home[1]));
  let best: { box: Box; cost: number } | undefined;
  const around = isLaunch ? 1.5 * height : 0;
  for (let y = top + STEP / 2 - around; y < bottom + around; y += STEP) {
    for (let x = left + STEP / 2; x < right; x += STEP) {
      let cost = Math.hypot(x - homeX, (y - homeY) * 1.5);
      if (best && cost >= best.cost) continue;
      // The name of a small launch country may stand beside it.
      if (!holds(rings, [x, y])) {
        if (!isLaunch) continue;
        cost += 60;
      }
      const ends = [x - width / 2, x + width / 2].filter((end) => !holds(rings, [end, y])).length;
      // A neighbour's name that sticks out would be read as another country's; a launch country must be named.
      if (ends === 2 && !isLaunch) continue;
      cost += ends * (isLaunch ? 40 : 70);
      if (best && cost >= best.cost) continue;
      const box: Box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      if (isInside(box) && occupancy.isFree(padded(box))) best = { box, cost };
    }
  }
  return best?.box;
}

/** Names launch countries, or the others as far as there is room. */
function placeCountries(
  countries: VisibleCountry[],
  most: number,
  options: NameOptions,
): { shapes: Shape[]; missing: string[] } {
  const { occupancy, palette, type, language, measure } = options;
  const shapes: Shape[] = [];
  const missing: string[] = [];
  let count = 0;
  for (const country of countries) {
    if (count >= most) break;
    const name = country.label.name[language].toLocaleUpperCase(language);
    const size = type.country * (country.isLaunch ? 1.12 : 1);
    const style = {
      size,
      weight: country.isLaunch ? (600 as const) : (400 as const),
      fill: country.isLaunch ? palette.placeLabel : palette.countryLabel,
      letterSpacing: size * 0.12,
    };
    const measured = (text: string) => measure(text, size, style.weight) * 1.15;
    // On one line if there is room, else on two.
    const found = [1e6, measured(name) * 0.6]
      .map((width) =>
        textBlock(
          wrapLabel(name, width, measured).map((text) => ({ text, ...style })),
          measure,
        ),
      )
      .flatMap((block) => {
        const box = placeCountry(country, block, options);
        return box ? [{ block, box }] : [];
      })[0];
    if (!found) {
      missing.push(country.label.name[language]);
      continue;
    }
    count += 1;
    occupancy.add(padded(found.box));
    shapes.push(...blockShapes(found.block, found.box, "middle", { color: palette.countryHalo, width: 1.5 }));
  }
  return { shapes, missing };
}

/** Cities are named where a pixel is at most so many kilometres; on wider maps only capitals are. */
const CITIES_KM_PER_PX = 5;
const DOT = 1.9;

/** The boxes beside a dot, best first. */
export function boxesBeside(
  [x, y]: ScreenPoint,
  gap: number,
  { width, height }: TextBlock,
): [Box, "start" | "middle" | "end"][] {
  const at = (left: number, top: number): Box => [left, top, left + width, top + height];
  return [
    [at(x + gap, y - height / 2), "start"],
    [at(x - gap - width, y - height / 2), "end"],
    [at(x + gap * 0.6, y - height - gap * 0.2), "start"],
    [at(x - gap * 0.6 - width, y - height - gap * 0.2), "end"],
    [at(x + gap * 0.6, y + gap * 0.2), "start"],
    [at(x - gap * 0.6 - width, y + gap * 0.2), "end"],
    [at(x - width / 2, y - height - gap * 0.7), "middle"],
    [at(x - width / 2, y + gap * 0.7), "middle"],
  ];
}

function placePlaces(places: BasemapWorld["labels"]["places"], most: number, options: NameOptions): Shape[] {
  const { projection, occupancy, palette, type, language, measure, area, isInside, launches } = options;
  const apart = Math.sqrt(area) * 0.07;
  const shapes: Shape[] = [];
  const dots: ScreenPoint[] = [...launches];
  let count = 0;
  for (const place of places.toSorted((a, b) => a.rank - b.rank)) {
    if (count >= most) break;
    const at = projection.project(place.lngLat);
    if (!at || !isInside([at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4])) continue;
    // A launch point at the place already names it, and crowded names say less than few.
    if (dots.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < apart)) continue;
    const dotBox: Box = [at[0] - DOT - 1.5, at[1] - DOT - 1.5, at[0] + DOT + 1.5, at[1] + DOT + 1.5];
    if (!occupancy.isFree(dotBox)) continue;
    const style = { size: type.place, weight: 400 as const, fill: palette.placeLabel };
    const block = textBlock([{ text: place.name[language], ...style }], measure);
    const found = boxesBeside(at, DOT + 3, block).find(([box]) => isInside(box) && occupancy.isFree(padded(box)));
    if (!found) continue;
    const [box, align] = found;
    occupancy.add(padded(box));
    occupancy.add(dotBox);
    dots.push(at);
    count += 1;
    shapes.push(
      {
        type: "circle",
        x: at[0],
        y: at[1],
        radius: DOT,
        fill: palette.dot,
        stroke: palette.placeHalo,
        strokeWidth: 0.8,
      },
      ...blockShapes(block, box, align, { color: palette.placeHalo, width: 1.4 }),
    );
  }
  return shapes;
}

const MOST_SEAS = 4;

function placeSeas({ world, projection, occupancy, palette, type, language, measure, isInside }: NameOptions): Shape[] {
  const shapes: Shape[] = [];
  let count = 0;
  for (const sea of world.labels.seas.toSorted((a, b) => a.rank - b.rank)) {
    if (count >= MOST_SEAS) break;
    const at = projection.project(sea.lngLat);
    if (!at) continue;
    const size = type.place;
    const style = { size, weight: 400 as const, fill: palette.seaLabel, italic: true };
    const measured = (text: string) => measure(text, size, 400);
    const block = textBlock(
      wrapLabel(sea.name[language], size * 8, measured).map((text) => ({ text, ...style })),
      measure,
    );
    const { width, height } = block;
    const box: Box = [at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2];
    if (!isInside(box) || !occupancy.isFree(padded(box))) continue;
    occupancy.add(padded(box));
    count += 1;
    shapes.push(...blockShapes(block, box, "middle", { color: palette.seaHalo, width: 1.2 }));
  }
  return shapes;
}

/** Names launch countries, capitals, other countries, cities and seas in this order, few and clear of every line. */
export function placeNames(options: NameOptions): PlacedNames {
  const { world, projection, area, isPart } = options;
  const countries = visibleCountries(options);
  const capitals = world.labels.places.filter((place) => place.class === "capital");
  const cities =
    projection.kmPerPx <= CITIES_KM_PER_PX ? world.labels.places.filter((place) => place.class !== "capital") : [];
  const launch = isPart
    ? { shapes: [], missing: [] }
    : placeCountries(
        countries.filter(({ isLaunch }) => isLaunch),
        Infinity,
        options,
      );
  const capitalShapes = placePlaces(capitals, Math.max(2, Math.min(14, area / 22_000)), options);
  const others = placeCountries(
    countries.filter(({ isLaunch }) => !isLaunch),
    Math.max(4, Math.min(24, area / 16_000)),
    options,
  );
  const cityShapes = placePlaces(cities, Math.max(3, Math.min(14, area / 22_000)), options);
  return {
    countries: [...launch.shapes, ...others.shapes],
    missing: launch.missing,
    places: [...capitalShapes, ...cityShapes],
    seas: placeSeas(options),
  };
}
