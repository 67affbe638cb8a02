import type { Position } from "geojson";
import type { Figure } from "../../figure/figure.ts";
import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import { rangeOutline } from "../../geodesy/index.ts";
import { bandMark } from "../../marks/band.ts";
import { coverageMark } from "../../marks/coverage.ts";
import type { DrawnLaunchPoint, LngLat, Outline } from "../../marks/drawn.ts";
import { itemsOf } from "../../marks/registry.ts";
import { ringMark } from "../../marks/ring.ts";
import type { Projection, View } from "../../scenario/scenario.ts";
import { fitProjection, type MapProjection, projectView, type Size } from "./projection.ts";

/** A round map at a larger scale, tied to its place on the main map. */
export interface Inset {
  projection: MapProjection;
  /** In pixels of the frame. */
  circle: { center: ScreenPoint; radius: number };
  /** What the inset shows, on the main map. */
  extent: { center: ScreenPoint; radius: number; outline: Outline };
  launchPoint: string;
  /** Rings up to this range are named in the inset. */
  reachKm: number;
}

/** How a picture shows its map. */
export interface Framing {
  main: MapProjection;
  inset?: Inset;
}

export interface FramingOptions {
  projection?: Projection | undefined;
  centerOn?: string | undefined;
  view?: View | undefined;
}

/** From this range on, a picture is azimuthal unless the user chose a projection, so that rings are round. */
const AZIMUTHAL_FROM_KM = 800;
/** An inset shows the short rings if the longest is more than so many times as long as the shortest. */
const INSET_RATIO = 5;
/** The inset shows a little more than its longest ring. */
const INSET_MARGIN = 1.22;
/** With more launch points the inset would show one of many. */
const MOST_LAUNCHES_FOR_INSET = 3;
/** A smaller frame has no room for an inset. */
const LEAST_INSET_FRAME = 180;
/** A sample of vertices is enough to find the extent of an outline. */
const VERTICES = 48;
const MOST_OUTLINES = 2000;

const shownPoints = ({ launchPoints }: Figure): (DrawnLaunchPoint & { lngLat: LngLat })[] =>
  launchPoints.flatMap((point) => (point.hidden || !point.lngLat ? [] : [{ ...point, lngLat: point.lngLat }]));

function verticesOf({ geometry }: Outline): LngLat[] {
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  const step = Math.max(1, Math.floor(count / VERTICES));
  return lines.flatMap((line) =>
    line.filter((_, index) => index % step === 0).map(([lng = 0, lat = 0]: Position): LngLat => [lng, lat]),
  );
}

/** The places that a picture must show: launch points, and vertices of every ring, band and merged area. */
function placesOf(figure: Figure): LngLat[] {
  const { marks } = figure;
  const outlines = [
    ...itemsOf(marks, ringMark).flatMap((ring) => (ring.shown ? [ring.coarseOutline ?? ring.outline] : [])),
    ...itemsOf(marks, coverageMark).map((coverage) => coverage.outline),
    ...itemsOf(marks, bandMark).flatMap((band) => (band.shown ? [band.outerOutline] : [])),
  ];
  return [...shownPoints(figure).map(({ lngLat }) => lngLat), ...outlines.slice(0, MOST_OUTLINES).flatMap(verticesOf)];
}

/** The middle of places on the sphere. */
function middleOf(places: LngLat[]): LngLat {
  let [x, y, z] = [0, 0, 0];
  for (const [lng, lat] of places) {
    const [a, b] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
    x += Math.cos(b) * Math.cos(a);
    y += Math.cos(b) * Math.sin(a);
    z += Math.sin(b);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}

const longestOf = ({ systems }: Figure): number => Math.max(0, ...systems.map(({ rangeKm }) => rangeKm.max));

/** The projection that a picture has unless the user chooses one: azimuthal for long ranges, so that rings are round. */
export const automaticProjection = (figure: Figure): Projection =>
  figure.projection === "mercator" && longestOf(figure) >= AZIMUTHAL_FROM_KM
    ? "azimuthal-equidistant"
    : figure.projection;

function centerOf(figure: Figure, kind: Projection, isChosen: boolean, centerOn: string | undefined): LngLat {
  const points = shownPoints(figure);
  const first = points.find(({ id }) => id === centerOn) ?? points[0];
  const { bounds } = figure;
  if (kind === "mercator")
    return bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : (first?.lngLat ?? [20, 30]);
  // A map that the user made azimuthal has true distances from one place; one chosen by rule shows all alike.
  if (first && (isChosen || centerOn !== undefined)) return first.lngLat;
  return points.length > 0 ? middleOf(points.map(({ lngLat }) => lngLat)) : [20, 30];
}

/** The launch point whose short rings need an inset, with the longest of them in kilometres. */
function insetOf(figure: Figure, centerOn: string | undefined) {
  const points = shownPoints(figure);
  if (points.length > MOST_LAUNCHES_FOR_INSET || itemsOf(figure.marks, coverageMark).length > 0) return undefined;
  const longest = longestOf(figure);
  const candidates = points.flatMap((point) => {
    const short = point.systems.map(({ rangeKm }) => rangeKm.max).filter((km) => km * INSET_RATIO < longest);
    return point.geometry.type === "Point" && short.length > 0 ? [{ point, short }] : [];
  });
  // The launch point that the user chose, or the one with the most short rings.
  const isChosen = ({ point }: { point: DrawnLaunchPoint }) => Number(point.id === centerOn);
  const [best] = candidates.toSorted((a, b) => isChosen(b) - isChosen(a) || b.short.length - a.short.length);
  if (!best) return undefined;
  const reachKm = Math.max(...best.short);
  return { point: best.point, reachKm, shownKm: reachKm * INSET_MARGIN };
}

/** Where the inset stands and what is left for the rings of the main map, in pixels of the frame. */
function divideFrame({ width, height }: Size, margin: number): { circle: Inset["circle"]; rest: Box } {
  if (width >= height * 1.2) {
    const radius = Math.min(height * 0.33, width * 0.17);
    const center: ScreenPoint = [width - margin - radius * 1.12, margin * 0.6 + radius + height * 0.04];
    return { circle: { center, radius }, rest: [margin, margin, center[0] - radius - margin, height - margin] };
  }
  const radius = Math.min(width * 0.29, height * 0.18);
  const center: ScreenPoint = [width - margin - radius, height - margin - radius - 14];
  return { circle: { center, radius }, rest: [margin, margin, width - margin, center[1] - radius - margin * 0.5] };
}

/** Chooses projection, scale and inset, so that every ring is complete with a margin. */
export function chooseFraming(figure: Figure, size: Size, options: FramingOptions): Framing {
  const kind = options.projection ?? automaticProjection(figure);
  const isChosen = options.projection !== undefined || figure.projection === kind;
  const center = centerOf(figure, kind, isChosen, options.centerOn);
  const margin = Math.max(14, Math.min(size.width, size.height) * 0.055);
  const wanted = Math.min(size.width, size.height) >= LEAST_INSET_FRAME ? insetOf(figure, options.centerOn) : undefined;
  const whole: Box = [margin, margin, size.width - margin, size.height - margin];
  const { circle, rest } = wanted ? divideFrame(size, margin) : { circle: undefined, rest: whole };
  const main = options.view
    ? projectView(kind, center, options.view, size)
    : fitProjection(kind, center, placesOf(figure), rest, size);
  const at = wanted && main.project(wanted.point.lngLat);
  if (!wanted || !circle || !at || at[0] < 0 || at[1] < 0 || at[0] > size.width || at[1] > size.height) return { main };
  const outline = rangeOutline(wanted.point.lngLat, wanted.shownKm);
  const { center: middle, radius } = circle;
  const box: Box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius];
  const projection = fitProjection("azimuthal-equidistant", wanted.point.lngLat, verticesOf(outline), box, size);
  const extent = { center: at, radius: wanted.shownKm / main.kmPerPx, outline };
  return { main, inset: { projection, circle, extent, launchPoint: wanted.point.id, reachKm: wanted.reachKm } };
}
