import { type GeoJSONVTTile, GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { feature, featureCollection } from "@turf/turf";
import type { Feature, FeatureCollection } from "geojson";
import polygonClipping from "polygon-clipping";
import type { BasemapData } from "./build.ts";
import type { Label } from "./label.ts";
import { asArea, type LngLat, type Polygon } from "./lngLat.ts";
import * as geo from "./topology.ts";
import type { Tile } from "./writePmtiles.ts";

export const MAX_TILE_ZOOM = 6;
const EXTENT = 4096;

/** The layers of zoom `z` as GeoJSON. Lines and land are simplified; points have their minimum zoom. */
function layersAt(z: number, topo: geo.UnitTopology, data: BasemapData): Record<string, FeatureCollection> {
  const closest = z === MAX_TILE_ZOOM;
  const scaled = geo.atScale(topo, z, closest ? 0.45 : 0.65);
  const px = 512 * 2 ** z;
  const minArea = closest ? 0 : (z >= 5 ? 0.4 : 1.2) / px ** 2;
  const admin1: Feature[] = [];
  for (let from = 3; from <= Math.min(z, 6); from++) {
    const lines = geo.admin1Lines(scaled, from);
    if (lines.coordinates.length > 0) admin1.push(feature(lines, { from }));
  }
  const shown = (labels: Label[]): FeatureCollection =>
    featureCollection(labels.filter((l) => l.properties.min < z + 1 || closest));
  const land = geo.countries(scaled, minArea);
  return {
    land: featureCollection(land.map((c) => feature(asArea(stitched(c)), { iso: c.code, part: c.part }))),
    lakes: featureCollection(
      data.lakes.filter((l) => l.area > 3 / px ** 2).map((l) => feature({ type: "Polygon", coordinates: l.polygon })),
    ),
    rivers: featureCollection(
      data.rivers
        .filter((r) => r.min <= z)
        .map((r) => feature({ type: "LineString", coordinates: r.line }, { min: r.min })),
    ),
    borders: featureCollection([
      feature(geo.borders(scaled, "international"), { kind: "international" }),
      feature(geo.borders(scaled, "disputed"), { kind: "disputed" }),
      ...data.disputed.map((d) => feature(d.geometry, { kind: "disputed" })),
    ]),
    admin1: featureCollection(admin1),
    countryLabels: shown(data.countryLabels),
    seaLabels: shown(data.seaLabels),
    admin1Labels: featureCollection(closest ? data.admin1Labels : []),
    places: shown(data.places),
  };
}

/** Joins the two halves of a country cut by the antimeridian, because the outline of `land` is drawn as coast and the cut is not a coast. */
function stitched({ code, polygons }: geo.CountryLand): Polygon[] {
  if (code === "AQ") return polygons.map((poly) => poly.map((ring) => ring.map(offTheEdge)));
  if (code !== "RU" && code !== "FJ") return polygons;
  const onCut = (poly: Polygon): boolean => poly[0]!.some(([lng]) => Math.abs(lng) > 179.9999);
  const eastward = (poly: Polygon): Polygon =>
    poly.map((ring) => ring.map(([lng, lat]): LngLat => [snap(lng < 0 ? lng + 360 : lng), lat]));
  const [first, ...others] = polygons.filter(onCut).map(eastward);
  if (!first) return polygons;
  return [...polygons.filter((poly) => !onCut(poly)), ...polygonClipping.union(first, ...others)];
}
// The Ross Ice Shelf's coast extends beyond the edge of the Mercator world (85.05° S), which would show as a crack to the pole on a globe.
const offTheEdge = ([lng, lat]: LngLat): LngLat => [
  lng,
  lat < -84.9 && lat > -89.9 && Math.abs(lng) < 179.99 ? -84.9 : lat,
];
const snap = (lng: number): number => (Math.abs(lng - 180) < 1e-4 ? 180 : lng);

const toleranceOf = (layer: string, z: number): number => {
  if (layer !== "lakes" && layer !== "rivers") return 0;
  return z === MAX_TILE_ZOOM ? 0.5 : 2;
};

export function cutTiles(topo: geo.UnitTopology, data: BasemapData): Tile[] {
  const tiles: Tile[] = [];
  for (let z = 0; z <= MAX_TILE_ZOOM; z++) {
    const indexes = Object.entries(layersAt(z, topo, data))
      .filter(([, { features }]) => features.length > 0)
      .map(([name, features]) => {
        const index = new GeoJSONVT(features, {
          maxZoom: z,
          indexMaxZoom: z,
          indexMaxPoints: 0,
          extent: EXTENT,
          buffer: /Labels|places/.test(name) ? 0 : 64,
          tolerance: toleranceOf(name, z),
        });
        return { name, index };
      });
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const cut: Record<string, GeoJSONVTTile> = {};
        for (const { name, index } of indexes) {
          const tile = index.getTile(z, x, y);
          if (tile && tile.features.length > 0) cut[name] = tile;
        }
        const data = fromGeojsonVt(cut, { version: 2, extent: EXTENT });
        if (Object.keys(cut).length > 0) tiles.push({ z, x, y, data });
      }
    }
    console.log(`zoom ${z}: ${tiles.length} tiles so far`);
  }
  return tiles;
}
