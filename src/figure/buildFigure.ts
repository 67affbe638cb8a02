import type { Catalog } from "../catalog/catalog.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLngLat } from "../i18n/numbers.ts";
import type { LaunchPoint, Scenario } from "../scenario/scenario.ts";
import { boundsOf } from "./bounds.ts";
import { buildCaption } from "./caption.ts";
import { createSystemLookup } from "./drawnSystem.ts";
import type { Band, DrawnSystem, Figure, FigureLaunchPoint, LegendEntry, LngLat, Ring } from "./figure.ts";
import { bandShapeOf, rangeShapeOf } from "./ringGeometry.ts";

/** Dark enough for a white label on it, and no system's own. */
const LAUNCH_POINT_COLOR = "#1c1c1e";

type Lookup = (ref: string) => DrawnSystem | undefined;

function lngLatOf(point: LaunchPoint): LngLat | undefined {
  return point.geometry.type === "Point" ? point.geometry.coordinates : undefined;
}

function buildLaunchPoint(point: LaunchPoint, lookup: Lookup, translate: Translate): FigureLaunchPoint | undefined {
  const lngLat = lngLatOf(point);
  if (!lngLat) return undefined;
  return {
    id: point.id,
    name: point.name || formatLngLat(lngLat, translate.language, 2),
    named: point.name !== "",
    geometry: point.geometry,
    lngLat,
    color: point.color ?? LAUNCH_POINT_COLOR,
    hidden: point.hidden ?? false,
    systems: point.systems.flatMap((ref) => lookup(ref) ?? []),
  };
}

function buildRings(point: FigureLaunchPoint, ownColor: string | undefined): Ring[] {
  const sameRange = new Map<number, number>();
  return point.systems.flatMap((system) => {
    const rangeKm = system.rangeKm.max;
    const shape = rangeShapeOf(point.geometry, rangeKm);
    if (!shape) return [];
    const offset = sameRange.get(rangeKm) ?? 0;
    sameRange.set(rangeKm, offset + 1);
    const minRangeKm = system.rangeKm.min < rangeKm ? system.rangeKm.min : undefined;
    const inner = minRangeKm === undefined ? undefined : rangeShapeOf(point.geometry, minRangeKm);
    return {
      id: `${point.id}:${system.ref}`,
      launchPoint: point.id,
      system,
      rangeKm,
      ...(minRangeKm !== undefined && { minRangeKm }),
      label: `${system.shortName} ${system.rangeText}`,
      style: { color: ownColor ?? system.color, role: system.role, offset },
      ...shape,
      ...(inner && { innerOutline: inner.outline }),
    };
  });
}

function buildBands(point: FigureLaunchPoint, ownColor: string | undefined): Band[] {
  return point.systems.flatMap((system) => {
    const { spread } = system;
    const shape = spread && bandShapeOf(point.geometry, spread.minKm, spread.maxKm);
    if (!spread || !shape) return [];
    return {
      id: `${point.id}:${system.ref}:band`,
      launchPoint: point.id,
      system,
      minRangeKm: spread.minKm,
      maxRangeKm: spread.maxKm,
      openEnded: spread.openEnded,
      color: ownColor ?? system.color,
      ...shape,
    };
  });
}

function buildLegend(points: FigureLaunchPoint[]): LegendEntry[] {
  const counts = new Map<DrawnSystem, number>();
  for (const point of points) for (const system of point.systems) counts.set(system, (counts.get(system) ?? 0) + 1);
  return [...counts]
    .map(([system, launchPoints]) => ({ system, launchPoints }))
    .sort((a, b) => b.system.rangeKm.max - a.system.rangeKm.max || a.system.shortName.localeCompare(b.system.shortName));
}

/**
 * Everything that is to be shown of a scenario: rings, bands, legend, sources, words. Pure: the same input gives the same figure, in the
 * page, in an exported file and on the command line. A launch point that is the same object as in the last call keeps the very shapes of
 * that call, so a drag costs the rings of one point.
 *
 * @param translate messages of the language that the figure is to be in
 */
export function buildFigure(catalog: Catalog, scenario: Scenario, translate: Translate): Figure {
  const { display } = scenario;
  const lookup = createSystemLookup(catalog, scenario.customSystems, { display, translate });
  const launchPoints = scenario.launchPoints.flatMap((point) => buildLaunchPoint(point, lookup, translate) ?? []);
  const colors = new Map(scenario.launchPoints.map((point) => [point.id, point.color]));
  const shown = launchPoints.filter((point) => !point.hidden);
  // The longest range comes first and so lies at the bottom; a short ring inside a long one stays in sight.
  const rings = shown.flatMap((point) => buildRings(point, colors.get(point.id))).sort((a, b) => b.rangeKm - a.rangeKm);
  const bands = display.bands ? shown.flatMap((point) => buildBands(point, colors.get(point.id))) : [];
  const legend = buildLegend(shown);
  const systems = legend.map((entry) => entry.system);
  const sourceIds = new Set(systems.flatMap((system) => system.sourceId ?? []));
  const bounds = boundsOf(
    rings.map((ring) => ring.area),
    shown.map((point) => point.lngLat),
  );
  return {
    language: display.language,
    units: display.units,
    projection: display.projection,
    title: scenario.title,
    subtitle: scenario.subtitle ?? "",
    caption: scenario.caption ?? buildCaption(shown, systems, translate),
    launchPoints,
    rings,
    bands,
    coverage: [],
    legend,
    systems,
    sources: [...sourceIds].flatMap((id) => catalog.sources.find((source) => source.id === id) ?? []),
    ...(bounds && { bounds }),
    catalogVersion: catalog.version,
    catalogDate: catalog.date,
  };
}
