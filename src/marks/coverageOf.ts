import type { Coverage, LabelSpot, LngLat, Ring } from "./drawn.ts";
import { outlineOf } from "./shapes/outlineOf.ts";
import type { RingCenter, ShapeSource } from "./shapes/shapeSource.ts";

/** Rings whose label places are looked at; more would only crowd the same coast. */
const RINGS_FOR_LABELS = 60;
const EARTH_RADIUS_KM = 6371;

/** Distance on a sphere, near enough to tell whether a label's place lies inside another ring. */
function roughKm([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lngB - lngA) * rad) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Places on the border of the union: those on a ring that lie inside no other. */
function outerSpots(rings: Ring[], centers: RingCenter[] | undefined): LabelSpot[] {
  const looked = rings.slice(0, RINGS_FOR_LABELS);
  return looked.flatMap((ring, index) =>
    ring.labelSpots.filter(
      (spot) =>
        !centers?.some(
          (center, other) => other !== index && roughKm(center.lngLat, spot.lngLat) < center.rangeKm * 0.995,
        ),
    ),
  );
}

/** The union of each system's rings, and where asked for, what at least `reachedFrom` launch points reach. */
export function buildCoverage(
  rings: Ring[],
  centerOf: (launchPoint: string) => LngLat | undefined,
  reachedFrom: number | undefined,
  shapes: ShapeSource,
): Coverage[] {
  const bySystem = new Map<string, Ring[]>();
  for (const ring of rings) {
    const known = bySystem.get(ring.system.ref);
    if (known) known.push(ring);
    else bySystem.set(ring.system.ref, [ring]);
  }
  return [...bySystem.values()].flatMap((ofSystem) => {
    const [first] = ofSystem;
    if (!first) return [];
    const centers = ofSystem.map((ring) => ({ lngLat: centerOf(ring.launchPoint), rangeKm: ring.rangeKm }));
    const plain = centers.every((center) => center.lngLat !== undefined) ? (centers as RingCenter[]) : undefined;
    const levels = reachedFrom !== undefined && reachedFrom <= ofSystem.length ? [1, reachedFrom] : [1];
    return levels.flatMap((atLeast): Coverage[] => {
      const areas = ofSystem.map((ring) => ring.area);
      const area = ofSystem.length === 1 ? first.area : shapes.coverage(areas, plain, atLeast);
      if (!area || area.geometry.coordinates.length === 0) return [];
      return [
        {
          id: `coverage:${first.system.ref}:${atLeast}`,
          system: first.system,
          rangeKm: first.rangeKm,
          label: first.label,
          style: first.style,
          area,
          outline: ofSystem.length === 1 ? first.outline : outlineOf(area),
          labelSpots: atLeast === 1 ? outerSpots(ofSystem, plain) : [],
          atLeast,
        },
      ];
    });
  });
}
