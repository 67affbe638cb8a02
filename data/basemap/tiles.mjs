// @ts-nocheck -- a build script with a package.json of its own
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import polygonClipping from "polygon-clipping";
import * as geo from "./topology.mjs";

export const maxTileZoom = 6;
const extent = 4096;
const fc = (features) => ({ type: "FeatureCollection", features });
const f = (geometry, properties = {}) => ({ type: "Feature", properties, geometry });

/** What zoom `z` shows, a GeoJSON a layer. Lines and land come simplified; points come with the zoom from which they show. */
function layersAt(z, topo, data) {
  const scaled = geo.atScale(topo, z, z === maxTileZoom ? 0.45 : 0.65);
  const px = 512 * 2 ** z;
  const minArea = z === maxTileZoom ? 0 : (z >= 5 ? 0.4 : 1.2) / px ** 2;
  const admin1 = [];
  for (let from = 3; from <= Math.min(z, 6); from++) admin1.push(f(geo.admin1Lines(scaled, from), { from }));
  const shown = (list) => fc(list.filter((p) => p.properties.min < z + 1 || z === maxTileZoom));
  return {
    land: fc(geo.countries(scaled, minArea).map((c) => f(stitched(c), { iso: c.code, part: c.part }))),
    lakes: fc(data.lakes.filter((l) => l.area > 3 / px ** 2).map((l) => f(l.geometry))),
    rivers: fc(data.rivers.filter((r) => r.min <= z).map((r) => f(r.geometry, { min: r.min }))),
    borders: fc([
      f(geo.borders(scaled, "international"), { kind: "international" }),
      f(geo.borders(scaled, "disputed"), { kind: "disputed" }),
      ...data.disputed.map((d) => f(d.geometry, { kind: "disputed" })),
    ]),
    admin1: fc(admin1.filter((a) => a.geometry.coordinates.length > 0)),
    countryLabels: shown(data.countryLabels),
    seaLabels: shown(data.seaLabels),
    admin1Labels: z === maxTileZoom ? fc(data.admin1Labels) : fc([]),
    places: shown(data.places),
  };
}

/** The two halves of a country that the antimeridian cuts, as one: the coast is the outline of `land`, and the cut is no coast. */
function stitched({ code, geometry }) {
  if (code === "AQ")
    return {
      type: "MultiPolygon",
      coordinates: geometry.coordinates.map((poly) => poly.map((ring) => ring.map(offTheEdge))),
    };
  if (code !== "RU" && code !== "FJ") return geometry;
  const onCut = (poly) => poly[0].some(([lng]) => Math.abs(lng) > 179.9999);
  const eastward = (poly) => poly.map((ring) => ring.map(([lng, lat]) => [snap(lng < 0 ? lng + 360 : lng), lat]));
  const cut = geometry.coordinates.filter(onCut).map(eastward);
  if (cut.length === 0) return geometry;
  const whole = polygonClipping.union(...cut.map((p) => [p]));
  return { type: "MultiPolygon", coordinates: [...geometry.coordinates.filter((p) => !onCut(p)), ...whole] };
}
// The Ross Ice Shelf's coast dips below the edge of the Mercator world (85.05° S): a globe would show a crack from there to the pole.
const offTheEdge = ([lng, lat]) => [lng, lat < -84.9 && lat > -89.9 && Math.abs(lng) < 179.99 ? -84.9 : lat];
const snap = (lng) => (Math.abs(lng - 180) < 1e-4 ? 180 : lng);

const simplified = new Set(["lakes", "rivers"]);

export function cutTiles(topo, data) {
  const tiles = [];
  for (let z = 0; z <= maxTileZoom; z++) {
    const layers = layersAt(z, topo, data);
    const indexes = Object.entries(layers)
      .filter(([, features]) => features.features.length > 0)
      .map(([name, features]) => [
        name,
        new GeoJSONVT(features, {
          maxZoom: z,
          indexMaxZoom: z,
          indexMaxPoints: 0,
          extent,
          buffer: /Labels|places/.test(name) ? 0 : 64,
          tolerance: simplified.has(name) ? (z === maxTileZoom ? 0.5 : 2) : 0,
        }),
      ]);
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const cut = {};
        for (const [name, index] of indexes) {
          const tile = index.getTile(z, x, y);
          if (tile && tile.features.length > 0) cut[name] = tile;
        }
        if (Object.keys(cut).length > 0) tiles.push({ z, x, y, data: fromGeojsonVt(cut, { version: 2, extent }) });
      }
    }
    console.log(`zoom ${z}: ${tiles.length} tiles so far`);
  }
  return tiles;
}
