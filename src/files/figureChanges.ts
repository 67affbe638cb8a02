import type { Catalog } from "../catalog/catalog.ts";
import type { ExplainedChange } from "../catalog/changesSince.ts";
import { findChoice, findSource } from "../catalog/lookups.ts";
import { formatList } from "../i18n/lists.ts";
import type { Translate } from "../i18n/messages.ts";
import { formatLengthRange } from "../i18n/numbers.ts";
import type { PublishedSpread } from "../marks/drawn.ts";
import { createSystemLookup, nameWith, rangeInWords, targetInWords } from "../marks/drawnSystem.ts";
import { publishedOf } from "./publishedFigures.ts";
import { sourceInWords } from "../marks/sourceWords.ts";
import type { Published, PublishedFigures } from "../scenario/published.ts";
import type { Display, Scenario } from "../scenario/scenario.ts";

/** What a map prints of one headline figure. */
interface Printed {
  range: string;
  target?: string | undefined;
  /** The lowest and highest published figure, without the word for "published". */
  spread?: string | undefined;
  /** In words; undefined where a saved map does not say. */
  sources?: string[];
}

/** A system of a map of which something that is printed has changed since the map was saved. */
export interface FigureChange {
  ref: string;
  name: string;
  /** What has changed first: the range drawn, the spread around it, or only the sources of both. */
  kind: "range" | "spread" | "source";
  before: Printed[];
  /** Empty where the catalogue no longer has the system. */
  after: Printed[];
}

interface Context {
  display: Display;
  translate: Translate;
}

function spreadOf({ minKm, maxKm, openEnded }: PublishedSpread, { display, translate }: Context): string {
  const range = formatLengthRange(translate.language, { min: minKm, max: maxKm }, display.units);
  return openEnded ? translate("chart.andMore", { range }) : range;
}

/** What a map of a catalogue prints of each ref. */
function printer(catalog: Catalog, { display, translate }: Context): (ref: string) => Printed[] {
  const lookup = createSystemLookup(catalog, [], { display, translate });
  return (ref) =>
    lookup(ref).map((system) => ({
      range: system.rangeText,
      target: targetInWords(system, translate),
      spread: system.spread && spreadOf(system.spread, { display, translate }),
      sources: system.sourceIds.flatMap((id) => {
        const source = findSource(catalog, id);
        return source ? [sourceInWords(source, translate)] : [];
      }),
    }));
}

/** The ref of an entry of a saved map, without the class of target of its headline. */
const refOf = (entry: string): string => entry.split("#")[0] ?? entry;

/** What a saved map itself says that it printed of a ref. */
function printedBySaved(published: PublishedFigures, { display, translate }: Context): (ref: string) => Printed[] {
  const toPrinted = ({ rangeKm, qualifier, targetClass, spreadKm }: Published): Printed => ({
    range: rangeInWords(rangeKm, qualifier, display, translate),
    target:
      targetClass === undefined || targetClass === "any"
        ? undefined
        : translate("chart.against", { target: translate(`target.${targetClass}`) }),
    spread: spreadKm && formatLengthRange(translate.language, spreadKm, display.units),
  });
  return (ref) => Object.entries(published).flatMap(([entry, one]) => (refOf(entry) === ref ? [toPrinted(one)] : []));
}

const rangesOf = (printed: Printed[]): string => JSON.stringify(printed.map(({ range, target }) => [range, target]));
const spreadsOf = (printed: Printed[]): string => JSON.stringify(printed.map(({ spread }) => spread));

function kindOf(before: Printed[], after: Printed[]): FigureChange["kind"] | undefined {
  if (rangesOf(before) !== rangesOf(after)) return "range";
  if (spreadsOf(before) !== spreadsOf(after)) return "spread";
  const isSourced = before.every(({ sources }) => sources !== undefined);
  const sourcesOf = (printed: Printed[]) => JSON.stringify(printed.map(({ sources }) => sources));
  return isSourced && sourcesOf(before) !== sourcesOf(after) ? "source" : undefined;
}

/** The name of a ref in whichever of the catalogues has it; the ref itself where none does. */
function nameOf(ref: string, catalogs: Catalog[], { language }: Translate): string {
  const choice = catalogs.map((catalog) => findChoice(catalog, ref)).find((found) => found !== undefined);
  if (!choice) return ref;
  return nameWith(choice.system, choice.variant === undefined ? [] : [choice.variant.names[language]]);
}

/**
 * What a map prints now that it did not print when it was saved: of each system on it, the headline ranges, the spread of published figures and
 * the sources of both.
 *
 * @param former the catalogue that it was saved with, where that edition was kept; else the figures that the map itself carries are compared
 * @returns undefined where neither is there to compare
 */
export function figureChanges(
  { launchPoints, published }: Pick<Scenario, "launchPoints" | "published">,
  former: Catalog | undefined,
  present: Catalog,
  context: Context,
): FigureChange[] | undefined {
  if (!former && !published) return undefined;
  const printedThen = former ? printer(former, context) : printedBySaved(published ?? {}, context);
  const refs = new Set([
    ...launchPoints.flatMap(({ systems }) => systems),
    // A system that the catalogue no longer has is on the map no more.
    ...Object.keys(published ?? {}).map(refOf),
  ]);
  // Both sides in the same terms: a saved map says less of its figures than a catalogue does.
  const printedNow = former ? printer(present, context) : printedBySaved(publishedOf(refs, present), context);
  return [...refs].flatMap((ref): FigureChange[] => {
    const [before, after] = [printedThen(ref), printedNow(ref)];
    // A user's own system, or one that a launch point took after the map was saved.
    if (before.length === 0) return [];
    const kind = kindOf(before, after);
    const name = nameOf(ref, former ? [present, former] : [present], context.translate);
    return kind === undefined ? [] : [{ ref, name, kind, before, after }];
  });
}

/** What a change is about, in words: the ranges, the spreads or the sources, of one side of it. */
export function sideInWords(printed: Printed[], kind: FigureChange["kind"], translate: Translate): string {
  const parts = printed.map(({ range, target, spread, sources = [] }) => {
    if (kind === "source") return sources.join("; ");
    const words = kind === "range" ? range : (spread ?? range);
    return target === undefined ? words : `${words} (${target})`;
  });
  return formatList(translate.language, [...new Set(parts)]);
}

/** Why a system changed, in words, by the catalogue's own record; empty where that says nothing. */
export function reasonInWords(
  { kind }: FigureChange,
  explained: readonly ExplainedChange[],
  { language }: Translate,
): string {
  const headlines = explained.filter(({ what }) => what === "headline");
  const why = kind !== "spread" && headlines.length > 0 ? headlines : explained;
  return [...new Set(why.map(({ reason }) => reason[language]))].join("; ");
}

/** One change in a line: `Patriot: up to 160 km → up to 150 km (against aircraft) and 40 km (against ballistic missiles): each class …`. */
export function changeInWords(
  change: FigureChange,
  explained: readonly ExplainedChange[],
  translate: Translate,
): string {
  const { name, kind, before, after } = change;
  const [from, to] = [before, after].map((side) => {
    const words = sideInWords(side, kind, translate) || "–";
    return kind === "spread" ? translate("spread", { range: words }) : words;
  });
  const why = reasonInWords(change, explained, translate);
  return `${name}: ${from} → ${to}${why === "" ? "" : ` (${why})`}`;
}

/** A line for a newspaper's corrections column, in the language of the words. */
export function correctionInWords(
  changes: readonly FigureChange[],
  explain: (ref: string) => readonly ExplainedChange[],
  translate: Translate,
): string {
  const lines = changes.map((change) => {
    const { name, kind, before, after } = change;
    const why = reasonInWords(change, explain(change.ref), translate);
    const values = {
      name,
      before: sideInWords(before, kind, translate),
      after: sideInWords(after, kind, translate),
      range: sideInWords(after, "range", translate),
      sources: sideInWords(after, "source", translate),
    };
    const words = after.length === 0 ? translate("correction.gone", values) : translate(`correction.${kind}`, values);
    return why === "" ? `${words}.` : `${words} (${why}).`;
  });
  return translate("correction.line", { list: lines.join(" ") });
}
