import { describe, expect, test } from "vitest";
import type { ReachPlace } from "../../src/reach/reach.ts";
import { countriesOf, indexPlaces, MAX_LIST_LINES, parsePlaceList } from "../../src/reach/reachList.ts";
import { foldName } from "../../src/input/places/placesFold.ts";

const places: (ReachPlace & { names: string[] })[] = [
  { name: "Paris", names: ["Paris", "Париж"], country: "FR", population: 2_000_000, lngLat: [2.35, 48.86] },
  { name: "Odesa", names: ["Odesa", "Одеса", "Odessa"], country: "UA", population: 1_000_000, lngLat: [30.72, 46.48] },
  { name: "Odessa", names: ["Odessa"], country: "US", population: 118_000, lngLat: [-102.37, 31.85] },
  { name: "Hà Nội", names: ["Hanoi", "Hà Nội"], country: "VN", population: 8_000_000, lngLat: [105.84, 21.02] },
];
const steps = indexPlaces(
  places.flatMap(({ names }) => names.map(foldName)),
  places.flatMap(({ names }, index) => names.map(() => index)),
);
let step = steps.next();
while (!step.done) step = steps.next();
const gazetteer = { placeAt: (index: number) => places[index] as ReachPlace, index: step.value };
const parse = (text: string) => parsePlaceList(text, gazetteer, "en");
const namesOf = (text: string) =>
  parse(text).places.map(({ name, lngLat: [lng, lat] }) => [
    name,
    Math.round(lng * 1000) / 1000,
    Math.round(lat * 1000) / 1000,
  ]);

describe("a pasted list of places", () => {
  test.each([
    ["50.45, 30.52", "50.45°\u00A0N, 30.52°\u00A0E", 30.52, 50.45],
    ["Kyiv; 50.45, 30.52", "Kyiv", 30.52, 50.45],
    ["Kyiv\t50.45\t30.52", "Kyiv", 30.52, 50.45],
    ["Kyiv, 50.45, 30.52", "Kyiv", 30.52, 50.45],
    ["Kyiv 50.45 30.52", "Kyiv", 30.52, 50.45],
    ["Bila Tserkva: 49°48′N 30°07′E", "Bila Tserkva", 30.117, 49.8],
    ["50.45, 30.52, Kyiv", "Kyiv", 30.52, 50.45],
    ["Київ; 50,45; 30,52", "Київ", 30.52, 50.45],
    ["ha noi", "Hà Nội", 105.84, 21.02],
    ["Одеса", "Odesa", 30.72, 46.48],
    ["Odessa", "Odesa", 30.72, 46.48],
    ["Odessa, US", "Odessa", -102.37, 31.85],
    ["Odessa, United States", "Odessa", -102.37, 31.85],
    ["paris, pháp", "Paris", 2.35, 48.86],
  ])("%j", (line, name, lng, lat) => expect(namesOf(line)).toEqual([[name, lng, lat]]));

  test("an unreadable line is reported with its number and value, and the rest is kept", () => {
    const { places: found, problems } = parse("Paris\n\n  \r\nAtlantis\nStation; 95, 300.52\n50.45, 30.52");
    expect(found).toHaveLength(2);
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ["4", "unknownPlace"],
      ["5", "latitude"],
    ]);
    expect(problems[0]?.values).toEqual({ value: '"Atlantis"' });
  });

  test("a list beyond the limit is reported", () => {
    const { places: found, problems } = parse("Paris\n".repeat(MAX_LIST_LINES + 5));
    expect(found).toHaveLength(MAX_LIST_LINES);
    expect(problems).toEqual([
      { path: "", code: "tooLong", values: { length: MAX_LIST_LINES + 6, bound: MAX_LIST_LINES } },
    ]);
  });

  test("an empty list has no places and no problems", () =>
    expect(parse(" \n\t\n")).toEqual({ places: [], problems: [] }));

  test("countries are in alphabetical order", () => {
    expect(
      countriesOf(
        places.flatMap(({ country }) => country ?? []),
        "uk",
      ).map(({ name }) => name),
    ).toEqual(["В’єтнам", "США", "Україна", "Франція"]);
  });
});
