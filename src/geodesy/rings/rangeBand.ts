import type { Coord } from "@turf/turf";
import type { Feature, GeoJsonProperties, LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { readLngLat, requireDistanceKm, requireOptions } from "../arguments.ts";
import { wrapLongitude } from "../wrapLongitude.ts";
import { assemblePolygons, cutAtAntimeridian, type Loop } from "./cutToEarth.ts";
import { GeodesyError } from "../geodesyError.ts";
import { lineFeature, polygonFeature, rangeRing, ringLoops, type RangeRingOptions, uncutRing } from "./rangeRing.ts";
import { requireSteps, ringTemplate } from "./ringTemplate.ts";

/**
 * The band of all places between two geodesic distances from a launch point: a ring with a hole, both by the rules of {@link rangeRing} over
 * poles and the antimeridian. With a least distance of zero it is the disc.
 *
 * @param minKm kilometres, from 0 and less than `maxKm`
 * @param maxKm kilometres, at most half the circumference
 * @throws {@link GeodesyError} naming the argument and its value
 */
export function rangeBand<P extends GeoJsonProperties = GeoJsonProperties>(
  center: Coord,
  minKm: number,
  maxKm: number,
  options: RangeRingOptions<P> = {},
): Feature<Polygon | MultiPolygon, P> {
  requireBand(minKm, maxKm, options);
  if (minKm === 0) return rangeRing(center, maxKm, options);
  return (
    uncutBand(center, minKm, maxKm, options) ??
    polygonFeature(
      assemblePolygons(cutAtAntimeridian(bandLoops(center, minKm, maxKm, options.steps))),
      options.properties,
    )
  );
}

/** The band where neither ring holds a pole or needs a cut, as most do; undefined for any other. */
function uncutBand<P extends GeoJsonProperties>(
  center: Coord,
  minKm: number,
  maxKm: number,
  { steps, properties }: RangeRingOptions<P>,
): Feature<Polygon | MultiPolygon, P> | undefined {
  const [lng, lat] = readLngLat(center, "center");
  requireSteps(steps);
  const turn = wrapLongitude(lng);
  const exterior = uncutRing(turn, lat, maxKm, steps);
  const hole = exterior && uncutRing(turn, lat, minKm, steps);
  if (!hole) return undefined;
  // Turned without its last position and then closed, so that it starts where a hole that was cut would.
  hole.pop();
  hole.reverse().push([...hole[0]!]);
  return polygonFeature([[exterior, hole]], properties);
}

/** Both outlines of a band as lines that leave out the cuts; arguments and errors as for {@link rangeBand}. */
export function bandOutline<P extends GeoJsonProperties = GeoJsonProperties>(
  center: Coord,
  minKm: number,
  maxKm: number,
  options: RangeRingOptions<P> = {},
): Feature<LineString | MultiLineString, P> {
  requireBand(minKm, maxKm, options);
  return lineFeature(bandLoops(center, minKm, maxKm, options.steps), options.properties);
}

function requireBand(minKm: number, maxKm: number, options: object): void {
  requireDistanceKm(minKm, "minKm");
  requireDistanceKm(maxKm, "maxKm");
  if (minKm >= maxKm) throw new GeodesyError("minOverMax", "minKm", minKm, `it must be less than maxKm, ${maxKm}`);
  requireOptions(options);
}

function bandLoops(center: Coord, minKm: number, maxKm: number, steps: number | undefined): Loop[] {
  const [lng, lat] = readLngLat(center, "center");
  const outer = ringLoops(ringTemplate(lat, maxKm, steps), wrapLongitude(lng));
  return minKm === 0
    ? outer
    : [...outer, ...ringLoops(ringTemplate(lat, minKm, steps), wrapLongitude(lng)).map(reversed)];
}

/** The same curve the other way round, with the region beyond it on the left. */
function reversed(loop: Loop): Loop {
  const lng = Float64Array.from(loop.lng).reverse();
  const lat = Float64Array.from(loop.lat).reverse();
  const last = lng.length - 1;
  // The closing edge stays last but starts from the other end, where the longitude differs by the turns.
  const crossingLat =
    loop.crossingLat &&
    ((edge: number, line: number) => loop.crossingLat!(edge === last ? last : last - 1 - edge, line));
  return { lng, lat, turns: -loop.turns, ...(crossingLat && { crossingLat }) };
}
