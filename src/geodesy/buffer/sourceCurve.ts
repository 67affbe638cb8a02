import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";
import { earthPoint, type EarthPoint } from "../earthPoint.ts";
import type { SourceEdges } from "../arguments.ts";

const RADIANS = Math.PI / 180;
const { Geodesic } = geographiclib;

/** A place on a source and the direction, a vector in space, in which the source runs on from there. */
export interface SourcePlace {
  at: EarthPoint;
  toX: number;
  toY: number;
  toZ: number;
}

/** An edge of a source as a curve on the Earth: straight in longitude and latitude, or a geodesic. */
export interface SourceEdge {
  from: EarthPoint;
  to: EarthPoint;
  lengthKm: number;
  /** The place at a share of the way, from 0 to 1. */
  placeAt: (share: number) => SourcePlace;
}

/** The edge between two positions with unwrapped longitudes; undefined where they are one place. */
export function sourceEdge(a: Position, b: Position, edges: SourceEdges): SourceEdge | undefined {
  const [lng0 = 0, lat0 = 0] = a;
  const [lng1 = 0, lat1 = 0] = b;
  const [from, to] = [earthPoint(lng0, lat0), earthPoint(lng1, lat1)];
  if (edges === "geodesic") {
    const line = Geodesic.WGS84.InverseLine(lat0, lng0, lat1, lng1);
    const metres = line.s13;
    if (!(metres > SHORTEST_KM * 1000)) return undefined;
    return {
      from,
      to,
      lengthKm: metres / 1000,
      placeAt: (share) => {
        const { lat2 = NaN, lon2 = NaN, azi2 = NaN } = line.Position(metres * share);
        return directed(earthPoint(lon2, lat2), Math.sin(azi2 * RADIANS), Math.cos(azi2 * RADIANS));
      },
    };
  }
  const [across, up] = [lng1 - lng0, lat1 - lat0];
  const widest = Math.cos(RADIANS * (lat0 * lat1 <= 0 ? 0 : Math.min(Math.abs(lat0), Math.abs(lat1))));
  const lengthKm = 111.7 * Math.hypot(across * widest, up);
  if (!(lengthKm > SHORTEST_KM)) return undefined;
  return {
    from,
    to,
    lengthKm,
    placeAt: (share) => {
      const at = earthPoint(lng0 + across * share, lat0 + up * share);
      // Metres of longitude and of latitude differ by the cosine and by the radii of curvature.
      return directed(at, across * Math.cos(at.lat * RADIANS), up * curvatureRatio(at.lat));
    },
  };
}

/** A micrometre: two places nearer than this are one. */
const SHORTEST_KM = 1e-9;
const E2 = (2 - 1 / 298.257223563) / 298.257223563;

/** Radius of curvature along the meridian over that across it. */
const curvatureRatio = (latDeg: number) => (1 - E2) / (1 - E2 * Math.sin(latDeg * RADIANS) ** 2);

function directed(at: EarthPoint, east: number, north: number): SourcePlace {
  const [sinLng, cosLng] = [Math.sin(at.lng * RADIANS), Math.cos(at.lng * RADIANS)];
  const [sinLat, cosLat] = [Math.sin(at.lat * RADIANS), Math.cos(at.lat * RADIANS)];
  return {
    at,
    toX: -sinLng * east - sinLat * cosLng * north,
    toY: cosLng * east - sinLat * sinLng * north,
    toZ: cosLat * north,
  };
}

/** The bearing in radians of a direction in space, as seen from a place. */
export function bearingOf(at: EarthPoint, x: number, y: number, z: number): number {
  const [sinLng, cosLng] = [Math.sin(at.lng * RADIANS), Math.cos(at.lng * RADIANS)];
  const [sinLat, cosLat] = [Math.sin(at.lat * RADIANS), Math.cos(at.lat * RADIANS)];
  return Math.atan2(cosLng * y - sinLng * x, cosLat * z - sinLat * (cosLng * x + sinLng * y));
}
