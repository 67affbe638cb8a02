import { KM_PER_UNIT } from "../i18n/numbers.ts";
import type { Report } from "./catalogProblem.ts";
import type { RangeFigure } from "./rangeFigure.ts";
import type { System } from "./system.ts";
import { platformsOf } from "./vocabulary.ts";

/** Figures in one band must agree in these fields. */
const COMPARABLE = ["targetClass", "launchMode"] as const;

function checkNumbers({ rangeKm, asPrinted, qualifier }: RangeFigure, report: Report) {
  for (const [field, { min, max }] of [["rangeKm", rangeKm] as const, ["asPrinted", asPrinted] as const])
    if (min > max) report([field, "min"], min, `is over the max, ${max}`);
  if (qualifier === "range" && rangeKm.min === rangeKm.max)
    report(["qualifier"], qualifier, `needs two numbers, and rangeKm has ${rangeKm.min} twice`);
  if (rangeKm.min < rangeKm.max && !["range", "about", "reported"].includes(qualifier))
    report(
      ["qualifier"],
      qualifier,
      `applies to a single number, but rangeKm has ${rangeKm.min} and ${rangeKm.max}; use range or about`,
    );
  for (const end of ["min", "max"] as const) {
    const km = asPrinted[end] * KM_PER_UNIT[asPrinted.unit];
    // A page that prints both units rounds each of them, which makes at most a kilometre of difference.
    if (Math.abs(km - rangeKm[end]) > 1)
      report(
        ["rangeKm", end],
        rangeKm[end],
        `is not what the page prints: ${asPrinted[end]} ${asPrinted.unit} is ${Math.round(km)} km`,
      );
  }
}

function checkClasses(figure: RangeFigure, system: System, report: Report) {
  const { targetClass, launchMode } = figure;
  if (system.kind === "surface-to-air" && targetClass === undefined)
    report(["targetClass"], undefined, "is missing; a surface-to-air figure says against what, or any");
  if (system.kind !== "surface-to-air" && targetClass !== undefined)
    report(["targetClass"], targetClass, `is for surface-to-air systems, and the kind is ${system.kind}`);
  const launchedFrom = platformsOf(launchMode);
  if (
    launchMode === "unstated"
      ? system.platforms.length === 1
      : launchedFrom.some((platform) => !system.platforms.includes(platform))
  )
    report(
      ["launchMode"],
      launchMode,
      `is not how ${system.id} is launched; platforms: ${system.platforms.join(", ")}`,
    );
}

/** Checks each figure by itself and against its system. */
function checkFigures(system: System, report: Report) {
  const variants = new Set(system.variants.map((variant) => variant.id));
  for (const [index, figure] of system.figures.entries()) {
    const here: Report = (path, value, message) => report(["figures", index, ...path], value, message);
    checkNumbers(figure, here);
    if (figure.creditRole !== undefined && figure.creditedTo === undefined)
      here(["creditRole"], figure.creditRole, "needs creditedTo beside it");
    checkClasses(figure, system, here);
    if (figure.variant !== undefined && !variants.has(figure.variant))
      here(["variant"], figure.variant, `is not one of the variants: ${[...variants].join(", ") || "there are none"}`);
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
      report([index], id, "is not the id of one of the figures");
      continue;
    }
    if (figure.outlier) report([index], id, "is an outlier; the solid line needs another figure");
    if (variant !== undefined && figure.variant !== variant)
      report([index], id, `is not a figure of the variant ${variant}`);
    const targetClass = figure.targetClass ?? "any";
    const other = classes.get(targetClass);
    if (other !== undefined)
      report(
        [index],
        id,
        `is a second headline with targetClass ${figure.targetClass ?? "none"}, after ${other}; each class has one`,
      );
    else if (classes.size > 0 && (targetClass === "any" || classes.has("any")))
      report([index], id, "stands beside a headline of another class; one against any target stands alone");
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
      if (figure === undefined) report(path, id, "is not the id of one of the figures");
      const other = bandOfFigure.get(id);
      if (other !== undefined) report(path, id, `is already in the band ${other}`);
      bandOfFigure.set(id, band.id);
      if (figure === undefined || first === undefined) continue;
      for (const field of COMPARABLE)
        if (figure[field] !== first[field])
          report(
            path,
            id,
            `is a figure with ${field} ${figure[field] ?? "none"}, in a band with ${field} ${first[field] ?? "none"} (${first.id}); a band may not mix them`,
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
