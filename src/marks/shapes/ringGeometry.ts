import type { Position } from "geojson";
import { destination } from "../../geodesy/distance.ts";
import { rangeBand } from "../../geodesy/rings/rangeBand.ts";
import { rangeOutline, rangeRing } from "../../geodesy/rings/rangeRing.ts";
import type { LaunchGeometry } from "../../scenario/scenario.ts";
import { outlineOf } from "./outlineOf.ts";
import type { ShapeSource, SourceGeometry } from "./shapeSource.ts";
import type { Area, LabelSpot, LngLat, Outline } from "../drawn.ts";

/** The drawn shape of everything within a distance of a launch point. */
export interface RangeShape {
  area: Area;
  /** Returns the area without caching it. */
  makeArea: () => Area;
  outline: Outline;
  labelSpots: LabelSpot[];
  /** The outline with a given number of vertices, for a map with too many rings to draw exactly. */
  coarseOutline(steps: number): Outline;
}

/** The shape of everything between two distances of a launch point. */
export interface BandShape {
  area: Area;
  /** Returns the area without caching it. */
  makeArea: () => Area;
  innerOutline: Outline;
  outerOutline: Outline;
}

/** Bearings for a ring's label, in the order in which they are tried. */
const LABEL_BEARINGS = [45, 135, 315, 225, 0, 180, 90, 270, 22, 158, 338, 202, 68, 112, 292, 248];

type Shapes = WeakMap<LaunchGeometry | Area, Map<string, RangeShape | BandShape>>;
let ofPoints: Shapes = new WeakMap();
const ofAreas: Shapes = new WeakMap();

/** Caches shapes by geometry. A launch point that did not move keeps its shape objects, so they need not be sent to the map again. */
function remember<T extends RangeShape | BandShape>(
  shapes: Shapes,
  geometry: LaunchGeometry | Area,
  key: string,
  make: () => T,
): T {
  let ofGeometry = shapes.get(geometry);
  if (!ofGeometry) shapes.set(geometry, (ofGeometry = new Map()));
  let shape = ofGeometry.get(key);
  if (!shape) ofGeometry.set(key, (shape = make()));
  return shape as T;
}

/** Drops the cached shapes of all other launch points. Otherwise the undo history would keep the shapes of every position a point has had. */
export function keepShapesOf(geometries: LaunchGeometry[]): void {
  const kept: Shapes = new WeakMap();
  for (const geometry of geometries) {
    const known = ofPoints.get(geometry);
    if (known) kept.set(geometry, known);
  }
  ofPoints = kept;
}

function labelSpotsOf(center: Position, rangeKm: number): LabelSpot[] {
  return LABEL_BEARINGS.map((bearingDeg) => ({
    bearingDeg,
    lngLat: destination(center, rangeKm, bearingDeg).geometry.coordinates as LngLat,
  }));
}

/** Possible label positions on the border of an area: vertices around its largest part, each with the bearing in which it faces. */
function labelSpotsOfArea(area: Area): LabelSpot[] {
  const { geometry } = area;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const ring = polygons.map((polygon) => polygon[0] ?? []).sort((a, b) => b.length - a.length)[0] ?? [];
  const middle = ring.reduce<[number, number]>(
    ([x, y], [lng = 0, lat = 0]) => [x + lng / ring.length, y + lat / ring.length],
    [0, 0],
  );
  return Array.from({ length: Math.min(ring.length, 32) }, (_, index) => {
    const [lng = 0, lat = 0] = ring[Math.floor((index * ring.length) / 32)] ?? [];
    return { lngLat: [lng, lat] as LngLat, bearingDeg: lng > middle[0] ? 90 : 270 };
  });
}

/** The area within a distance of a line, area or country; undefined until it has been computed. */
export function areaShapeOf(geometry: SourceGeometry, rangeKm: number, shapes: ShapeSource): RangeShape | undefined {
  const area = shapes.buffer(geometry, rangeKm);
  if (!area) return undefined;
  return remember(ofAreas, area, "area", (): RangeShape => {
    const outline = outlineOf(area);
    return { area, makeArea: () => area, outline, labelSpots: labelSpotsOfArea(area), coarseOutline: () => outline };
  });
}

/** A geodesic ring around a point; undefined for other geometries. */
export function rangeShapeOf(geometry: LaunchGeometry, rangeKm: number): RangeShape | undefined {
  if (geometry.type !== "Point") return undefined;
  const center = geometry.coordinates;
  return remember(ofPoints, geometry, `ring:${rangeKm}`, () => {
    // Each part is computed on first use: with sixty thousand rings the map shows no areas and tries labels on only a few hundred.
    let area: Area | undefined;
    let outline: Outline | undefined;
    let spots: LabelSpot[] | undefined;
    let coarse: { steps: number; outline: Outline } | undefined;
    const makeArea = () => area ?? rangeRing(center, rangeKm);
    return {
      get area() {
        return (area ??= makeArea());
      },
      makeArea,
      get outline() {
        return (outline ??= rangeOutline(center, rangeKm));
      },
      get labelSpots() {
        return (spots ??= labelSpotsOf(center, rangeKm));
      },
      coarseOutline(steps) {
        if (coarse?.steps !== steps) coarse = { steps, outline: rangeOutline(center, rangeKm, { steps }) };
        return coarse.outline;
      },
    };
  });
}

/** A coarse area around a point, for the bounds of thousands: the northernmost and southernmost vertices are exact. */
export function roughAreaOf(center: LngLat, rangeKm: number): Area {
  return rangeRing(center, rangeKm, { steps: 16 });
}

/** A geodesic band around a point; undefined for other geometries. */
export function bandShapeOf(geometry: LaunchGeometry, minKm: number, maxKm: number): BandShape | undefined {
  if (geometry.type !== "Point") return undefined;
  const center = geometry.coordinates;
  return remember(ofPoints, geometry, `band:${minKm}:${maxKm}`, () => {
    let area: Area | undefined;
    let inner: Outline | undefined;
    let outer: Outline | undefined;
    const makeArea = () => area ?? rangeBand(center, minKm, maxKm);
    return {
      get area() {
        return (area ??= makeArea());
      },
      makeArea,
      get innerOutline() {
        return (inner ??= rangeOutline(center, minKm));
      },
      get outerOutline() {
        return (outer ??= rangeOutline(center, maxKm));
      },
    };
  });
}
