import type { MultiPolygon, Position } from "geojson";
import { byLanguage, type LanguageCode } from "../i18n/languages.ts";
import { countryName } from "../i18n/countryNames.ts";

type BorderKind = "international" | "disputed";

/** A country's main territory or one of its overseas parts: `part` is "main", the ISO code of the part, or "far" for outlying islands. */
interface CountryArea {
  /** ISO 3166-1 alpha-2; XK for Kosovo; "" for land that belongs to no country. */
  code: string;
  part: string;
  /** As RFC 7946 requires: cut at the antimeridian, outer rings counterclockwise. */
  geometry: MultiPolygon;
}

export interface BasemapLabel {
  lngLat: [number, number];
  /** The zoom of the screen map from which it is shown. */
  min: number;
  /** Importance; 0 is the highest. For places it is their order in the whole world. */
  rank: number;
  name: Record<LanguageCode, string>;
}
type PlaceClass = "capital" | "city" | "town";

/** Land, water, borders and names at about 1:50m, for launch areas and for vector pictures in the browser and in Node. */
export interface BasemapWorld {
  countries: CountryArea[];
  /** Coastlines, for stroking. The countries' rings also run along borders and along the cut at the antimeridian. */
  coast: Position[][];
  borders: { kind: BorderKind; lines: Position[][] }[];
  lakes: MultiPolygon;
  /** `min`: the zoom from which a river shows. */
  rivers: { min: number; lines: Position[][] }[];
  labels: {
    countries: (BasemapLabel & { code: string; territory: boolean })[];
    seas: BasemapLabel[];
    places: (BasemapLabel & { class: PlaceClass })[];
  };
  /** Names of parts of countries that have no code of their own, in the order of `languages`. */
  partNames: Record<string, string[]>;
  /** The languages of its names: a language that is newer than the file is written as the first of them. */
  languages: string[];
  credit: string;
}

/** Position, minimum zoom, rank, a name for each of the file's languages (0 means the same as the first), then fields of the kind of label. */
type LabelRow = [lng: number, lat: number, min: number, rank: number, ...namesAndMore: (string | number)[]];
const FIRST_NAME = 4;
type Arcs = number[] | number[][] | number[][][];
interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: Record<
    "countries" | "borders" | "lakes" | "rivers",
    { geometries: { type: string; arcs: Arcs; id?: string; properties?: Record<string, unknown> }[] }
  >;
  labels: Record<"countries" | "seas" | "places", LabelRow[]>;
  languages: BasemapWorld["languages"];
  partNames: BasemapWorld["partNames"];
  credit: string;
}

/** Converts the parsed world-50m.json: TopoJSON with names in additional members. */
export function parseBasemapWorld(json: unknown): BasemapWorld {
  const topology = json as Topology;
  if (!Array.isArray(topology?.arcs) || topology.objects?.countries === undefined)
    throw new Error("world-50m.json: not the basemap's world file");
  const arcs = decodeArcs(topology);
  const line = (indexes: number[]): Position[] => joinArcs(arcs, indexes);
  const polygons = (type: string, list: Arcs): Position[][][] =>
    (type === "Polygon" ? [list as number[][]] : (list as number[][][])).map((rings) =>
      rings.map((ring, i) => wound(line(ring), i === 0)),
    );
  const lines = (type: string, list: Arcs): Position[][] =>
    type === "LineString" ? [line(list as number[])] : (list as number[][]).map(line);
  const { countries, borders, lakes, rivers } = topology.objects;
  const { languages } = topology;
  const label = labelReader(languages);
  const afterNames = FIRST_NAME + languages.length;
  return {
    countries: countries.geometries.map((g) => ({
      code: g.id === "--" ? "" : (g.id ?? ""),
      part: String(g.properties?.["part"] ?? "main"),
      geometry: { type: "MultiPolygon", coordinates: polygons(g.type, g.arcs) },
    })),
    coast: coastOf(
      arcs,
      countries.geometries.map((g) => g.arcs),
    ),
    borders: borders.geometries.map((g) => ({
      kind: g.properties?.["kind"] as BorderKind,
      lines: lines(g.type, g.arcs),
    })),
    lakes: { type: "MultiPolygon", coordinates: lakes.geometries.flatMap((g) => polygons(g.type, g.arcs)) },
    rivers: rivers.geometries.map((g) => ({ min: Number(g.properties?.["min"] ?? 5), lines: lines(g.type, g.arcs) })),
    labels: {
      countries: topology.labels.countries.map((row) => ({
        ...label(row),
        code: String(row[afterNames]),
        territory: row[afterNames + 1] === 1,
      })),
      seas: topology.labels.seas.map(label),
      places: topology.labels.places.map((row) => ({ ...label(row), class: row[afterNames] as PlaceClass })),
    },
    partNames: topology.partNames,
    languages,
    credit: topology.credit,
  };
}

/** The name of a part of a country; undefined for the main territory. */
export function basemapPartName(world: BasemapWorld, part: string, language: LanguageCode): string | undefined {
  if (part === "main") return undefined;
  return world.partNames[part]?.[world.languages.indexOf(language)] ?? countryName(part, language);
}

/** The arcs that belong to one country only, without the edges of the world. */
function coastOf(arcs: Position[][], rings: Arcs[]): Position[][] {
  const uses = new Map<number, number>();
  for (const index of (rings as number[][][][]).flat(3)) {
    const arc = index < 0 ? ~index : index;
    uses.set(arc, (uses.get(arc) ?? 0) + 1);
  }
  return arcs.filter((_, i) => uses.get(i) === 1).flatMap(offTheEdges);
}

const onEdge = ([lng = 0, lat = 0]: Position): boolean => Math.abs(lng) > 179.999 || lat < -89.99;

function offTheEdges(line: Position[]): Position[][] {
  const out: Position[][] = [];
  let run: Position[] = [];
  line.forEach((point, i) => {
    const before = line[i - 1];
    if (before && onEdge(before) && onEdge(point)) {
      out.push(run);
      run = [];
    }
    run.push(point);
  });
  out.push(run);
  return out.filter((part) => part.length > 1);
}

const labelReader =
  (languages: string[]) =>
  (row: LabelRow): BasemapLabel => {
    const [lng, lat, min, rank, first] = row;
    const nameIn = (language: LanguageCode) => {
      const column = languages.indexOf(language);
      return String((column >= 0 && row[FIRST_NAME + column]) || first);
    };
    return { lngLat: [lng, lat], min, rank, name: byLanguage(nameIn) };
  };

function decodeArcs({ arcs, transform }: Topology): Position[][] {
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  const within = (value: number, limit: number) => Math.max(-limit, Math.min(limit, Math.round(value * 1e5) / 1e5));
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([stepX, stepY]) => {
      x += stepX;
      y += stepY;
      return [within(x * kx + dx, 180), within(y * ky + dy, 90)];
    });
  });
}

/** Joins TopoJSON arcs. A negative index means arc ~index reversed, and adjacent arcs share an endpoint. */
function joinArcs(arcs: Position[][], indexes: number[]): Position[] {
  const out: Position[] = [];
  for (const index of indexes) {
    const arc = arcs[index < 0 ? ~index : index] ?? [];
    const points = index < 0 ? arc.toReversed() : arc;
    out.push(...(out.length > 0 ? points.slice(1) : points));
  }
  return out;
}

function wound(ring: Position[], outer: boolean): Position[] {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += ax * by - bx * ay;
  }
  return twice > 0 === outer ? ring : ring.toReversed();
}
