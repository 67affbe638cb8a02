import type { LngLat } from "../../marks/drawn.ts";
import type { ScreenPoint } from "../../figure/labels/placeLabels.ts";
import geographiclib from "geographiclib-geodesic";
import { MAX_DISTANCE_KM } from "../../geodesy/index.ts";
import type { View } from "../../scenario/scenario.ts";
import { mercatorY, type Size, WORLD_AT_ZOOM_0 } from "./mapFrame.ts";

/** How places of the Earth stand in a frame, in pixels from its top left. */
export interface MapProjection {
  kind: "mercator" | "azimuthal-equidistant";
  /** The zoom at which a Mercator map has this scale at the centre: what the map's style goes by. */
  zoom: number;
  /** The latitude of the scale bar. */
  latitude: number;
  toPlane: (lng: number, lat: number) => ScreenPoint;
  /** As `toPlane` to a few pixels and far quicker, where that takes long: to choose which vertices are worth it. */
  roughly?: (lng: number, lat: number) => ScreenPoint;
  /** How far right each copy of the world stands; one copy stands at 0. */
  copies: number[];
  /** The place that lies all round the edge of the map; absent where there is none. */
  antipode?: LngLat;
  /** Centre and radius of the map where it is a disc. */
  disc?: { center: ScreenPoint; radius: number };
  /** Edges longer than this many degrees are bent; Infinity where straight ones stay straight. */
  longestEdgeDeg: number;
}

/** Mercator as on the screen, with as many copies of the world as the frame shows. */
export function buildMercator({ center, zoom }: View, { width, height }: Size): MapProjection {
  const world = WORLD_AT_ZOOM_0 * 2 ** zoom;
  const left = width / 2 - ((center[0] + 180) / 360) * world;
  const top = height / 2 - mercatorY(center[1]) * world;
  const first = Math.ceil(-(left + world) / world);
  const last = Math.floor((width - left) / world);
  return {
    kind: "mercator",
    zoom,
    latitude: center[1],
    toPlane: (lng, lat) => [left + ((lng + 180) / 360) * world, top + mercatorY(lat) * world],
    copies: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * world),
    longestEdgeDeg: Infinity,
  };
}

const { Geodesic } = geographiclib;
const wgs84 = Geodesic.WGS84;
/** Where a Mercator map of this scale would lie: one latitude for all, so that a map of a pole has as much on it as any other. */
const STYLE_LATITUDE = 50;
/** Near the place on the other side, geodesics of an ellipsoid all leave along the meridian, and shapes would turn inside out. */
const ANTIPODAL_KM = 18_500;
const EARTH_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Distance and bearing in radians on a sphere: to tell what is far out of the frame, where nothing needs to be exact. */
function spherical([lng1, lat1]: LngLat, lng2: number, lat2: number): { km: number; bearing: number } {
  const [a, b, d] = [radians(lat1), radians(lat2), radians(lng2 - lng1)];
  const h = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(d / 2) ** 2;
  const bearing = Math.atan2(
    Math.sin(d) * Math.cos(b),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(d),
  );
  return { km: 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h))), bearing };
}

/**
 * Azimuthal equidistant on WGS84: every place at its geodesic distance and bearing from the centre, so that the centre's rings are true
 * circles.
 *
 * @param kmPerPixel kilometres to a pixel, the same everywhere along a line from the centre
 */
export function buildAzimuthal(center: LngLat, kmPerPixel: number, { width, height }: Size): MapProjection {
  const middle: ScreenPoint = [width / 2, height / 2];
  const reach = (Math.hypot(width, height) / 2) * kmPerPixel * 1.02 + 100;
  const place = (km: number, bearing: number): ScreenPoint => [
    middle[0] + (km / kmPerPixel) * Math.sin(bearing),
    middle[1] - (km / kmPerPixel) * Math.cos(bearing),
  ];
  const equator = 40_075.016_685_578_5 / WORLD_AT_ZOOM_0;
  const latitude = STYLE_LATITUDE;
  return {
    kind: "azimuthal-equidistant",
    zoom: Math.log2((equator * Math.cos(radians(latitude))) / kmPerPixel),
    latitude,
    toPlane(lng, lat) {
      const near = spherical(center, lng, lat);
      if (near.km > reach || near.km > ANTIPODAL_KM) return place(near.km, near.bearing);
      if (near.km === 0) return middle;
      // Distance and bearing of one solution: half the work of asking for each.
      const { s12 = 0, azi1 = 0 } = wgs84.Inverse(center[1], center[0], lat, lng, Geodesic.DISTANCE | Geodesic.AZIMUTH);
      return place(s12 / 1000, radians(azi1));
    },
    roughly(lng, lat) {
      const { km, bearing } = spherical(center, lng, lat);
      return place(km, bearing);
    },
    copies: [0],
    antipode: [center[0] > 0 ? center[0] - 180 : center[0] + 180, -center[1]],
    disc: { center: middle, radius: MAX_DISTANCE_KM / kmPerPixel },
    longestEdgeDeg: 1,
  };
}

/** Where a place is seen: of several copies the one nearest to the frame's middle. */
export function projectIn(projection: MapProjection, { width }: Size): (lngLat: LngLat) => ScreenPoint {
  return ([lng, lat]) => {
    const [x, y] = projection.toPlane(lng, lat);
    const nearest = projection.copies.reduce(
      (best, copy) => (Math.abs(x + copy - width / 2) < Math.abs(x + best - width / 2) ? copy : best),
      projection.copies[0] ?? 0,
    );
    return [x + nearest, y];
  };
}
