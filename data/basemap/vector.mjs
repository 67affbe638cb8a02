// @ts-nocheck -- a build script with a package.json of its own
// public/basemap/world-50m.json: the same land, borders and names at about 1:50m as one TopoJSON, for launch areas and vector export.
import { topology } from "topojson-server";
import { quantize } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import * as geo from "./topology.mjs";

const kmPerDegree = 111.2;
/** Kilometres between two rings, near enough to tell an island off the coast from one across an ocean. */
function gap(a, b) {
  let best = Infinity;
  const step = (r) => Math.max(1, Math.floor(r.length / 80));
  for (let i = 0; i < a.length; i += step(a))
    for (let j = 0; j < b.length; j += step(b)) {
      const lat = ((a[i][1] + b[j][1]) / 2) * (Math.PI / 180);
      let dLng = Math.abs(a[i][0] - b[j][0]);
      if (dLng > 180) dLng = 360 - dLng;
      best = Math.min(best, Math.hypot(dLng * Math.cos(lat), a[i][1] - b[j][1]));
    }
  return best * kmPerDegree;
}

/** Which polygons of a large country lie further than 500 km from the rest of it, island by island. */
function farFromMain(polygons) {
  // A large part is no outlying island: both halves of Malaysia are Malaysia.
  const size = polygons.map((p) => geo.mercatorArea(p[0]));
  const near = new Set([...polygons.keys()].filter((i) => size[i] > size[0] * 0.05));
  for (let grown = true; grown;) {
    grown = false;
    for (let i = 1; i < polygons.length; i++) {
      if (near.has(i)) continue;
      for (const j of near) {
        if (gap(polygons[i][0], polygons[j][0]) < 500) {
          near.add(i);
          grown = true;
          break;
        }
      }
    }
  }
  return near;
}

export const partNames = {
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

export function buildVector(topo, data) {
  const scaled = geo.atScale(topo, 4, 1);
  const world = 512 * 2 ** 4;
  const minArea = 3 / world ** 2;
  const features = [];
  const add = (layer, geometry, properties = {}, id) =>
    features.push([layer, { type: "Feature", properties, geometry, ...(id && { id }) }]);

  const areas = new Map();
  const area = (code, part) => {
    const key = `${code || "--"}/${part}`;
    if (!areas.has(key)) areas.set(key, []);
    return areas.get(key);
  };
  for (const { code, part, geometry } of geo.countries(scaled, minArea)) {
    const polygons = geometry.coordinates;
    const large = geo.mercatorArea(polygons[0][0]) > 2e-6;
    const near =
      part === "main" && code !== "" && code !== "AQ" && large ? farFromMain(polygons) : new Set(polygons.keys());
    const far = polygons.filter((_, i) => !near.has(i));
    area(code, part).push(...polygons.filter((_, i) => near.has(i)));
    if (far.length > 0) area(code, code === "NO" ? "SJ" : "far").push(...far);
  }
  for (const [key, coordinates] of areas)
    add("countries", { type: "MultiPolygon", coordinates }, { part: key.slice(3) }, key.slice(0, 2));
  add("borders", geo.borders(scaled, "international"), { kind: "international" });
  add("borders", geo.borders(scaled, "disputed"), { kind: "disputed" });

  // Water and loose lines have a topology of their own to be simplified in.
  const loose = (list) => {
    const t = presimplify(topology({ o: { type: "FeatureCollection", features: list } }, 1e6), geo.mercatorTriangle);
    return geo.feature(simplify(t, (1 / world) ** 2), "o").features;
  };
  const f = (geometry, properties = {}) => ({ type: "Feature", properties, geometry });
  for (const d of loose(data.disputed.map((l) => f(l.geometry)))) add("borders", d.geometry, { kind: "disputed" });
  for (const l of loose(
    data.lakes.filter((x) => x.area > 6 / world ** 2).map((x) => f({ type: "Polygon", coordinates: x.raw })),
  )) {
    const polygons = l.geometry.type === "Polygon" ? [l.geometry.coordinates] : l.geometry.coordinates;
    if (polygons[0][0].length > 3) add("lakes", l.geometry);
  }
  for (const r of loose(
    data.rivers.filter((x) => x.min <= 5).map((x) => f({ type: "LineString", coordinates: x.raw }, { min: x.min })),
  ))
    add("rivers", r.geometry, r.properties);

  const layers = {};
  for (const [layer, feature] of features)
    (layers[layer] ??= { type: "FeatureCollection", features: [] }).features.push(feature);
  // A fine grid first, so that shared edges are found; then the grid of the file, about 220 m.
  const joined = quantize(dequantized(topology(layers, 4e6)), 1.8e5);
  const label = ({ geometry, properties: p }, ...rest) => [
    ...geometry.coordinates.map((n) => Math.round(n * 1e3) / 1e3),
    p.min,
    p.rank,
    p.name_en,
    p.name_vi ?? 0,
    p.name_uk ?? 0,
    ...rest,
  ];
  joined.labels = {
    countries: data.countryLabels.map((l) => label(l, l.properties.iso, l.properties.territory ?? 0)),
    seas: data.seaLabels.map((l) => label(l)),
    places: data.places.filter((l) => l.properties.min <= 6).map((l) => label(l, l.properties.class)),
  };
  joined.partNames = partNames;
  joined.credit = data.credit;
  return Buffer.from(JSON.stringify(joined));
}

/** The topology with absolute coordinates, as `quantize` wants it. */
function dequantized(topo) {
  const {
    scale: [kx, ky],
    translate: [dx, dy],
  } = topo.transform;
  const arcs = topo.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([a, b]) => [(x += a) * kx + dx, (y += b) * ky + dy]);
  });
  const { transform: _, ...rest } = topo;
  return { ...rest, arcs };
}
