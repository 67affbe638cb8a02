import type { Position } from "geojson";
import type { Area } from "../marks/drawn.ts";

type Bounds = [west: number, south: number, east: number, north: number];

function eachPosition(area: Area, visit: (position: Position) => void): void {
  const { geometry } = area;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const polygon of polygons) for (const position of polygon[0] ?? []) visit(position);
}

/**
 * The bounding box of areas and points. It starts after the widest gap in longitude, so that a figure in the Pacific is not as wide as the
 * world. East may exceed 180 degrees. Undefined if there are no areas and points.
 */
export function boundsOf(areas: Area[], points: Position[]): Bounds | undefined {
  let south = 90;
  let north = -90;
  const degrees = new Uint8Array(360);
  const visit = ([, lat = 0]: Position) => {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  };
  for (const area of areas) {
    const { geometry } = area;
    for (const polygon of geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) {
      let west = 180;
      let east = -180;
      for (const [lng = 0] of polygon[0] ?? []) {
        west = Math.min(west, lng);
        east = Math.max(east, lng);
      }
      for (let degree = Math.floor(west); degree < Math.ceil(east); degree += 1) degrees[(degree + 360) % 360] = 1;
    }
    eachPosition(area, visit);
  }
  for (const point of points) {
    visit(point);
    degrees[(Math.floor(point[0] ?? 0) + 720) % 360] = 1;
  }
  if (south > north) return undefined;
  let [gap, gapEnd] = [0, 0];
  for (let run = 0, degree = 0; degree < 720; degree += 1) {
    run = degrees[degree % 360] ? 0 : run + 1;
    if (run > gap && run <= 360) [gap, gapEnd] = [run, degree + 1];
  }
  if (gap === 0) return [-180, south, 180, north];
  const west = ((gapEnd + 180) % 360) - 180;
  return [west, south, west + 360 - gap, north];
}
