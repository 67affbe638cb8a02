import { type Band, bandFiguresOf, bandsOf } from "../catalog/bands.ts";
import type { Catalog, RangeFigure, System } from "../catalog/catalog.ts";
import { findSystem, headlineOf, headlinesOf } from "../catalog/lookups.ts";
import type { LaunchMode, TargetClass } from "../catalog/vocabulary.ts";
import type { Translate } from "../i18n/messages.ts";
import type { Display } from "../scenario/scenario.ts";
import { figureInWords } from "../marks/drawnSystem.ts";
import type { DrawnSystem } from "../marks/drawn.ts";
import { publisherOf } from "./publisher.ts";

/** The source card that a number on the screen opens: of a system, one of its figures, or a treaty distance. */
export type SourceTarget = { system: string; figure?: string } | { treaty: string };

/** One published figure. */
export interface ComparisonDot {
  figureId: string;
  /** `min` is less than `max` if the source prints a range. */
  rangeKm: { min: number; max: number };
  /** The source says "more than". */
  openEnded: boolean;
  outlier: boolean;
  headline: boolean;
  /** As published: `about 250 km`. */
  range: string;
  /** The range and the publisher: `about 250 km, Forces News`. */
  label: string;
}

/** Figures of one target class and one launch mode, which may be compared with each other. */
export interface ComparisonBand {
  id: string;
  targetClass?: TargetClass;
  launchMode?: LaunchMode;
  lowKm: number;
  highKm: number;
  /** Ids of the figures at the two ends; absent for a user's own system. */
  lowFigure?: string;
  highFigure?: string;
  /** The source of the highest figure says "more than". */
  openEnded: boolean;
  dots: ComparisonDot[];
}

/** A system or variant with all its published figures. */
export interface ComparisonRow {
  system: DrawnSystem;
  /** The band of the headline figure, the only one that the system's bar may be compared with. */
  band: ComparisonBand;
  /** Bands of other target classes or launch modes, shown separately. */
  otherBands: ComparisonBand[];
  /** Publisher of the headline figure; empty for a user's own system. */
  source: string;
  /** The number of published figures, including outliers. */
  figures: number;
  /** Ids of the sources of every number that is printed of it: its headline's, and those of the ends of its bands. */
  sourceIds: string[];
}

interface Context {
  display: Pick<Display, "units" | "outliers">;
  translate: Translate;
}

function toDot(
  figure: RangeFigure,
  headline: RangeFigure,
  catalog: Catalog,
  { display, translate }: Context,
): ComparisonDot {
  const range = figureInWords(figure, display, translate);
  return {
    figureId: figure.id,
    rangeKm: figure.rangeKm,
    openEnded: figure.qualifier === "more-than",
    outlier: figure.outlier ?? false,
    headline: figure === headline,
    range,
    label: `${range}, ${publisherOf(catalog, figure, translate)}`,
  };
}

function toBand(
  band: Band,
  figures: RangeFigure[],
  headline: RangeFigure,
  catalog: Catalog,
  context: Context,
): ComparisonBand {
  return {
    id: band.id,
    ...(band.targetClass && { targetClass: band.targetClass }),
    launchMode: band.launchMode,
    lowKm: band.low.km,
    highKm: band.high.km,
    ...(band.low.figures[0] !== undefined && { lowFigure: band.low.figures[0] }),
    ...(band.high.figures[0] !== undefined && { highFigure: band.high.figures[0] }),
    openEnded: band.openEnded,
    dots: figures
      .map((figure) => toDot(figure, headline, catalog, context))
      .sort((a, b) => a.rangeKm.max - b.rangeKm.max),
  };
}

/** The band that contains the headline figure, or a band of the headline alone. */
function bandOfHeadline(headline: RangeFigure, catalog: Catalog, context: Context): ComparisonBand {
  const end = (km: number) => ({ km, figures: [headline.id] });
  const { targetClass, launchMode, rangeKm, qualifier } = headline;
  const band: Band = {
    id: headline.id,
    ...(targetClass && { targetClass }),
    launchMode,
    low: end(rangeKm.min),
    high: end(rangeKm.max),
    openEnded: qualifier === "more-than",
    oneNumber: rangeKm.min === rangeKm.max,
  };
  return toBand(band, [headline], headline, catalog, context);
}

function rowOfCatalog(drawn: DrawnSystem, system: System, catalog: Catalog, context: Context): ComparisonRow {
  const options = { variant: drawn.variantId, outliers: context.display.outliers ?? false };
  const headlines = headlinesOf(system, drawn.variantId);
  const headline = headlines.find((figure) => figure.id === drawn.figureId) ?? headlineOf(system, drawn.variantId);
  const bands = bandsOf(system, options).map((band) =>
    toBand(band, bandFiguresOf(system, band.id, options), headline, catalog, context),
  );
  const holdsHeadline = (band: ComparisonBand) => band.dots.some((dot) => dot.headline);
  // Bands of the system's other solid lines have their own rows; the remaining bands are in the first row only.
  const otherBands =
    headline === headlines[0]
      ? bands.filter((band) => !band.dots.some((dot) => headlines.some((figure) => figure.id === dot.figureId)))
      : [];
  const ends = otherBands.flatMap(({ lowFigure, highFigure }) => [lowFigure, highFigure]);
  const sourceOf = (id: string | undefined) => system.figures.find((figure) => figure.id === id)?.source ?? [];
  return {
    system: drawn,
    band: bands.find(holdsHeadline) ?? bandOfHeadline(headline, catalog, context),
    otherBands,
    sourceIds: [...new Set([...drawn.sourceIds, ...ends.flatMap(sourceOf)])],
    source: publisherOf(catalog, headline, context.translate),
    figures: system.figures.filter((figure) => drawn.variantId === undefined || figure.variant === drawn.variantId)
      .length,
  };
}

/** The row of a user's own system: its range is one number or two, without a publication. */
function rowOfCustom(drawn: DrawnSystem): ComparisonRow {
  const { min, max } = drawn.rangeKm;
  return {
    system: drawn,
    band: { id: drawn.ref, lowKm: min, highKm: max, openEnded: false, dots: [] },
    otherBands: [],
    source: drawn.customSource ?? "",
    figures: 0,
    sourceIds: [],
  };
}

/**
 * All published figures of each system, for the table, the chart and the files. Figures of different target classes or launch modes are never
 * in the same band. Outliers are included only if the display option is on.
 */
export function buildComparison(catalog: Catalog, systems: DrawnSystem[], context: Context): ComparisonRow[] {
  return systems.map((drawn) => {
    const system = drawn.systemId === undefined ? undefined : findSystem(catalog, drawn.systemId);
    return system ? rowOfCatalog(drawn, system, catalog, context) : rowOfCustom(drawn);
  });
}
