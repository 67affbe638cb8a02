import { bandFiguresOf, headlineBandOf } from "../catalog/bands.ts";
import type { Catalog, RangeFigure, System } from "../catalog/catalog.ts";
import { tierOf } from "../catalog/citation.ts";
import { findSource, headlinesOf } from "../catalog/lookups.ts";
import { type Qualifier, roleOf } from "../catalog/vocabulary.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { formatLengthRange, formatPairedRange, KM_PER_UNIT } from "../i18n/numbers.ts";
import type { CustomSystem, Display } from "../scenario/scenario.ts";
import type { DrawnSystem, PublishedSpread } from "./drawn.ts";
import { inksOf } from "./inks.ts";
import { colorOf } from "./palette.ts";

const PLAIN_QUALIFIERS: ReadonlySet<Qualifier> = new Set<Qualifier>(["exact", "range"]);

/** A range in words, with what the source says of it: `about 250 km`, `up to 160 km`, `25–30 km`. */
export function rangeInWords(
  rangeKm: { min: number; max: number },
  qualifier: Qualifier,
  display: Pick<Display, "units" | "pairedUnits">,
  translate: Translate,
): string {
  const format = display.pairedUnits ? formatPairedRange : formatLengthRange;
  const range = format(translate.language, rangeKm, display.units);
  return PLAIN_QUALIFIERS.has(qualifier) ? range : translate(`qualified.${qualifier}` as MessageId, { range });
}

/** What the range is against, in words, where that sets it apart: `against ballistic missiles`. */
export function targetInWords({ targetClass }: DrawnSystem, translate: Translate): string | undefined {
  return targetClass && translate("chart.against", { target: translate(`target.${targetClass}`) });
}

/** What has to be said of a system wherever its range is: that it is the user's own, or what the range is against. */
export function remarkInWords(system: DrawnSystem, translate: Translate): string | undefined {
  return system.custom ? translate("custom.mark") : targetInWords(system, translate);
}

/** The short name with details in parentheses, in those of its version where it has one: `Patriot (PAC-3 MSE, Kyiv)`. */
export function nameWith(
  { shortName, variantName }: Pick<DrawnSystem, "shortName" | "variantName">,
  details: string[],
): string {
  if (details.length === 0) return shortName;
  const words = details.join(", ");
  return variantName === undefined ? `${shortName} (${words})` : `${shortName.slice(0, -1)}, ${words})`;
}

/** The short name with its mark: `Patriot (PAC-3 MSE, against ballistic missiles)`. */
export function markedName(system: DrawnSystem, translate: Translate): string {
  const mark = remarkInWords(system, translate);
  return nameWith(system, mark === undefined ? [] : [mark]);
}

/**
 * A published figure in words: `about 250 km`. One that is printed in miles says the miles first, since that is what its source says:
 * `up to 1,000 mi (1,609 km)`.
 */
export function figureInWords(
  { rangeKm, qualifier, asPrinted: { min, max, unit } }: RangeFigure,
  display: Pick<Display, "units" | "pairedUnits">,
  translate: Translate,
): string {
  if (unit === "km" || unit === display.units) return rangeInWords(rangeKm, qualifier, display, translate);
  const printedKm = { min: min * KM_PER_UNIT[unit], max: max * KM_PER_UNIT[unit] };
  const converted = formatLengthRange(translate.language, rangeKm, display.units);
  return `${rangeInWords(printedKm, qualifier, { units: unit }, translate)} (${converted})`;
}

/** Of several figures that give one end of a band, the one to credit: nearest to the one who knows, the first of those. */
function bestOf(ids: string[], system: System, catalog: Catalog): string {
  const tierOfId = (id: string) => {
    const figure = system.figures.find((item) => item.id === id);
    return figure ? tierOf(figure, findSource(catalog, figure.source)) : Infinity;
  };
  return ids.toSorted((a, b) => tierOfId(a) - tierOfId(b))[0] ?? "";
}

function spreadOf(
  system: System,
  headline: RangeFigure,
  variantId: string | undefined,
  { catalog, display, translate }: Context & { catalog: Catalog },
): PublishedSpread | undefined {
  const band = headlineBandOf(system, { variant: variantId, outliers: display.outliers ?? false }, headline);
  if (!band || (band.oneNumber && !band.openEnded)) return undefined;
  const versionOf = (figureId: string): string | undefined => {
    const figure = system.figures.find(({ id }) => id === figureId);
    // A variant's own spread is all of one version.
    const variant = variantId === undefined ? system.variants.find(({ id }) => id === figure?.variant) : undefined;
    return variant?.names[translate.language];
  };
  const [minFigure, maxFigure] = [
    bestOf(band.low.figures, system, catalog),
    bestOf(band.high.figures, system, catalog),
  ];
  const [minVersion, maxVersion] = [versionOf(minFigure), versionOf(maxFigure)];
  return {
    minKm: band.low.km,
    maxKm: band.high.km,
    stepsKm: stepsOf(bandFiguresOf(system, band.id, { variant: variantId, outliers: display.outliers ?? false })),
    openEnded: band.openEnded,
    minFigure,
    maxFigure,
    ...(minVersion !== undefined && { minVersion }),
    ...(maxVersion !== undefined && { maxVersion }),
  };
}

/** The distinct distances of figures, both ends of one printed as a range. */
const stepsOf = (figures: RangeFigure[]): number[] =>
  [...new Set(figures.flatMap(({ rangeKm }) => [rangeKm.min, rangeKm.max]))].sort((a, b) => a - b);

/** The spread in words: `published 165–306 km`. */
function spreadInWords({ minKm, maxKm, openEnded }: PublishedSpread, { display, translate }: Context): string {
  const format = display.pairedUnits ? formatPairedRange : formatLengthRange;
  const range = format(translate.language, { min: minKm, max: maxKm }, display.units);
  return translate(openEnded ? "spread.open" : "spread", { range });
}

type Context = { display: Display; translate: Translate };

/** The sources of every figure that is printed of a headline: its own, then those of the ends of its spread. */
function sourceIdsOf(system: System, headline: RangeFigure, spread: PublishedSpread | undefined): string[] {
  const ends = [spread?.minFigure, spread?.maxFigure].flatMap(
    (id) => system.figures.find((figure) => figure.id === id)?.source ?? [],
  );
  return [...new Set([headline.source, ...ends])];
}

/** What is drawn of a system or a variant: one ring for each of its headlines, told apart by what they are against. */
function drawCatalogSystem(
  system: System,
  variantId: string | undefined,
  position: number,
  { display, translate }: Context,
  catalog: Catalog,
): DrawnSystem[] {
  const variant = system.variants.find((item) => item.id === variantId);
  if (variantId !== undefined && !variant) return [];
  const variantName = variant?.names[translate.language];
  const shortName = variantName === undefined ? system.shortName : nameWith(system, [variantName]);
  const color = colorOf(system.id, position);
  const ref = variant ? `${system.id}/${variant.id}` : system.id;
  const headlines = headlinesOf(system, variantId);
  return headlines.map((headline): DrawnSystem => {
    const spread = spreadOf(system, headline, variantId, { catalog, display, translate });
    const rangeText = figureInWords(headline, display, translate);
    const { targetClass } = headline;
    const isOneOfSeveral = headlines.length > 1 && targetClass !== undefined;
    const target = isOneOfSeveral && translate("chart.against", { target: translate(`target.${targetClass}`) });
    return {
      ref,
      key: isOneOfSeveral ? `${ref}#${targetClass}` : ref,
      systemId: system.id,
      ...(variant && { variantId: variant.id, variantName: variant.names[translate.language] }),
      name: variantName === undefined ? system.names[translate.language] : shortName,
      shortName,
      kind: system.kind,
      role: roleOf(system.kind),
      platforms: system.platforms,
      rangeKm: headline.rangeKm,
      qualifier: headline.qualifier,
      figureId: headline.id,
      sourceId: headline.source,
      sourceIds: sourceIdsOf(system, headline, spread),
      ...(targetClass !== undefined && targetClass !== "any" && { targetClass }),
      ...(spread && { spread, spreadText: spreadInWords(spread, { display, translate }) }),
      color,
      inks: inksOf(color),
      custom: false,
      label: `${shortName} ${rangeText}${target ? ` (${target})` : ""}`,
      rangeText,
      valueText: [rangeText, target].filter(Boolean).join(" "),
      remarks: spread ? [spreadInWords(spread, { display, translate })] : [],
      printWeight: 1,
    };
  });
}

/** What stands for the id of a source that the map's author wrote. */
export const toOwnSourceId = (source: string): string => `own:${source}`;

function drawCustomSystem(system: CustomSystem, position: number, { display, translate }: Context): DrawnSystem {
  const qualifier = system.rangeKm.min === system.rangeKm.max ? "exact" : "range";
  const kind = system.kind ?? "other";
  const rangeText = rangeInWords(system.rangeKm, qualifier, display, translate);
  const color = system.color ?? colorOf(`custom:${system.id}`, position);
  return {
    ref: system.id,
    key: system.id,
    name: system.name,
    shortName: system.name,
    kind,
    role: kind === "surface-to-air" ? "defence" : "strike",
    platforms: [],
    rangeKm: system.rangeKm,
    qualifier,
    sourceIds: system.source ? [toOwnSourceId(system.source)] : [],
    ...(system.source !== undefined && { customSource: system.source }),
    color,
    inks: inksOf(color),
    custom: true,
    label: `${system.name} ${rangeText} (${translate("custom.mark")})`,
    rangeText,
    valueText: rangeText,
    remarks: [translate("custom.mark")],
    printWeight: 1,
  };
}

/**
 * Resolves the refs of a scenario to what is drawn of each: the answer to a ref holds the same objects each time, and none for one that
 * nobody knows.
 */
export function createSystemLookup(
  catalog: Catalog,
  customSystems: CustomSystem[],
  context: Context,
): (ref: string) => DrawnSystem[] {
  const known = new Map<string, DrawnSystem[]>();
  const find = (ref: string): DrawnSystem[] => {
    const custom = customSystems.findIndex((system) => system.id === ref);
    const [systemId, variantId] = ref.split("/");
    const position = catalog.systems.findIndex((system) => system.id === systemId);
    const [ours, theirs] = [customSystems[custom], catalog.systems[position]];
    if (ours) return [drawCustomSystem(ours, custom, context)];
    return theirs ? drawCatalogSystem(theirs, variantId, position, context, catalog) : [];
  };
  return (ref) => {
    let systems = known.get(ref);
    if (!systems) known.set(ref, (systems = find(ref)));
    return systems;
  };
}
