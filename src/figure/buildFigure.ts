import type { Catalog, ReferenceDistance } from "../catalog/catalog.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLength } from "../i18n/numbers.ts";
import type { Display, LaunchGeometry, LaunchPoint, Scenario } from "../scenario/scenario.ts";
import { boundsOf } from "./bounds.ts";
import { buildCaption } from "./caption.ts";
import { buildCoverage } from "../marks/coverageOf.ts";
import { MOST_EXACT_RINGS, MOST_FULL_RINGS } from "../marks/density.ts";
import { DrawnBand } from "../marks/drawnBand.ts";
import { DrawnRing, type RingShapes } from "../marks/drawnRing.ts";
import { createSystemLookup } from "../marks/drawnSystem.ts";
import type { Figure, FigureLaunchPoint, LegendEntry } from "./figure.ts";
import type { Band, DrawnSystem, FlatCircle, Ring, TreatyRing } from "../marks/drawn.ts";
import { flatCircle } from "../marks/flatCircle.ts";
import { middleOf, nameOfGeometry } from "../marks/shapes/launchShape.ts";
import { areaShapeOf, rangeShapeOf, roughAreaOf } from "../marks/shapes/ringGeometry.ts";
import { NO_SHAPES, type ShapeSource } from "../marks/shapes/shapeSource.ts";

/** Dark enough for a white label on it, and no system's own. */
const LAUNCH_POINT_COLOR = "#1c1c1e";

type Lookup = (ref: string) => DrawnSystem | undefined;

function buildLaunchPoint(point: LaunchPoint, lookup: Lookup, { translate, shapes }: Context): FigureLaunchPoint {
  const { geometry } = point;
  const shape = geometry.type === "Point" ? undefined : shapes.outlineOf(geometry);
  const lngLat = geometry.type === "Point" ? geometry.coordinates : shape && middleOf(shape);
  return {
    id: point.id,
    name: point.name || nameOfGeometry(geometry, lngLat, translate),
    named: point.name !== "" || geometry.type === "Country",
    geometry,
    ...(shape && { shape }),
    pending: false,
    lngLat: lngLat ?? [0, 0],
    color: point.color ?? LAUNCH_POINT_COLOR,
    hidden: point.hidden ?? false,
    systems: point.systems.flatMap((ref) => lookup(ref) ?? []),
  };
}

/** What a launch point's rings are drawn from; undefined while the buffer of an area is still being computed. */
function sourceOf(
  point: FigureLaunchPoint,
  rangeKm: number,
  minRangeKm: number | undefined,
  shapes: ShapeSource,
): LaunchGeometry | RingShapes | undefined {
  if (point.geometry.type === "Point") return point.geometry;
  const outer = point.shape && areaShapeOf(point.shape, rangeKm, shapes);
  const inner = point.shape && minRangeKm !== undefined ? areaShapeOf(point.shape, minRangeKm, shapes) : undefined;
  return outer && { outer, inner };
}

function buildRings(
  point: FigureLaunchPoint,
  ownColor: string | undefined,
  { shapes }: Context,
  crowded: boolean,
): Ring[] {
  const sameRange = new Map<number, number>();
  return point.systems.flatMap((system) => {
    const rangeKm = system.rangeKm.max;
    const minRangeKm = system.rangeKm.min < rangeKm ? system.rangeKm.min : undefined;
    const from = sourceOf(point, rangeKm, minRangeKm, shapes);
    if (!from) {
      point.pending = true;
      return [];
    }
    const offset = sameRange.get(rangeKm) ?? 0;
    sameRange.set(rangeKm, offset + 1);
    return new DrawnRing({
      id: `${point.id}:${system.ref}`,
      launchPoint: point.id,
      system,
      rangeKm,
      minRangeKm,
      label: system.label,
      style: { color: ownColor ?? system.color, role: system.role, offset },
      from,
      crowded,
    });
  });
}

function buildBands(point: FigureLaunchPoint, ownColor: string | undefined): Band[] {
  if (point.geometry.type !== "Point") return [];
  return point.systems.flatMap((system) => {
    if (!system.spread) return [];
    const { minKm, maxKm, openEnded } = system.spread;
    return new DrawnBand({
      id: `${point.id}:${system.ref}:band`,
      launchPoint: point.id,
      system,
      minRangeKm: minKm,
      maxRangeKm: maxKm,
      openEnded,
      color: ownColor ?? system.color,
      from: point.geometry,
    });
  });
}

function buildLegend(points: FigureLaunchPoint[]): LegendEntry[] {
  const counts = new Map<DrawnSystem, number>();
  for (const point of points) for (const system of point.systems) counts.set(system, (counts.get(system) ?? 0) + 1);
  return [...counts]
    .map(([system, launchPoints]) => ({ system, launchPoints }))
    .sort(
      (a, b) => b.system.rangeKm.max - a.system.rangeKm.max || a.system.shortName.localeCompare(b.system.shortName),
    );
}

function buildTreatyRings(
  point: FigureLaunchPoint,
  treaties: ReferenceDistance[],
  { display, translate }: Context,
): TreatyRing[] {
  return treaties.flatMap((treaty) => {
    const limits = [treaty.from.km, ...(treaty.to ? [treaty.to.km] : [])];
    return limits.flatMap((rangeKm): TreatyRing[] => {
      const shape = rangeShapeOf(point.geometry, rangeKm);
      if (!shape) return [];
      const label = `${treaty.names[translate.language]} ${formatLength(translate.language, rangeKm, display.units)}`;
      return [
        {
          id: `${point.id}:${treaty.id}:${rangeKm}`,
          launchPoint: point.id,
          treaty: treaty.id,
          rangeKm,
          label,
          outline: shape.outline,
          get labelSpots() {
            return shape.labelSpots;
          },
        },
      ];
    });
  });
}

function buildFlatCircles(point: FigureLaunchPoint): FlatCircle[] {
  if (point.geometry.type !== "Point") return [];
  const ranges = new Set(point.systems.map((system) => system.rangeKm.max));
  return [...ranges].map((rangeKm) => ({
    id: `${point.id}:flat:${rangeKm}`,
    launchPoint: point.id,
    outline: flatCircle(point.lngLat, rangeKm),
  }));
}

/** The box of all that is drawn: of the rings and bands of one launch point, the longest holds the others. */
function boundsOfDrawn(shown: FigureLaunchPoint[], rings: Ring[], bands: Band[], rough: boolean): Figure["bounds"] {
  const points = new Map(shown.map((point) => [point.id, point]));
  const longest = new Map<string, { km: number; drawn: Ring | Band }>();
  const note = (drawn: Ring | Band, km: number) => {
    if (km > (longest.get(drawn.launchPoint)?.km ?? 0)) longest.set(drawn.launchPoint, { km, drawn });
  };
  for (const ring of rings) note(ring, ring.rangeKm);
  for (const band of bands) note(band, band.maxRangeKm);
  const areas = [...longest].map(([id, { km, drawn }]) => {
    const point = points.get(id);
    return rough && point?.geometry.type === "Point" ? roughAreaOf(point.lngLat, km) : drawn.makeArea();
  });
  return boundsOf(
    areas,
    shown.flatMap((point) => (point.geometry.type === "Point" || point.shape ? [point.lngLat] : [])),
  );
}

interface Context {
  display: Display;
  translate: Translate;
  shapes: ShapeSource;
}

/**
 * Everything that is to be shown of a scenario: rings, bands, legend, sources, words. Pure: the same input gives the same figure, in the
 * page, in an exported file and on the command line. A launch point that is the same object as in the last call keeps the very shapes of
 * that call, so a drag costs the rings of one point.
 *
 * @param translate messages of the language that the figure is to be in
 * @param shapes gives the shapes of areas and of merged coverage; a launch point whose shapes it does not have yet is `pending`
 */
export function buildFigure(
  catalog: Catalog,
  scenario: Scenario,
  translate: Translate,
  shapes: ShapeSource = NO_SHAPES,
): Figure {
  const { display } = scenario;
  const context: Context = { display, translate, shapes };
  const lookup = createSystemLookup(catalog, scenario.customSystems, context);
  const launchPoints = scenario.launchPoints.map((point) => buildLaunchPoint(point, lookup, context));
  const colors = new Map(scenario.launchPoints.map((point) => [point.id, point.color]));
  const shown = launchPoints.filter((point) => !point.hidden);
  const crowded = shown.reduce((sum, point) => sum + point.systems.length, 0) > MOST_EXACT_RINGS;
  // The longest range comes first and so lies at the bottom; a short ring inside a long one stays in sight.
  const rings = shown
    .flatMap((point) => buildRings(point, colors.get(point.id), context, crowded))
    .sort((a, b) => b.rangeKm - a.rangeKm);
  const merged = display.coverage || display.reachedFrom !== undefined;
  const centers = new Map(
    shown.flatMap((point) => (point.geometry.type === "Point" ? [[point.id, point.lngLat] as const] : [])),
  );
  const coverage = merged ? buildCoverage(rings, (id) => centers.get(id), display.reachedFrom, shapes) : [];
  const bands =
    display.bands && !merged && !crowded ? shown.flatMap((point) => buildBands(point, colors.get(point.id))) : [];
  const treaties = catalog.referenceDistances.filter((treaty) => display.treaties?.includes(treaty.id));
  const treatyRings = shown.flatMap((point) => buildTreatyRings(point, treaties, context));
  const legend = buildLegend(shown);
  const systems = legend.map((entry) => entry.system);
  const sourceIds = new Set([
    ...systems.flatMap((system) => system.sourceId ?? []),
    ...treaties.flatMap((treaty) => treaty.sources),
  ]);
  let bounds: Figure["bounds"];
  return {
    language: display.language,
    units: display.units,
    projection: display.projection,
    title: scenario.title,
    subtitle: scenario.subtitle ?? "",
    caption: scenario.caption ?? buildCaption(shown, systems, translate, display.units),
    launchPoints,
    rings,
    bands,
    coverage,
    treatyRings,
    treaties: treaties.map(({ id, names, definition, caveat }) => ({
      id,
      name: names[translate.language],
      definition: definition[translate.language],
      caveat: caveat[translate.language],
    })),
    flatCircles: display.flatCircle ? shown.flatMap(buildFlatCircles) : [],
    legend,
    systems,
    sources: [...sourceIds].flatMap((id) => catalog.sources.find((source) => source.id === id) ?? []),
    get bounds() {
      return (bounds ??= boundsOfDrawn(shown, rings, bands, crowded));
    },
    crowded,
    bandsDrawn: bands.length > 0 && rings.length <= MOST_FULL_RINGS,
    catalogVersion: catalog.version,
    catalogDate: catalog.date,
  };
}
