import type { Position } from "geojson";
import { holdsPlace } from "../geodesy/areaRings.ts";
import { chordKm, earthPoint, type EarthPoint, placeOf } from "../geodesy/earthPoint.ts";
import { distanceKm } from "../geodesy/index.ts";
import { sourceChains } from "../geodesy/sourceChains.ts";
import type { DrawnLaunchPoint, LngLat } from "../marks/drawn.ts";
import type { SourceGeometry } from "../marks/shapes/shapeSource.ts";

/** The nearest place of a launch point to somewhere: itself, or a place on its line or border. */
interface Nearest {
  distanceKm: number;
  lngLat: LngLat;
}

/** A launch point made ready for many questions of how far it is. */
export interface ReachSource {
  /** Length of the straight line through the Earth to the nearest part, within 0.5 % or 1 km: quick, for telling which can be nearest. */
  roughKm: (place: EarthPoint) => number;
  /** Geodesic distance on WGS84, exact for a point, within 100 m for a line or an area; 0 inside an area. */
  nearest: (place: EarthPoint) => Nearest;
}

/** Chords and geodesics put places in the same order but for the flattening of the Earth, 0.34 %; edges are good to a metre. */
const ROUGH_RATIO = 1.005;
const ROUGH_KM = 1;
/** What may be nearer than a rough distance. */
export const roughLimit = (km: number): number => km * ROUGH_RATIO * ROUGH_RATIO + ROUGH_KM;

const MEAN_DIAMETER_KM = 2 * 6371;

/**
 * Between what the geodesic distance lies whose straight line has this length. The Earth's radius of curvature is within 0.6 % of its mean;
 * towards the antipode the straight line tells nothing more.
 */
export function arcBounds(chord: number): { min: number; max: number } {
  const share = chord / MEAN_DIAMETER_KM;
  const arc = share < 0.985 ? MEAN_DIAMETER_KM * Math.asin(share) : Infinity;
  return arc === Infinity
    ? { min: 17_500, max: Infinity }
    : { min: arc * 0.993 - ROUGH_KM, max: arc * 1.007 + ROUGH_KM };
}

function pointSource(lngLat: LngLat): ReachSource {
  const center = earthPoint(...lngLat);
  return {
    roughKm: (place) => chordKm(center, place),
    nearest: (place) => ({ distanceKm: distanceKm(lngLat, [place.lng, place.lat]), lngLat }),
  };
}

/** Edges that follow one another, in a ball that holds them all. */
interface Stretch {
  points: EarthPoint[];
  center: EarthPoint;
  radiusKm: number;
}

const STRETCH = 24;

function stretchesOf(chain: EarthPoint[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < Math.max(1, chain.length - 1); from += STRETCH) {
    const points = chain.slice(from, from + STRETCH + 1);
    const center = points[points.length >> 1] as EarthPoint;
    stretches.push({ points, center, radiusKm: Math.max(...points.map((point) => chordKm(center, point))) });
  }
  return stretches;
}

interface Foot {
  chord: number;
  x: number;
  y: number;
  z: number;
}

/** The nearest place of a stretch, in a straight line. */
function footOn({ points }: Stretch, place: EarthPoint): Foot {
  const [only] = points;
  let best: Foot = only
    ? { chord: chordKm(only, place), x: only.x, y: only.y, z: only.z }
    : { chord: Infinity, x: 0, y: 0, z: 0 };
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1] as EarthPoint;
    const to = points[index] as EarthPoint;
    const [dx, dy, dz] = [to.x - from.x, to.y - from.y, to.z - from.z];
    const square = dx * dx + dy * dy + dz * dz;
    const along =
      square === 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy + (place.z - from.z) * dz) / square;
    const share = along < 0 ? 0 : along > 1 ? 1 : along;
    const [x, y, z] = [from.x + share * dx, from.y + share * dy, from.z + share * dz];
    const chord = Math.sqrt((place.x - x) ** 2 + (place.y - y) ** 2 + (place.z - z) ** 2);
    if (chord < best.chord) best = { chord, x, y, z };
  }
  return best;
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(polygon: Position[][]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = 0, lat = 0] of polygon[0] ?? []) {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

const isInBox = ([west, south, east, north]: Box, { lng, lat }: EarthPoint): boolean =>
  lat >= south && lat <= north && [lng - 360, lng, lng + 360].some((turned) => turned >= west && turned <= east);

function shapeSource(shape: SourceGeometry): ReachSource {
  // As `runShapeJob` buffers them: a country's edges are straight in longitude and latitude, those that a user draws run the shortest way.
  const edges = shape.type === "MultiPolygon" ? "planar" : "geodesic";
  const source = sourceChains(shape, edges);
  const stretches = source.chains.flatMap(stretchesOf);
  const polygons = source.polygons.map((polygon) => ({ polygon, box: boxOf(polygon) }));
  const isInside = (place: EarthPoint) =>
    polygons.some(({ polygon, box }) => isInBox(box, place) && holdsPlace([polygon], place.lng, place.lat));
  const chords = new Float64Array(stretches.length);
  /** The feet that may be nearest, the nearest in a straight line first. */
  const findFeet = (place: EarthPoint): Foot[] => {
    let limit = Infinity;
    stretches.forEach(({ center }, index) => {
      const chord = chordKm(center, place);
      chords[index] = chord;
      limit = Math.min(limit, roughLimit(chord));
    });
    const found: Foot[] = [];
    stretches.forEach((stretch, index) => {
      if ((chords[index] ?? 0) - stretch.radiusKm > limit) return;
      const foot = footOn(stretch, place);
      if (foot.chord > limit) return;
      limit = Math.min(limit, roughLimit(foot.chord));
      found.push(foot);
    });
    return found.filter((foot) => foot.chord <= limit).sort((a, b) => a.chord - b.chord);
  };
  // Asked roughly and then exactly of one place after the other.
  let asked: { place: EarthPoint; feet: Foot[] } | undefined;
  const feet = (place: EarthPoint): Foot[] => {
    if (asked?.place !== place) asked = { place, feet: isInside(place) ? [] : findFeet(place) };
    return asked.feet;
  };
  return {
    roughKm: (place) => feet(place)[0]?.chord ?? 0,
    nearest(place) {
      if (feet(place).length === 0) return { distanceKm: 0, lngLat: [place.lng, place.lat] };
      return feet(place)
        .slice(0, 40)
        .reduce<Nearest>(
          (best, { x, y, z }) => {
            const { lng, lat } = placeOf(x, y, z);
            const away = distanceKm([lng, lat], [place.lng, place.lat]);
            return away < best.distanceKm ? { distanceKm: away, lngLat: [lng, lat] } : best;
          },
          { distanceKm: Infinity, lngLat: [place.lng, place.lat] },
        );
    },
  };
}

const sources = new WeakMap<object, ReachSource>();

/** A launch point ready to be asked; undefined for an area whose outline is not here yet. The same geometry is made ready once. */
export function reachSourceOf(point: Pick<DrawnLaunchPoint, "geometry" | "shape">): ReachSource | undefined {
  const key = point.geometry.type === "Point" ? point.geometry : point.shape;
  if (!key) return undefined;
  let source = sources.get(key);
  if (!source) {
    source =
      point.geometry.type === "Point" ? pointSource(point.geometry.coordinates) : shapeSource(key as SourceGeometry);
    sources.set(key, source);
  }
  return source;
}
