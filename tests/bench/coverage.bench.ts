import { featureCollection, union } from "@turf/turf";
import { FillRule, unionD } from "clipper2-ts";
import type { Feature, Polygon } from "geojson";
import { coverage, coverageAtLeast, rangeRing } from "../../src/geodesy/index.ts";
import { areaKm2, scatter } from "../geodesy/measure.ts";
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
    // The same overlap at every size: the box grows with the rings. n log n from each size to the next is the peer.
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
      [before, size] = [ms, count];
    }
    return rows;
  },
};

export default suite;
