import type { Coverage, DrawnSystem, LabelSpot, LngLat, Ring } from "./drawn.ts";
import { itemId } from "./itemId.ts";
import { RANGE_LINE_WIDTH } from "./mapLayers.ts";
import type { MapFeature, Mark } from "./mark.ts";
import { outlineOf } from "./shapes/outlineOf.ts";
import type { RingCenter, ShapeSource } from "./shapes/shapeSource.ts";
import { directLabel, isDouble } from "./ring.ts";
import { systemSource, targetProperty } from "./sourceWords.ts";

/** The maximum number of rings whose label positions are considered; more would only crowd the same outline. */
const RINGS_FOR_LABELS = 60;
const EARTH_RADIUS_KM = 6371;

/** Distance on a sphere, precise enough to find whether a label's position lies inside another ring. */
function roughKm([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lngB - lngA) * rad) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Positions on the border of the union: those on one ring that lie inside no other ring. */
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

/** The union of each system's rings and, if requested, the area within range of at least `reachedFrom` launch points. Empty while being computed. */
export function buildCoverage(
  rings: readonly Ring[],
  centerOf: (launchPoint: string) => LngLat | undefined,
  reachedFrom: number | undefined,
  shapes: ShapeSource,
): Coverage[] {
  const bySystem = new Map<DrawnSystem, Ring[]>();
  for (const ring of rings) {
    const known = bySystem.get(ring.system);
    if (known) known.push(ring);
    else bySystem.set(ring.system, [ring]);
  }
  return [...bySystem].flatMap(([system, ofSystem]) => {
    const [first] = ofSystem;
    if (!first) return [];
    const centers = ofSystem.map((ring) => ({ lngLat: centerOf(ring.launchPoint), rangeKm: ring.rangeKm }));
    const plain = centers.every((center) => center.lngLat !== undefined) ? (centers as RingCenter[]) : undefined;
    const levels = reachedFrom !== undefined && reachedFrom <= ofSystem.length ? [1, reachedFrom] : [1];
    // If all its launch points share a colour, coverage has that colour; otherwise the system's.
    const inks = ofSystem.every((ring) => ring.inks === first.inks) ? first.inks : system.inks;
    return levels.flatMap((atLeast): Coverage[] => {
      const areas = ofSystem.map((ring) => ring.area);
      const area = ofSystem.length === 1 ? first.area : shapes.coverage(areas, plain, atLeast);
      if (!area || area.geometry.coordinates.length === 0) return [];
      return [
        {
          id: itemId("coverage", system.key, atLeast),
          system,
          inks,
          shown: true,
          rangeKm: first.rangeKm,
          area,
          outline: ofSystem.length === 1 ? first.outline : outlineOf(area),
          labelSpots: atLeast === 1 ? outerSpots(ofSystem, plain) : [],
          atLeast,
          launchPoints: ofSystem.length,
        },
      ];
    });
  });
}

/** The merged area of a system's rings, which replaces them and, if requested, the part within range of several launch points. */
export const coverageMark: Mark<Coverage> = {
  kind: "coverage",
  labelRank: 1,
  build: ({ coverage }) => [...coverage],

  features({ id, system, area, outline, atLeast, inks }, { theme, full, cut, doubleLines }): MapFeature[] {
    const color = inks[theme].line;
    const isPart = atLeast > 1;
    return [
      {
        source: "areas",
        id,
        geometry: area.geometry,
        properties: { kind: "coverage", color, opacity: isPart ? 0.16 : 0.1 },
      },
      {
        source: "outlines",
        id,
        geometry: cut(outline),
        properties: { kind: isPart ? "inner" : "ring", color, double: isDouble(system, doubleLines), full, offset: 0 },
      },
    ];
  },

  // The layers of rings draw it too.
  layers: () => ({}),

  label: ({ system, labelSpots: spots, atLeast, inks }) =>
    atLeast > 1
      ? undefined
      : { kind: "pill", text: system.label, role: system.role, spots, direct: directLabel(system, inks) },

  // Rings already add the rows of systems, so only the darker part needs explaining.
  legend(areas, { translate }) {
    const [first, ...others] = areas.filter(({ atLeast }) => atLeast > 1);
    if (!first) return [];
    const name = translate("legend.reachedFrom", { count: first.atLeast });
    const oneColor = others.every((other) => other.inks === first.inks);
    return [
      {
        id: "reachedFrom",
        kind: "coverage",
        name,
        launchPoints: first.launchPoints,
        ...(oneColor && { swatch: { line: "fill", inks: first.inks } }),
      },
    ];
  },

  data({ id, system, area, outline, atLeast, inks }, { catalog, translate }) {
    const name = translate("data.reachedFrom", { name: system.label, count: atLeast });
    return [
      {
        kind: "coverage",
        id,
        properties: {
          name,
          system: system.ref,
          systemName: system.name,
          ...targetProperty(system),
          rangeKm: system.rangeKm.max,
          ...(system.rangeKm.min < system.rangeKm.max && { minRangeKm: system.rangeKm.min }),
          qualifier: system.qualifier,
          ...systemSource(system, catalog, translate),
          atLeast,
        },
        geometry: () => area.geometry,
        outlines: () => [outline],
        style: { color: inks.light.line, width: RANGE_LINE_WIDTH, lineOpacity: 1, fillOpacity: 0.1 },
      },
    ];
  },

  print: ({ system }) => ({ weight: system.printWeight }),
};
