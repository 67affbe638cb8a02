import { readFileSync } from "node:fs";
import { buffer } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { geodesicBuffer } from "../../src/geodesy/index.ts";
import { createCountries, type WorldTopology } from "../../src/marks/shapes/countries.ts";
import { geos, geosGeometry } from "../geodesy/geosValidity.ts";
import { distanceToSourceKm, polygonsOf, prepareSource } from "../geodesy/measure.ts";
import { median, type Row, type Suite } from "./row.ts";

const outline = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../geodesy/fixtures/geometry-only-${name}-50m.json`, import.meta.url), "utf8"),
  ) as MultiPolygon;

/** The largest error at 150 places on the border, vertices and places between them, as a share of the distance. */
function worst(area: Feature<Polygon | MultiPolygon>, source: MultiPolygon, km: number): number {
  const truth = prepareSource(source, true, km / 40);
  const edges = polygonsOf(area)
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const))
    .filter(
      ([[ax, ay = 0], [bx, by = 0]]) => !(ax === bx && Math.abs(ax!) === 180) && Math.abs(ay) < 90 && Math.abs(by) < 90,
    );
  const places = Array.from({ length: 150 }, (_, k): Position => {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = edges[(k * 7919) % edges.length]!;
    const share = [0, 0.5, 0.31, 0.77][k % 4]!;
    return [ax + (bx - ax) * share, ay + (by - ay) * share];
  });
  return Math.max(...places.map((place) => Math.abs(distanceToSourceKm(truth, place) / km - 1)));
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

/** The slowest of the countries with the longest coasts at distances from a kilometre to the farthest, against the quickest. */
async function slowestCountry(): Promise<Row> {
  const world = readFileSync(new URL("../../public/basemap/world-50m.json", import.meta.url), "utf8");
  const countries = createCountries(JSON.parse(world) as WorldTopology);
  const taken: { what: string; ms: number }[] = [];
  for (const code of ["AQ", "CA", "CN", "ID", "NO", "RU", "US"]) {
    for (const km of [1, 10, 100, 560, 1000, 3000, 6000, 9000, 10_000, 12_000, 15_000, 18_000, 20_000]) {
      const source = countries.geometryOf(code)!;
      taken.push({ what: `${code} by ${km} km`, ms: await median(() => geodesicBuffer(source, km), { once: true }) });
    }
  }
  taken.sort((a, b) => b.ms - a.ms);
  const [slowest, quickest] = [taken[0]!, taken.at(-1)!];
  const slower = taken.slice(1, 4).map(({ what, ms }) => `${what} ${(ms / 1000).toFixed(2)} s`);
  return {
    what: `the slowest country: ${slowest.what}`,
    peer: `the quickest: ${quickest.what}`,
    oursMs: slowest.ms,
    atMostMs: 2000,
    peerMs: quickest.ms,
    note: `then ${slower.join(", ")}`,
  };
}

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
    const smooth = ragged(100_000);
    const planar = geosGeometry([smooth.coordinates]);
    rows.push({
      what: "a smooth outline of 100,000 vertices by 300 km",
      peer: "geos-wasm, in the plane",
      oursMs: await median(() => geodesicBuffer(smooth, 300), { timeMs: 1500 }),
      peerMs: await median(() => geos.GEOSGeom_destroy(geos.GEOSBuffer(planar, 300 / 111.2, 8)), { timeMs: 1000 }),
      atLeast: 0.5,
    });
    geos.GEOSGeom_destroy(planar);
    rows.push(await slowestCountry());
    return rows;
  },
};

export default suite;
