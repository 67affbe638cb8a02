// Builds public/basemap. See README.md.
import fs from "node:fs";
import { gzipSync } from "node:zlib";
import { cutTiles, MAX_TILE_ZOOM } from "./cutTiles.ts";
import { buildLabels, type Labels } from "./labels.ts";
import { buildPlacesFile } from "./placesFile.ts";
import { type DisputedLines, extraDisputed } from "./policy.ts";
import { buildTopology, disputedLines } from "./topology.ts";
import { buildWater, type Water } from "./water.ts";
import { buildWorldFile, worldFiles } from "./worldFile.ts";
import { writePmtiles } from "./writePmtiles.ts";

/** Everything except land and borders. */
export interface BasemapData extends Water, Labels {
  /** Disputed lines that are not a boundary between two units. */
  disputed: DisputedLines["features"];
  credit: string;
}

const out = new URL("../../public/basemap/", import.meta.url);
const inMegabytes = (bytes: Uint8Array): string => `${(bytes.length / 1e6).toFixed(2)} MB`;
function write(name: string, bytes: Uint8Array): void {
  fs.writeFileSync(new URL(name, out), bytes);
  console.log(`${name}: ${inMegabytes(bytes)}, ${inMegabytes(gzipSync(bytes))} gzipped`);
}
fs.mkdirSync(out, { recursive: true });

const topo = buildTopology();
const data: BasemapData = {
  ...buildWater(),
  ...buildLabels(topo),
  disputed: extraDisputed(disputedLines),
  credit: "Natural Earth; places © GeoNames (CC BY 4.0)",
};
write("places.json", buildPlacesFile("© GeoNames, CC BY 4.0"));
for (const [name, scale] of Object.entries(worldFiles)) write(name, buildWorldFile(topo, data, scale));
const layers = ["land", "lakes", "rivers", "borders", "admin1", "countryLabels", "seaLabels", "admin1Labels", "places"];
write(
  "world.pmtiles",
  writePmtiles(cutTiles(topo, data), {
    minZoom: 0,
    maxZoom: MAX_TILE_ZOOM,
    center: [31, 49, 4],
    metadata: {
      name: "Range Rings world",
      attribution: data.credit,
      vector_layers: layers.map((id) => ({ id, fields: {}, minzoom: 0, maxzoom: MAX_TILE_ZOOM })),
    },
  }),
);
