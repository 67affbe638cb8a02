import { headlineBandOf } from "../catalog/bands.ts";
import type { Catalog, System } from "../catalog/catalog.ts";
import { headlineOf } from "../catalog/lookups.ts";
import { type Qualifier, roleOf } from "../catalog/vocabulary.ts";
import type { MessageId, Translate } from "../i18n/messages.ts";
import { formatLengthRange } from "../i18n/numbers.ts";
import type { CustomSystem, Display } from "../scenario/scenario.ts";
import type { DrawnSystem, PublishedSpread } from "./drawn.ts";
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
export function markInWords(system: DrawnSystem, translate: Translate): string | undefined {
  return system.custom ? translate("custom.mark") : targetInWords(system, translate);
}

/** The short name with its mark: `PAC-3 MSE (against ballistic missiles)`. */
export function markedName(system: DrawnSystem, translate: Translate): string {
  const mark = markInWords(system, translate);
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
  return {
    ref: variant ? `${system.id}/${variant.id}` : system.id,
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
    ...(spread && { spread }),
    color: colorOf(system.id, position),
    custom: false,
    label: `${shortName} ${rangeText}`,
    rangeText,
  };
}

function drawCustomSystem(system: CustomSystem, position: number, { display, translate }: Context): DrawnSystem {
  const qualifier = system.rangeKm.min === system.rangeKm.max ? "exact" : "range";
  const kind = system.kind ?? "other";
  const rangeText = rangeInWords(system.rangeKm, qualifier, display, translate);
  return {
    ref: system.id,
    name: system.name,
    shortName: system.name,
    kind,
    role: kind === "surface-to-air" ? "defence" : "strike",
    platforms: [],
    rangeKm: system.rangeKm,
    qualifier,
    ...(system.source !== undefined && { customSource: system.source }),
    color: system.color ?? colorOf(`custom:${system.id}`, position),
    custom: true,
    label: `${system.name} ${rangeText} (${translate("custom.mark")})`,
    rangeText,
  };
}

/** Resolves the refs of a scenario; the answer to a ref is the same object each time, and undefined for one that nobody knows. */
export function createSystemLookup(
  catalog: Catalog,
  customSystems: CustomSystem[],
  context: Context,
): (ref: string) => DrawnSystem | undefined {
  const known = new Map<string, DrawnSystem | undefined>();
  return (ref) => {
    if (!known.has(ref)) {
      const custom = customSystems.findIndex((system) => system.id === ref);
      const [systemId, variantId] = ref.split("/");
      const position = catalog.systems.findIndex((system) => system.id === systemId);
      const [ours, theirs] = [customSystems[custom], catalog.systems[position]];
      if (ours) known.set(ref, drawCustomSystem(ours, custom, context));
      else known.set(ref, theirs && drawCatalogSystem(theirs, variantId, position, context));
    }
    return known.get(ref);
  };
}
