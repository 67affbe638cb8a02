import type { Catalog } from "../catalog/catalog.ts";
import type { Translate } from "../i18n/messages.ts";
import { bandMark } from "../marks/band.ts";
import { buildCoverage } from "../marks/coverage.ts";
import { MOST_EXACT_RINGS, MOST_FULL_RINGS } from "../marks/density.ts";
import type { Area, DrawnLaunchPoint, DrawnSystem, LngLat, Ring } from "../marks/drawn.ts";
import { createSystemLookup } from "../marks/drawnSystem.ts";
import { extentsOf } from "../marks/extentsOf.ts";
import { inksOf } from "../marks/inks.ts";
import type { BuildContext, MarkItems } from "../marks/mark.ts";
import { NEUTRAL_INKS } from "../marks/neutralInks.ts";
import { buildMarks, hasNoteMarks, itemsOf, MARKS } from "../marks/registry.ts";
import { buildRings } from "../marks/rings.ts";
import { mergeBytes } from "../marks/shapes/mergeBytes.ts";
import { middleOf, nameOfGeometry } from "../marks/shapes/launchShape.ts";
import { roughAreaOf } from "../marks/shapes/ringGeometry.ts";
import { NO_SHAPES, type ShapeSource } from "../marks/shapes/shapeSource.ts";
import { countNotes } from "../scenario/countNotes.ts";
import { isMerged } from "../scenario/isMerged.ts";
import type { LaunchPoint, Scenario } from "../scenario/scenario.ts";
import { boundsOf } from "./bounds.ts";
import { buildCaption, buildDeck } from "./caption.ts";
import type { Figure } from "./figure.ts";

/** The weights of lines in print, as factors, of the systems from the longest range on. */
const PRINT_WEIGHTS = [1.3, 1, 0.75, 0.55, 0.4];

function buildLaunchPoint(
  point: LaunchPoint,
  systemsOf: (refs: readonly string[]) => DrawnSystem[],
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
    inks: point.color === undefined ? NEUTRAL_INKS : inksOf(point.color),
    hidden: point.hidden ?? false,
    systems: systemsOf(point.systems),
  };
}

/** Resolves lists of systems. Launch points with one list, as a file or an edit of several gives them, have one list of drawn systems too. */
function createListLookup(systemsOf: (ref: string) => DrawnSystem[]): (refs: readonly string[]) => DrawnSystem[] {
  const known = new Map<readonly string[], DrawnSystem[]>();
  return (refs) => {
    let systems = known.get(refs);
    if (!systems) known.set(refs, (systems = refs.flatMap(systemsOf)));
    return systems;
  };
}

/** The systems of all launch points without duplicates, longest range first. */
function systemsDrawn(points: DrawnLaunchPoint[]): DrawnSystem[] {
  const lists = new Set(points.map((point) => point.systems));
  return [...new Set([...lists].flat())].sort(
    (a, b) => b.rangeKm.max - a.rangeKm.max || a.shortName.localeCompare(b.shortName),
  );
}

/** The bounds of everything that is drawn, or of the background if there is nothing else. Only the longest ring or band of each launch point is measured, because it contains the others. */
function boundsOfDrawn(
  points: DrawnLaunchPoint[],
  rings: readonly Ring[],
  marks: readonly MarkItems[],
  rough: boolean,
): Figure["bounds"] {
  const centers = new Map(points.map((point) => [point.id, point]));
  const longest = new Map<string, { km: number; makeArea: () => Area }>();
  const note = (launchPoint: string, km: number, makeArea: () => Area) => {
    if (km > (longest.get(launchPoint)?.km ?? 0)) longest.set(launchPoint, { km, makeArea });
  };
  // The rings of a crowded map are not all made, so those of points are measured by their ranges.
  for (const { id, geometry, systems } of rough ? points : []) {
    const km = systems.reduce((most, system) => Math.max(most, system.rangeKm.max), 0);
    if (geometry.type === "Point") note(id, km, () => roughAreaOf(geometry.coordinates, km));
  }
  for (const ring of rings)
    if (!rough || centers.get(ring.launchPoint)?.geometry.type !== "Point")
      note(ring.launchPoint, ring.rangeKm, () => ring.makeArea());
  for (const band of itemsOf(marks, bandMark))
    if (band.shown) note(band.launchPoint, band.maxRangeKm, () => band.makeArea());
  const areas = [...longest.values()].map(({ makeArea }) => makeArea());
  const extents = extentsOf(marks);
  const bounds = boundsOf(areas, [
    ...points.flatMap((point): LngLat[] => (point.lngLat ? [point.lngLat] : [])),
    ...extents.flatMap(({ isBackground, places }) => (isBackground ? [] : places)),
  ]);
  const background = extents.flatMap(({ area }) => area ?? []);
  return (
    bounds ??
    boundsOf(
      background,
      extents.flatMap(({ places }) => places),
    )
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
  const systemsOf = createListLookup(createSystemLookup(catalog, scenario.customSystems, { display, translate }));
  const launchPoints = scenario.launchPoints.map((point) => buildLaunchPoint(point, systemsOf, translate, shapes));
  const points = launchPoints.filter((point) => !point.hidden);
  const systems = systemsDrawn(points);
  systems.forEach((system, index) => {
    system.printWeight = PRINT_WEIGHTS[index] ?? 0.4;
  });

  const ringCount = points.reduce((sum, point) => sum + point.systems.length, 0);
  const crowded = ringCount > MOST_EXACT_RINGS;
  const wantedBytes = isMerged(display) ? mergeBytes(ringCount) : 0;
  const tooLargeToMerge = wantedBytes > shapes.mergeBudgetBytes;
  const merges = isMerged(display) && !tooLargeToMerge;
  const coverage = merges ? buildCoverage(points, display.reachedFrom, shapes) : [];
  const mergedSystems = new Set(coverage.map(({ system }) => system));
  const { rings, makeOtherRings } = buildRings(points, shapes, { merged: mergedSystems, crowded });

  const full = ringCount <= MOST_FULL_RINGS;
  const context: BuildContext = {
    catalog,
    display,
    translate,
    points,
    notes: scenario,
    countryOf: (code) => shapes.countryOf(code),
    rings,
    makeOtherRings,
    coverage,
    tooLargeToMerge,
    crowded,
    full,
  };
  const marks = buildMarks(context);
  const treaties = catalog.referenceDistances.filter((treaty) => display.treaties?.includes(treaty.id));
  const sourceIds = new Set([
    ...systems.flatMap((system) => system.sourceIds),
    ...treaties.flatMap((treaty) => treaty.sources),
  ]);
  // The legend starts with the topmost mark.
  const entries = MARKS.toReversed().flatMap((mark) => mark.legend(itemsOf(marks, mark), context));
  const countries = scenario.highlights?.flatMap((highlight) => highlight.countries) ?? [];
  const credits = new Set(scenario.contextLayers?.flatMap(({ credit = "" }) => (credit === "" ? [] : credit)));
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
    legend: entries.filter((row) => !row.isOnMap),
    entries,
    systems,
    treaties: treaties.map(({ id, names, definition, caveat, sources }) => ({
      id,
      sourceIds: sources,
      name: names[translate.language],
      definition: definition[translate.language],
      caveat: caveat[translate.language],
    })),
    sources: [...sourceIds].flatMap((id) => catalog.sources.find((source) => source.id === id) ?? []),
    credits: [...credits],
    get bounds() {
      return (bounds ??= boundsOfDrawn(points, rings, marks, crowded));
    },
    ringCount,
    full,
    crowded,
    pending:
      points.some((point) => point.pending) ||
      (merges && systems.some((system) => !mergedSystems.has(system))) ||
      countries.some((code) => !shapes.countryOf(code)) ||
      (countNotes(scenario) > 0 && !hasNoteMarks()),
    ...(tooLargeToMerge && { refusedMergeBytes: wantedBytes }),
    catalogVersion: catalog.version,
    catalogDate: catalog.date,
  };
}
