import { readFileSync } from "node:fs";
import { buffer } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { geodesicBuffer } from "../../src/geodesy/index.ts";
import { distanceToSourceKm, polygonsOf, prepareSource } from "../geodesy/measure.ts";
import { median, type Row, type Suite } from "./row.ts";

const outline = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../geodesy/fixtures/geometry-only-${name}-50m.json`, import.meta.url), "utf8"),
  ) as MultiPolygon;

/** The largest error at about 150 vertices and edge midpoints, as a share of the distance. */
function worst(area: Feature<Polygon | MultiPolygon>, source: MultiPolygon, km: number): number {
  const truth = prepareSource(source, true, km / 40);
  const places: Position[] = [];
  for (const ring of polygonsOf(area).flat()) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i]!, ring[i + 1]!];
      const framed = [ax, bx].every((x) => Math.abs(x) === 180) || [ay, by].some((y) => Math.abs(y) >= 90);
      if (!framed) places.push([ax, ay], [(ax + bx) / 2, (ay + by) / 2]);
    }
  }
  const step = Math.max(1, Math.floor(places.length / 150));
  return Math.max(
    ...places.filter((_, i) => i % step === 0).map((place) => Math.abs(distanceToSourceKm(truth, place) / km - 1)),
  );
}

/** A round country with a ragged coast, to measure how the time grows with the number of vertices. */
const ragged = (count: number): Polygon => {
  const ring = Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count;
    const radius = 5 + Math.sin(7 * angle) + 0.3 * Math.sin(61 * angle);
    return [30 + 1.5 * radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
  });
  return { type: "Polygon", coordinates: [[...ring, ring[0]!]] };
};

const suite: Suite = {
  async run() {
    const rows: Row[] = [];
    for (const [name, km] of [
      ["ukraine", 300],
      ["russia", 300],
      ["russia", 2400],
    ] as const) {
      const source = outline(name);
      const ours = await median(() => geodesicBuffer(source, km), { timeMs: 2000 });
      let theirs: Feature<Polygon | MultiPolygon> | undefined;
      const turf = await median(
        () => {
          theirs = buffer({ type: "Feature", properties: {}, geometry: source } satisfies Feature, km, {
            units: "kilometers",
          }) as typeof theirs;
        },
        name === "ukraine" ? { timeMs: 2000 } : { once: true },
      );
      const share = (area: Feature<Polygon | MultiPolygon> | undefined) =>
        area ? `${(100 * worst(area, source, km)).toPrecision(2)} %` : "nothing";
      rows.push({
        what: `${name} 50m by ${km} km`,
        peer: "turf.buffer",
        oursMs: ours,
        peerMs: turf,
        atLeast: 10,
        note: `off by ${share(geodesicBuffer(source, km))}, Turf by ${share(theirs)}`,
      });
    }
    let [before, size] = [0, 0];
    for (const count of [100, 300, 1000, 3000, 10000]) {
      const source = ragged(count);
      const ms = await median(() => geodesicBuffer(source, 300), { timeMs: 1000 });
      const expected = before === 0 ? ms : (before * count * Math.log(count)) / (size * Math.log(size));
      rows.push({
        what: `growth: ${count} vertices by 300 km`,
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
