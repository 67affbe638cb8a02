import type { MultiPolygon, Polygon, Position } from "geojson";
import type { SourceEdges } from "../arguments.ts";
import { evenOddArea } from "../evenOddArea.ts";
import { AreaDepths } from "../overlay/areaDepths.ts";
import { bufferPolygons } from "./bufferPolygons.ts";
import { sourceWalks, traceToleranceKm } from "./sourceWalks.ts";

/** What an area holds that is farther than a distance from its border: the area less the buffer of its border. */
export function innerPolygons(geometry: Polygon | MultiPolygon, km: number, edges: SourceEdges): Position[][][] {
  const { polygons } = evenOddArea(geometry, edges, "geometry", traceToleranceKm(km));
  const whole = AreaDepths.combine(polygons.map(({ rings }) => rings));
  const coordinates = bordersOf(whole);
  if (coordinates.length === 0) return whole;
  const border = bufferPolygons(sourceWalks({ type: "MultiLineString", coordinates }, km, "planar"), km);
  return AreaDepths.combine(whole, border);
}

/** The rings of polygons within ±180° as lines, without the sides that only end a map: along a pole, and where the area goes on over ±180°. */
function bordersOf(polygons: Position[][][]): Position[][] {
  const lines: Position[][] = [];
  const sides = { west: new Map<number, number>(), east: new Map<number, number>() };
  for (const ring of polygons.flat()) {
    let line: Position[] = [];
    const end = () => {
      if (line.length > 1) lines.push(line);
      line = [];
    };
    for (let i = 0; i + 1 < ring.length; i++) {
      const [from, to] = [ring[i]!, ring[i + 1]!];
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [from, to];
      if (ax === bx && Math.abs(ax) === 180) {
        const side = ax > 0 ? sides.east : sides.west;
        const [south, north] = [Math.min(ay, by), Math.max(ay, by)];
        side.set(south, (side.get(south) ?? 0) + 1);
        side.set(north, (side.get(north) ?? 0) - 1);
        end();
      } else if (ay === by && Math.abs(ay) === 90) end();
      else if (line.length === 0) line = [from, to];
      else line.push(to);
    }
    end();
  }
  return [...lines, ...oneSided(sides.west, sides.east)];
}

/** Stretches of the antimeridian along which an area lies on one side only, from where stretches on each side begin and end. */
function oneSided(west: ReadonlyMap<number, number>, east: ReadonlyMap<number, number>): Position[][] {
  const lats = [...new Set([...west.keys(), ...east.keys()])].sort((a, b) => a - b);
  let [isWest, isEast] = [0, 0];
  return lats.flatMap((lat, i) => {
    isWest += west.get(lat) ?? 0;
    isEast += east.get(lat) ?? 0;
    if (isWest > 0 === isEast > 0) return [];
    return [
      [
        [180, lat],
        [180, lats[i + 1]!],
      ],
    ];
  });
}
