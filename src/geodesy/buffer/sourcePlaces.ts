import geographiclib from "geographiclib-geodesic";
import { earthPoint, type EarthPoint } from "../earthPoint.ts";
import { PlaceIndex } from "./placeIndex.ts";
import type { SourceEdge } from "./sourceCurve.ts";
import type { SourceWalks } from "./sourceWalks.ts";

const { Geodesic } = geographiclib;
/** Beyond a quarter of the circumference the nearest place of an edge is one of its ends. */
export const VERTICES_ALONE_KM = 10_100;

/** Places along a source, to ask how far it is. */
export interface SourcePlaces {
  index: PlaceIndex;
  /** Each place once. */
  distinct: EarthPoint[];
  /** Mean length of an edge. */
  detailKm: number;
  /** Geodesic distance from a place to the outline of the source, to a thousandth of a percent or a millimetre. */
  distanceKm: (lng: number, lat: number) => number;
}

/** Places no farther apart than a share of the distance, or of the whole length where that is long. */
export function sourcePlaces({ walks, dots }: SourceWalks, km: number): SourcePlaces {
  const edges = [...new Set(walks.flat().map(({ edge }) => edge))];
  const total = edges.reduce((sum, edge) => sum + edge.lengthKm, 0);
  const spacing = Math.max(km > VERTICES_ALONE_KM ? Math.min(50, km / 50) : Math.min(100, km / 2), total / 20_000);
  const distinct = [...dots];
  /** The edge that a place is on and the share of the way there. */
  const edgeOf: (SourceEdge | undefined)[] = dots.map(() => undefined);
  const shareOf: number[] = dots.map(() => 0);
  const gapOf: number[] = dots.map(() => 0);
  for (const edge of edges) {
    const parts = Math.ceil(edge.lengthKm / spacing);
    for (let k = 0; k <= parts; k++) {
      if (
        k === 0 &&
        edgeOf.at(-1) &&
        distinct.at(-1)!.lng === edge.from.lng &&
        distinct.at(-1)!.lat === edge.from.lat
      ) {
        continue;
      }
      distinct.push(k === 0 ? edge.from : k === parts ? edge.to : edge.placeAt(k / parts).at);
      edgeOf.push(edge);
      shareOf.push(k / parts);
      gapOf.push(edge.lengthKm / parts);
    }
  }
  const order = new Map<SourceEdge, number>(edges.map((edge, i) => [edge, i]));
  const far = km > VERTICES_ALONE_KM;
  const widestGap = gapOf.reduce((widest, gap) => Math.max(widest, gap), 0);
  const index = new PlaceIndex(distinct);
  const away = (lng: number, lat: number, at: EarthPoint) =>
    (Geodesic.WGS84.Inverse(lat, lng, at.lat, at.lng, Geodesic.DISTANCE).s12 ?? NaN) / 1000;

  const distanceKm = (lng: number, lat: number) => {
    const place = earthPoint(lng, lat);
    const least = index.nearestKm(place);
    let best = Infinity;
    if (far) {
      for (const i of index.collect(place, least + 0.03)) best = Math.min(best, away(lng, lat, distinct[i]!));
      return best;
    }
    // Edges whose places are near enough for the source to come nearest between them.
    const near = new Map<SourceEdge | undefined, { share: number; km: number; gap: number; at: EarthPoint }>();
    for (const i of index.collect(place, least * (1 + 4e-6) + widestGap)) {
      const at = distinct[i]!;
      const found = { share: shareOf[i]!, km: index.approximateKm(place, i), gap: gapOf[i]!, at };
      if (found.km > least * (1 + 4e-6) + found.gap) continue;
      const known = near.get(edgeOf[i]);
      if (!known || found.km < known.km) near.set(edgeOf[i], found);
    }
    const closest = [...near].sort((a, b) => a[1].km - b[1].km).slice(0, 24);
    for (const [edge, { share, gap, at }] of closest) {
      best = Math.min(best, away(lng, lat, at));
      if (!edge) continue;
      const [previous, next] = [edges[order.get(edge)! - 1], edges[order.get(edge)! + 1]];
      for (const beside of [edge, share === 0 ? previous : undefined, share === 1 ? next : undefined]) {
        if (!beside) continue;
        const width = gap / beside.lengthKm;
        const middle = beside === edge ? share : beside === previous ? 1 : 0;
        best = Math.min(
          best,
          leastBetween(Math.max(0, middle - width), Math.min(1, middle + width), (t) =>
            away(lng, lat, beside.placeAt(t).at),
          ),
        );
      }
    }
    return best;
  };
  return { index, distinct, detailKm: total / Math.max(1, edges.length), distanceKm };
}

/** Least value of a function with one valley, by golden section to a ten-thousandth of the way. */
function leastBetween(low: number, high: number, valueAt: (t: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  const narrowest = (high - low) * 1e-4;
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [fa, fb] = [valueAt(a), valueAt(b)];
  while (high - low > narrowest) {
    if (fa < fb) {
      high = b;
      [b, fb] = [a, fa];
      a = high - golden * (high - low);
      fa = valueAt(a);
    } else {
      low = a;
      [a, fa] = [b, fb];
      b = low + golden * (high - low);
      fb = valueAt(b);
    }
  }
  return Math.min(fa, fb);
}
