import type { Catalog } from "../catalog/catalog.ts";
import type { Translate } from "../i18n/messages.ts";
import { bandMark } from "../marks/band.ts";
import { buildCoverage } from "../marks/coverage.ts";
import { MOST_EXACT_RINGS, MOST_FULL_RINGS } from "../marks/density.ts";
import type { Area, Band, DrawnLaunchPoint, DrawnSystem, LngLat, Ring } from "../marks/drawn.ts";
import { createSystemLookup } from "../marks/drawnSystem.ts";
import { type Inks, inksOf } from "../marks/inks.ts";
import type { BuildContext } from "../marks/mark.ts";
import { buildMarks, itemsOf, MARKS } from "../marks/registry.ts";
import { buildRings, hideRings } from "../marks/rings.ts";
import { middleOf, nameOfGeometry } from "../marks/shapes/launchShape.ts";
import { roughAreaOf } from "../marks/shapes/ringGeometry.ts";
import { NO_SHAPES, type ShapeSource } from "../marks/shapes/shapeSource.ts";
import { isMerged } from "../scenario/isMerged.ts";
import type { LaunchPoint, Scenario } from "../scenario/scenario.ts";
import { boundsOf } from "./bounds.ts";
import { buildCaption, buildDeck } from "./caption.ts";
import type { Figure } from "./figure.ts";

/** Nearly black on a light background and nearly white on a dark one. No system has this colour. */
const LAUNCH_POINT_INKS: Inks = { ...inksOf("#1c1c1e"), dark: inksOf("#eceff2").light };

/** The weights of lines in print, as factors, of the systems from the longest range on. */
const PRINT_WEIGHTS = [1.3, 1, 0.75, 0.55, 0.4];

function buildLaunchPoint(
  point: LaunchPoint,
  systemsOf: (ref: string) => DrawnSystem[],
  translate: Translate,
  shapes: ShapeSource,
): DrawnLaunchPoint {
  const { geometry } = point;
  const shape = geometry.type === "Point" ? undefined : shapes.outlineOf(geometry);
  const lngLat = geometry.type === "Point" ? geometry.coordinates : shape && middleOf(shape);
  return {
    id: point.id,
    name: point.name || nameOfGeometry(geometry, lngLat, translate),
    named: point.name !== "" || geometry.type === "Country",
    geometry,
    ...(shape && { shape }),
    pending: lngLat === undefined,
    lngLat,
    ...(point.color !== undefined && { ownColor: point.color }),
    inks: point.color === undefined ? LAUNCH_POINT_INKS : inksOf(point.color),
    hidden: point.hidden ?? false,
    systems: point.systems.flatMap(systemsOf),
  };
}

/** The systems of all launch points without duplicates, longest range first. */
function systemsDrawn(points: DrawnLaunchPoint[]): DrawnSystem[] {
  return [...new Set(points.flatMap((point) => point.systems))].sort(
    (a, b) => b.rangeKm.max - a.rangeKm.max || a.shortName.localeCompare(b.shortName),
  );
}

/** The bounds of everything that is drawn. Only the longest ring or band of each launch point is measured, because it contains the others. */
function boundsOfDrawn(
  points: DrawnLaunchPoint[],
  rings: readonly Ring[],
  bands: readonly Band[],
  rough: boolean,
): Figure["bounds"] {
  const centers = new Map(points.map((point) => [point.id, point]));
  const longest = new Map<string, { km: number; drawn: Ring | Band }>();
  const note = (drawn: Ring | Band, km: number) => {
    if (km > (longest.get(drawn.launchPoint)?.km ?? 0)) longest.set(drawn.launchPoint, { km, drawn });
  };
  for (const ring of rings) note(ring, ring.rangeKm);
  for (const band of bands) if (band.shown) note(band, band.maxRangeKm);
  const areas = [...longest].map(([id, { km, drawn }]): Area => {
    const point = centers.get(id);
    return rough && point?.geometry.type === "Point" && point.lngLat ? roughAreaOf(point.lngLat, km) : drawn.makeArea();
  });
  return boundsOf(
    areas,
    points.flatMap((point): LngLat[] => (point.lngLat ? [point.lngLat] : [])),
  );
}

/**
 * Builds everything that is shown of a scenario: marks, legend, sources, texts. The same input gives the same figure in the page, in an
 * exported file and on the command line. A launch point that is the same object as in the last call keeps its shape objects, so a drag
 * rebuilds the rings of one point only.
 *
 * @param translate messages in the language of the figure
 * @param shapes provides the shapes of areas and merged coverage; a launch point whose shapes are not ready yet is `pending`
 */
export function buildFigure(
  catalog: Catalog,
  scenario: Scenario,
  translate: Translate,
  shapes: ShapeSource = NO_SHAPES,
): Figure {
  const { display } = scenario;
  const systemsOf = createSystemLookup(catalog, scenario.customSystems, { display, translate });
  const launchPoints = scenario.launchPoints.map((point) => buildLaunchPoint(point, systemsOf, translate, shapes));
  const points = launchPoints.filter((point) => !point.hidden);
  const systems = systemsDrawn(points);
  systems.forEach((system, index) => {
    system.printWeight = PRINT_WEIGHTS[index] ?? 0.4;
  });

  const ringCount = points.reduce((sum, point) => sum + point.systems.length, 0);
  const crowded = ringCount > MOST_EXACT_RINGS;
  const rings = buildRings(points, shapes, crowded);
  const merged = isMerged(display);
  const centers = new Map(
    points.flatMap((point) => (point.geometry.type === "Point" ? [[point.id, point.lngLat] as const] : [])),
  );
  const coverage = merged ? buildCoverage(rings, (id) => centers.get(id), display.reachedFrom, shapes) : [];
  const mergedSystems = new Set(coverage.map(({ system }) => system));
  hideRings(rings, mergedSystems, crowded);

  const full = ringCount <= MOST_FULL_RINGS;
  const context: BuildContext = { catalog, display, translate, points, rings, coverage, crowded, full };
  const marks = buildMarks(context);
  const treaties = catalog.referenceDistances.filter((treaty) => display.treaties?.includes(treaty.id));
  const sourceIds = new Set([
    ...systems.flatMap((system) => system.sourceIds),
    ...treaties.flatMap((treaty) => treaty.sources),
  ]);
  let bounds: Figure["bounds"];
  return {
    language: display.language,
    units: display.units,
    pairedUnits: display.pairedUnits ?? false,
    projection: display.projection,
    title: scenario.title,
    subtitle: scenario.subtitle ?? "",
    caption: scenario.caption ?? buildCaption(points, systems, translate, display.units),
    captionIsOwn: scenario.caption !== undefined,
    deck: buildDeck(
      points,
      systems,
      itemsOf(marks, bandMark).some(({ shown }) => shown),
      translate,
    ),
    launchPoints,
    marks,
    // The legend starts with the topmost mark.
    legend: MARKS.toReversed().flatMap((mark) => mark.legend(itemsOf(marks, mark), context)),
    systems,
    treaties: treaties.map(({ id, names, definition, caveat, sources }) => ({
      id,
      sourceIds: sources,
      name: names[translate.language],
      definition: definition[translate.language],
      caveat: caveat[translate.language],
    })),
    sources: [...sourceIds].flatMap((id) => catalog.sources.find((source) => source.id === id) ?? []),
    get bounds() {
      return (bounds ??= boundsOfDrawn(points, rings, itemsOf(marks, bandMark), crowded));
    },
    ringCount,
    full,
    crowded,
    pending: points.some((point) => point.pending) || (merged && rings.some((ring) => !mergedSystems.has(ring.system))),
    catalogVersion: catalog.version,
    catalogDate: catalog.date,
  };
}
