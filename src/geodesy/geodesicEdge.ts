import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";
import { traceCurve } from "./traceCurve.ts";

const { Geodesic } = geographiclib;

/** A geodesic between two places, its longitudes running on over ±180° from that of the first. */
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
      const { lat2 = NaN, lon2 = NaN } = line.Position(
        km * 1000,
        Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.LONG_UNROLL,
      );
      return [lon2, lat2];
    },
  };
}

/**
 * The geodesics between positions as edges that are straight in longitude and latitude, within a tolerance. Longitudes run on from the first;
 * the given positions stay as they are but for whole turns.
 */
export function traceGeodesics(line: Position[], toleranceKm: number): Position[] {
  const traced: Position[] = line.slice(0, 1);
  for (const [i, to] of line.entries()) {
    if (i === 0) continue;
    const start = traced.at(-1)!;
    const [lng = NaN, lat = NaN] = to;
    if (Math.abs(lat) === 90 && lat === start[1]) {
      // Along a pole the way is nothing, and the longitudes say how the ring is led round it.
      traced.push([start[0]! + lng - line[i - 1]![0]!, lat]);
      continue;
    }
    const edge = geodesicEdge(start, to);
    if (edge.lengthKm > 0)
      traced.push(...traceCurve(edge.placeAt, [0, edge.lengthKm], toleranceKm, 4).slice(0, -1));
    const [end = NaN] = edge.placeAt(edge.lengthKm);
    traced.push([lng + 360 * Math.round((end - lng) / 360), lat]);
  }
  return traced;
}
