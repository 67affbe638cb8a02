import {
  type GeoProjection,
  type GeoStreamWrapper,
  geoAzimuthalEquidistant,
  geoMercator,
  geoOrthographic,
  geoTransform,
} from "d3-geo";
import geographiclib from "geographiclib-geodesic";
import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import { MAX_DISTANCE_KM } from "../../geodesy/index.ts";
import { wrapLongitude } from "../../geodesy/wrapLongitude.ts";
import type { LngLat } from "../../marks/drawn.ts";
import type { Projection, View } from "../../scenario/scenario.ts";

/** Width and height in pixels of the layout. */
export interface Size {
  width: number;
  height: number;
}

/** Projects places on the Earth to pixels from the top left of a frame. */
export interface MapProjection {
  kind: Projection;
  /** Kilometres per pixel along any line through the centre; on Mercator, at `latitude`. */
  kmPerPx: number;
  /** The latitude for which the scale holds. */
  latitude: number;
  /** The place that the projection is centred on, which need not be the middle of the frame. */
  center: LngLat;
  /** The angle in radians about the centre beyond which nothing is in the frame. */
  reach: number;
  /** Projects geometry that d3-geo streams. */
  stream: GeoStreamWrapper["stream"];
  /** Undefined for a place that the projection does not show, such as one on the far side of a globe. */
  project: (lngLat: LngLat) => ScreenPoint | undefined;
  invert: (point: ScreenPoint) => LngLat | undefined;
  /** The edge of the world in pixels if the map is a disc. */
  disc?: { center: ScreenPoint; radius: number };
}

const { Geodesic } = geographiclib;
const wgs84 = Geodesic.WGS84;
/** The mean radius. */
export const EARTH_KM = 6371.0088;
const EQUATOR_KM = 40_075.016_685_578_5;
const WORLD_AT_ZOOM_0 = 512;
/** Beyond this distance, near the antipode, the geodesics of an ellipsoid all leave close to the meridian, and shapes would turn inside out. */
const ANTIPODAL_KM = 18_500;
const NEAREST_POLE_DEG = 89.999_99;
/** The smallest deviation, in pixels, for which d3-geo bends a line. */
const PRECISION_PX = 0.3;
/** Pixels around the frame that are drawn, so that the clipped edges of wide lines stay invisible. */
export const CLIP_MARGIN = 16;
/** The Mercator map ends here, where the world is a square. */
const MERCATOR_LIMIT_DEG = 85.051_128_779_806_6;

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

/** The zoom at which a Mercator map has a scale at a latitude, as scale bars and saved views need it. */
export const zoomOf = (kmPerPx: number, latitude: number): number =>
  Math.log2((EQUATOR_KM * Math.cos(toRadians(latitude))) / WORLD_AT_ZOOM_0 / kmPerPx);

export const kmPerPxOf = ({ center, zoom }: View): number =>
  (EQUATOR_KM * Math.cos(toRadians(center[1]))) / WORLD_AT_ZOOM_0 / 2 ** zoom;

/** Angle and bearing between two places on a sphere, in radians. */
export function angleBetween([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): { angle: number; bearing: number } {
  const [a, b, d] = [toRadians(lat1), toRadians(lat2), toRadians(lng2 - lng1)];
  const h = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(d / 2) ** 2;
  const bearing = Math.atan2(
    Math.sin(d) * Math.cos(b),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(d),
  );
  return { angle: 2 * Math.asin(Math.min(1, Math.sqrt(h))), bearing };
}

/** Steps of the table of corrections. Interpolated between them, a distance is within 0.005 % of the geodesic's. */
const BEARINGS = 72;
const ANGLES = 24;

/**
 * How much longer the geodesics of WGS84 are, and how much they turn, against a sphere: two numbers for each step of angle up to `most` radians
 * and of bearing from a centre.
 */
function corrections(center: LngLat, most: number): Float64Array {
  const table = new Float64Array((ANGLES + 1) * BEARINGS * 2);
  for (let ring = 0; ring <= ANGLES; ring += 1) {
    for (let ray = 0; ray < BEARINGS; ray += 1) {
      // The centre itself has no bearing, so its corrections are those of places close by.
      const [angle, bearing] = [(most * Math.max(ring, 0.01)) / ANGLES, (2 * Math.PI * ray) / BEARINGS];
      const [lng, lat] = placeAt(center, angle, bearing);
      const { s12 = 0, azi1 = 0 } = wgs84.Inverse(center[1], center[0], lat, lng, Geodesic.DISTANCE | Geodesic.AZIMUTH);
      const index = (ring * BEARINGS + ray) * 2;
      table[index] = s12 / 1000 / EARTH_KM / angle - 1;
      table[index + 1] = Math.sin(toRadians(azi1) - bearing);
    }
  }
  return table;
}

/** The place at an angle and a bearing from another on a sphere. */
function placeAt([lng, lat]: LngLat, angle: number, bearing: number): LngLat {
  const phi = toRadians(lat);
  const y = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
  const turn = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * y);
  return [lng + toDegrees(turn), toDegrees(Math.asin(Math.max(-1, Math.min(1, y))))];
}

/**
 * Maps each place to the place on a sphere that is as far from [0, 0], at the same bearing, as the geodesic of WGS84 is from `center`. An
 * azimuthal projection of that sphere then shows true distances, so that rings around the centre are circles.
 */
function aboutCenter(place: LngLat, reach: number): (lng: number, lat: number) => LngLat {
  const most = Math.min(reach, ANTIPODAL_KM / EARTH_KM);
  // A metre from a pole bearings are still well defined.
  const center: LngLat = [place[0], Math.max(-NEAREST_POLE_DEG, Math.min(NEAREST_POLE_DEG, place[1]))];
  const table = corrections(center, most);
  const [sinCenter, cosCenter] = [Math.sin(toRadians(center[1])), Math.cos(toRadians(center[1]))];
  // Every vertex of the basemap passes here, so this makes no objects but its result.
  return (lng, lat) => {
    const phi = (lat * Math.PI) / 180;
    const turn = ((lng - center[0]) * Math.PI) / 180;
    const sinPhi = Math.sin(phi);
    const cosPhi = Math.cos(phi);
    const sinTurn = Math.sin(turn);
    const cosTurn = Math.cos(turn);
    const east = sinTurn * cosPhi;
    const north = cosCenter * sinPhi - sinCenter * cosPhi * cosTurn;
    let angle = Math.atan2(Math.hypot(east, north), sinCenter * sinPhi + cosCenter * cosPhi * cosTurn);
    let bearing = Math.atan2(east, north);
    if (angle <= most) {
      const rings = (angle / most) * ANGLES;
      const ring = Math.min(ANGLES - 1, Math.floor(rings));
      const rays = (bearing / (2 * Math.PI) + 1) * BEARINGS;
      const u = rings - ring;
      const v = rays - Math.floor(rays);
      const ray = Math.floor(rays) % BEARINGS;
      const next = (ray + 1) % BEARINGS;
      const a = (ring * BEARINGS + ray) * 2;
      const b = (ring * BEARINGS + next) * 2;
      const c = a + BEARINGS * 2;
      const d = b + BEARINGS * 2;
      const wa = (1 - u) * (1 - v);
      const wb = (1 - u) * v;
      const wc = u * (1 - v);
      const wd = u * v;
      angle *= 1 + wa * at(table, a) + wb * at(table, b) + wc * at(table, c) + wd * at(table, d);
      bearing += wa * at(table, a + 1) + wb * at(table, b + 1) + wc * at(table, c + 1) + wd * at(table, d + 1);
    }
    const sinAngle = Math.sin(angle);
    return [
      toDegrees(Math.atan2(sinAngle * Math.sin(bearing), Math.cos(angle))),
      toDegrees(Math.asin(Math.max(-1, Math.min(1, sinAngle * Math.cos(bearing))))),
    ];
  };
}

const at = (table: Float64Array, index: number): number => table[index] as number;

/** Where a map is centred and how it is placed in its frame. */
interface Placing {
  center: LngLat;
  kmPerPx: number;
  /** The pixel that shows `at`; by default the middle of the frame shows the centre. */
  pixel: ScreenPoint;
  at: LngLat;
}

interface RawProjection {
  d3: GeoProjection;
  /** From longitude and latitude to the coordinates that `d3` takes. */
  toSphere?: (lng: number, lat: number) => LngLat;
  latitude: number;
}

function rawProjection(kind: Projection, center: LngLat, latitude: number, reach: number): RawProjection {
  if (kind === "mercator") return { d3: geoMercator().rotate([-center[0], 0]), latitude };
  if (kind === "globe") return { d3: geoOrthographic().rotate([-center[0], -center[1]]), latitude: center[1] };
  return { d3: geoAzimuthalEquidistant(), toSphere: aboutCenter(center, reach), latitude: center[1] };
}

const scaleOf = (kind: Projection, kmPerPx: number, latitude: number): number =>
  kind === "mercator" ? (EQUATOR_KM * Math.cos(toRadians(latitude))) / (2 * Math.PI) / kmPerPx : EARTH_KM / kmPerPx;

/** Builds a projection placed in a frame. */
export function placeProjection(kind: Projection, { center, kmPerPx, pixel, at }: Placing, frame: Size): MapProjection {
  const size = Math.hypot(frame.width, frame.height) + Math.hypot(...pixel) + 2 * CLIP_MARGIN;
  const reach = Math.min(Math.PI, (size * kmPerPx * 1.02 + 100) / EARTH_KM + angleBetween(center, at).angle);
  const { d3, toSphere, latitude } = rawProjection(kind, center, at[1], reach);
  d3.scale(scaleOf(kind, kmPerPx, latitude))
    .translate([0, 0])
    .precision(PRECISION_PX);
  const toScreen = (lngLat: LngLat): ScreenPoint | undefined => {
    const point = d3(toSphere ? toSphere(...lngLat) : lngLat);
    return point && Number.isFinite(point[0]) && Number.isFinite(point[1]) ? point : undefined;
  };
  const [x = 0, y = 0] = toScreen(kind === "mercator" ? [at[0], Math.max(-85, Math.min(85, at[1]))] : at) ?? [];
  d3.translate([pixel[0] - x, pixel[1] - y]);
  const [originX, originY] = d3.translate();
  const corner = Math.hypot(
    Math.max(Math.abs(originX), Math.abs(frame.width - originX)) + CLIP_MARGIN,
    Math.max(Math.abs(originY), Math.abs(frame.height - originY)) + CLIP_MARGIN,
  );
  const radius = (kind === "globe" ? EARTH_KM : MAX_DISTANCE_KM) / kmPerPx;
  // What is further off than the corners of the frame is cut off before it is bent and clipped to the frame.
  const visible = Math.min(Math.PI, (corner * kmPerPx * 1.02 + 100) / EARTH_KM);
  if (kind === "azimuthal-equidistant") d3.clipAngle(Math.min(179.9, toDegrees(visible)));
  d3.clipExtent([
    [-CLIP_MARGIN, -CLIP_MARGIN],
    [frame.width + CLIP_MARGIN, frame.height + CLIP_MARGIN],
  ]);
  const stream: GeoStreamWrapper["stream"] = toSphere
    ? (sink) => {
        const inner = d3.stream(sink);
        return geoTransform({
          point(lng, lat) {
            const place = toSphere(lng, lat);
            this.stream.point(place[0], place[1]);
          },
        }).stream(inner);
      }
    : (sink) => d3.stream(sink);
  const limit = kind === "globe" ? Math.PI / 2 : visible;
  return {
    kind,
    kmPerPx,
    latitude,
    center,
    reach: kind === "mercator" ? mercatorReach(corner, kmPerPx) : limit,
    stream,
    project(lngLat) {
      if (kind === "globe" && angleBetween(center, lngLat).angle > Math.PI / 2) return undefined;
      if (kind === "mercator" && Math.abs(lngLat[1]) > MERCATOR_LIMIT_DEG) return undefined;
      return toScreen(lngLat);
    },
    invert(point) {
      // d3-geo answers with the edge of a globe for what lies beyond it.
      if (kind !== "mercator" && Math.hypot(point[0] - originX, point[1] - originY) > radius) return undefined;
      const place = d3.invert?.(point);
      if (!place || place.some((degrees) => !Number.isFinite(degrees))) return undefined;
      if (!toSphere) return place;
      const { angle, bearing } = angleBetween([0, 0], place);
      const { lat2 = 0, lon2 = 0 } = wgs84.Direct(center[1], center[0], toDegrees(bearing), angle * EARTH_KM * 1000);
      return [lon2, lat2];
    },
    ...(kind !== "mercator" && { disc: { center: [originX, originY], radius } }),
  };
}

/** Beyond a third of the Earth's circumference everything is considered; less far off, the scale shrinks towards the pole at most threefold. */
function mercatorReach(corner: number, kmPerPx: number): number {
  const angle = (corner * kmPerPx * 3) / EARTH_KM;
  return angle > 1.2 ? Math.PI : angle;
}

/** Builds the map that shows a view: its centre in the middle of the frame, at the view's scale. */
export function projectView(kind: Projection, center: LngLat, view: View, frame: Size): MapProjection {
  // A globe turns to what the view shows; the other maps keep their centre and shift.
  const about = kind === "globe" ? view.center : kind === "mercator" ? ([view.center[0], 0] as LngLat) : center;
  const pixel: ScreenPoint = [frame.width / 2, frame.height / 2];
  return placeProjection(kind, { center: about, kmPerPx: kmPerPxOf(view), pixel, at: view.center }, frame);
}

/**
 * The view that a map shows, or would show if its frame were moved by some pixels to the right and down.
 */
export function viewOf(
  { invert, kmPerPx, latitude, kind, center: middle }: MapProjection,
  frame: Size,
  [right, down]: readonly [number, number] = [0, 0],
): View {
  const [lng, lat] = invert([frame.width / 2 + right, frame.height / 2 + down]) ?? middle;
  const center: LngLat = [wrapLongitude(lng), kind === "mercator" ? Math.max(-84, Math.min(84, lat)) : lat];
  // Only Mercator's scale depends on the latitude, so it is converted to that of the middle.
  const scale =
    kind === "mercator" ? (kmPerPx * Math.cos(toRadians(center[1]))) / Math.cos(toRadians(latitude)) : kmPerPx;
  return { center, zoom: zoomOf(scale, center[1]) };
}

/** A ring at zoom 6 of the live map, for a map that shows a single place. */
const LEAST_KM_PER_PX = 0.05;

/**
 * Builds the map that shows places as large as possible in a part of its frame.
 *
 * @param places what must be visible, such as the vertices of rings
 * @param box the part of the frame, in pixels
 */
export function fitProjection(
  kind: Projection,
  center: LngLat,
  places: readonly LngLat[],
  box: Box,
  frame: Size,
): MapProjection {
  const [left, top, right, bottom] = box;
  const middle: ScreenPoint = [(left + right) / 2, (top + bottom) / 2];
  const about: LngLat = kind === "mercator" ? [center[0], 0] : center;
  // At one kilometre a pixel, a map's extent in pixels is the scale that it needs.
  const trial = placeProjection(kind, { center: about, kmPerPx: 1, pixel: [0, 0], at: [center[0], 0] }, frame);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const place of places) {
    const point = trial.project(
      kind === "mercator" ? [place[0], Math.max(-MERCATOR_LIMIT_DEG, Math.min(MERCATOR_LIMIT_DEG, place[1]))] : place,
    );
    if (!point) continue;
    west = Math.min(west, point[0]);
    east = Math.max(east, point[0]);
    north = Math.min(north, point[1]);
    south = Math.max(south, point[1]);
  }
  if (!Number.isFinite(west))
    return placeProjection(kind, { center: about, kmPerPx: 20, pixel: middle, at: center }, frame);
  const needed = Math.max((east - west) / (right - left), (south - north) / (bottom - top), LEAST_KM_PER_PX);
  // A disc map needs no more than its whole disc, and Mercator no more than one world.
  const most =
    kind === "globe"
      ? (2 * EARTH_KM) / Math.min(right - left, bottom - top)
      : kind === "mercator"
        ? EQUATOR_KM / frame.width
        : (2 * MAX_DISTANCE_KM) / Math.min(right - left, bottom - top);
  const scale = Math.min(needed, most);
  const seen = trial.invert([(west + east) / 2, (north + south) / 2]) ?? center;
  const at: LngLat = kind === "globe" && needed >= most ? center : seen;
  // The scale of Mercator is stated at the equator by the trial, and at the middle by the result.
  const kmPerPx = kind === "mercator" ? scale * Math.cos(toRadians(at[1])) : scale;
  return placeProjection(kind, { center: about, kmPerPx, pixel: middle, at }, frame);
}

/** A map in its frame, from which a user can go on moving it. */
export interface FramedMap {
  kind: Projection;
  /** The place that the projection is centred on. */
  center: LngLat;
  size: Size;
}

/** A view moved by pixels of the layout. Beyond the edge of the world it stays where it is. */
export function moveView(view: View, { kind, center, size }: FramedMap, by: readonly [number, number]): View {
  const map = projectView(kind, center, view, size);
  return map.invert([size.width / 2 + by[0], size.height / 2 + by[1]]) ? viewOf(map, size, by) : view;
}
