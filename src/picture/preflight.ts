import type { Figure } from "../figure/figure.ts";
import { contrastOf, type Theme } from "../marks/inks.ts";
import type { Group, Scene } from "./scene/scene.ts";

/** What an editor would want to know before printing. */
export interface PreflightIssue {
  id:
    | "clipped"
    | "countryUnnamed"
    | "launchUnnamed"
    | "inKey"
    | "sourceUndated"
    | "sourceUnnamed"
    | "cutOff"
    | "grey"
    | "caption";
  /** What it concerns: names of places, systems or sources. */
  names: string[];
  /** What one press can do about it. */
  repair?: "fit" | "automaticCaption" | "blackAndWhite";
}

/** Greys closer than this are one grey in print. */
const LEAST_GREY_CONTRAST = 1.12;

function textsOf(items: Group["items"]): string[] {
  return items.flatMap((item) => ("items" in item ? textsOf(item.items) : item.type === "text" ? [item.text] : []));
}

/** The systems whose colours become one grey. */
function mergingInGrey({ systems }: Figure, theme: Theme): string[] {
  if (theme === "print") return [];
  const merging = new Set<string>();
  for (const [index, a] of systems.entries()) {
    for (const b of systems.slice(index + 1)) {
      const [colorA, colorB] = [a.inks[theme].line, b.inks[theme].line];
      if (colorA === colorB || contrastOf(colorA, colorB) >= LEAST_GREY_CONTRAST) continue;
      merging.add(a.shortName).add(b.shortName);
    }
  }
  return [...merging];
}

/** Lists what is missing, cut off or doubtful in a picture, the gravest first. Empty if it can be printed as it is. */
export function preflight(figure: Figure, scene: Scene, theme: Theme): PreflightIssue[] {
  const { missing, clipped } = scene;
  const ownCaption = figure.captionIsOwn ? figure.caption : undefined;
  const notInCaption =
    ownCaption === undefined
      ? []
      : figure.systems.map(({ shortName }) => shortName).filter((name) => !ownCaption.includes(name));
  const title = (sources: Figure["sources"]) =>
    sources.map(({ publisher, title: words, id }) => publisher ?? words ?? id);
  const cut = textsOf([scene.mapElements]).filter(
    (text) =>
      text.endsWith("…") && ![figure.title, figure.subtitle, figure.caption].some((words) => words.endsWith("…")),
  );
  const issues: (PreflightIssue | false)[] = [
    clipped.length > 0 && { id: "clipped", names: clipped, repair: "fit" },
    missing.countries.length > 0 && { id: "countryUnnamed", names: missing.countries },
    missing.launchPoints.length > 0 && { id: "launchUnnamed", names: missing.launchPoints },
    cut.length > 0 && { id: "cutOff", names: cut },
    { id: "sourceUnnamed", names: title(figure.sources.filter(({ publisher }) => publisher === undefined)) },
    { id: "sourceUndated", names: title(figure.sources.filter(({ date }) => date === undefined)) },
    { id: "caption", names: [...new Set(notInCaption)], repair: "automaticCaption" },
    { id: "grey", names: mergingInGrey(figure, theme), repair: "blackAndWhite" },
    missing.systems.length > 0 && { id: "inKey", names: missing.systems },
  ];
  return issues.filter((issue): issue is PreflightIssue => issue !== false && issue.names.length > 0);
}
