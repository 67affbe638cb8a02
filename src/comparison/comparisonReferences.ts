import type { ReferenceDistance } from "../catalog/catalog.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLength, formatLengthRange, type LengthUnit } from "../i18n/numbers.ts";
import { arrowHead, type ChartHit, type ChartInk, type ChartShape, disc, hLine, vLine } from "./comparisonShapes.ts";

const LANE = 30;
const LABEL_INDENT = 5;

/** A vertical line through the chart that starts in the treaty's lane. */
export interface Guide {
  km: number;
  top: number;
}

interface ReferenceContext {
  x: (km: number) => number;
  endKm: number;
  /** The right edge of the chart, beyond which no label may extend. */
  width: number;
  ink: ChartInk;
  units: LengthUnit;
  measure: (text: string, size: number, weight: number) => number;
  translate: Translate;
  sourceMarks?: ((sourceIds: readonly string[]) => string) | undefined;
}

/**
 * `INF Treaty, shorter-range: 500–1,000 km`; `MTCR Category I: from 300 km`.
 *
 * @param marks the marks of its sources
 */
export function referenceLabel(
  { names, from, to }: ReferenceDistance,
  units: LengthUnit,
  translate: Translate,
  marks = "",
): string {
  const { language } = translate;
  const length = to
    ? formatLengthRange(language, { min: from.km, max: to.km }, units)
    : translate("chart.from", { range: formatLength(language, from.km, units) });
  return `${names[language]}${marks}: ${length}`;
}

/** A limit that is included is drawn as a bar, an excluded one as an open circle. */
function endMark(at: number, y: number, included: boolean, { ink }: ReferenceContext): ChartShape {
  return included ? vLine(at, y - 5, y + 5, ink.treaty, 2) : disc(at, y, 3.5, ink.paper, ink.treaty, 1.75);
}

/**
 * Treaty distances above the chart: a line from limit to limit with its name above it, and a dashed line down through the chart at each limit.
 * A treaty distance whose lower limit lies beyond the axis is left out.
 */
export function referenceMarks(
  references: ReferenceDistance[],
  top: number,
  context: ReferenceContext,
): { shapes: ChartShape[]; guides: Guide[]; hits: ChartHit[]; height: number } {
  const { x, endKm, width, ink, measure, units, translate } = context;
  const shown = references.filter((reference) => reference.from.km < endKm).toSorted((a, b) => a.from.km - b.from.km);
  const guides = new Map<number, number>();
  const guide = (km: number, y: number) => guides.set(km, Math.min(y, guides.get(km) ?? y));
  const hits: ChartHit[] = [];
  const shapes = shown.flatMap((reference, index): ChartShape[] => {
    const { from, to } = reference;
    const text = referenceLabel(reference, units, translate, context.sourceMarks?.(reference.sources));
    const textWidth = measure(text, 12, 400);
    const y = top + LANE * index + 22;
    const left = Math.max(0, Math.min(x(from.km) + LABEL_INDENT, width - textWidth));
    guide(from.km, y);
    const closes = to !== undefined && to.km <= endKm;
    if (closes) guide(to.km, y);
    const right = closes ? x(to.km) : x(endKm);
    hits.push({
      x: left,
      y: top + LANE * index,
      width: textWidth,
      height: LANE - 4,
      label: text,
      target: { treaty: reference.id },
    });
    return [
      hLine(y, x(from.km), right, ink.treaty, 2),
      endMark(x(from.km), y, from.included, context),
      closes ? endMark(right, y, to.included, context) : arrowHead(right, y, 4.5, ink.treaty, 2),
      { type: "rect", x: left - 1, y: y - 20, width: textWidth + 2, height: 15, fill: ink.paper },
      { type: "text", x: left, y: y - 8, text, size: 12, weight: 400, fill: ink.treaty },
    ];
  });
  return { shapes, guides: [...guides].map(([km, from]) => ({ km, top: from })), hits, height: shown.length * LANE };
}
