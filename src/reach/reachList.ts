import { parseCoordinates } from "../input/coordinates/coordinates.ts";
import { countryName } from "../i18n/countryNames.ts";
import { listCountries } from "../input/places/placesCountries.ts";
import { foldName } from "../input/places/placesFold.ts";
import { type Problem, quoteValue } from "../scenario/problem.ts";
import { formatLngLat } from "../i18n/numbers.ts";
import type { Language } from "../scenario/scenario.ts";
import type { LngLat } from "../marks/drawn.ts";
import type { ReachPlace } from "./reach.ts";

/** Indices of places by folded name, the most populous first. */
export type PlaceIndex = Map<string, number[]>;

const NAMES_A_STEP = 512;

/**
 * Builds an index of the gazetteer by name, yielding now and then.
 *
 * @param keys every folded name, those of the most populous place first
 * @param owners the index of each name's place
 */
export function* indexPlaces(keys: readonly string[], owners: ArrayLike<number>): Generator<void, PlaceIndex, void> {
  const index: PlaceIndex = new Map();
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? "";
    const owner = owners[at] ?? 0;
    const known = index.get(key);
    if (!known) index.set(key, [owner]);
    else if (known.at(-1) !== owner) known.push(owner);
    if (at % NAMES_A_STEP === 0) yield;
  }
  return index;
}

export const MAX_LIST_LINES = 5000;

export interface ParsedList {
  places: ReachPlace[];
  /** `path` is the number of the line. */
  problems: Problem[];
}

const positionOf = (text: string): LngLat | undefined => {
  const parsed = parseCoordinates(text);
  return parsed && "lngLat" in parsed ? parsed.lngLat : undefined;
};

const CUT = /[\t;,:|]\s*|\s+/g;

/** Splits a line such as `Kyiv; 50.45, 30.52` at a separator. The name may also come after the numbers. */
function splitLine(line: string): { name: string; lngLat: LngLat } | undefined {
  const cuts = [...line.matchAll(CUT)];
  for (const { index, 0: gap } of cuts) {
    const name = line.slice(0, index).trim();
    const lngLat = /\d/.test(name) ? undefined : positionOf(line.slice(index + gap.length));
    if (lngLat) return { name, lngLat };
  }
  for (const { index, 0: gap } of cuts.toReversed()) {
    const name = line.slice(index + gap.length).trim();
    const lngLat = /\d/.test(name) || name === "" ? undefined : positionOf(line.slice(0, index));
    if (lngLat) return { name, lngLat };
  }
  return undefined;
}

/** The problem with the numbers of a line, or of the part after its name. */
function problemOf(line: string): Problem | undefined {
  const parts = [line, ...[...line.matchAll(CUT)].map(({ index, 0: gap }) => line.slice(index + gap.length))];
  for (const part of parts) {
    const parsed = parseCoordinates(part);
    if (parsed && "problem" in parsed && parsed.problem.code !== "notCoordinates") return parsed.problem;
  }
  return undefined;
}

/** The places that can be found by name. */
export interface Gazetteer {
  placeAt: (index: number) => ReachPlace;
  index: PlaceIndex;
}

/** The most populous place of that name. The name may be followed by a country: `Odesa, Ukraine`, `Paris, US`. */
function findByName(text: string, { placeAt, index }: Gazetteer): ReachPlace | undefined {
  const whole = index.get(foldName(text))?.[0];
  if (whole !== undefined) return placeAt(whole);
  const comma = text.lastIndexOf(",");
  if (comma < 0) return undefined;
  const where = foldName(text.slice(comma + 1));
  return index
    .get(foldName(text.slice(0, comma)))
    ?.map(placeAt)
    .find(
      ({ country: code }) =>
        code !== undefined && (code.toLowerCase() === where || listCountries([code])[0]?.keys.includes(where)),
    );
}

/**
 * Reads a pasted list of places, one per line: coordinates in any supported format, with or without a name, or the name of a place in the
 * gazetteer. Other lines are reported by number and skipped.
 */
export function parsePlaceList(text: string, gazetteer: Gazetteer, language: Language): ParsedList {
  const places: ReachPlace[] = [];
  const problems: Problem[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > MAX_LIST_LINES)
    problems.push({ path: "", code: "tooLong", values: { length: lines.length, bound: MAX_LIST_LINES } });
  lines.slice(0, MAX_LIST_LINES).forEach((full, at) => {
    const line = full.trim();
    if (line === "") return;
    const parsed = parseCoordinates(line);
    const split =
      parsed && "lngLat" in parsed
        ? { name: formatLngLat(parsed.lngLat, language, 4), lngLat: parsed.lngLat }
        : splitLine(line);
    if (split) {
      places.push(split);
      return;
    }
    const found = findByName(line, gazetteer);
    if (found) places.push(found);
    else
      problems.push({
        ...(problemOf(line) ?? { code: "unknownPlace", values: { value: quoteValue(line) } }),
        path: String(at + 1),
      });
  });
  return { places, problems };
}

/** Countries in the alphabetical order of the language. */
export function countriesOf(codes: Iterable<string>, language: Language): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(language);
  return [...new Set(codes)]
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((a, b) => compare(a.name, b.name));
}
