import type { Feature, GeoJsonProperties, Position } from "geojson";
import { closeRoundPole, unwrapLine, unwrapRing } from "./areaRings.ts";
import { requireCount, requireEdges, requireOptions, type SourceEdges } from "./arguments.ts";
import { meridianRadiusKm, parallelRadiusKm } from "./earthPoint.ts";
import { alongGeodesics } from "./geodesicEdge.ts";
import { lengthKm } from "./lengthKm.ts";
import { readGeometry, type SimpleGeometry } from "./readGeometry.ts";
import { requireRange } from "./rings/ringTemplate.ts";
import { beside } from "./traceCurve.ts";

export interface DensifyOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  /** How edges run: planar for polygons and geodesic for lines unless given. */
  edges?: SourceEdges;
  properties?: P;
}

const MAX_VERTICES = 1_000_000;
const RADIANS = Math.PI / 180;

/**
 * The same geometry with vertices put in along its edges, so that none is longer than a distance on WGS84. Geodesic edges become the curves that
 * they are on a flat map. The given positions stay, without altitudes; longitudes run on over ±180° from the first of each line or ring.
 * Points stay as they are.
 *
 * Polygons that are not valid stay what they are: rings that cross or nest, repeated positions, spikes. An edge of more than 180° goes the short
 * way. A ring round a pole without the frame of the map is led along the nearer pole. A ring that is not closed, or runs along the equator round
 * the Earth, is an error.
 *
 * @param maxKm kilometres, more than 0 and at most half the circumference
 * @throws {@link GeodesyError} naming the argument and its value, also where over a million vertices would be put in
 */
export function densify<G extends SimpleGeometry, P extends GeoJsonProperties = GeoJsonProperties>(
  source: Feature<G> | G,
  maxKm: number,
  options: DensifyOptions<P> = {},
): Feature<G, P> {
  requireRange(maxKm, "maxKm");
  requireOptions(options);
  requireEdges(options.edges);
  const geometry = readGeometry(source, "geometry");
  const edges = options.edges ?? (geometry.type.endsWith("Polygon") ? "planar" : "geodesic");
  requireCount(Math.ceil(lengthKm(geometry, { edges }) / maxKm), "vertices put in", {
    from: 0,
    to: MAX_VERTICES,
    code: "tooMany",
  });
  const dense = densified(
    geometry,
    (line) => (edges === "geodesic" ? denseGeodesics(unwrapLine(line), maxKm) : denseStraight(unwrapLine(line), maxKm)),
    (ring) =>
      edges === "geodesic"
        ? closeRoundPole(denseGeodesics(closeRoundPole(unwrapLine(ring), "geometry"), maxKm), "geometry")
        : denseStraight(closeRoundPole(unwrapRing(ring), "geometry"), maxKm),
  );
  return { type: "Feature", properties: options.properties ?? ({} as P), geometry: dense as G };
}

function densified(
  geometry: SimpleGeometry,
  denseLine: (line: Position[]) => Position[],
  denseRing: (ring: Position[]) => Position[],
): SimpleGeometry {
  switch (geometry.type) {
    case "LineString":
      return { type: geometry.type, coordinates: denseLine(geometry.coordinates) };
    case "MultiLineString":
      return { type: geometry.type, coordinates: geometry.coordinates.map(denseLine) };
    case "Polygon":
      return { type: geometry.type, coordinates: geometry.coordinates.map(denseRing) };
    case "MultiPolygon":
      return { type: geometry.type, coordinates: geometry.coordinates.map((polygon) => polygon.map(denseRing)) };
    default:
      return geometry;
  }
}

function denseGeodesics(line: Position[], maxKm: number): Position[] {
  return alongGeodesics(line, ({ lengthKm, placeAt }, start) => {
    const pieces = Math.ceil(lengthKm / maxKm);
    const places: Position[] = [];
    for (let k = 1; k < pieces; k++) places.push(beside(places.at(-1) ?? start, placeAt((lengthKm * k) / pieces)));
    return places;
  });
}

function denseStraight(line: Position[], maxKm: number): Position[] {
  const places: Position[] = line.slice(0, 1);
  for (let i = 1; i < line.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [line[i - 1]!, line[i]!];
    // Degrees of longitude are longest where the edge comes nearest to the equator, those of latitude where it comes nearest to a pole.
    const nearest = ay * by <= 0 ? 0 : Math.min(Math.abs(ay), Math.abs(by)) * RADIANS;
    const farthest = Math.max(Math.abs(ay), Math.abs(by)) * RADIANS;
    const across = parallelRadiusKm(nearest) * (bx - ax) * RADIANS;
    const up = meridianRadiusKm(farthest) * (by - ay) * RADIANS;
    const isAlongPole = Math.abs(ay) === 90 && ay === by;
    const pieces = isAlongPole ? 1 : Math.ceil(Math.hypot(across, up) / maxKm);
    for (let k = 1; k < pieces; k++) places.push([ax + ((bx - ax) * k) / pieces, ay + ((by - ay) * k) / pieces]);
    places.push([bx, by]);
  }
  return places;
}
