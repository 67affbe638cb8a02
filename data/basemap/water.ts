import { bboxPolygon, booleanContains, polygon } from "@turf/turf";
import type { FeatureCollection } from "geojson";
import {
  lengthOf,
  type Line,
  linesOf,
  type LngLat,
  mercator,
  mercatorArea,
  type Polygon,
  polygonsOf,
} from "./lngLat.ts";
import { readInput } from "./topology.ts";

/** `polygon` has rounded corners, for the tiles; `raw` is the unchanged input. */
export interface Lake {
  polygon: Polygon;
  raw: Polygon;
  /** As a share of the Mercator world. */
  area: number;
}

export interface River {
  line: Line;
  raw: Line;
  /** Minimum zoom. */
  min: number;
}

export interface Water {
  lakes: Lake[];
  rivers: River[];
}

// Drained in 2023, when the Kakhovka dam was destroyed.
const kakhovka = bboxPolygon([33.3, 46.75, 35.35, 47.9]);

/** Rounds corners with two passes of Chaikin's algorithm, because 1:50m water looks angular at 1:10m. */
function rounded(points: Line, closed: boolean): Line {
  let line = closed ? points.slice(0, -1) : points;
  for (let pass = 0; pass < 2; pass++) {
    const corners = line.flatMap((a, i): Line => {
      const b = line[i + 1] ?? (closed ? line[0] : undefined);
      if (!b) return [];
      return [
        [a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25],
        [a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75],
      ];
    });
    line = closed ? corners : [line[0]!, ...corners, line.at(-1)!];
  }
  return closed ? [...line, line[0]!] : line;
}

/** Joins pieces of rivers wherever exactly two meet. */
function joined(lines: Line[]): Line[] {
  const key = (p: LngLat): string => `${p[0]},${p[1]}`;
  const ends = new Map<string, Line[]>();
  const live = new Set(lines);
  const endsOf = (l: Line): LngLat[] => [l[0]!, l.at(-1)!];
  const at = (p: LngLat): Line[] => ends.get(key(p)) ?? [];
  const add = (l: Line): void => endsOf(l).forEach((p) => ends.set(key(p), [...at(p), l]));
  const drop = (l: Line): void =>
    endsOf(l).forEach((p) =>
      ends.set(
        key(p),
        at(p).filter((o) => o !== l),
      ),
    );
  lines.forEach(add);
  for (const start of lines) {
    if (!live.has(start)) continue;
    let line = start;
    for (let again = true; again;) {
      again = false;
      for (const end of endsOf(line)) {
        const [other, ...more] = at(end).filter((o) => o !== line);
        if (!other || more.length > 0 || at(end).length !== 2) continue;
        const a = key(line.at(-1)!) === key(end) ? line : line.toReversed();
        const b = key(other[0]!) === key(end) ? other : other.toReversed();
        for (const piece of [line, other]) {
          drop(piece);
          live.delete(piece);
        }
        line = [...a, ...b.slice(1)];
        add(line);
        live.add(line);
        again = true;
        break;
      }
    }
  }
  return [...live];
}

const read = (name: string): FeatureCollection["features"] => (readInput(name) as FeatureCollection).features;

export function buildWater(): Water {
  const lakes = read("lakes-50m.json")
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .filter((raw) => !booleanContains(kakhovka, polygon(raw)))
    .map((raw) => ({ polygon: raw.map((ring) => rounded(ring, true)), raw, area: mercatorArea(raw[0]!) }));
  const rivers = joined(read("rivers-50m.json").flatMap(({ geometry }) => linesOf(geometry))).map((raw) => {
    const long = lengthOf(raw.map(mercator));
    const min = long > 0.03 ? 3 : long > 0.012 ? 4 : long > 0.005 ? 5 : 6;
    return { line: rounded(raw, false), raw, min };
  });
  return { lakes, rivers };
}
