import type { Document, Element, Node } from "@xmldom/xmldom";

/** Real files are never nested this deeply, and deep nesting makes each search within an element slow. */
const MAX_DEPTH = 100;
const GX = "http://www.google.com/kml/ext/2.2";

/** One placemark, waypoint, route or track. */
export interface XmlFeature {
  tag: "Placemark" | "wpt" | "rte" | "trk";
  /** Position in the document among features of the same tag. */
  index: number;
  /** Name of the innermost named folder. */
  group: string | undefined;
  /** Number of geometries in a placemark, counting each ring of a polygon separately. */
  geometries: number;
  /** Number of valid positions in each segment of a track, in a route or in a waypoint. */
  segments: number[];
  /** Number of invalid positions, which are removed from the document, and the text of the first. */
  badPositions: number;
  badPosition: string;
}

interface XmlContent {
  features: XmlFeature[];
  /** Number of elements that are not places, by name: overlays, links to other files. */
  others: Map<string, number>;
}

const FEATURES = { kml: ["Placemark"], gpx: ["trk", "rte", "wpt"] } as const;
const OTHERS = new Set(["GroundOverlay", "ScreenOverlay", "PhotoOverlay", "NetworkLink", "Tour"]);
const GEOMETRIES = new Set(["Point", "LineString", "LinearRing", "Track", "Model"]);
const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const POSITION = new RegExp(`^${NUMBER},${NUMBER}(?:,(?:${NUMBER})?)?$`);
const DEGREES = new RegExp(String.raw`^\s*${NUMBER}\s*$`);

const isElement = (node: Node): node is Element => node.nodeType === 1;

function nameOf(folder: Element): string | undefined {
  for (let child = folder.firstChild; child; child = child.nextSibling)
    if (isElement(child) && child.localName === "name") return child.textContent?.trim() || undefined;
  return undefined;
}

/** Renames an element to the name that the converter looks for, whatever prefix the file uses for the root's namespace. */
function dropPrefix(element: Element, root: Pick<Element, "prefix" | "namespaceURI">): void {
  const isOfRoot =
    element.prefix === root.prefix || (Boolean(element.namespaceURI) && element.namespaceURI === root.namespaceURI);
  const prefix = element.namespaceURI === GX ? "gx" : isOfRoot ? null : element.prefix;
  if (prefix === element.prefix) return;
  const name = prefix === null ? element.localName : `${prefix}:${element.localName ?? ""}`;
  Object.assign(element, { prefix, tagName: name, nodeName: name });
}

function noteBad(feature: XmlFeature, position: string): void {
  feature.badPositions += 1;
  if (feature.badPositions === 1) feature.badPosition = position;
}

/** Removes invalid positions from `<coordinates>`: the converter would read "x,50,30" as 50 east, 30 north. */
function cleanCoordinates(element: Element, feature: XmlFeature): void {
  const text = element.textContent ?? "";
  const tuples = text.split(/\s+/).join(" ").replace(/ ?, ?/g, ",").trim().split(" ");
  const good = tuples.filter((tuple) => {
    if (POSITION.test(tuple)) return true;
    if (tuple !== "") noteBad(feature, tuple);
    return false;
  });
  const clean = good.join(" ");
  if (clean !== text) element.textContent = clean;
}

/** Removes invalid attributes, because the converter would read `lat="50,45"` as 50. */
function cleanAttributes(element: Element, feature: XmlFeature): void {
  const [lat, lon] = [element.getAttribute("lat"), element.getAttribute("lon")];
  if (DEGREES.test(lat ?? "") && DEGREES.test(lon ?? "")) {
    const last = feature.segments.length - 1;
    if (last >= 0) feature.segments[last] = (feature.segments[last] ?? 0) + 1;
    return;
  }
  noteBad(feature, `${lat ?? ""} ${lon ?? ""}`.trim());
  element.removeAttribute("lat");
}

/**
 * Walks a KML or GPX document once: removes prefixes and whatever the converter would misread, and counts what it would skip.
 *
 * @returns features in the converter's order; undefined if elements are nested more deeply than in any real map
 */
export function readXmlContent(document: Document, kind: "kml" | "gpx"): XmlContent | undefined {
  const root = document.documentElement;
  const others = new Map<string, number>();
  const byTag = new Map<string, XmlFeature[]>(FEATURES[kind].map((tag) => [tag, []]));
  if (!root) return { features: [], others };
  // Without its namespaces a GPX file converts faster: the converter searches every feature for elements of each declared one.
  const declared = Array.from(root.attributes, ({ name }) => name).filter((name) => name.startsWith("xmlns:"));
  for (const name of declared) root.removeAttribute(name);
  const rootNames = { prefix: root.prefix, namespaceURI: root.namespaceURI };
  let isTooDeep = false;
  const walk = (element: Element, depth: number, group: string | undefined, of: XmlFeature | undefined): void => {
    isTooDeep ||= depth > MAX_DEPTH;
    if (isTooDeep) return;
    dropPrefix(element, rootNames);
    const { nodeName } = element;
    const name = element.localName ?? nodeName;
    const ofTag = byTag.get(nodeName);
    let feature = of;
    if (ofTag) {
      feature = {
        tag: nodeName as XmlFeature["tag"],
        index: ofTag.length,
        group,
        geometries: 0,
        segments: nodeName === "trk" ? [] : [0],
        badPositions: 0,
        badPosition: "",
      };
      ofTag.push(feature);
    }
    if (OTHERS.has(name)) others.set(name, (others.get(name) ?? 0) + 1);
    if (feature) {
      if (GEOMETRIES.has(name)) feature.geometries += 1;
      if (nodeName === "trkseg") feature.segments.push(0);
      if (nodeName === "coordinates") cleanCoordinates(element, feature);
      if (nodeName === "wpt" || nodeName === "rtept" || nodeName === "trkpt") cleanAttributes(element, feature);
    }
    const inside = nodeName === "Folder" ? (nameOf(element) ?? group) : group;
    for (let child = element.firstChild; child; child = child.nextSibling)
      if (isElement(child)) walk(child, depth + 1, inside, feature);
  };
  walk(root, 0, undefined, undefined);
  return isTooDeep ? undefined : { features: [...byTag.values()].flat(), others };
}
