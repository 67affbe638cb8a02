import type { Report } from "./catalogProblem.ts";
import type { RangeFigure } from "./rangeFigure.ts";
import type { System } from "./system.ts";

const KM_PER_UNIT = { km: 1, mi: 1.609344, nmi: 1.852 };

/** What makes figures comparable. Two that differ here are never in one band. */
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
      `is said of one number, and rangeKm has ${rangeKm.min} and ${rangeKm.max}; use range or about`,
    );
  for (const end of ["min", "max"] as const) {
    const km = asPrinted[end] * KM_PER_UNIT[asPrinted.unit];
    // A page that prints both units rounds each; a kilometre is the most that this moves.
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
  if (launchMode === "unstated" ? system.platforms.length === 1 : !system.platforms.includes(launchMode))
    report(
      ["launchMode"],
      launchMode,
      `is not how ${system.id} is launched; platforms: ${system.platforms.join(", ")}`,
    );
}

/** What each figure says in itself and of its system. */
function checkFigures(system: System, report: Report) {
  const variants = new Set(system.variants.map((variant) => variant.id));
  for (const [index, figure] of system.figures.entries()) {
    const here: Report = (path, value, message) => report(["figures", index, ...path], value, message);
    checkNumbers(figure, here);
    checkClasses(figure, system, here);
    if (figure.variant !== undefined && !variants.has(figure.variant))
      here(["variant"], figure.variant, `is not one of the variants: ${[...variants].join(", ") || "there are none"}`);
  }
}

/** The figures of the solid lines. */
function checkHeadlines(system: System, report: Report) {
  const figures = new Map(system.figures.map((figure) => [figure.id, figure]));
  const headlines = [
    { path: ["headline"] as (string | number)[], id: system.headline, variant: undefined as string | undefined },
  ];
  for (const [index, { id, headline }] of system.variants.entries())
    headlines.push({ path: ["variants", index, "headline"], id: headline, variant: id });
  for (const { path, id, variant } of headlines) {
    const figure = figures.get(id);
    if (figure === undefined) report(path, id, "is not the id of one of the figures");
    else if (figure.outlier) report(path, id, "is an outlier; the solid line needs another figure");
    else if (variant !== undefined && figure.variant !== variant)
      report(path, id, `is not a figure of the variant ${variant}`);
  }
}

/** Each band holds known figures, once each, of one target class and one launch mode. */
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

/** Checks all that a system's own file can show, once its shape is right. */
export function checkSystem(system: System, report: Report) {
  checkFigures(system, report);
  checkHeadlines(system, report);
  checkBands(system, report);
}
