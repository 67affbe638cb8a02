// @ts-nocheck -- a build script with a package.json of its own
import fs from "node:fs";
import { writePmtiles } from "./pmtiles.mjs";
import { cutTiles, maxTileZoom } from "./tiles.mjs";
import * as geo from "./topology.mjs";
import { buildWater } from "./water.mjs";
import { extraDisputed } from "./policy.mjs";
import { buildLabels } from "./labels.mjs";

const out = new URL("../../public/basemap/", import.meta.url);
const write = (name, bytes) => {
  fs.writeFileSync(new URL(name, out), bytes);
  console.log(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
};
fs.mkdirSync(out, { recursive: true });

const topo = geo.buildTopology();
console.log("topology built");
const disputed = extraDisputed(geo.disputedLines);
const data = { ...buildWater(), ...buildLabels(topo), disputed };
const tiles = cutTiles(topo, data);
const credit = "Natural Earth; places: GeoNames (CC BY 4.0)";
write("world.pmtiles", writePmtiles(tiles, {
  minZoom: 0,
  maxZoom: maxTileZoom,
  center: [31, 49, 4],
  metadata: {
    name: "Range Rings world",
    attribution: credit,
    vector_layers: Object.keys({ land: 0, lakes: 0, rivers: 0, borders: 0, admin1: 0, countryLabels: 0, seaLabels: 0, admin1Labels: 0, places: 0 })
      .map((id) => ({ id, fields: {}, minzoom: 0, maxzoom: maxTileZoom })),
  },
}));
