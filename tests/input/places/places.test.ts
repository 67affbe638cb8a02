import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlaceSearch, type FoundPlace } from "../../../src/input/places/places.ts";
import { packPlaces, placeCode, placeLngLat, placeName, unpackPlaces } from "../../../src/input/places/placesTable.ts";
import { foldName, loosenName } from "../../../src/input/places/placesFold.ts";
import { LANGUAGES } from "../../../src/i18n/languages.ts";

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../public/basemap/${path}`, import.meta.url), "utf8"));
const file = readJson("places.json");
const places = createPlaceSearch(unpackPlaces(packPlaces(file)));
const first = (query: string, language: (typeof LANGUAGES)[number] = "en") => places.search(query, { language })[0];

describe("createPlaceSearch", () => {
  it("has at least 25,000 places", () => {
    expect((file as { name: string[] }).name.length).toBeGreaterThanOrEqual(25_000);
  });

  it.each([
    ["Kiev", "Kyiv"],
    ["Kyiv", "Kyiv"],
    ["Київ", "Kyiv"],
    ["київ", "Kyiv"],
    ["Киев", "Kyiv"],
    ["KYIV", "Kyiv"],
    ["kyi", "Kyiv"],
    ["Hà Nội", "Hanoi"],
    ["ha noi", "Hanoi"],
    ["hanoi", "Hanoi"],
    ["HÀ NỘI", "Hanoi"],
    ["Ha\u0300 No\u0323\u0302i", "Hanoi"],
    ["Ханой", "Hanoi"],
    ["Mátxcơva", "Moscow"],
    ["moscow", "Moscow"],
    ["Москва", "Moscow"],
    ["matxcova", "Moscow"],
    ["Mát-xcơ-va", "Moscow"],
    ["Одеса", "Odesa"],
    ["Одесса", "Odesa"],
    ["Odessa, Ukraine", "Odesa"],
    ["Sài Gòn", "Ho Chi Minh City"],
    ["ho chi minh", "Ho Chi Minh City"],
    ["sao paulo", "São Paulo"],
    ["lodz", "Łódź"],
    ["zürich", "Zurich"],
    ["дніпро", "Dnipro"],
    ["Da Nang", "Da Nang"],
    ["đà nẵng", "Da Nang"],
    ["new york", "New York"],
  ])("finds %s: %s", (query, name) => {
    expect((first(query) as FoundPlace).name).toBe(name);
  });

  it("returns names in the language of the page, and the other name that matched", () => {
    expect(first("Kiev", "uk")).toMatchObject({
      kind: "place",
      name: "Київ",
      matched: "Kiev",
      country: "UA",
      countryName: "Україна",
      capital: true,
    });
    expect(first("Ханой", "vi")).toMatchObject({ name: "Hà Nội", countryName: "Việt Nam" });
    const [lng, lat] = (first("Kyiv") as FoundPlace).lngLat;
    expect(Math.hypot(lng - 30.5234, lat - 50.4501)).toBeLessThan(0.05);
  });

  it.each([
    ["Ukraine", "UA"],
    ["Україна", "UA"],
    ["Ucrania", "UA"],
    ["Украина", "UA"],
    ["Việt Nam", "VN"],
    ["viet nam", "VN"],
    ["Nga", "RU"],
    ["Russia", "RU"],
    ["Росія", "RU"],
    ["Turkey", "TR"],
    ["USA", "US"],
    ["Hoa Kỳ", "US"],
    ["Mỹ", "US"],
    ["Czech Republic", "CZ"],
    ["Ba Lan", "PL"],
    ["Німеччина", "DE"],
    ["Burma", "MM"],
    ["North Korea", "KP"],
  ])("finds the country %s", (query, code) => {
    expect(places.search(query, { language: "en" })).toContainEqual(expect.objectContaining({ kind: "country", code }));
  });

  it("offers only countries that the basemap can draw", () => {
    const world = readJson("world-50m.json") as { objects: { countries: { geometries: { id: string }[] } } };
    const drawn = new Set(world.objects.countries.geometries.map((geometry) => geometry.id));
    const offered = new Set<string>();
    for (const a of "abcdefghijklmnopqrstuvwxyz") {
      for (const found of places.search(a, { language: "en", limit: 400 }))
        if (found.kind === "country") offered.add(found.code);
    }
    expect(offered.size).toBeGreaterThan(200);
    expect([...offered].filter((code) => !drawn.has(code))).toEqual([]);
  });

  it("sorts by quality of the match, then by population", () => {
    const york = places.search("york", { language: "en" }).filter((found) => found.kind === "place");
    expect(york[0]).toMatchObject({ name: "York", country: "GB" });
    expect(york.some((found) => found.name === "New York")).toBe(true);
    expect(first("London")).toMatchObject({ country: "GB" });
    expect(first("London, Canada")).toMatchObject({ country: "CA" });
    expect(first("Kyiv, UA")).toMatchObject({ country: "UA" });
    const exact = places.search("springfield", { language: "en" }) as FoundPlace[];
    const sizes = exact.filter((found) => foldName(found.name) === "springfield").map((found) => found.population);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes.length).toBeGreaterThan(2);
  });

  it("finds names that are in no list by loose transliteration", () => {
    expect(loosenName(foldName("Харьков"))).toBe(loosenName(foldName("Kharkov")));
    expect(first("Гамбург")).toMatchObject({ name: "Hamburg", country: "DE" });
    expect(first("Мельбурн")).toMatchObject({ country: "AU" });
    expect(first("Жмеринка")).toMatchObject({ country: "UA" });
  });

  it("never throws, and respects the limit", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: "grapheme" }),
        fc.constantFrom(...LANGUAGES),
        fc.integer({ min: 1, max: 20 }),
        (query, language, limit) => {
          const found = places.search(query, { language, limit });
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(new Set(found.map((item) => item.id)).size).toBe(found.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("keeps the most populous places first, each with its own names", () => {
    const table = unpackPlaces(packPlaces(file));
    expect(table.population.every((people, index) => index === 0 || people <= (table.population[index - 1] ?? 0))).toBe(
      true,
    );
    expect([table.names.en, table.names.vi, table.names.uk].map((names) => names.length)).toEqual([
      table.population.length,
      table.population.length,
      table.population.length,
    ]);
    expect([table.written.length, table.loose.length, table.owners.length]).toEqual([
      table.keys.length,
      table.keys.length,
      table.keys.length,
    ]);
    const hanoi = table.names.en.indexOf("Hanoi");
    expect(LANGUAGES.map((language) => placeName(table, hanoi, language))).toEqual(["Hanoi", "Hà Nội", "Ханой"]);
    expect(placeCode(table, hanoi)).toBe("VN");
    const [lng, lat] = placeLngLat(table, hanoi);
    expect([Math.round(lng), Math.round(lat)]).toEqual([106, 21]);
  });

  it("rejects a file that is not a list of places", () => {
    expect(() => packPlaces({ version: 2 })).toThrow();
    expect(() => packPlaces("<html>")).toThrow();
  });
});
