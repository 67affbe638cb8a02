import type { Coord } from "@turf/turf";
import type { Feature, GeoJsonProperties, LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { readLngLat, requireLongitude, requireOptions } from "../arguments.ts";
import { wrapLongitude } from "../wrapLongitude.ts";
import { assemblePolygons, cutAtAntimeridian, type Loop } from "./cutToEarth.ts";
import { rememberDisc } from "./discMemory.ts";
import { eastHalf } from "./ringSteps.ts";
import {
  FAR_RING_KM,
  requireRange,
  requireSteps,
  requireTemplate,
  ringTemplate,
  templateLoop,
  type RingTemplate,
} from "./ringTemplate.ts";

export interface RangeRingOptions<P extends GeoJsonProperties = GeoJsonProperties> {
  /** Vertices of the ring, from 3; chosen from the range and the latitude unless given. */
  steps?: number;
  properties?: P;
}

/**
 * The disc of all places within a geodesic distance on WGS84, as a polygon.
 *
 * Every vertex lies at the range to a tenth of a millimetre. Without `steps`, no edge (a straight line in longitude and latitude, as RFC 7946
 * has it) leaves the true ring by more than 0.01 % of the range; with `steps`, that many vertices stand at equal bearings, from due north
 * counterclockwise. The result is valid by RFC 7946: within ±180° and ±90°, exterior rings counterclockwise, cut at the antimeridian into a
 * MultiPolygon, led round a pole that it holds. Vertices on the cut lie on the true ring at exactly ±180°. A disc that holds both poles is the
 * whole map less a hole or a notch; a range of half the circumference is the whole Earth.
 *
 * Method: a few exact geodesics (Karney 2013) and a trigonometric interpolation of the unit normals; see {@link RingTemplate}.
 *
 * @param center launch point: a Point feature, a Point, or a position in degrees
 * @param rangeKm kilometres, more than 0 and at most half the circumference (20,003.931 km)
 * @throws {@link GeodesyError} naming the argument and its value
 */
export function rangeRing<P extends GeoJsonProperties = GeoJsonProperties>(
  center: Coord,
  rangeKm: number,
  options: RangeRingOptions<P> = {},
): Feature<Polygon | MultiPolygon, P> {
  const [lng, lat] = readLngLat(center, "center");
  requireRange(rangeKm);
  requireOptions(options);
  requireSteps(options.steps);
  const turn = wrapLongitude(lng);
  const uncut = uncutRing(turn, lat, rangeKm, options.steps);
  const coordinates = uncut ? [[uncut]] : ringCoordinates(ringTemplate(lat, rangeKm, options.steps), turn);
  const feature = polygonFeature(coordinates, options.properties);
  rememberDisc(feature, { lng: turn, lat, rangeKm });
  return feature;
}

/** The closed ring where it holds no pole and needs no cut, as most do; undefined for any other. */
export function uncutRing(
  centerLng: number,
  latDeg: number,
  rangeKm: number,
  steps: number | undefined,
): Position[] | undefined {
  if (rangeKm > FAR_RING_KM) return undefined;
  const { curve, count, size, lat, east } = eastHalf(latDeg, rangeKm, steps);
  if (curve.holdsNorthPole || curve.holdsSouthPole) return undefined;
  const room = 180 - Math.abs(centerLng);
  const total = count % 2 === 0 ? 2 * size - 2 : 2 * size - 1;
  const ring: Position[] = [];
  for (let k = 0; k < size; k++) {
    const dl = east[k]!;
    if (dl > room) return undefined;
    ring.push([centerLng - dl, lat[k]!]);
  }
  for (let k = total - size; k > 0; k--) ring.push([centerLng + east[k]!, lat[k]!]);
  ring.push([centerLng, lat[0]!]);
  return ring;
}

/**
 * Polygons of a template's disc round a centre at this longitude, as coordinates of a MultiPolygon: the quick way where the template is kept.
 *
 * @param template one that {@link ringTemplate} made, not a copy of it
 * @throws {@link GeodesyError} for any other template, and for a longitude that is not finite or over a hundred turns
 */
export function ringCoordinates(template: RingTemplate, centerLng: number): Position[][][] {
  requireTemplate(template);
  requireLongitude(centerLng, "centerLng");
  const turn = wrapLongitude(centerLng);
  const { lng, lat } = template;
  if (
    template.turns !== 0 ||
    template.curve === undefined ||
    template.west + turn < -180 ||
    template.east + turn > 180 ||
    template.curve.holdsNorthPole
  ) {
    return assemblePolygons(cutAtAntimeridian(ringLoops(template, turn)));
  }
  const count = lng.length;
  const ring: Position[] = [];
  for (let i = 0; i < count; i++) ring.push([lng[i]! + turn, lat[i]!]);
  ring.push([lng[0]! + turn, lat[0]!]);
  return [[ring]];
}

/**
 * The outline of a range ring as lines, which leave out the cuts along the antimeridian and the poles, so that none is ever stroked.
 * Arguments, accuracy and errors as for {@link rangeRing}. A range of half the circumference has no outline: an empty MultiLineString.
 */
export function rangeOutline<P extends GeoJsonProperties = GeoJsonProperties>(
  center: Coord,
  rangeKm: number,
  options: RangeRingOptions<P> = {},
): Feature<LineString | MultiLineString, P> {
  const [lng, lat] = readLngLat(center, "center");
  requireOptions(options);
  return lineFeature(ringLoops(ringTemplate(lat, rangeKm, options.steps), wrapLongitude(lng)), options.properties);
}

/** The template's loop, or none where the disc is the whole Earth. */
export function ringLoops(template: RingTemplate, centerLng: number): Loop[] {
  return template.lng.length === 0 ? [] : [templateLoop(template, centerLng)];
}

/** A feature of one polygon or of several. */
export function polygonFeature<P extends GeoJsonProperties>(
  coordinates: Position[][][],
  properties?: P,
): Feature<Polygon | MultiPolygon, P> {
  const geometry: Polygon | MultiPolygon =
    coordinates.length === 1
      ? { type: "Polygon", coordinates: coordinates[0]! }
      : { type: "MultiPolygon", coordinates };
  return { type: "Feature", properties: properties ?? ({} as P), geometry };
}

/** A feature of the loops as lines, cut at the antimeridian without the cut. */
export function lineFeature<P extends GeoJsonProperties>(
  loops: Iterable<Loop>,
  properties?: P,
): Feature<LineString | MultiLineString, P> {
  const { rings, chains } = cutAtAntimeridian(loops);
  const coordinates = [...rings, ...chains];
  const geometry: LineString | MultiLineString =
    coordinates.length === 1
      ? { type: "LineString", coordinates: coordinates[0]! }
      : { type: "MultiLineString", coordinates };
  return { type: "Feature", properties: properties ?? ({} as P), geometry };
}
