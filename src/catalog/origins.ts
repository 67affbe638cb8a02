import type { RangeFigure } from "./rangeFigure.ts";
import type { Source } from "./source.ts";

/** Normalises a name, so that `the White House` equals `The White House`. */
const toKey = (name: string): string => name.toLocaleLowerCase("en").replace(/^(the|a|an) /, "");

/**
 * The origins of a figure: whoever is credited with it and the publication that the page took it from; if the page names neither, its
 * publisher.
 */
function originKeys(figure: RangeFigure, source: Source | undefined): string[] {
  const named = [figure.creditedTo?.en, figure.via ?? source?.via].filter((name) => name !== undefined);
  return (named.length > 0 ? named : [source?.publisher ?? figure.source]).map(toKey);
}

/**
 * Groups figures by origin. Figures that share a credit or an intermediate publication have one origin, also when they are only linked
 * through other figures: ten newspapers that repeat one ministry count as one.
 *
 * @param findSource returns the source with an id
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
