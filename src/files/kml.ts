import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import type { Catalog } from "../catalog/catalog.ts";
import type { Figure } from "../figure/figure.ts";
import type { Translate } from "../i18n/messages.ts";
import type { DataFeature, DataProperties, MarkKind } from "../marks/mark.ts";
import { MARKS } from "../marks/registry.ts";
import { escapeAttribute, escapeXml } from "../picture/painters/xml.ts";
import { dataFeatures } from "./geojson.ts";
import { toRfcGeometry } from "./rfcGeometry.ts";

/** The colour of items without one. */
const NO_COLOR = "#1c1c1e";

/** KML orders the bytes of a colour as alpha, blue, green, red. */
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

/** Google Earth reads descriptions as HTML, so a user's text is escaped once as HTML and once more as XML. */
function descriptionOf(properties: DataProperties): string {
  const lines = [properties.systemName, properties.source].flatMap((line) =>
    line === undefined || line === "" ? [] : escapeXml(line),
  );
  return lines.length === 0 ? "" : element("description", lines.join("<br>"));
}

function placemark(feature: DataFeature, styleId: string): string {
  const { kind, properties } = feature;
  const { name, ...values } = properties;
  const data = Object.entries({ kind, ...values }).flatMap(([name, value]) =>
    value === undefined ? [] : `<Data name="${name}">${element("value", value)}</Data>`,
  );
  return [
    "<Placemark>",
    element("name", name),
    descriptionOf(properties),
    `<styleUrl>#${escapeAttribute(styleId)}</styleUrl>`,
    `<ExtendedData>${data.join("")}</ExtendedData>`,
    geometryKml(feature),
    "</Placemark>",
  ].join("");
}

/** The style of a feature, shared by features of its kind and colour. Outlines are separate lines, so cuts at the antimeridian are not stroked. */
function styleOf({ kind, style }: DataFeature): { id: string; xml: string } {
  const { color = NO_COLOR, width = 2, lineOpacity = 1, fillOpacity = 0.1 } = style;
  // Context layers of one colour may have lines of different widths.
  const id = `${kind}-${color.slice(1).toLowerCase()}${kind === "contextLayer" ? `-${width}` : ""}`;
  if (kind === "launchPoint") {
    return { id, xml: `<Style id="${id}"><IconStyle><color>${kmlColor(color, 1)}</color></IconStyle></Style>` };
  }
  const line = `<LineStyle><color>${kmlColor(color, lineOpacity)}</color><width>${width}</width></LineStyle>`;
  const fill = `<PolyStyle><color>${kmlColor(color, fillOpacity)}</color><outline>0</outline></PolyStyle>`;
  return { id, xml: `<Style id="${id}">${line}${fill}</Style>` };
}

function geometryKml({ geometry, outlines }: DataFeature): string {
  const shape = toRfcGeometry(geometry());
  if (shape.type === "Point") return `<Point><coordinates>${positions([shape.coordinates])}</coordinates></Point>`;
  if (shape.type === "LineString" || shape.type === "MultiLineString") {
    const lines = linesKml({ geometry: shape });
    return shape.type === "LineString" ? lines : `<MultiGeometry>${lines}</MultiGeometry>`;
  }
  return `<MultiGeometry>${polygonsKml(shape)}${outlines().map(linesKml).join("")}</MultiGeometry>`;
}

/** The figure as styled KML 2.2 with a folder for each kind of mark. All names and notes are escaped. */
export function toKml(figure: Figure, catalog: Catalog, translate: Translate): string {
  const styles = new Map<string, string>();
  const placemarks = new Map<MarkKind, string[]>();
  for (const feature of dataFeatures(figure, catalog, translate)) {
    const style = styleOf(feature);
    styles.set(style.id, style.xml);
    const known = placemarks.get(feature.kind) ?? [];
    placemarks.set(feature.kind, known);
    known.push(placemark(feature, style.id));
  }
  // A folder for each kind of mark, what lies uppermost first.
  const folders = MARKS.toReversed().flatMap(({ kind }) => {
    const inside = placemarks.get(kind) ?? [];
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
