import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";
import { unwrapLine, type AreaRings } from "./areaRings.ts";
import type { SourceEdges } from "./arguments.ts";
import { chordKm, earthPoint, type EarthPoint } from "./earthPoint.ts";
import { evenOddArea } from "./evenOddArea.ts";
import type { SimpleGeometry } from "./readGeometry.ts";

/** A geometry made ready for distances. */
export interface SourceChains {
  /** Places along its lines and outlines, so close that straight lines through the Earth between them are good to a metre; a place alone is a chain of one. */
  chains: EarthPoint[][];
  /** What it holds, for `holdsPlace`. */
  polygons: AreaRings;
}

/** How far straight edges in longitude and latitude may leave the geodesics between the places of a chain. */
const TOLERANCE_KM = 1e-3;

/** The chains of a geometry whose coordinates have been checked; polygons that are not valid by the rule of `evenOddArea`. */
export function sourceChains(geometry: SimpleGeometry, edges: SourceEdges): SourceChains {
  switch (geometry.type) {
    case "Point":
      return { chains: [chainOf([geometry.coordinates], edges)], polygons: [] };
    case "MultiPoint":
      return { chains: geometry.coordinates.map((place) => chainOf([place], edges)), polygons: [] };
    case "LineString":
      return { chains: [chainOf(unwrapLine(geometry.coordinates), edges)], polygons: [] };
    case "MultiLineString": {
      // A member may be empty.
      const lines = geometry.coordinates.filter((line) => line.length > 0);
      return { chains: lines.map((line) => chainOf(unwrapLine(line), edges)), polygons: [] };
    }
    default: {
      const { polygons, folds, dots } = evenOddArea(geometry, edges, "geometry");
      const chains = polygons.flatMap(({ rings, isAsGiven }) =>
        rings.map((ring) => chainOf(ring, isAsGiven ? edges : "planar")),
      );
      for (const fold of folds) chains.push(chainOf(fold, "planar"));
      for (const dot of dots) chains.push(chainOf([dot], "planar"));
      return { chains, polygons: polygons.map(({ rings }) => rings) };
    }
  }
}

function chainOf(line: Position[], edges: SourceEdges): EarthPoint[] {
  const points: EarthPoint[] = [];
  const push = (lng: number, lat: number) => {
    const point = earthPoint(lng, lat);
    const last = points.at(-1);
    if (!last || chordKm(last, point) > 1e-6) points.push(point);
  };
  for (const [i, [lng = NaN, lat = NaN]] of line.entries()) {
    if (i > 0) {
      const [lng0 = NaN, lat0 = NaN] = line[i - 1]!;
      if (edges === "geodesic") alongGeodesic(lng0, lat0, lng, lat, push);
      else alongStraight(lng0, lat0, lng, lat, push);
    }
    push(lng, lat);
  }
  return points;
}

type Push = (lng: number, lat: number) => void;

/** Places between, no more than 100 km apart. */
function alongGeodesic(lng0: number, lat0: number, lng1: number, lat1: number, push: Push): void {
  const line = geographiclib.Geodesic.WGS84.InverseLine(lat0, lng0, lat1, lng1);
  const parts = Math.ceil(line.s13 / 100_000);
  for (let k = 1; k < parts; k++) {
    const { lat2 = NaN, lon2 = NaN } = line.Position((line.s13 * k) / parts);
    push(lon2, lat2);
  }
}

/** A straight edge of d degrees of longitude leaves the geodesic by d²·sin φ·cos φ/8 radii at most, twice that where it also climbs. */
function alongStraight(lng0: number, lat0: number, lng1: number, lat1: number, push: Push): void {
  const across = (Math.abs(lng1 - lng0) * Math.PI) / 180;
  const up = (Math.abs(lat1 - lat0) * Math.PI) / 180;
  const bend = (across * (across + 2 * up) * 6371) / 8;
  const parts = Math.min(
    4000,
    Math.max(Math.ceil(Math.sqrt(bend / TOLERANCE_KM)), Math.ceil(across / 0.02), Math.ceil(up / 0.02)),
  );
  for (let k = 1; k < parts; k++) push(lng0 + ((lng1 - lng0) * k) / parts, lat0 + ((lat1 - lat0) * k) / parts);
}
