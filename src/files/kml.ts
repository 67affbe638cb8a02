import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Figure } from "../figure/figure.ts";
import type { Outline } from "../marks/drawn.ts";
import type { Translate } from "../i18n/messages.ts";
import { type RangeFeature, type RangeProperties, toGeoJson } from "./geojson.ts";
import { escapeAttribute, escapeXml } from "../picture/painters/xml.ts";

/** KML writes a colour as alpha, blue, green, red. */
function kmlColor(color: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0");
  return `${alpha}${color.slice(5, 7)}${color.slice(3, 5)}${color.slice(1, 3)}`.toLowerCase();
}

const element = (name: string, text: string | number): string => `<${name}>${escapeXml(String(text))}</${name}>`;
const positions = (ring: Position[]): string => ring.map(([lng = 0, lat = 0]) => `${lng},${lat}`).join(" ");
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function polygonsKml(geometry: Polygon | MultiPolygon): string {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .map((polygon) => {
      const rings = polygon.map((ring, index) => {
        const boundary = index === 0 ? "outerBoundaryIs" : "innerBoundaryIs";
        return `<${boundary}><LinearRing><coordinates>${positions(ring)}</coordinates></LinearRing></${boundary}>`;
      });
      return `<Polygon><tessellate>1</tessellate>${rings.join("")}</Polygon>`;
    })
    .join("");
}

function linesKml({ geometry }: { geometry: LineString | MultiLineString }): string {
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  return lines
    .map(
      (line) =>
        `<LineString><tessellate>1</tessellate><coordinates>${positions(line.map((position) => position.map(round)))}</coordinates></LineString>`,
    )
    .join("");
}

/** Google Earth reads a description as HTML: a user's words are escaped once for that, and once more as XML. */
function descriptionOf(properties: RangeProperties): string {
  const lines = [properties.systemName, properties.source].flatMap((line) =>
    line === undefined || line === "" ? [] : escapeXml(line),
  );
  return lines.length === 0 ? "" : element("description", lines.join("<br>"));
}

const DATA = ["kind", "system", "launchPoint", "rangeKm", "minRangeKm", "qualifier", "source", "atLeast"] as const;

function placemark(feature: RangeFeature, styleId: string, geometry: string): string {
  const { properties } = feature;
  const data = DATA.flatMap((name) => {
    const value = properties[name];
    return value === undefined ? [] : `<Data name="${name}">${element("value", value)}</Data>`;
  });
  return [
    "<Placemark>",
    element("name", properties.name),
    descriptionOf(properties),
    `<styleUrl>#${escapeAttribute(styleId)}</styleUrl>`,
    `<ExtendedData>${data.join("")}</ExtendedData>`,
    geometry,
    "</Placemark>",
  ].join("");
}

const KIND_FOLDERS = ["launchPoint", "ring", "band", "coverage"] as const;

/** A style for each colour of each kind. The outline is a line of its own, so that a cut at the antimeridian is never stroked. */
function styleOf({ kind, ...properties }: RangeProperties): { id: string; xml: string } {
  const color = properties.stroke ?? properties["marker-color"] ?? "#000000";
  const id = `${kind}-${color.slice(1).toLowerCase()}`;
  if (kind === "launchPoint") {
    return { id, xml: `<Style id="${id}"><IconStyle><color>${kmlColor(color, 1)}</color></IconStyle></Style>` };
  }
  const line = `<LineStyle><color>${kmlColor(color, properties["stroke-opacity"] ?? 1)}</color><width>${properties["stroke-width"] ?? 2}</width></LineStyle>`;
  const fill = `<PolyStyle><color>${kmlColor(properties.fill ?? color, properties["fill-opacity"] ?? 0.1)}</color><outline>0</outline></PolyStyle>`;
  return { id, xml: `<Style id="${id}">${line}${fill}</Style>` };
}

/** The figure as KML 2.2, in folders of points, rings, bands and coverage: styled, every name and note escaped as text. */
export function toKml(figure: Figure, catalog: Catalog, translate: Translate): string {
  const collection = toGeoJson(figure, catalog, translate);
  const outlines = new Map<string, Outline[]>([
    ...figure.rings.map((ring): [string, Outline[]] => [
      ring.id,
      ring.innerOutline ? [ring.outline, ring.innerOutline] : [ring.outline],
    ]),
    ...figure.bands.map((band): [string, Outline[]] => [
      band.id,
      band.openEnded ? [band.innerOutline] : [band.innerOutline, band.outerOutline],
    ]),
  ]);
  const styles = new Map<string, string>();
  const marks = collection.features.map((feature) => {
    const style = styleOf(feature.properties);
    styles.set(style.id, style.xml);
    const { geometry } = feature;
    if (geometry.type === "Point")
      return placemark(
        feature,
        style.id,
        `<Point><coordinates>${positions([geometry.coordinates])}</coordinates></Point>`,
      );
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return "";
    const lines = (outlines.get(feature.id) ?? []).map(linesKml).join("");
    return placemark(feature, style.id, `<MultiGeometry>${polygonsKml(geometry)}${lines}</MultiGeometry>`);
  });
  const folders = KIND_FOLDERS.flatMap((kind) => {
    const inside = marks.filter((_, index) => collection.features[index]?.properties.kind === kind);
    return inside.length === 0
      ? []
      : `<Folder>${element("name", translate(`data.${kind}`))}\n${inside.join("\n")}\n</Folder>`;
  });
  const about = [
    figure.caption,
    translate("illustrative"),
    translate("picture.madeWith", { version: figure.catalogVersion }),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    "<Document>",
    element("name", figure.title || translate("map")),
    "<open>1</open>",
    element(
      "description",
      about
        .filter((line) => line !== "")
        .map(escapeXml)
        .join("<br>"),
    ),
    ...styles.values(),
    ...folders,
    "</Document>",
    "</kml>",
    "",
  ].join("\n");
}
