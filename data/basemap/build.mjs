// @ts-nocheck -- a build script with a package.json of its own
import fs from "node:fs";
import { gzipSync } from "node:zlib";
import { writePmtiles } from "./pmtiles.mjs";
import { cutTiles, maxTileZoom } from "./tiles.mjs";
import * as geo from "./topology.mjs";
import { buildWater } from "./water.mjs";
import { extraDisputed } from "./policy.mjs";
import { buildLabels } from "./labels.mjs";
import { buildPlaces } from "./places.mjs";
import { buildVector } from "./vector.mjs";

const out = new URL("../../public/basemap/", import.meta.url);
const write = (name, bytes) => {
  fs.writeFileSync(new URL(name, out), bytes);
  console.log(
    `${name}: ${(bytes.length / 1e6).toFixed(2)} MB, ${(gzipSync(bytes).length / 1e6).toFixed(2)} MB gzipped`,
  );
};
fs.mkdirSync(out, { recursive: true });

const topo = geo.buildTopology();
console.log("topology built");
const disputed = extraDisputed(geo.disputedLines);
const data = { ...buildWater(), ...buildLabels(topo), disputed };
data.credit = "Natural Earth; places © GeoNames (CC BY 4.0)";
write("places.json", buildPlaces("© GeoNames, CC BY 4.0"));
write("world-50m.json", buildVector(topo, data));
const tiles = cutTiles(topo, data);
const layers = ["land", "lakes", "rivers", "borders", "admin1", "countryLabels", "seaLabels", "admin1Labels", "places"];
write(
  "world.pmtiles",
  writePmtiles(tiles, {
    minZoom: 0,
    maxZoom: maxTileZoom,
    center: [31, 49, 4],
    metadata: {
      name: "Range Rings world",
      attribution: data.credit,
      vector_layers: layers.map((id) => ({ id, fields: {}, minzoom: 0, maxzoom: maxTileZoom })),
    },
  }),
);
