import type { RangeFigure } from "./rangeFigure.ts";
import type { Source } from "./source.ts";

/** One name however it is written: `the White House` and `The White House` are one. */
const toKey = (name: string): string => name.toLocaleLowerCase("en").replace(/^(the|a|an) /, "");

/**
 * Whom a figure goes back to: whoever is credited with it and the publication from which the page has it; where the page names neither, its
 * publisher.
 */
function originKeys(figure: RangeFigure, source: Source | undefined): string[] {
  const named = [figure.creditedTo?.en, figure.via ?? source?.via].filter((name) => name !== undefined);
  return (named.length > 0 ? named : [source?.publisher ?? figure.source]).map(toKey);
}

/**
 * Groups figures by where they come from. Two that share a credit, or the publication that they came by way of, have one origin, and so do all
 * that are tied to one another through others: ten newspapers that repeat one ministry are one voice.
 *
 * @param findSource the source of an id
 * @returns the groups, in the order of their first figures
 */
export function originsOf(
  figures: readonly RangeFigure[],
  findSource: (id: string) => Source | undefined,
): RangeFigure[][] {
  let groups: { keys: Set<string>; figures: RangeFigure[] }[] = [];
  for (const figure of figures) {
    const keys = originKeys(figure, findSource(figure.source));
    const tied = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const merged = {
      keys: new Set([...tied.flatMap((group) => [...group.keys]), ...keys]),
      figures: [...tied.flatMap((group) => group.figures), figure],
    };
    const [first] = tied;
    groups =
      first === undefined
        ? [...groups, merged]
        : groups.flatMap((group) => (group === first ? [merged] : tied.includes(group) ? [] : [group]));
  }
  return groups.map((group) => group.figures);
}
