import { KM_PER_UNIT } from "../i18n/numbers.ts";
import { fault } from "./catalogFaults.ts";
import type { Report } from "./catalogProblem.ts";
import type { RangeFigure } from "./rangeFigure.ts";
import type { System } from "./system.ts";
import { platformsOf } from "./vocabulary.ts";

/** Figures in one band must agree in these fields. */
const COMPARABLE = ["targetClass", "launchMode"] as const;

function checkNumbers({ rangeKm, asPrinted, qualifier }: RangeFigure, report: Report) {
  for (const [field, { min, max }] of [["rangeKm", rangeKm] as const, ["asPrinted", asPrinted] as const])
    if (min > max) report([field, "min"], min, fault("overMax", { max }));
  if (qualifier === "range" && rangeKm.min === rangeKm.max)
    report(["qualifier"], qualifier, fault("rangeOfOne", { km: rangeKm.min }));
  if (rangeKm.min < rangeKm.max && !["range", "about", "reported"].includes(qualifier))
    report(["qualifier"], qualifier, fault("saidOfOne", rangeKm));
  for (const end of ["min", "max"] as const) {
    const km = asPrinted[end] * KM_PER_UNIT[asPrinted.unit];
    // A page that prints both units rounds each of them, which makes at most a kilometre of difference.
    if (Math.abs(km - rangeKm[end]) > 1)
      report(
        ["rangeKm", end],
        rangeKm[end],
        fault("notAsPrinted", { printed: `${asPrinted[end]} ${asPrinted.unit}`, km: Math.round(km) }),
      );
  }
}

function checkClasses(figure: RangeFigure, system: System, report: Report) {
  const { targetClass, launchMode } = figure;
  if (system.kind === "surface-to-air" && targetClass === undefined)
    report(["targetClass"], undefined, fault("classMissing"));
  if (system.kind !== "surface-to-air" && targetClass !== undefined)
    report(["targetClass"], targetClass, fault("classOfStrike", { kind: system.kind }));
  const launchedFrom = platformsOf(launchMode);
  if (
    launchMode === "unstated"
      ? system.platforms.length === 1
      : launchedFrom.some((platform) => !system.platforms.includes(platform))
  )
    report(["launchMode"], launchMode, fault("launchMode", { system: system.id, list: system.platforms.join(", ") }));
}

/** Checks each figure by itself and against its system. */
function checkFigures(system: System, report: Report) {
  const variants = new Set(system.variants.map((variant) => variant.id));
  for (const [index, figure] of system.figures.entries()) {
    const here: Report = (path, value, message) => report(["figures", index, ...path], value, message);
    checkNumbers(figure, here);
    if (figure.creditRole !== undefined && figure.creditedTo === undefined)
      here(["creditRole"], figure.creditRole, fault("creditMissing"));
    checkClasses(figure, system, here);
    if (figure.variant !== undefined && !variants.has(figure.variant))
      here(["variant"], figure.variant, fault("noVariant", { list: [...variants].join(", ") || "–" }));
  }
}

/** Checks the figures of the solid lines of a system or variant: they exist, and there is one for each class of target. */
function checkHeadlines(
  ids: string[],
  variant: string | undefined,
  figures: ReadonlyMap<string, RangeFigure>,
  report: Report,
) {
  const classes = new Map<string, string>();
  for (const [index, id] of ids.entries()) {
    const figure = figures.get(id);
    if (figure === undefined) {
      report([index], id, fault("noFigure"));
      continue;
    }
    if (figure.outlier) report([index], id, fault("outlierHeadline"));
    if (variant !== undefined && figure.variant !== variant) report([index], id, fault("headlineOfOther", { variant }));
    const targetClass = figure.targetClass ?? "any";
    const other = classes.get(targetClass);
    if (other !== undefined)
      report([index], id, fault("secondHeadline", { class: figure.targetClass ?? "–", first: other }));
    else if (classes.size > 0 && (targetClass === "any" || classes.has("any")))
      report([index], id, fault("anyBesideClass"));
    classes.set(targetClass, id);
  }
}

function checkAllHeadlines(system: System, report: Report) {
  const figures = new Map(system.figures.map((figure) => [figure.id, figure]));
  const reportAt =
    (...start: (string | number)[]): Report =>
    (path, value, message) =>
      report([...start, ...path], value, message);
  checkHeadlines(system.headlines, undefined, figures, reportAt("headlines"));
  for (const [index, { id, headlines }] of system.variants.entries())
    checkHeadlines(headlines, id, figures, reportAt("variants", index, "headlines"));
}

/** Checks that each band contains existing figures, each only once, of one target class and one launch mode. */
function checkBands(system: System, report: Report) {
  const figures = new Map(system.figures.map((figure) => [figure.id, figure]));
  const bandOfFigure = new Map<string, string>();
  for (const [bandIndex, band] of system.bands.entries()) {
    const first = figures.get(band.figures[0] ?? "");
    for (const [index, id] of band.figures.entries()) {
      const path = ["bands", bandIndex, "figures", index];
      const figure = figures.get(id);
      if (figure === undefined) report(path, id, fault("noFigure"));
      const other = bandOfFigure.get(id);
      if (other !== undefined) report(path, id, fault("inOtherBand", { band: other }));
      bandOfFigure.set(id, band.id);
      if (figure === undefined || first === undefined) continue;
      for (const field of COMPARABLE)
        if (figure[field] !== first[field])
          report(
            path,
            id,
            fault("mixedBand", { field, found: figure[field] ?? "–", expected: first[field] ?? "–", first: first.id }),
          );
    }
  }
}

/** Checks everything within one system's file beyond its schema. */
export function checkSystem(system: System, report: Report) {
  checkFigures(system, report);
  checkAllHeadlines(system, report);
  checkBands(system, report);
}
