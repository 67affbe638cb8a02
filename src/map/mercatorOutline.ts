import type { MultiLineString, Position } from "geojson";
import type { Outline } from "../marks/drawn.ts";

/** The latitude at which MapLibre's tiles end, on Mercator and on the globe. MapLibre would draw anything beyond along this parallel. */
const MOST_LATITUDE_DEG = 85.0511;

const cut = new WeakMap<Outline, Outline["geometry"]>();

/** The point at which an edge leaves the map. */
function crossing([lngA = 0, latA = 0]: Position, [lngB = 0, latB = 0]: Position): Position {
  const limit = Math.sign(latA + latB) * MOST_LATITUDE_DEG;
  return [lngA + ((lngB - lngA) * (limit - latA)) / (latB - latA), limit];
}

/** Removes the part of an outline beyond the map's latitude limit. This leaves a gap, where MapLibre would draw a false line. */
export function mercatorOutline(outline: Outline): Outline["geometry"] {
  const known = cut.get(outline);
  if (known) return known;
  const { geometry } = outline;
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  const isOff = ([, lat = 0]: Position) => Math.abs(lat) > MOST_LATITUDE_DEG;
  let drawn: Outline["geometry"] = geometry;
  if (lines.some((line) => line.some(isOff))) {
    const kept: Position[][] = [];
    for (const line of lines) {
      let part: Position[] = [];
      line.forEach((position, index) => {
        const before = line[index - 1];
        if (before && isOff(before) !== isOff(position)) part.push(crossing(before, position));
        if (!isOff(position)) part.push(position);
        else if (part.length > 0) {
          kept.push(part);
          part = [];
        }
      });
      kept.push(part);
    }
    drawn = { type: "MultiLineString", coordinates: kept.filter((part) => part.length > 1) } satisfies MultiLineString;
  }
  cut.set(outline, drawn);
  return drawn;
}
