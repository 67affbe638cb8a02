import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Band, Coverage, Figure, FigureLaunchPoint, Ring } from "../figure/figure.ts";
import type { Translate } from "../i18n/messages.ts";
import { bandSource, spreadInWords, systemSource } from "./sourceWords.ts";

/** What is said of a feature. `system` and `launchPoint` are ids; distances are kilometres; colours are simplestyle's. */
export interface RangeProperties {
  kind: "launchPoint" | "ring" | "band" | "coverage";
  name: string;
  system?: string;
  systemName?: string;
  launchPoint?: string;
  launchPointName?: string;
  rangeKm?: number;
  minRangeKm?: number;
  qualifier?: string;
  source?: string;
  sourceId?: string;
  sourceUrl?: string;
  /** Coverage alone: reached from at least this many launch points. */
  atLeast?: number;
  "marker-color"?: string;
  stroke?: string;
  "stroke-width"?: number;
  "stroke-opacity"?: number;
  fill?: string;
  "fill-opacity"?: number;
}

export type RangeFeature = Feature<Geometry, RangeProperties> & { id: string };

/** The figure as RFC 7946 has it, with foreign members that say what it is and where its numbers are from. */
export interface RangeCollection extends FeatureCollection<Geometry, RangeProperties> {
  features: RangeFeature[];
  title: string;
  caption: string;
  note: string;
  catalogVersion: string;
  catalogDate: string;
}

/** Six decimals are 11 cm, far below the least error of a published range. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function signedArea(ring: Position[]): number {
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    const [bx = 0, by = 0] = ring[index + 1] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}

function roundRing(ring: Position[]): Position[] {
  const out: Position[] = [];
  for (const [lng = 0, lat = 0] of ring) {
    const [x, y] = [round(lng), round(lat)];
    const last = out.at(-1);
    if (last?.[0] !== x || last[1] !== y) out.push([x, y]);
  }
  return out;
}

/** Rounded, exterior rings counterclockwise and holes clockwise, whatever they were; rings that rounding made a line are left out. */
export function toRfcGeometry(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const polygons = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap((polygon) => {
    const rings = polygon.flatMap((ring, index) => {
      const rounded = roundRing(ring);
      if (rounded.length < 4) return [];
      return [signedArea(rounded) > 0 === (index === 0) ? rounded : rounded.reverse()];
    });
    return rings.length === 0 ? [] : [rings];
  });
  return polygons.length === 1 && polygons[0] ? { type: "Polygon", coordinates: polygons[0] } : { type: "MultiPolygon", coordinates: polygons };
}

function pointFeature(point: FigureLaunchPoint): RangeFeature {
  const [lng, lat] = point.lngLat;
  return {
    type: "Feature",
    id: point.id,
    geometry: { type: "Point", coordinates: [round(lng), round(lat)] },
    properties: {
      kind: "launchPoint",
      name: point.name,
      launchPoint: point.id,
      launchPointName: point.name,
      "marker-color": point.color,
    },
  };
}

/** The features in the order of the file, each built when it is asked for. */
function* featuresOf(figure: Figure, catalog: Catalog, translate: Translate): Generator<RangeFeature, void, void> {
  const names = new Map(figure.launchPoints.map((point) => [point.id, point.name]));
  const of = ({ launchPoint, system }: Ring | Band) => ({
    system: system.ref,
    systemName: system.name,
    launchPoint,
    launchPointName: names.get(launchPoint) ?? launchPoint,
  });
  // A source is looked up once a system, not once a ring.
  const sources = new Map(figure.systems.map((system) => [system, systemSource(system, catalog, translate)]));
  const bandSources = new Map<Band["system"], { source: string }>();
  const ringFeature = (ring: Ring): RangeFeature => ({
    type: "Feature",
    id: ring.id,
    geometry: toRfcGeometry(ring.area.geometry),
    properties: {
      kind: "ring",
      name: `${names.get(ring.launchPoint) ?? ring.launchPoint}: ${ring.label}`,
      ...of(ring),
      rangeKm: ring.rangeKm,
      ...(ring.minRangeKm !== undefined && { minRangeKm: ring.minRangeKm }),
      qualifier: ring.system.qualifier,
      ...sources.get(ring.system),
      stroke: ring.style.color,
      "stroke-width": 2.25,
      "stroke-opacity": 1,
      fill: ring.style.color,
      "fill-opacity": 0.075,
    },
  });
  const bandFeature = (band: Band): RangeFeature => {
    const source = bandSources.get(band.system) ?? bandSource(band, catalog, translate);
    bandSources.set(band.system, source);
    return {
      type: "Feature",
      id: band.id,
      geometry: toRfcGeometry(band.area.geometry),
      properties: {
        kind: "band",
        name: `${names.get(band.launchPoint) ?? band.launchPoint}: ${band.system.shortName}, ${spreadInWords(band, figure, translate)}`,
        ...of(band),
        rangeKm: band.maxRangeKm,
        minRangeKm: band.minRangeKm,
        qualifier: band.openEnded ? "more-than" : "range",
        ...source,
        stroke: band.color,
        "stroke-width": 1.25,
        "stroke-opacity": 0.85,
        fill: band.color,
        "fill-opacity": 0.03,
      },
    };
  };
  const coverageFeature = ({ id, system, area, atLeast }: Coverage): RangeFeature => ({
    type: "Feature",
    id,
    geometry: toRfcGeometry(area.geometry),
    properties: {
      kind: "coverage",
      name: system.name,
      system: system.ref,
      systemName: system.name,
      rangeKm: system.rangeKm.max,
      ...(system.rangeKm.min < system.rangeKm.max && { minRangeKm: system.rangeKm.min }),
      qualifier: system.qualifier,
      ...(sources.get(system) ?? systemSource(system, catalog, translate)),
      atLeast,
      stroke: system.color,
      "stroke-width": 2.25,
      "stroke-opacity": 1,
      fill: system.color,
      "fill-opacity": 0.1,
    },
  });
  for (const coverage of figure.coverage) yield coverageFeature(coverage);
  for (const band of figure.bands) yield bandFeature(band);
  for (const ring of figure.rings) yield ringFeature(ring);
  for (const point of figure.launchPoints) if (!point.hidden) yield pointFeature(point);
}

const membersOf = (figure: Figure, translate: Translate): Omit<RangeCollection, "features"> => ({
  type: "FeatureCollection",
  title: figure.title,
  caption: figure.caption,
  note: translate("illustrative"),
  catalogVersion: figure.catalogVersion,
  catalogDate: figure.catalogDate,
});

/**
 * The launch points, rings, bands and coverage of a figure as GeoJSON by RFC 7946: WGS84, cut at the antimeridian, exterior rings
 * counterclockwise. Hidden launch points are left out. Coverage comes first and points last, so that programs which draw in the order of
 * the file hide nothing.
 */
export function toGeoJson(figure: Figure, catalog: Catalog, translate: Translate): RangeCollection {
  return { ...membersOf(figure, translate), features: [...featuresOf(figure, catalog, translate)] };
}

/** The text of `toGeoJson`, written a feature at a time: thousands of rings are never there twice. */
export function toGeoJsonText(figure: Figure, catalog: Catalog, translate: Translate): string {
  const members = JSON.stringify(membersOf(figure, translate)).slice(0, -1);
  const features: string[] = [];
  for (const feature of featuresOf(figure, catalog, translate)) features.push(JSON.stringify(feature));
  return `${members},"features":[${features.join(",")}]}\n`;
}
