import type { Change, ChangesFile, FigureThen } from "./changes.ts";

const QUALIFIER_WORDS: Record<FigureThen["qualifier"], string> = {
  exact: "",
  range: "",
  reported: "reported ",
  about: "about ",
  "up-to": "up to ",
  "about-up-to": "about, up to ",
  "more-than": "more than ",
};

function figureInWords({ rangeKm: { min, max }, qualifier, variant, targetClass, source }: FigureThen): string {
  const range = min === max ? `${min}` : `${min}–${max}`;
  const details = [variant, targetClass && `against ${targetClass}`].filter((detail) => detail !== undefined);
  return `${QUALIFIER_WORDS[qualifier]}${range} km${details.length > 0 ? ` (${details.join(", ")})` : ""}, ${source}`;
}

const inWords = (figures: FigureThen[]): string => figures.map(figureInWords).join("; ") || "none";

function lineOf({ what, variant, before, after, why }: Change, reasons: ChangesFile["reasons"]): string {
  const reason = reasons[why]?.en ?? why;
  if (what === "headline")
    return `- Solid line${variant === undefined ? "" : ` of ${variant}`}: ${inWords(before)} → ${inWords(after)}: ${reason}.`;
  if (before.length === 0) return `- Added ${inWords(after)}.`;
  if (after.length === 0) return `- Dropped ${inWords(before)}: ${reason}.`;
  return `- Changed ${inWords(before)} → ${inWords(after)}: ${reason}.`;
}

/** The text of data/CHANGES.md, generated from data/changes.json by `npm run schemas`. */
export function changesText({ editions, reasons }: ChangesFile): string {
  const sections = editions.map(({ edition, version, replaces, date, changes }) => {
    const systems = [...new Set(changes.map(({ system }) => system))];
    const lists = systems.map((system) => {
      const lines = changes.filter((change) => change.system === system).map((change) => lineOf(change, reasons));
      return `### ${system}\n\n${lines.join("\n")}\n`;
    });
    return `## Edition ${edition}: version ${version}, ${date}\n\nReplaces version ${replaces}.\n\n${lists.join("\n")}`;
  });
  return `# Changes of the catalogue\n\nMade from \`changes.json\` by \`npm run schemas\`; the newest edition comes first.\n\n${sections.join("\n")}`;
}
