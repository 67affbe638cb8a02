import { expect, test } from "vitest";
import { selectPlaces } from "../../src/reach/reachPlaces.ts";
import { packPlaces, unpackPlaces } from "../../src/input/places/placesTable.ts";
import placesFile from "../../public/basemap/places.json" with { type: "json" };

const table = unpackPlaces(packPlaces(placesFile));

test("places are selected by country and population, and named in the requested language", () => {
  const chosen = selectPlaces(table, { country: "UA", minPopulation: 1_000_000, language: "uk" });
  expect(chosen.map(({ name }) => name)).toEqual(expect.arrayContaining(["Київ", "Харків", "Одеса"]));
  expect(chosen.every(({ country, population }) => country === "UA" && (population ?? 0) >= 1_000_000)).toBe(true);
  const all = selectPlaces(table, { country: "", minPopulation: 0, language: "en" });
  expect(all).toHaveLength(table.population.length);
  expect(all.filter(({ country, population }) => country === "UA" && (population ?? 0) >= 1_000_000)).toHaveLength(
    chosen.length,
  );
});
