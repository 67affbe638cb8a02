import type { FigureThen } from "../catalog/changes.ts";
import type { ExplainedChange } from "../catalog/changesSince.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLengthRange } from "../i18n/numbers.ts";
import type { FigureChange } from "./compareCatalog.ts";

/**
 * One changed system in words, with the reasons that its edition gives: `Patriot: 160 km → 150 km (against aircraft), 40 km (against
 * ballistic missiles): each class of target has …`. Where the headline is what it was, the spread of published figures is told.
 *
 * @param explained what the catalogue's own record says has changed of the system since the map was saved, newest first
 */
export function changeInWords(
  { name, before, after }: FigureChange,
  explained: readonly ExplainedChange[],
  translate: Translate,
): string {
  const { language } = translate;
  const inKm = (range: { min: number; max: number } | undefined) =>
    range === undefined ? "–" : formatLengthRange(language, range, "km");
  const figureInKm = ({ rangeKm, targetClass }: FigureThen) => {
    const target = targetClass && translate("chart.against", { target: translate(`target.${targetClass}`) });
    return target === undefined ? inKm(rangeKm) : `${inKm(rangeKm)} (${target})`;
  };
  const headline = explained.find(({ what }) => what === "headline");
  const isSameRange = before.rangeKm.min === after?.rangeKm.min && before.rangeKm.max === after.rangeKm.max;
  const spreads = [before.spreadKm, after?.spreadKm];
  const [from, to] =
    isSameRange && spreads.some((spread) => spread !== undefined)
      ? spreads.map((spread) =>
          spread === undefined ? inKm(before.rangeKm) : translate("spread", { range: inKm(spread) }),
        )
      : [inKm(before.rangeKm), headline?.after.map(figureInKm).join(", ") || inKm(after?.rangeKm)];
  const why = headline ? [headline] : explained;
  const reasons = [...new Set(why.map(({ reason }) => reason[language]))];
  return `${name}: ${from} → ${to}${reasons.length > 0 ? ` (${reasons.join("; ")})` : ""}`;
}
