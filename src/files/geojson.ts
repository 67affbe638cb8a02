import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Figure } from "../figure/figure.ts";
import type { Translate } from "../i18n/messages.ts";
import { allItemsOf } from "../marks/registry.ts";
import type { DataContext, DataFeature, DataProperties, MarkKind } from "../marks/mark.ts";
import { JsonBytes } from "./jsonBytes.ts";
import { rfcPolygons, toRfcGeometry } from "./rfcGeometry.ts";

/** The properties of a feature: those of its mark, and its colours in simplestyle's terms. */
export interface RangeProperties extends DataProperties {
  kind: MarkKind;
  "marker-color"?: string;
  stroke?: string;
  "stroke-width"?: number;
  "stroke-opacity"?: number;
  fill?: string;
  "fill-opacity"?: number;
}

export type RangeFeature = Feature<Geometry, RangeProperties> & { id: string };

/** The figure as RFC 7946 GeoJSON, with foreign members for its title and its sources. */
export interface RangeCollection extends FeatureCollection<Geometry, RangeProperties> {
  features: RangeFeature[];
  title: string;
  caption: string;
  note: string;
  catalogVersion: string;
  catalogDate: string;
}

function propertiesOf({ kind, properties, style }: DataFeature): RangeProperties {
  const { color, width, lineOpacity, fillOpacity } = style;
  if (color === undefined) return { kind, ...properties };
  if (width === undefined) return { kind, ...properties, "marker-color": color };
  return {
    kind,
    ...properties,
    stroke: color,
    "stroke-width": width,
    "stroke-opacity": lineOpacity ?? 1,
    ...(fillOpacity !== undefined && { fill: color, "fill-opacity": fillOpacity }),
  };
}

/** The features of all marks in the order of the file, each built on demand. */
export function* dataFeatures(
  { marks, launchPoints, units }: Figure,
  catalog: Catalog,
  translate: Translate,
): Generator<DataFeature, void, void> {
  const names = new Map(launchPoints.map((point) => [point.id, point.name]));
  const context: DataContext = { catalog, translate, units, names };
  for (const { mark } of marks) for (const item of allItemsOf(marks, mark)) yield* mark.data(item, context);
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
 * All marks of a figure as RFC 7946 GeoJSON: WGS84, cut at the antimeridian, exterior rings counterclockwise. Hidden launch points are left
 * out. Launch points come last, so that programs that draw in file order do not cover them.
 */
export function toGeoJson(figure: Figure, catalog: Catalog, translate: Translate): RangeCollection {
  const features = Array.from(dataFeatures(figure, catalog, translate), (feature): RangeFeature => ({
    type: "Feature",
    id: feature.id,
    geometry: toRfcGeometry(feature.geometry()),
    properties: propertiesOf(feature),
  }));
  return { ...membersOf(figure, translate), features };
}

function writeGeometry(json: JsonBytes, geometry: ReturnType<DataFeature["geometry"]>): void {
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") {
    json.text(JSON.stringify(toRfcGeometry(geometry)));
    return;
  }
  const polygons = rfcPolygons(geometry);
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

/** `toGeoJson` as a file, written feature by feature, so that thousands of rings are not held in memory twice. */
export function toGeoJsonFile(figure: Figure, catalog: Catalog, translate: Translate): Uint8Array<ArrayBuffer> {
  const json = new JsonBytes();
  json.text(`${JSON.stringify(membersOf(figure, translate)).slice(0, -1)},"features":[`);
  let separator = "";
  for (const feature of dataFeatures(figure, catalog, translate)) {
    json.text(`${separator}{"type":"Feature","id":${JSON.stringify(feature.id)},"geometry":`);
    writeGeometry(json, feature.geometry());
    json.text(`,"properties":${JSON.stringify(propertiesOf(feature))}}`);
    separator = ",";
  }
  json.text("]}\n");
  return json.bytes();
}
