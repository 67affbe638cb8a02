import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";
import { beside, traceCurve } from "./traceCurve.ts";

const { Geodesic } = geographiclib;

/** The shortest way between two places. */
export interface GeodesicEdge {
  lengthKm: number;
  /** The place at a distance from the first, in kilometres. */
  placeAt: (km: number) => Position;
}

export function geodesicEdge([lng0 = NaN, lat0 = NaN]: Position, [lng1 = NaN, lat1 = NaN]: Position): GeodesicEdge {
  const line = Geodesic.WGS84.InverseLine(lat0, lng0, lat1, lng1);
  return {
    lengthKm: line.s13 / 1000,
    placeAt(km) {
      const { lat2 = NaN, lon2 = NaN } = line.Position(km * 1000, Geodesic.LATITUDE | Geodesic.LONGITUDE);
      return [lon2, lat2];
    },
  };
}

/**
 * The geodesics between positions, with places put in along each by `between`; longitudes run on from the first. Edges along a meridian or a
 * pole are straight as they are.
 *
 * @param between given an edge and where it starts, the places after that, its end left out
 */
export function alongGeodesics(
  line: Position[],
  between: (edge: GeodesicEdge, start: Position) => Position[],
): Position[] {
  const places: Position[] = line.slice(0, 1);
  for (let i = 1; i < line.length; i++) {
    const [from, to, start] = [line[i - 1]!, line[i]!, places.at(-1)!];
    if (Math.abs(to[1]!) === 90 && to[1] === from[1]) {
      // Along a pole the way is nothing, and the longitudes say how a ring is led round it.
      places.push([start[0]! + to[0]! - from[0]!, to[1]!]);
      continue;
    }
    if ((to[0]! - from[0]!) % 360 !== 0) places.push(...between(geodesicEdge(from, to), start));
    places.push(beside(places.at(-1)!, to));
  }
  return places;
}

/** Geodesics as edges that are straight in longitude and latitude, within a tolerance. */
export function traceGeodesics(line: Position[], toleranceKm: number): Position[] {
  return alongGeodesics(line, ({ lengthKm, placeAt }, start) =>
    lengthKm === 0 ? [] : traceCurve(placeAt, start, [0, lengthKm], toleranceKm, 4).slice(0, -1),
  );
}
