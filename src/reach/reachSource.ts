import { bbox } from "@turf/turf";
import type { BBox } from "geojson";
import { holdsPlace } from "../geodesy/areaRings.ts";
import { chordKm, earthPoint, type EarthPoint, placeOf } from "../geodesy/earthPoint.ts";
import { distanceKm } from "../geodesy/distance.ts";
import { sourceChains } from "../geodesy/sourceChains.ts";
import type { DrawnLaunchPoint, LngLat } from "../marks/drawn.ts";
import type { SourceGeometry } from "../marks/shapes/shapeSource.ts";

/** The part of a launch point that is nearest to a place: the point itself, or a position on its line or border. */
interface Nearest {
  distanceKm: number;
  lngLat: LngLat;
}

/** A launch point prepared for many distance queries. */
export interface ReachSource {
  /** Length of the chord through the Earth to the nearest part, within 0.5 % or 1 km. Fast, for narrowing down the candidates. */
  roughKm: (place: EarthPoint) => number;
  /** Geodesic distance on WGS84, exact for a point, within 100 m for a line or an area; 0 inside an area. */
  nearest: (place: EarthPoint) => Nearest;
}

/** Sorting by chord differs from sorting by geodesic only because of the Earth's flattening, 0.34 %. Edges are accurate to a metre. */
const ROUGH_RATIO = 1.005;
const ROUGH_KM = 1;
/** The rough distance up to which something may be nearer than something else with the given rough distance. */
export const roughLimit = (km: number): number => km * ROUGH_RATIO * ROUGH_RATIO + ROUGH_KM;

const MEAN_DIAMETER_KM = 2 * 6371;

/**
 * Bounds of the geodesic distance in kilometres for a chord of this length. The Earth's radius of curvature is within 0.6 % of its mean. Near
 * the antipode the chord hardly depends on the distance, so there is no upper bound.
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

/** Consecutive edges with a bounding sphere. */
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

/** The position on a stretch with the shortest chord to a place. */
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

const isInBox = ([west, south, east, north]: BBox, { lng, lat }: EarthPoint): boolean =>
  lat >= south && lat <= north && [lng - 360, lng, lng + 360].some((turned) => turned >= west && turned <= east);

function shapeSource(shape: SourceGeometry): ReachSource {
  // The same as in `runShapeJob`: a country's edges are straight in longitude and latitude, those of drawn shapes are geodesics.
  const edges = shape.type === "MultiPolygon" ? "planar" : "geodesic";
  const source = sourceChains(shape, edges);
  const stretches = source.chains.flatMap(stretchesOf);
  const polygons = source.polygons.map((polygon) => ({
    polygon,
    box: bbox({ type: "Polygon", coordinates: polygon }),
  }));
  const isInside = (place: EarthPoint) =>
    polygons.some(({ polygon, box }) => isInBox(box, place) && holdsPlace([polygon], place.lng, place.lat));
  const chords = new Float64Array(stretches.length);
  /** The candidates for the nearest position, sorted by chord. */
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
  // Cached for one place, because callers query the rough distance first and then often the exact one.
  let last: { place: EarthPoint; feet: Foot[] } | undefined;
  const feet = (place: EarthPoint): Foot[] => {
    if (last?.place !== place) last = { place, feet: isInside(place) ? [] : findFeet(place) };
    return last.feet;
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

/** Prepares a launch point for queries, once per geometry. Undefined for an area whose outline has not loaded yet. */
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
