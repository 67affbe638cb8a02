import { circle } from "@turf/turf";
import { geoCircle } from "d3-geo";
import geographiclib from "geographiclib-geodesic";
import type { Polygon, Position } from "geojson";
import { rangeRing, rangeRings } from "../../src/geodesy/index.ts";
import { scatter } from "../geodesy/measure.ts";
import { median, type Row, type Suite } from "./row.ts";

const { WGS84 } = geographiclib.Geodesic;
const STEPS = 256;
const places = scatter(1000, 7).map(([u = 0, v = 0]) => [20 + 25 * u, 42 + 14 * v]);
const ranges = [40, 80, 300, 500, 1600, 2400];

const exact = ([lng = 0, lat = 0]: Position, km: number) =>
  Array.from({ length: STEPS }, (_, k) => {
    const { lat2 = NaN, lon2 = NaN } = WGS84.Direct(lat, lng, (-360 * k) / STEPS, km * 1000);
    return [lon2, lat2];
  });

/** The largest error of a vertex in metres, by GeographicLib. */
const worstMetres = (ring: Position[], [lng = 0, lat = 0]: Position, km: number) =>
  Math.max(...ring.map(([x = 0, y = 0]) => Math.abs((WGS84.Inverse(lat, lng, y, x).s12 ?? NaN) - km * 1000)));

/** Heap retained by a value, in megabytes. Exact with --expose-gc, otherwise slightly too high. */
function heldMb(make: () => unknown): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage();
  const kept = make();
  collect?.();
  const after = process.memoryUsage();
  if (!kept) throw new Error("make returned nothing");
  return (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
}

const suite: Suite = {
  async run() {
    let turn = 0;
    const next = () => places[turn++ % places.length]!;
    const ours = await median(() => rangeRing(next(), 300, { steps: STEPS }));
    const turf = await median(() => circle(next(), 300, { steps: STEPS, units: "kilometers" }));
    const chosen = await median(() => rangeRing(next(), 300));
    const d3 = await median(() =>
      geoCircle()
        .center(next() as [number, number])
        .radius(300 / 111.195)
        .precision(360 / STEPS)(),
    );
    const lib = await median(() => exact(next(), 300));
    const center = [30.5234, 50.4501];
    const error = (km: number) => {
      const mine = worstMetres(
        (rangeRing(center, km, { steps: STEPS }).geometry as Polygon).coordinates[0]!,
        center,
        km,
      );
      const theirs = worstMetres(
        circle(center, km, { steps: STEPS, units: "kilometers" }).geometry.coordinates[0]!,
        center,
        km,
      );
      return `${km} km: off by ${(mine * 1000).toFixed(4)} mm, Turf by ${theirs.toFixed(0)} m`;
    };
    const rows: Row[] = [
      {
        what: "a ring of 256 vertices",
        peer: "turf.circle",
        oursMs: ours,
        peerMs: turf,
        atLeast: 5,
        note: `${error(300)}; ${error(2400)}`,
      },
      { what: "the same", peer: "d3 geoCircle", oursMs: ours, peerMs: d3 },
      { what: "the same", peer: "GeographicLib", oursMs: ours, peerMs: lib },
      { what: "a ring, vertices chosen", peer: "turf.circle, 256", oursMs: chosen, peerMs: turf },
    ];

    const everyTurf = () =>
      places.map((place) => ranges.map((km) => circle(place, km, { steps: STEPS, units: "kilometers" })));
    const every = () => places.map((place) => ranges.map((km) => rangeRing(place, km, { steps: STEPS })));
    const setMs = await median(() => rangeRings(places, ranges, { steps: STEPS }), { timeMs: 1500 });
    const everyMs = await median(every, { timeMs: 3000 });
    const turfMs = await median(everyTurf, { timeMs: 3000 });
    rows.push(
      {
        what: "6,000 rings: rangeRings",
        peer: "turf.circle",
        oursMs: setMs,
        peerMs: turfMs,
        atLeast: 3,
        note: `${heldMb(() => rangeRings(places, ranges, { steps: STEPS })).toFixed(0)} MB`,
      },
      {
        what: "6,000 rings: features kept",
        peer: "turf.circle",
        oursMs: everyMs,
        peerMs: turfMs,
        note: `${heldMb(every).toFixed(0)} MB, Turf ${heldMb(everyTurf).toFixed(0)} MB`,
      },
    );
    return rows;
  },
};

export default suite;
