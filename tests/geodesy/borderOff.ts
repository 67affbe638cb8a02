import geographiclib from "geographiclib-geodesic";
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { polygonsOf } from "./measure.ts";

const { WGS84 } = geographiclib.Geodesic;

type PlaceOn = (share: number) => Position;

/** Every edge of a geometry as a function of the share of the way along it, straight in longitude and latitude or GeographicLib's geodesic. */
function edgesOf(geometry: Geometry, planar: boolean): PlaceOn[] {
  const lines: Position[][] =
    geometry.type === "LineString"
      ? [geometry.coordinates]
      : geometry.type === "MultiLineString" || geometry.type === "Polygon"
        ? geometry.coordinates
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates.flat()
          : geometry.type === "MultiPoint"
            ? geometry.coordinates.map((place) => [place, place])
            : [];
  return lines.flatMap((line) =>
    line.slice(1).map((to, i): PlaceOn => {
      const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [line[i]!, to];
      if (planar) {
        const across = x1 - x0 - 360 * Math.round((x1 - x0) / 360);
        return (t) => [x0 + across * t, y0 + (y1 - y0) * t];
      }
      const geodesic = WGS84.InverseLine(y0, x0, y1, x1);
      return (t) => {
        const { lat2 = NaN, lon2 = NaN } = geodesic.Position(geodesic.s13 * t);
        return [lon2, lat2];
      };
    }),
  );
}

const kmBetween = ([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position) =>
  (WGS84.Inverse(y0, x0, y1, x1).s12 ?? NaN) / 1000;

/** GeographicLib's distance from a place to the nearest place of the edges: each is searched from the nearest of nine places along it. */
function nearestKm(edges: PlaceOn[], place: Position): number {
  const coarse = edges.map((edge) => {
    const away = Array.from({ length: 9 }, (_, k) => kmBetween(place, edge(k / 8)));
    const least = Math.min(...away);
    return { edge, least, at: away.indexOf(least) / 8, swing: Math.max(...away) - least };
  });
  const best = Math.min(...coarse.map(({ least }) => least));
  return coarse.reduce((found, { edge, least, at, swing }) => {
    if (least - swing > best) return found;
    let [low, high] = [Math.max(0, at - 1 / 8), Math.min(1, at + 1 / 8)];
    for (let i = 0; i < 60; i++) {
      const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618];
      if (kmBetween(place, edge(a)) < kmBetween(place, edge(b))) high = b;
      else low = a;
    }
    return Math.min(found, kmBetween(place, edge((low + high) / 2)));
  }, best);
}

/**
 * The farthest that some `count` places on a buffer's border are off the distance, as a share of it: vertices and places between, at shares of
 * the edges that no even stride has.
 */
export function worstOff(
  area: Feature<Polygon | MultiPolygon>,
  source: Geometry,
  km: number,
  planar: boolean,
  count: number,
): number {
  const edges = edgesOf(source, planar);
  const border = polygonsOf(area)
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const))
    .filter(
      ([[ax, ay = 0], [bx, by = 0]]) => !(ax === bx && Math.abs(ax!) === 180) && Math.abs(ay) < 90 && Math.abs(by) < 90,
    );
  let worst = 0;
  for (let k = 0; k < count && border.length > 0; k++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = border[(k * 7919) % border.length]!;
    const share = [0, 0.5, 0.31, 0.77][k % 4]!;
    const place = [ax + (bx - ax) * share, ay + (by - ay) * share];
    worst = Math.max(worst, Math.abs(nearestKm(edges, place) / km - 1));
  }
  return worst;
}
