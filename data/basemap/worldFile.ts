// public/basemap/world-50m.json and world-110m.json: the same land, borders and names with less detail as one TopoJSON each, for launch areas and
// vector export.
import { feature, featureCollection } from "@turf/turf";
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from "geojson";
import { feature as fromTopology, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { Objects, Topology } from "topojson-specification";
import type { BasemapData } from "./build.ts";
import { type Label, languages } from "./label.ts";
import { asArea, isArea, type Line, mercatorArea, type Polygon, polygonsOf } from "./lngLat.ts";
import * as geo from "./topology.ts";

export interface WorldScale {
  /** The zoom at which the smallest detail is one pixel (512 px tiles). */
  zoom: number;
  /** The file contains rivers and places up to this minimum zoom. */
  riversFrom: number;
  placesFrom: number;
  /** The number of steps in the file's grid around the world. */
  grid: number;
}
export const worldFiles: Record<string, WorldScale> = {
  "world-50m.json": { zoom: 4, riversFrom: 5, placesFrom: 6, grid: 1.8e5 },
  "world-10m.json": { zoom: 6, riversFrom: 6, placesFrom: 7, grid: 7.2e5 },
  "world-110m.json": { zoom: 2, riversFrom: 3, placesFrom: 4, grid: 4e4 },
};

const KM_PER_DEGREE = 111.2;

/** Approximate kilometres between two rings, precise enough to distinguish coastal islands from overseas ones. */
function gapKm(a: Line, b: Line): number {
  const sampled = (ring: Line): Line => {
    const step = Math.max(1, Math.floor(ring.length / 80));
    return ring.filter((_, i) => i % step === 0);
  };
  let least = Infinity;
  const others = sampled(b);
  for (const [lngA, latA] of sampled(a))
    for (const [lngB, latB] of others) {
      const lat = ((latA + latB) / 2) * (Math.PI / 180);
      const apart = Math.abs(lngA - lngB);
      const dLng = apart > 180 ? 360 - apart : apart;
      least = Math.min(least, Math.hypot(dLng * Math.cos(lat), latA - latB));
    }
  return least * KM_PER_DEGREE;
}

/** The polygons of a country that are connected to its largest one by gaps of less than 500 km. */
function nearMain(polygons: Polygon[]): Set<Polygon> {
  // A large part is not an outlying island: both halves of Malaysia belong together.
  const areaOf = (polygon: Polygon): number => mercatorArea(polygon[0]!);
  const large = areaOf(polygons[0]!) * 0.05;
  const near = new Set(polygons.filter((polygon, i) => i === 0 || areaOf(polygon) > large));
  for (let grown = true; grown;) {
    grown = false;
    for (const polygon of polygons) {
      if (near.has(polygon) || ![...near].some((other) => gapKm(polygon[0]!, other[0]!) < 500)) continue;
      near.add(polygon);
      grown = true;
    }
  }
  return near;
}

const partNames: Record<string, [en: string, vi: string, uk: string]> = {
  "US-AK": ["Alaska", "Alaska", "Аляска"],
  "US-HI": ["Hawaii", "Hawaii", "Гаваї"],
  "ES-CN": ["Canary Islands", "Quần đảo Canaria", "Канарські острови"],
  "ES-CE": ["Ceuta", "Ceuta", "Сеута"],
  "ES-ML": ["Melilla", "Melilla", "Мелілья"],
  "PT-20": ["Azores", "Açores", "Азорські острови"],
  "PT-30": ["Madeira", "Madeira", "Мадейра"],
  "EC-W": ["Galápagos Islands", "Quần đảo Galápagos", "Галапагоські острови"],
  "IN-AN": ["Andaman and Nicobar Islands", "Quần đảo Andaman và Nicobar", "Андаманські та Нікобарські острови"],
  "IN-LD": ["Lakshadweep", "Lakshadweep", "Лакшадвіп"],
  "CO-SAP": ["San Andrés and Providencia", "San Andrés và Providencia", "Сан-Андрес-і-Провіденсія"],
  "RU-KGD": ["Kaliningrad Region", "Tỉnh Kaliningrad", "Калінінградська область"],
  "GB-SBA": ["Akrotiri and Dhekelia", "Akrotiri và Dhekelia", "Акротирі і Декелія"],
  "AU-CSI": ["Coral Sea Islands", "Quần đảo Biển San Hô", "Острови Коралового моря"],
  "AU-ATC": ["Ashmore and Cartier Islands", "Quần đảo Ashmore và Cartier", "Острови Ашмор і Картьє"],
  CP: ["Clipperton Island", "Đảo Clipperton", "Острів Кліппертон"],
  BV: ["Bouvet Island", "Đảo Bouvet", "Острів Буве"],
  far: ["Outlying islands", "Các đảo xa", "Віддалені острови"],
};

/** Features by layer, in the order of the file. */
type Layers = Record<string, FeatureCollection>;

/** Land by country and part. Land more than 500 km from a large country is a separate part. */
function landByPart(scaled: geo.UnitTopology, minArea: number): Feature[] {
  const areas = new Map<string, Polygon[]>();
  const add = (code: string, part: string, polygons: Polygon[]): void => {
    const key = `${code || "--"}/${part}`;
    areas.set(key, [...(areas.get(key) ?? []), ...polygons]);
  };
  for (const { code, part, polygons } of geo.countries(scaled, minArea)) {
    const large = mercatorArea(polygons[0]![0]!) > 2e-6;
    const near = part === "main" && code !== "" && code !== "AQ" && large ? nearMain(polygons) : new Set(polygons);
    add(
      code,
      part,
      polygons.filter((polygon) => near.has(polygon)),
    );
    const far = polygons.filter((polygon) => !near.has(polygon));
    if (far.length > 0) add(code, code === "NO" ? "SJ" : "far", far);
  }
  return [...areas].map(([key, polygons]) =>
    feature(asArea(polygons), { part: key.slice(3) }, { id: key.slice(0, 2) }),
  );
}

/** `topology` with the type that the other TopoJSON packages expect, in which no property is null. */
const asTopology = (layers: Layers, grid: number): Topology<Objects> => topology(layers, grid) as Topology<Objects>;

/** Simplifies lines and areas that share no edge with the land to one pixel of a world of the given width. */
function simplified(features: Feature[], worldPx: number): Feature[] {
  const fine = asTopology({ layer: featureCollection(features) }, 1e6);
  const coarse = simplify(presimplify(fine, geo.mercatorTriangle), (1 / worldPx) ** 2);
  return (fromTopology(coarse, "layer") as unknown as FeatureCollection).features;
}

function layersOf(topo: geo.UnitTopology, data: BasemapData, { zoom, riversFrom }: WorldScale): Layers {
  const scaled = geo.atScale(topo, zoom, 1);
  const worldPx = 512 * 2 ** zoom;
  const disputed = data.disputed.map((line) => feature(line.geometry, { kind: "disputed" }));
  const lakes = data.lakes
    .filter((lake) => lake.area > 6 / worldPx ** 2)
    .map((lake) => feature({ type: "Polygon", coordinates: lake.raw }));
  const rivers = data.rivers
    .filter((river) => river.min <= riversFrom)
    .map((river) => feature({ type: "LineString", coordinates: river.raw }, { min: river.min }));
  const isWhole = ({ geometry }: Feature): boolean => isArea(geometry) && polygonsOf(geometry)[0]![0]!.length > 3;
  const layers = {
    countries: landByPart(scaled, 3 / worldPx ** 2),
    borders: [
      feature(geo.borders(scaled, "international"), { kind: "international" }),
      feature(geo.borders(scaled, "disputed"), { kind: "disputed" }),
      ...simplified(disputed, worldPx),
    ],
    lakes: simplified(lakes, worldPx).filter(isWhole),
    rivers: simplified(rivers, worldPx),
  };
  return Object.fromEntries(
    Object.entries(layers).map(([name, features]) => [name, featureCollection<Geometry, GeoJsonProperties>(features)]),
  );
}

/** `[lng, lat, min, rank, English, Vietnamese, Ukrainian, …]`; 0 for a name that equals the English one. */
const row = ({ geometry, properties: p }: Label, ...more: (string | number)[]): (string | number)[] => [
  ...geometry.coordinates.map((n) => Math.round(n * 1e3) / 1e3),
  p.min,
  p.rank,
  p.name_en,
  p.name_vi ?? 0,
  p.name_uk ?? 0,
  ...more,
];

export function buildWorldFile(topo: geo.UnitTopology, data: BasemapData, scale: WorldScale): Buffer {
  // A fine grid is used first to find shared edges, then the grid of the file.
  const joined = quantize(dequantized(asTopology(layersOf(topo, data, scale), 4e6)), scale.grid);
  const labels = {
    countries: data.countryLabels.map((l) => row(l, l.properties.iso, l.properties.territory ?? 0)),
    seas: data.seaLabels.map((l) => row(l)),
    places: data.places.filter((l) => l.properties.min <= scale.placesFrom).map((l) => row(l, l.properties.class)),
  };
  return Buffer.from(JSON.stringify({ ...joined, languages, labels, partNames, credit: data.credit }));
}

/** Converts the topology to absolute coordinates, which `quantize` requires. */
function dequantized({ transform, arcs, ...rest }: Topology<Objects>): Topology<Objects> {
  if (!transform) throw new Error("the topology is not quantized");
  const {
    scale: [kx, ky],
    translate: [dx, dy],
  } = transform;
  return {
    ...rest,
    arcs: arcs.map((arc) => {
      let [x, y] = [0, 0];
      return arc.map(([stepX = 0, stepY = 0]) => [(x += stepX) * kx + dx, (y += stepY) * ky + dy]);
    }),
  };
}
