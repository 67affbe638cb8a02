// Checks every name in the built files for each kind of mistake that has occurred in names on the map.
import fs from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import countryNames from "../../data/country-names.json" with { type: "json" };
import { parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { parseBasemapPlaces } from "./basemapPlaces.ts";
import { allFeatures } from "./basemapTiles.ts";

const readJson = (name: string): unknown =>
  JSON.parse(fs.readFileSync(new URL(`../../public/basemap/${name}`, import.meta.url), "utf8"));
const places = parseBasemapPlaces(readJson("places.json"));
const world = parseBasemapWorld(readJson("world-50m.json"));

interface NamedLabel {
  layer: string;
  /** Undefined in the tiles if it equals the English name. */
  uk: string | undefined;
  vi: string | undefined;
  en: string;
  min: number;
}

async function labelsOf(layer: string): Promise<NamedLabel[]> {
  return (await allFeatures(6, layer)).map(({ properties }) => {
    const text = (key: string) => (properties[key] === undefined ? undefined : String(properties[key]));
    return {
      layer,
      en: String(properties["name_en"]),
      vi: text("name_vi"),
      uk: text("name_uk"),
      min: Number(properties["min"]),
    };
  });
}

let labels: NamedLabel[] = [];
beforeAll(async () => {
  labels = (await Promise.all(["countryLabels", "seaLabels", "admin1Labels", "places"].map(labelsOf))).flat();
}, 60_000);

/** Every distinct name of the map and of the search. */
const allNames = (language: "en" | "vi" | "uk"): string[] => {
  const column = { en: 0, vi: 1, uk: 2 }[language];
  return [
    ...new Set([
      ...labels.map((l) => l[language]),
      ...places.map((p) => (language === "uk" && p.name.uk === p.name.en ? undefined : p.name[language])),
      ...Object.values(world.partNames).map((names) => names[column]),
      ...Object.values(countryNames).map((names) => names[language]),
    ]),
  ].filter((name) => name !== undefined);
};
/** The names that match a pattern for mistakes; there should be none. */
const offenders = (names: string[], slip: RegExp): string[] => names.filter((name) => slip.test(name));

describe("Ukrainian names", () => {
  it("exist for everything shown at zoom 0 to 5", () => {
    const shown = labels.filter((l) => l.min <= 5);
    expect(shown.length).toBeGreaterThan(1000);
    expect(shown.filter((l) => l.uk === undefined)).toEqual([]);
  });
  it("exist for all of Ukraine, and for its neighbours' cities of at least 50,000", () => {
    const neighbours = new Set(["RU", "BY", "PL", "SK", "HU", "RO", "MD"]);
    const wanted = places.filter((p) => p.country === "UA" || (neighbours.has(p.country) && p.population >= 50_000));
    expect(wanted.length).toBeGreaterThan(2000);
    expect(wanted.filter((p) => p.name.uk === p.name.en)).toEqual([]);
  });
  it("contain only Ukrainian letters, hyphens, spaces, brackets and one kind of apostrophe", () => {
    const names = allNames("uk");
    expect(names.length).toBeGreaterThan(3500);
    expect(offenders(names, /[^АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ ().,-]/)).toEqual(
      [],
    );
  });
  it("have the apostrophe only before я, ю, є, ї or a capital letter", () => {
    expect(offenders(allNames("uk"), /’(?![яюєї\p{Lu}])/u)).toEqual([]);
  });
});

describe("Vietnamese names", () => {
  it("contain only Latin letters, and never the Icelandic Ð for Đ", () => {
    expect(offenders(allNames("vi"), /\p{L}(?<!\p{Script=Latin})/u)).toEqual([]);
    const own = [...labels.flatMap((l) => l.vi ?? []), ...places.flatMap((p) => (p.country === "VN" ? p.name.vi : []))];
    expect(own.length).toBeGreaterThan(500);
    expect(offenders(own, /[\u00D0\u00F0]/)).toEqual([]);
  });
  it("are there for every sea, strait and island group: none is left in English", () => {
    const seas = labels.filter((l) => l.layer === "seaLabels");
    expect(seas.length).toBeGreaterThan(90);
    const english = /\b(?:Sea|Ocean|Bay|Gulf|Strait|Channel|Passage|Islands?|North|South|East|West|of|and|the)\b/;
    expect(
      offenders(
        seas.map((l) => l.vi ?? l.en),
        english,
      ),
    ).toEqual([]);
    // Their names are the same in Vietnamese.
    expect(seas.filter((l) => l.vi === undefined).map((l) => l.en)).toEqual(["Skagerrak", "Kattegat"]);
  });
  it("of regions translate the side of the compass, but in names that are the same in every language", () => {
    const english = /\b(?:North(?:ern)?|South(?:ern)?|East(?:ern)?|West(?:ern)?|Central|Upper|Lower|Coast|Lake)\b/;
    const regions = labels.filter((l) => l.layer === "admin1Labels").map((l) => l.vi ?? l.en);
    expect(offenders([...new Set(regions)], english)).toEqual(["New South Wales"]);
  });
  it("are in Unicode's composed form, so that search finds them in either form", () => {
    expect(allNames("vi").filter((name) => name !== name.normalize("NFC"))).toEqual([]);
  });
  it("omit the words for town, city and district before a Vietnamese town's name", () => {
    const own = places.filter((p) => p.country === "VN").map((p) => p.name.vi);
    expect(offenders(own, /^(Thị Trấn|Thị Xã|Thành Phố|Quận|Huyện|Ấp) /i)).toEqual([]);
  });
  it("have diacritics, with these few exceptions", () => {
    const plain = places.filter((p) => p.country === "VN" && /^[\x20-\x7E]+$/.test(p.name.vi)).map((p) => p.name.vi);
    expect(plain.sort()).toEqual(vietnameseWithoutMarks);
  });
  it("have no diacritics in English", () => {
    const own = places.filter((p) => p.country === "VN").map((p) => p.name.en);
    expect(own.length).toBeGreaterThan(80);
    expect(offenders(own, /[^A-Za-z .-]/)).toEqual([]);
  });
});

describe("names in any language", () => {
  it.each(["vi", "uk"] as const)("begin with a capital letter and never join two words: %s", (language) => {
    const own = language === "uk" ? allNames("uk") : labels.flatMap((l) => l.vi ?? []);
    expect(offenders(own, /\p{Ll}(?<!\bMc)\p{Lu}/u)).toEqual([]);
    expect(offenders(own, /^\P{Lu}/u)).toEqual([]);
  });
  it.each(["en", "vi", "uk"] as const)("have no superfluous spaces: %s", (language) => {
    expect(offenders(allNames(language), /^\s|\s$|\s\s/)).toEqual([]);
  });
  it("are in Latin script in English", () => {
    expect(offenders(allNames("en"), /\p{L}(?<!\p{Script=Latin})/u)).toEqual([]);
  });
  it("differ for two places of one country if their English names differ", () => {
    for (const language of ["vi", "uk"] as const) {
      const englishOf = new Map<string, Set<string>>();
      for (const { country, name } of places) {
        if (name[language] === name.en) continue;
        const key = `${country} ${name[language]}`;
        englishOf.set(key, (englishOf.get(key) ?? new Set()).add(name.en));
      }
      expect([...englishOf].filter(([, english]) => english.size > 1)).toEqual([]);
    }
  });
  it("are not duplicated: no two places within 15 km have the same name", () => {
    const byName = groupBy(places, (p) => `${p.country} ${p.name.en}`);
    const twice = [...byName].filter(([, same]) =>
      same.some((a, i) => same.slice(i + 1).some((b) => kmBetween(a.lngLat, b.lngLat) < 15)),
    );
    expect(twice.map(([name]) => name).sort()).toEqual(knownTwins);
  });
  it("belong to one region each", () => {
    const byName = groupBy(
      labels.filter((l) => l.layer === "admin1Labels"),
      (l) => `${l.en}, ${l.uk}`,
    );
    expect(byName.size).toBeGreaterThan(900);
    const twice = [...byName].filter(([, same]) => same.length > 1).map(([name]) => name);
    expect(twice.sort()).toEqual(sharedByTwoCountries);
  });
});

const vietnameseWithoutMarks = ["Cam Ranh", "Kon Tum", "La Gi", "Nha Trang", "Pleiku", "Sa Pa", "Vinh"];

/** Names that regions of two countries actually share. */
const sharedByTwoCountries = [
  "Amazonas, Амазонас",
  "Amazonas, Амасонас",
  "Bolívar, Болівар",
  "Central, Центральна провінція",
  "Córdoba, Кордова",
  "Eastern, Східна провінція",
  "Misiones, Місьйонес",
  "Punjab, Пенджаб",
  "Santa Cruz, Санта-Крус",
  "Sucre, Сукре",
  "Western, Західна провінція",
];
/** Actual neighbours with the same name, on two banks of a river or two sides of a state line. */
const knownTwins = ["UA Husiatyn", "US Bristol", "US Kansas City", "US Texarkana"];

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function kmBetween([lngA, latA]: readonly [number, number], [lngB, latB]: readonly [number, number]): number {
  const east = (lngA - lngB) * Math.cos((((latA + latB) / 2) * Math.PI) / 180);
  return Math.hypot(east, latA - latB) * 111.2;
}
