import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Figure, FigureLaunchPoint } from "../figure/figure.ts";
import type { Band, Coverage, LngLat, Ring } from "../marks/drawn.ts";
import type { Translate } from "../i18n/messages.ts";
import { JsonBytes } from "./jsonBytes.ts";
import { fromMicro, rfcPolygons, toMicro, toRfcGeometry } from "./rfcGeometry.ts";
import { bandSource, spreadInWords, systemSource } from "../figure/sourceWords.ts";

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

/** A feature whose geometry has not been written yet: millions of coordinates take room and time, and only one form of them is wanted. */
type Drawn = Omit<RangeFeature, "geometry"> & { shape: Polygon | MultiPolygon | LngLat };

const isPlace = (shape: Drawn["shape"]): shape is LngLat => Array.isArray(shape);

const pointGeometry = (place: LngLat): Geometry => ({
  type: "Point",
  coordinates: place.map((degrees) => fromMicro(toMicro(degrees))),
});

function pointFeature(point: FigureLaunchPoint): Drawn {
  return {
    type: "Feature",
    id: point.id,
    shape: point.lngLat,
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
function* featuresOf(figure: Figure, catalog: Catalog, translate: Translate): Generator<Drawn, void, void> {
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
  const ringFeature = (ring: Ring): Drawn => ({
    type: "Feature",
    id: ring.id,
    shape: ring.makeArea().geometry,
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
  const bandFeature = (band: Band): Drawn => {
    const source = bandSources.get(band.system) ?? bandSource(band, catalog, translate);
    bandSources.set(band.system, source);
    return {
      type: "Feature",
      id: band.id,
      shape: band.makeArea().geometry,
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
  const coverageFeature = ({ id, system, area, atLeast }: Coverage): Drawn => ({
    type: "Feature",
    id,
    shape: area.geometry,
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
  const features = Array.from(
    featuresOf(figure, catalog, translate),
    ({ type, id, shape, properties }): RangeFeature => {
      return { type, id, geometry: isPlace(shape) ? pointGeometry(shape) : toRfcGeometry(shape), properties };
    },
  );
  return { ...membersOf(figure, translate), features };
}

function writeGeometry(json: JsonBytes, shape: Drawn["shape"]): void {
  if (isPlace(shape)) {
    json.text(JSON.stringify(pointGeometry(shape)));
    return;
  }
  const polygons = rfcPolygons(shape);
  const isOne = polygons.length === 1;
  json.text(isOne ? '{"type":"Polygon","coordinates":' : '{"type":"MultiPolygon","coordinates":[');
  for (const [index, rings] of polygons.entries()) {
    json.text(index === 0 ? "[" : ",[");
    for (const [position, ring] of rings.entries()) {
      if (position > 0) json.text(",");
      json.ring(ring);
    }
    json.text("]");
  }
  json.text(isOne ? "}" : "]}");
}

/** `toGeoJson` as a file, written a feature at a time: thousands of rings are never there twice. */
export function toGeoJsonFile(figure: Figure, catalog: Catalog, translate: Translate): Uint8Array<ArrayBuffer> {
  const json = new JsonBytes();
  json.text(`${JSON.stringify(membersOf(figure, translate)).slice(0, -1)},"features":[`);
  let separator = "";
  for (const { type, id, shape, properties } of featuresOf(figure, catalog, translate)) {
    json.text(`${separator}{"type":${JSON.stringify(type)},"id":${JSON.stringify(id)},"geometry":`);
    writeGeometry(json, shape);
    json.text(`,"properties":${JSON.stringify(properties)}}`);
    separator = ",";
  }
  json.text("]}\n");
  return json.bytes();
}
