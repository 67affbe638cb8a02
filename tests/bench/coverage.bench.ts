import { featureCollection, union } from "@turf/turf";
import { FillRule, unionD } from "clipper2-ts";
import type { Feature, Polygon } from "geojson";
import { coverage, coverageAtLeast, rangeRing } from "../../src/geodesy/index.ts";
import { geos, geosGeometry } from "../geodesy/geosValidity.ts";
import { areaKm2, polygonsOf, scatter } from "../geodesy/measure.ts";
import { median, type Row, type Suite } from "./row.ts";

const ringsIn = (count: number, scale: number) =>
  scatter(count, count).map(([u = 0, v = 0, w = 0]) =>
    rangeRing([22 + 18 * scale * u, 44 + 8 * scale * v], 60 + 140 * w, { steps: 128 }),
  ) as Feature<Polygon>[];

const suite: Suite = {
  async run() {
    const rows: Row[] = [];
    for (const [count, atLeast] of [
      [100, 20],
      [1000, 100],
    ] as const) {
      const rings = ringsIn(count, 1);
      const ours = await median(() => coverage(rings), { timeMs: 1500 });
      let theirs: ReturnType<typeof union> = null;
      const turf = await median(
        () => {
          theirs = union(featureCollection(rings));
        },
        count > 100 ? { once: true } : { timeMs: 3000 },
      );
      const clipper = await median(
        () =>
          unionD(
            rings.map(({ geometry }) => geometry.coordinates[0]!.map(([x = 0, y = 0]) => ({ x, y }))),
            [],
            FillRule.NonZero,
            8,
          ),
        { once: count > 100 },
      );
      const off = areaKm2(coverage(rings)) / areaKm2(theirs!) - 1;
      rows.push(
        {
          what: `coverage of ${count} rings of 128`,
          peer: "turf.union",
          oursMs: ours,
          peerMs: turf,
          atLeast,
          note: `area ${(off * 100).toExponential(1)} % off Turf's`,
        },
        { what: "the same", peer: "clipper2-ts", oursMs: ours, peerMs: clipper },
      );
      if (count === 1000) {
        const thrice = await median(() => coverageAtLeast(rings, 3), { timeMs: 1000 });
        rows.push({ what: "what at least 3 of 1000 reach", peer: "coverage", oursMs: thrice, peerMs: ours });
      }
    }
    // The box grows with the number of rings, so that the overlap is the same at every size. The peer is n log n growth from the previous size.
    let [before, size] = [0, 0];
    for (const count of [100, 300, 1000, 3000, 10000]) {
      const rings = ringsIn(count, Math.sqrt(count / 10000) * 1.8);
      const ms = await median(() => coverage(rings), { timeMs: 1500 });
      const expected = before === 0 ? ms : (before * count * Math.log(count)) / (size * Math.log(size));
      rows.push({
        what: `growth: ${count} rings`,
        peer: before === 0 ? "(start)" : `n log n from ${size}`,
        oursMs: ms,
        peerMs: expected,
      });
      const collection = geosGeometry(rings.flatMap(polygonsOf));
      const union = await median(() => geos.GEOSGeom_destroy(geos.GEOSUnaryUnion(collection)), { timeMs: 1500 });
      geos.GEOSGeom_destroy(collection);
      rows.push({
        what: `coverage of ${count} rings, the same process`,
        peer: "geos-wasm",
        oursMs: ms,
        peerMs: union,
        atLeast: count === 100 ? 1 : 2,
      });
      [before, size] = [ms, count];
    }
    const same = rangeRing([30, 50], 300);
    const within = (degrees: number) =>
      scatter(100, 5).map(([u = 0, v = 0]) => rangeRing([30 + u * degrees, 50 + v * degrees * 0.64], 300));
    for (const [what, atMostMs, rings] of [
      ["200 rings of the same place and range", 50, Array.from({ length: 200 }, () => same)],
      ["the same as plain polygons", 50, Array.from({ length: 200 }, () => structuredClone(same) as Feature<Polygon>)],
      ["100 rings within 100 m", 30, within(1.4e-3)],
      ["100 rings within 0.1 mm", 30, within(1e-9)],
      [
        "200 rings in a city, one far away",
        100,
        [
          ...scatter(200, 6).map(([u = 0, v = 0, w = 0]) => rangeRing([30 + u * 0.3, 50 + v * 0.2], 1 + 10 * w)),
          rangeRing([-100, -40], 500),
        ],
      ],
    ] as const) {
      const ours = await median(() => coverage(rings), { timeMs: 600 });
      const collection = geosGeometry(rings.flatMap(polygonsOf));
      const union = await median(() => geos.GEOSGeom_destroy(geos.GEOSUnaryUnion(collection)), { timeMs: 600 });
      geos.GEOSGeom_destroy(collection);
      rows.push({ what, peer: "geos-wasm", oursMs: ours, atMostMs, peerMs: union });
    }
    return rows;
  },
};

export default suite;
