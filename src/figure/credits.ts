import { formatList } from "../i18n/lists.ts";
import type { Translate } from "../i18n/messages.ts";
import { markedName, toOwnSourceId } from "../marks/drawnSystem.ts";
import { rowName } from "../marks/legendRow.ts";
import type { LegendRow } from "../marks/mark.ts";
import { sourceInWords } from "../marks/sourceWords.ts";
import type { Figure } from "./figure.ts";

/** A source that a picture credits: the mark that stands after the names of its systems, and its words. */
export interface Credit {
  mark: string;
  words: string;
}

type Credited = Pick<Figure, "sources" | "systems" | "treaties">;

/** A number as a mark: `¹²`. */
const toMark = (number: number): string => [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

/** What the map's author wrote as the source of each range of theirs, once, in the order of the systems. */
const ownSourcesOf = ({ systems }: Credited): string[] => [
  ...new Set(systems.flatMap(({ customSource }) => (customSource ? [customSource] : []))),
];

/** Every source of the ranges that a figure prints, numbered: the catalogue's first, then what the map's author wrote. */
export function creditsOf(figure: Credited, translate: Translate): Credit[] {
  const own = ownSourcesOf(figure).map((source) => `${source} (${translate("custom.mark")})`);
  return [...figure.sources.map((source) => sourceInWords(source, translate)), ...own].map((words, index) => ({
    mark: toMark(index + 1),
    words,
  }));
}

/** The places in the list of credits of sources by id, each once. */
function placesOf(sourceIds: readonly string[], figure: Credited): number[] {
  const own = ownSourcesOf(figure).map(toOwnSourceId);
  const ids = [...figure.sources.map(({ id }) => id), ...own];
  return [...new Set(sourceIds.map((id) => ids.indexOf(id)))].filter((place) => place >= 0).toSorted((a, b) => a - b);
}

/** The marks of the sources at these places of a list, from 0, parted by thin spaces: `¹ ³`. */
export const marksOf = (places: number[]): string => places.map((place) => toMark(place + 1)).join("\u2009");

/** The marks of sources by id. They stand after a name, since after a unit a mark would read as its power. */
export const sourceMarks = (sourceIds: readonly string[], figure: Credited): string =>
  marksOf(placesOf(sourceIds, figure));

/**
 * A legend row's name with the marks of the sources of everything that it prints: `Tomahawk¹ ²`. They stand after the name of the system or
 * the treaty, since after a unit a mark would read as its power.
 */
export function creditedRowName(row: LegendRow, figure: Credited): string {
  const name = rowName(row);
  if (row.system) return name + sourceMarks(row.system.sourceIds, figure);
  const treaty = row.kind === "treaty" ? figure.treaties.find(({ id }) => id === row.id) : undefined;
  return treaty ? name.replace(treaty.name, () => treaty.name + sourceMarks(treaty.sourceIds, figure)) : name;
}

/**
 * The sources of everything that a figure prints, by system and treaty, for texts that stand without the picture:
 * `Sources of the ranges: Tomahawk – Dân Việt, 10 November 2024, after The Wall Street Journal; Tiền Phong, 17 October 2025.`
 *
 * @returns an empty text where nothing has a source
 */
export function creditsInWords(figure: Credited, translate: Translate): string {
  const credits = creditsOf(figure, translate);
  const namesBySources = new Map<string, Set<string>>();
  const add = (name: string, places: number[]) => {
    const sources = places.flatMap((place) => credits[place]?.words ?? []).join("; ");
    if (sources !== "") namesBySources.set(sources, (namesBySources.get(sources) ?? new Set()).add(name));
  };
  for (const system of figure.systems) add(markedName(system, translate), placesOf(system.sourceIds, figure));
  for (const treaty of figure.treaties) add(treaty.name, placesOf(treaty.sourceIds, figure));
  if (namesBySources.size === 0) return "";
  const list = [...namesBySources].map(
    ([sources, names]) => `${formatList(translate.language, [...names])} – ${sources}`,
  );
  return translate("sources.bySystem", { list: list.join(". ") });
}
