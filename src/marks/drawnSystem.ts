import { headlineBandOf } from "../catalog/bands.ts";
import type { Catalog, System } from "../catalog/catalog.ts";
import { headlineOf } from "../catalog/lookups.ts";
import { type Qualifier, roleOf } from "../catalog/vocabulary.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { formatLengthRange } from "../i18n/numbers.ts";
import type { CustomSystem, Display } from "../scenario/scenario.ts";
import type { DrawnSystem, PublishedSpread } from "./drawn.ts";
import { inksOf } from "./inks.ts";
import { colorOf } from "./palette.ts";

const PLAIN_QUALIFIERS: ReadonlySet<Qualifier> = new Set<Qualifier>(["exact", "range"]);

/** A range in words, with what the source says of it: `about 250 km`, `up to 160 km`, `25–30 km`. */
export function rangeInWords(
  rangeKm: { min: number; max: number },
  qualifier: Qualifier,
  display: Pick<Display, "units">,
  translate: Translate,
): string {
  const range = formatLengthRange(translate.language, rangeKm, display.units);
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

/** The short name with its mark: `PAC-3 MSE (against ballistic missiles)`. */
export function markedName(system: DrawnSystem, translate: Translate): string {
  const mark = remarkInWords(system, translate);
  return mark === undefined ? system.shortName : `${system.shortName} (${mark})`;
}

function spreadOf(system: System, variantId: string | undefined, outliers: boolean): PublishedSpread | undefined {
  const band = headlineBandOf(system, { variant: variantId, outliers });
  if (!band || (band.low.km === band.high.km && !band.openEnded)) return undefined;
  return {
    minKm: band.low.km,
    maxKm: band.high.km,
    openEnded: band.openEnded,
    minFigure: band.low.figures[0] ?? "",
    maxFigure: band.high.figures[0] ?? "",
  };
}

/** The spread in words: `published 165–306 km`. */
function spreadInWords({ minKm, maxKm, openEnded }: PublishedSpread, { display, translate }: Context): string {
  const range = formatLengthRange(translate.language, { min: minKm, max: maxKm }, display.units);
  return translate(openEnded ? "spread.open" : "spread", { range });
}

type Context = { display: Display; translate: Translate };

function drawCatalogSystem(
  system: System,
  variantId: string | undefined,
  position: number,
  { display, translate }: Context,
): DrawnSystem | undefined {
  const variant = system.variants.find((item) => item.id === variantId);
  if (variantId !== undefined && !variant) return undefined;
  const headline = headlineOf(system, variantId);
  const spread = spreadOf(system, variantId, display.outliers ?? false);
  const variantName = variant?.names[translate.language];
  const shortName = variantName ? `${system.shortName} ${variantName}` : system.shortName;
  const rangeText = rangeInWords(headline.rangeKm, headline.qualifier, display, translate);
  const color = colorOf(system.id, position);
  const ref = variant ? `${system.id}/${variant.id}` : system.id;
  return {
    ref,
    key: ref,
    systemId: system.id,
    ...(variant && { variantId: variant.id, variantName: variant.names[translate.language] }),
    name: variantName ? `${system.shortName}: ${variantName}` : system.names[translate.language],
    shortName,
    kind: system.kind,
    role: roleOf(system.kind),
    platforms: system.platforms,
    rangeKm: headline.rangeKm,
    qualifier: headline.qualifier,
    figureId: headline.id,
    sourceId: headline.source,
    ...(headline.targetClass !== undefined && headline.targetClass !== "any" && { targetClass: headline.targetClass }),
    ...(spread && { spread, spreadText: spreadInWords(spread, { display, translate }) }),
    color,
    inks: inksOf(color),
    custom: false,
    label: `${shortName} ${rangeText}`,
    rangeText,
    printDash: [],
  };
}

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
    ...(system.source !== undefined && { customSource: system.source }),
    color,
    inks: inksOf(color),
    custom: true,
    label: `${system.name} ${rangeText} (${translate("custom.mark")})`,
    rangeText,
    printDash: [],
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
    const drawn = theirs && drawCatalogSystem(theirs, variantId, position, context);
    return drawn ? [drawn] : [];
  };
  return (ref) => {
    let systems = known.get(ref);
    if (!systems) known.set(ref, (systems = find(ref)));
    return systems;
  };
}
