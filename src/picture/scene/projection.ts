import type { LngLat } from "../../marks/drawn.ts";
import type { ScreenPoint } from "../../figure/labels/placeLabels.ts";
import geographiclib from "geographiclib-geodesic";
import { MAX_DISTANCE_KM } from "../../geodesy/index.ts";
import type { View } from "../../scenario/scenario.ts";
import { mercatorY, type Size, WORLD_AT_ZOOM_0 } from "./mapFrame.ts";

/** Projects places on the Earth to pixels from the top left of a frame. */
export interface MapProjection {
  kind: "mercator" | "azimuthal-equidistant";
  /** The zoom at which a Mercator map has the same scale at its centre; the style's zoom expressions use it. */
  zoom: number;
  /** The latitude for which the scale bar holds. */
  latitude: number;
  toPlane: (lng: number, lat: number) => ScreenPoint;
  /** As `toPlane` to a few pixels and far quicker, where that takes long: to choose which vertices are worth it. */
  roughly?: (lng: number, lat: number) => ScreenPoint;
  /** The horizontal offset of each copy of the world in pixels; one of them is 0. */
  copies: number[];
  /** The point opposite the centre, which becomes the whole edge of the map. Absent on other projections. */
  antipode?: LngLat;
  /** Centre and radius in pixels if the map is a disc. */
  disc?: { center: ScreenPoint; radius: number };
  /** Edges longer than this many degrees are subdivided; Infinity if straight edges stay straight. */
  longestEdgeDeg: number;
}

/** Mercator as on the screen, with as many copies of the world as are visible in the frame. */
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
/** The latitude for which a scale is converted to a zoom. It is fixed, so that a map of a pole shows as much detail as any other. */
const STYLE_LATITUDE = 50;
/** Beyond this distance, near the antipode, the geodesics of an ellipsoid all leave close to the meridian, and shapes would turn inside out. */
const ANTIPODAL_KM = 18_500;
const EARTH_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Distance and bearing in radians on a sphere. Precise enough to find what lies far outside the frame. */
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
 * Azimuthal equidistant on WGS84: every place is at its geodesic distance and bearing from the centre, so that rings around the centre are
 * exact circles.
 *
 * @param kmPerPixel kilometres per pixel along any line from the centre
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
      // One call returns both distance and bearing, at half the cost of two calls.
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

/** Projects a place. If several copies of the world are visible, the copy nearest to the middle of the frame is used. */
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
