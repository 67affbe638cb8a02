import * as z from "zod/mini";
import { type CountryName, listCountries, WITHOUT_OUTLINE } from "./placesCountries.ts";
import { byLanguage, DEFAULT_LANGUAGE, type LanguageCode, LANGUAGES } from "../../i18n/languages.ts";
import { foldName, loosenName } from "./placesFold.ts";

/** public/basemap/places.json: one array per field, the most populous places first. See data/basemap/README.md. */
const PlacesFileSchema = z.object({
  version: z.literal(1),
  credit: z.string(),
  name: z.array(z.string()),
  /** Two letters per place, concatenated: ISO 3166-1 alpha-2, XK for Kosovo. */
  country: z.string(),
  population: z.array(z.number()),
  /** Ten-thousandths of a degree. */
  lngE4: z.array(z.number()),
  latE4: z.array(z.number()),
  capitals: z.array(z.number()),
  /** By the place's index. */
  names: z.record(
    z.string(),
    z.object({ ...byLanguage(() => z.optional(z.string())), also: z.optional(z.array(z.string())) }),
  ),
});

/**
 * The list of places, prepared in a worker. Names are joined to one text with a line each, because posting one long string takes almost no
 * time, and posting 30,000 short ones takes tens of milliseconds.
 */
export interface PackedPlaces {
  credit: string;
  /** Two letters per place, concatenated. */
  codes: string;
  population: Float64Array;
  /** Longitude and latitude of each place, interleaved. */
  lngLats: Float64Array;
  capitals: number[];
  /** Names by language; an empty line means the English name. */
  names: Record<LanguageCode, string>;
  /** Every name of every place, as written, folded and loosely transliterated, and the index of its place. */
  written: string;
  keys: string;
  loose: string;
  owners: Uint32Array;
  countries: CountryName[];
}

/** The list of places, the most populous first. */
export interface PlacesTable extends Omit<PackedPlaces, "names" | "written" | "keys" | "loose"> {
  names: Record<LanguageCode, string[]>;
  written: string[];
  keys: string[];
  loose: string[];
}

const toLines = (texts: string[]): string => texts.map((text) => text.replaceAll("\n", " ")).join("\n");

/**
 * Reads the list of places. This takes about 0.3 s, so it runs in a worker.
 *
 * @param json places.json, parsed
 * @throws {z.core.$ZodError} when the file is not a list of places in version 1
 */
export function packPlaces(json: unknown): PackedPlaces {
  const file = PlacesFileSchema.parse(json);
  const [keys, loose, written, owners]: [string[], string[], string[], number[]] = [[], [], [], []];
  const codes = new Set<string>();
  const lngLats = new Float64Array(2 * file.name.length);
  file.name.forEach((name, index) => {
    const others = file.names[index];
    for (const one of others
      ? [name, ...LANGUAGES.map((language) => others[language]), ...(others.also ?? [])]
      : [name]) {
      if (one === undefined) continue;
      const key = foldName(one);
      keys.push(key);
      loose.push(loosenName(key));
      owners.push(index);
      written.push(one);
    }
    codes.add(file.country.slice(2 * index, 2 * index + 2));
    lngLats[2 * index] = (file.lngE4[index] ?? 0) / 1e4;
    lngLats[2 * index + 1] = (file.latE4[index] ?? 0) / 1e4;
  });
  return {
    credit: file.credit,
    codes: file.country,
    population: Float64Array.from(file.name, (_, index) => file.population[index] ?? 0),
    lngLats,
    capitals: file.capitals,
    names: byLanguage((language) =>
      toLines(
        language === DEFAULT_LANGUAGE ? file.name : file.name.map((_, index) => file.names[index]?.[language] ?? ""),
      ),
    ),
    written: toLines(written),
    keys: toLines(keys),
    loose: toLines(loose),
    owners: Uint32Array.from(owners),
    countries: listCountries([...codes].filter((code) => code !== "" && !WITHOUT_OUTLINE.has(code))),
  };
}

/** The counterpart of `packPlaces` for the main thread. Takes a few milliseconds. */
export function unpackPlaces(packed: PackedPlaces): PlacesTable {
  const { names, written, keys, loose } = packed;
  const linesOf = (text: string) => text.split("\n");
  return {
    ...packed,
    names: byLanguage((language) => linesOf(names[language])),
    written: linesOf(written),
    keys: linesOf(keys),
    loose: linesOf(loose),
  };
}

/** ISO 3166-1 alpha-2 code of a place. */
export const placeCode = ({ codes }: PlacesTable, index: number): string => codes.slice(2 * index, 2 * index + 2);

/** The name of a place in a language; the English name if it has no other. */
export const placeName = ({ names }: PlacesTable, index: number, language: LanguageCode): string =>
  names[language][index] || names[DEFAULT_LANGUAGE][index] || "";

/** `[lng, lat]` in degrees. */
export const placeLngLat = ({ lngLats }: PlacesTable, index: number): [number, number] => [
  lngLats[2 * index] ?? 0,
  lngLats[2 * index + 1] ?? 0,
];
