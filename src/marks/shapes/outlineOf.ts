import type { Position } from "geojson";
import type { Area, Outline } from "../drawn.ts";

/** Whether an edge runs along the antimeridian or a pole: such an edge is a cut that the projection needs, not a border of the area. */
function isCut([lngA = 0, latA = 0]: Position, [lngB = 0, latB = 0]: Position): boolean {
  return (Math.abs(lngA) === 180 && Math.abs(lngB) === 180) || (Math.abs(latA) === 90 && Math.abs(latB) === 90);
}

/** The border of an area as lines, without the cuts. */
export function outlineOf(area: Area): Outline {
  const { geometry } = area;
  const lines: Position[][] = [];
  for (const polygon of geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) {
    for (const ring of polygon) {
      let line: Position[] = [];
      ring.forEach((position, index) => {
        const before = ring[index - 1];
        if (before && isCut(before, position)) {
          if (line.length > 1) lines.push(line);
          line = [];
        }
        line.push(position);
      });
      if (line.length > 1) lines.push(line);
    }
  }
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines } };
}

/** The positions of an outline. Longitudes may exceed ±180 degrees. */
export const positionsOf = ({ geometry }: Outline): Position[] =>
  geometry.type === "LineString" ? geometry.coordinates : geometry.coordinates.flat();
