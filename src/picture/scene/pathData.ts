import { geoPath } from "d3-geo";
import type { Position } from "geojson";
import type { ScreenPoint } from "../../figure/labels/placeLabels.ts";
import type { MapProjection } from "./projection.ts";
import { offsetLine, simplifyLine, simplifyRing } from "./simplify.ts";

export interface PathDetail {
  /** Pixels by which a line may be simplified. */
  tolerance: number;
  /** Digits after the point. */
  digits: number;
}

/** Projects, clips and simplifies coordinates in degrees, as SVG path data or as points in pixels of the frame. */
export interface PathWriter {
  /** Polygons as closed subpaths, to be filled by the even-odd rule. Empty if none is in the frame. */
  polygons: (polygons: Position[][][], detail: PathDetail) => string;
  lines: (lines: Position[][], detail: PathDetail & { offset?: number }) => string;
  /** The parts of lines that are in the frame. */
  linePoints: (lines: Position[][]) => ScreenPoint[][];
  /** The visible parts of polygons, each ring without its closing point. */
  ringPoints: (polygons: Position[][][]) => ScreenPoint[][];
}

/** Edges of the data are straight in longitude and latitude; d3-geo would draw them along great circles, so longer ones are divided. */
const LONGEST_EDGE_DEG = 1.5;

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

function divided(line: Position[]): Position[] {
  let out: Position[] | undefined;
  for (let index = 1; index < line.length; index += 1) {
    const from = line[index - 1] as Position;
    const to = line[index] as Position;
    const [fromLng = 0, fromLat = 0] = from;
    const [lng = 0, lat = 0] = to;
    const pieces = Math.ceil(Math.max(Math.abs(lng - fromLng), Math.abs(lat - fromLat)) / LONGEST_EDGE_DEG);
    // Most lines have no long edge and stay as they are.
    if (pieces > 1) {
      out ??= line.slice(0, index);
      for (let piece = 1; piece < pieces; piece += 1)
        out.push([fromLng + ((lng - fromLng) * piece) / pieces, fromLat + ((lat - fromLat) * piece) / pieces]);
    }
    out?.push(to);
  }
  return out ?? line;
}

/** Whether any vertex of a line of the basemap may be in the frame. */
function isNear(line: Position[], { center, reach }: MapProjection): boolean {
  if (reach >= Math.PI / 2) return true;
  // The vertices of the basemap are at most a few degrees apart.
  const margin = reach + 0.08;
  const step = Math.max(1, Math.min(8, Math.floor(line.length / 8)));
  const [sinCenter, cosCenter] = [Math.sin((center[1] * Math.PI) / 180), Math.cos((center[1] * Math.PI) / 180)];
  const [least, mostLat] = [Math.cos(margin), (margin * 180) / Math.PI];
  for (let index = 0; index < line.length; index += step) {
    const position = line[index] as Position;
    const lat = position[1] ?? 0;
    if (Math.abs(lat - center[1]) > mostLat) continue;
    const phi = (lat * Math.PI) / 180;
    const turn = (((position[0] ?? 0) - center[0]) * Math.PI) / 180;
    if (sinCenter * Math.sin(phi) + cosCenter * Math.cos(phi) * Math.cos(turn) > least) return true;
  }
  return false;
}

/** Lines of so many vertices are of the basemap, whose vertices are close together. Those of rings may be far apart. */
const DENSE = 1000;

/** Whether a line, or the area that it bounds, may be in the frame. */
function mayShow(line: Position[], projection: MapProjection): boolean {
  const {
    center: [lng, lat],
    reach,
  } = projection;
  if (reach >= Math.PI / 2) return true;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of line) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const margin = ((reach + 0.08) * 180) / Math.PI;
  const holds = (around: number, aside: number) =>
    lat >= south - around &&
    lat <= north + around &&
    [lng - 360, lng, lng + 360].some((x) => x >= west - aside && x <= east + aside);
  // Near a pole the frame spans every longitude.
  const widest = Math.abs(lat) + margin;
  const aside = widest >= 89 ? 360 : margin / Math.cos((widest * Math.PI) / 180);
  if (!holds(margin, aside)) return false;
  return line.length < DENSE || holds(0, 0) || isNear(line, projection);
}

/** Collects what d3-geo draws as lists of points. */
class PointSink {
  readonly lists: { points: ScreenPoint[]; closed: boolean }[] = [];
  #points: ScreenPoint[] = [];

  beginPath(): void {}
  moveTo(x: number, y: number): void {
    this.#points = [[x, y]];
    this.lists.push({ points: this.#points, closed: false });
  }
  lineTo(x: number, y: number): void {
    this.#points.push([x, y]);
  }
  closePath(): void {
    const last = this.lists.at(-1);
    if (last) last.closed = true;
  }
  arc(): void {}
}

/** A writer for a projection. d3-geo bends edges, cuts at the edge of the world and clips to the frame. */
export function createPathWriter(projection: MapProjection): PathWriter {
  const sink = new PointSink();
  const draw = geoPath({ stream: projection.stream }, sink);
  const take = () => sink.lists.splice(0);
  const ringsOf = (polygon: Position[][]) => {
    if (!mayShow(polygon[0] ?? [], projection)) return [];
    // d3-geo winds polygons on the sphere the other way round than RFC 7946.
    draw({ type: "Polygon", coordinates: polygon.map((ring) => divided(ring).toReversed()) });
    return take().map(({ points }) => points);
  };
  const linesOf = (line: Position[]) => {
    if (!mayShow(line, projection)) return [];
    draw({ type: "LineString", coordinates: divided(line) });
    return take().map(({ points }) => points);
  };
  // Land is drawn and then searched for room for names, so what was projected is kept.
  const known = new Map<Position[][][], ScreenPoint[][]>();
  const ringPoints = (polygons: Position[][][]): ScreenPoint[][] => {
    let rings = known.get(polygons);
    if (!rings) known.set(polygons, (rings = polygons.flatMap(ringsOf)));
    return rings;
  };
  return {
    polygons: (polygons, { tolerance, digits }) =>
      ringPoints(polygons)
        .map((ring) => subpath(simplifyRing(ring, tolerance), digits, true))
        .join(""),
    lines: (lines, { tolerance, digits, offset = 0 }) =>
      lines
        .flatMap(linesOf)
        .map((line) => subpath(simplifyLine(offsetLine(line, offset), tolerance), digits, false))
        .join(""),
    linePoints: (lines) => lines.flatMap(linesOf),
    ringPoints,
  };
}
