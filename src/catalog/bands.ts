import type { RangeFigure } from "./rangeFigure.ts";
import type { System } from "./system.ts";
import type { LaunchMode, TargetClass } from "./vocabulary.ts";
import { headlineOf } from "./lookups.ts";
import { areOneNumber, type RangeEnd, roundingOf } from "./rounding.ts";

interface BandEnd {
  km: number;
  /** Ids of the figures with this value. */
  figures: string[];
  /** Id of a figure, printed in another unit, of which this end may be a rounded conversion, so that the two do not contradict each other. */
  roundingOf?: string;
}

/** The lowest and highest published ranges among figures of one target class and one launch mode. */
export interface Band {
  id: string;
  targetClass?: TargetClass;
  launchMode: LaunchMode;
  low: BandEnd;
  high: BandEnd;
  /** Whether a source says "more than" the highest number, so that the actual maximum is unpublished. */
  openEnded: boolean;
  /** Whether all figures may be one number converted to several units, so that there is no band to draw. */
  oneNumber: boolean;
}

export interface BandOptions {
  /** Only use figures of this variant; if absent, use every figure of the system and its variants. */
  variant?: string | undefined;
  /** Let figures marked as outliers widen the band. */
  outliers?: boolean | undefined;
}

/** Builds an end of a band. It is a conversion only if every figure with this value may be one. */
function toEnd(giving: RangeFigure[], end: RangeEnd, all: RangeFigure[]): BandEnd {
  const originals = giving.map((figure) => roundingOf(figure, end, all));
  const [original] = originals.includes(undefined) ? [] : originals;
  return {
    km: giving[0]?.rangeKm[end] ?? 0,
    figures: giving.map((figure) => figure.id),
    ...(original && { roundingOf: original.id }),
  };
}

function toBand(id: string, figures: RangeFigure[]): Band | undefined {
  const [first] = figures;
  if (first === undefined) return undefined;
  const low = Math.min(...figures.map((figure) => figure.rangeKm.min));
  const high = Math.max(...figures.map((figure) => figure.rangeKm.max));
  const lowest = figures.filter((figure) => figure.rangeKm.min === low);
  const highest = figures.filter((figure) => figure.rangeKm.max === high);
  return {
    id,
    ...(first.targetClass === undefined ? {} : { targetClass: first.targetClass }),
    launchMode: first.launchMode,
    low: toEnd(lowest, "min", figures),
    high: toEnd(highest, "max", figures),
    openEnded: highest.some((figure) => figure.qualifier === "more-than"),
    oneNumber: areOneNumber(figures),
  };
}

function select(system: System, { variant, outliers = false }: BandOptions) {
  return system.bands.map(({ id, figures: ids }) => ({
    id,
    figures: system.figures.filter(
      (figure) =>
        ids.includes(figure.id) &&
        (variant === undefined || figure.variant === variant) &&
        (outliers || figure.outlier !== true),
    ),
  }));
}

/** Every band of a system or variant, in file order. Figures of different target classes are never in the same band. */
export function bandsOf(system: System, options: BandOptions = {}): Band[] {
  return select(system, options).flatMap(({ id, figures }) => toBand(id, figures) ?? []);
}

/**
 * The band to draw around a solid line: the one that contains its figure.
 *
 * @param headline one of the headline figures of the system or variant; by default its first
 */
export function headlineBandOf(
  system: System,
  options: BandOptions = {},
  headline: RangeFigure = headlineOf(system, options.variant),
): Band | undefined {
  const found = select(system, options).find(({ figures }) => figures.includes(headline));
  return found && toBand(found.id, found.figures);
}

/** The figures behind a band, for the dots of the chart and the source cards. */
export function bandFiguresOf(system: System, bandId: string, options: BandOptions = {}): RangeFigure[] {
  return select(system, options).find(({ id }) => id === bandId)?.figures ?? [];
}
