import type { Catalog, RangeFigure, Source, System } from "../catalog/catalog.ts";
import { findSource, findSystem } from "../catalog/lookups.ts";
import { originsOf } from "../catalog/origins.ts";
import type { Translate } from "../i18n/messages.ts";
import { attributionInWords, dateInWords, printedInWords } from "../marks/attribution.ts";
import type { DrawnSystem } from "../marks/drawn.ts";
import { figureInWords } from "../marks/drawnSystem.ts";
import { sourceInWords } from "../marks/sourceWords.ts";
import type { Display } from "../scenario/scenario.ts";
import type { ComparisonRow } from "./comparison.ts";
import { publisherOf } from "./publisher.ts";

/** The days on which something may have been published, in milliseconds since 1970: all of a month or a year where no more is known. */
export interface DateSpan {
  from: number;
  to: number;
}

/** One published figure and its date. */
export interface TimelineFigure {
  id: string;
  /** The version of the system that it is of; absent for the system as a whole. */
  variant?: string;
  rangeKm: { min: number; max: number };
  openEnded: boolean;
  outlier: boolean;
  headline: boolean;
  /** Undefined where the date is not known. */
  date?: DateSpan;
  /** The page prints no date: it is known by the event that the page reports, or by what else it says. */
  dateInferred: boolean;
  /** As published, with its qualifier: `up to 1,000 mi (1,609 km)`. */
  range: string;
  /** The number and unit on the page: `“1,000 mi”`. */
  printed: string;
  /** In the reader's language, with how it is known where it is not printed; says so where it is unknown. */
  dateText: string;
  publisher: string;
  /** `Boston Herald, 8 April 2017`, as a picture credits it. */
  credit: string;
  /** Who says so: `the manufacturer’s figure (Raytheon), in Boston Herald`. */
  who: string;
  /** Which of the system's independent origins it has, from 1. */
  origin: number;
}

/** A system or a version of one, with its figures by date, the undated last. */
export interface Timeline {
  system: DrawnSystem;
  /** The name of the system as a whole, or with the version that alone is compared. */
  name: string;
  figures: TimelineFigure[];
  /** How many independent origins the figures have. */
  origins: number;
}

const DAY = 86_400_000;

/** The span of a date of the catalogue: YYYY, YYYY-MM or YYYY-MM-DD. */
export function dateSpan(date: string): DateSpan {
  const [year = 0, month, day] = date.split("-").map(Number);
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined) return { from, to: from + DAY };
  return { from, to: month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1) };
}

interface Context {
  display: Pick<Display, "units" | "outliers">;
  translate: Translate;
}

const NO_SOURCE: Pick<Source, "date" | "dateFrom"> = {};

function toTimelineFigure(
  figure: RangeFigure,
  system: System,
  headlines: ReadonlySet<string>,
  origin: number,
  catalog: Catalog,
  { display, translate }: Context,
): TimelineFigure {
  const source = findSource(catalog, figure.source);
  const { date, dateFrom } = source ?? NO_SOURCE;
  const variant = system.variants.find(({ id }) => id === figure.variant)?.names[translate.language];
  return {
    id: figure.id,
    ...(variant !== undefined && { variant }),
    rangeKm: figure.rangeKm,
    openEnded: figure.qualifier === "more-than",
    outlier: figure.outlier ?? false,
    headline: headlines.has(figure.id),
    ...(date !== undefined && { date: dateSpan(date) }),
    dateInferred: dateFrom === "event" || dateFrom === "content",
    range: figureInWords(figure, display, translate),
    printed: printedInWords(figure, translate),
    dateText: dateInWords(source ?? NO_SOURCE, translate),
    publisher: publisherOf(catalog, figure, translate),
    credit: source ? sourceInWords(source, translate) : "",
    who: source ? attributionInWords(figure, source, translate) : "",
    origin,
  };
}

/** Earlier first, the undated last; of one date the shorter range first. */
function byDate(a: TimelineFigure, b: TimelineFigure): number {
  return (
    (a.date?.from ?? Infinity) - (b.date?.from ?? Infinity) || a.rangeKm.max - b.rangeKm.max || a.id.localeCompare(b.id)
  );
}

/**
 * The figures of each compared system by date of publication. A version whose system is compared as a whole is part of it; systems of the
 * user's own have no publications and are left out. Outliers are included only if the display option is on.
 */
export function buildTimelines(rows: readonly ComparisonRow[], catalog: Catalog, context: Context): Timeline[] {
  const systems = new Map(rows.map(({ system }) => [system.ref, system]));
  return [...systems.values()].flatMap((drawn): Timeline[] => {
    const isPart = drawn.variantId !== undefined && drawn.systemId !== undefined && systems.has(drawn.systemId);
    const system = drawn.systemId === undefined ? undefined : findSystem(catalog, drawn.systemId);
    if (isPart || !system) return [];
    const shown = system.figures.filter(
      (figure) =>
        (drawn.variantId === undefined || figure.variant === drawn.variantId) &&
        (figure.outlier !== true || context.display.outliers === true),
    );
    const headlines = new Set(
      rows.filter(({ system: { ref } }) => ref === drawn.ref).flatMap(({ system: { figureId } }) => figureId ?? []),
    );
    const origins = originsOf(shown, (id) => findSource(catalog, id));
    const originOf = (figure: RangeFigure) => origins.findIndex((group) => group.includes(figure)) + 1;
    return [
      {
        system: drawn,
        name: drawn.shortName,
        figures: shown
          .map((figure) => toTimelineFigure(figure, system, headlines, originOf(figure), catalog, context))
          .sort(byDate),
        origins: origins.length,
      },
    ];
  });
}

/** Everything about one figure in one line, as the chart says it on hover and focus. */
export function timelineFigureInWords(
  { name, origins }: Timeline,
  { variant, range, printed, dateText, who, origin, outlier }: TimelineFigure,
  translate: Translate,
): string {
  const details = [variant, outlier ? translate("source.outlier") : undefined].filter((detail) => detail !== undefined);
  return translate("timeline.figure", {
    name: details.length === 0 ? name : `${name} (${details.join(", ")})`,
    range,
    printed,
    date: dateText,
    who,
    origin,
    origins,
  });
}
