import type { Position } from "geojson";
import type { Box, ScreenPoint } from "../../figure/labels/placeLabels.ts";
import { clipLine, clipRing, neededPoints, offsetLine, simplifyLine, simplifyRing } from "./clipShapes.ts";
import type { Size } from "./mapFrame.ts";
import type { MapProjection } from "./projection.ts";

/** Converts coordinates to SVG path data in the pixels of a frame. */
export interface PathWriter {
  /** Polygons as closed subpaths, to be filled by the even-odd rule. Empty if none is in the frame. */
  polygons: (polygons: Position[][][], detail: PathDetail) => string;
  lines: (lines: Position[][], detail: PathDetail & { offset?: number }) => string;
}

export interface PathDetail {
  /** Pixels by which a line may be simplified. */
  tolerance: number;
  /** Digits after the point. */
  digits: number;
}

/** Pixels around the frame that are kept when clipping, so that the clipped edges of wide lines stay invisible. */
const MARGIN = 16;

function number(tenths: number, unit: number): string {
  const text = String(tenths / unit);
  return text.startsWith("0.") ? text.slice(1) : text.startsWith("-0.") ? `-${text.slice(2)}` : text;
}

/** Relative path data, as short as possible. */
function subpath(points: ScreenPoint[], digits: number, close: boolean): string {
  const unit = 10 ** digits;
  let [x, y] = [0, 0];
  let data = "";
  let written = 0;
  for (const [px, py] of points) {
    const [nextX, nextY] = [Math.round(px * unit), Math.round(py * unit)];
    if (written > 0 && nextX === x && nextY === y) continue;
    const [dx, dy] = [number(nextX - x, unit), number(nextY - y, unit)];
    data += `${written === 0 ? "M" : written === 1 ? "l" : dx.startsWith("-") ? "" : " "}${dx}${dy.startsWith("-") ? "" : " "}${dy}`;
    [x, y] = [nextX, nextY];
    written += 1;
  }
  if (written < (close ? 3 : 2)) return "";
  return close ? `${data}z` : data;
}

/** Whether a place lies in a polygon, both in degrees. */
function holds(polygon: Position[][], [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index += 1) {
      const [ax = 0, ay = 0] = ring[index - 1] ?? [];
      const [bx = 0, by = 0] = ring[index] ?? [];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

const touches = (points: ScreenPoint[], copy: number, [left, top, right, bottom]: Box): boolean => {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return west + copy <= right && east + copy >= left && north <= bottom && south >= top;
};

const shifted = (points: ScreenPoint[], copy: number): ScreenPoint[] =>
  copy === 0 ? points : points.map(([x, y]) => [x + copy, y]);

/** A writer for a projection. It subdivides long edges that the projection bends, draws each copy of the world, and clips to the frame. */
export function createPathWriter(projection: MapProjection, { width, height }: Size): PathWriter {
  const box: Box = [-MARGIN, -MARGIN, width + MARGIN, height + MARGIN];
  const { toPlane, copies, longestEdgeDeg, antipode, disc } = projection;
  const { roughly } = projection;
  /** On Mercator bounds in degrees are a box of pixels, so most lines outside the frame can be rejected by their bounds. */
  const isFarOff = (line: Position[]): boolean => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const position of line) {
      const [lng = 0, lat = 0] = position;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
    const corners = [toPlane(west, north), toPlane(east, south)];
    return !copies.some((copy) => touches(corners, copy, box));
  };
  /** Near the rim of an azimuthal map a short edge on the Earth can span a long arc. */
  const rimPieces = (from: ScreenPoint | undefined, to: ScreenPoint): number => {
    if (!from || !disc || Math.hypot(to[0] - disc.center[0], to[1] - disc.center[1]) < disc.radius * 0.8) return 1;
    return Math.min(64, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 16));
  };
  const project = (whole: Position[], tolerance: number): ScreenPoint[] => {
    // If exact projection is slow, only the vertices that will be drawn are projected exactly.
    if (!roughly && isFarOff(whole)) return [];
    let line = whole;
    if (roughly && tolerance > 0.1) {
      const rough = whole.map(([lng = 0, lat = 0]) => roughly(lng, lat));
      if (!touches(rough, 0, box)) return rough;
      const needed = neededPoints(rough, tolerance / 2);
      line = whole.filter((_, index) => needed[index] === 1);
    }
    const points: ScreenPoint[] = [];
    let before: Position | undefined;
    for (const position of line) {
      const [lng = 0, lat = 0] = position;
      if (before && longestEdgeDeg < Infinity) {
        const [fromLng = 0, fromLat = 0] = before;
        const pieces = Math.max(
          Math.ceil(Math.max(Math.abs(lng - fromLng), Math.abs(lat - fromLat)) / longestEdgeDeg),
          rimPieces(points.at(-1), toPlane(lng, lat)),
        );
        for (let piece = 1; piece < pieces; piece += 1) {
          points.push(
            toPlane(fromLng + ((lng - fromLng) * piece) / pieces, fromLat + ((lat - fromLat) * piece) / pieces),
          );
        }
      }
      points.push(toPlane(lng, lat));
      before = position;
    }
    return points;
  };
  // A ring around the antipode is inside out on this map. Adding the edge of the world fills the right side by the even-odd rule.
  const edge: ScreenPoint[] = disc
    ? Array.from({ length: 360 }, (_, degree) => [
        disc.center[0] + disc.radius * Math.sin((degree * Math.PI) / 180),
        disc.center[1] - disc.radius * Math.cos((degree * Math.PI) / 180),
      ])
    : [];

  const ringData = (ring: ScreenPoint[], { tolerance, digits }: PathDetail): string =>
    copies
      .map((copy) =>
        touches(ring, copy, box)
          ? subpath(simplifyRing(clipRing(shifted(ring, copy), box), tolerance), digits, true)
          : "",
      )
      .join("");

  return {
    polygons: (polygons, detail) =>
      polygons
        .map((polygon) => {
          const rings = polygon.map((ring) => ringData(project(ring, detail.tolerance).slice(0, -1), detail)).join("");
          return antipode && holds(polygon, antipode) ? ringData(edge, detail) + rings : rings;
        })
        .join(""),
    lines: (lines, { tolerance, digits, offset = 0 }) =>
      lines
        .map((line) => {
          const points = offsetLine(project(line, tolerance), offset);
          return copies
            .map((copy) =>
              touches(points, copy, box)
                ? clipLine(shifted(points, copy), box)
                    .map((part) => subpath(simplifyLine(part, tolerance), digits, false))
                    .join("")
                : "",
            )
            .join("");
        })
        .join(""),
  };
}
