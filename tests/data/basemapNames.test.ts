import fs from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseBasemapPlaces } from "./basemapPlaces.ts";
import { basemapPartName, parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { allFeatures, archive, archiveSize, featuresOf, readTile } from "./basemapTiles.ts";

const read = (name: string) => fs.readFileSync(new URL(`../../public/basemap/${name}`, import.meta.url));
const placesBytes = read("places.json");
const worldBytes = read("world-50m.json");
const places = parseBasemapPlaces(JSON.parse(placesBytes.toString("utf8")));
const world = parseBasemapWorld(JSON.parse(worldBytes.toString("utf8")));

const nameIn = (p: Record<string, unknown>, language: "vi" | "uk") => p[`name_${language}`] ?? p["name_en"];

describe("names on the tiles", () => {
  it.each([
    ["South China Sea", "Biển Đông", "Південнокитайське море"],
    ["Black Sea", "Biển Đen", "Чорне море"],
    ["Sea of Azov", "Biển Azov", "Азовське море"],
    ["Baltic Sea", "Biển Baltic", "Балтійське море"],
    ["Mediterranean Sea", "Địa Trung Hải", "Середземне море"],
    ["Atlantic Ocean", "Đại Tây Dương", "Атлантичний океан"],
    ["Paracel Islands", "Quần đảo Hoàng Sa", "Парасельські острови"],
    ["Spratly Islands", "Quần đảo Trường Sa", "Острови Спратлі"],
  ])("%s is %s in Vietnamese and %s in Ukrainian", async (en, vi, uk) => {
    const found = (await allFeatures(5, "seaLabels")).map((f) => f.properties).find((p) => p["name_en"] === en);
    expect(found).toBeDefined();
    expect(nameIn(found!, "vi")).toBe(vi);
    expect(nameIn(found!, "uk")).toBe(uk);
  });

  it.each([
    ["Kyiv", "Kyiv", "Київ"],
    ["Odesa", "Odesa", "Одеса"],
    ["Kharkiv", "Kharkiv", "Харків"],
    ["Lviv", "Lviv", "Львів"],
    ["Mykolaiv", "Mykolaiv", "Миколаїв"],
    ["Zaporizhzhia", "Zaporizhzhia", "Запоріжжя"],
    ["Dnipro", "Dnipro", "Дніпро"],
    ["Astana", "Astana", "Астана"],
    ["Moscow", "Mátxcơva", "Москва"],
    ["London", "Luân Đôn", "Лондон"],
    ["Beijing", "Bắc Kinh", "Пекін"],
    ["Hanoi", "Hà Nội", "Ханой"],
  ])("%s is %s in Vietnamese and %s in Ukrainian", async (en, vi, uk) => {
    const found = (await allFeatures(5, "places")).map((f) => f.properties).find((p) => p["name_en"] === en);
    expect(found).toBeDefined();
    expect(nameIn(found!, "vi")).toBe(vi);
    expect(nameIn(found!, "uk")).toBe(uk);
  });

  it("names countries in three languages", async () => {
    const labels = (await allFeatures(6, "countryLabels")).map((f) => f.properties);
    const ukraine = labels.find((p) => p["iso"] === "UA")!;
    expect([ukraine["name_en"], nameIn(ukraine, "vi"), nameIn(ukraine, "uk")]).toEqual([
      "Ukraine",
      "Ukraine",
      "Україна",
    ]);
    expect(labels.filter((p) => p["iso"] === "RU").length).toBe(2);
  });

  it("has every Ukrainian city of zoom 6 in Ukrainian", async () => {
    const cyrillic = (await allFeatures(6, "places")).filter((f) => /[а-яіїєґ]/i.test(String(f.properties["name_uk"])));
    expect(cyrillic.length).toBeGreaterThan(900);
  });
});

describe("places to search", () => {
  const find = (name: string) => places.find((p) => [p.name.en, p.name.vi, p.name.uk, ...p.also].includes(name));

  it("has 25,000 and more, worldwide, the most populous first", () => {
    expect(places.length).toBeGreaterThan(25_000);
    expect(new Set(places.map((p) => p.country)).size).toBeGreaterThan(220);
    expect(places.every((p, i) => i === 0 || p.population <= places[i - 1]!.population)).toBe(true);
    expect(places.every((p) => Math.abs(p.lngLat[0]) <= 180 && Math.abs(p.lngLat[1]) <= 90)).toBe(true);
  });
  it.each([
    ["Kiev", "Kyiv"],
    ["Київ", "Kyiv"],
    ["Mátxcơva", "Moscow"],
    ["Moskva", "Moscow"],
    ["Москва", "Moscow"],
    ["Hà Nội", "Hanoi"],
    ["Odessa", "Odesa"],
    ["Nur-Sultan", "Astana"],
    ["Luân Đôn", "London"],
    ["Saigon", "Ho Chi Minh City"],
    ["Kirovohrad", "Kropyvnytskyi"],
    ["Lemberg", "Lviv"],
  ])("%s is found as %s", (query, en) => {
    expect(find(query)?.name.en).toBe(en);
  });
  it("puts Kyiv where it is", () => {
    expect(find("Kyiv")).toMatchObject({ country: "UA", capital: true });
    expect(find("Kyiv")!.lngLat[0]).toBeCloseTo(30.52, 1);
    expect(find("Kyiv")!.lngLat[1]).toBeCloseTo(50.45, 1);
  });
  it("marks no capital in Jerusalem", () => {
    expect(places.filter((p) => /Jerusalem/.test(p.name.en) && p.capital)).toEqual([]);
  });
});

describe("water", () => {
  const inReservoir = ([lng, lat]: readonly number[]) => lng! > 33.5 && lng! < 35.1 && lat! > 47.05 && lat! < 47.75;
  it("has no Kakhovka reservoir in the world file", () => {
    expect(world.lakes.coordinates.flat(2).filter(inReservoir)).toEqual([]);
  });
  it("has no Kakhovka reservoir in the tiles", async () => {
    const points = [];
    for (const lake of featuresOf(await readTile(6, 38, 22), "lakes")) {
      const { geometry } = lake.toGeoJSON(38, 22, 6);
      points.push(
        ...(geometry.type === "Polygon"
          ? geometry.coordinates.flat()
          : geometry.type === "MultiPolygon"
            ? geometry.coordinates.flat(2)
            : []),
      );
    }
    expect(points.length).toBeGreaterThan(10);
    expect(points.filter(inReservoir)).toEqual([]);
  });
});

describe("files", () => {
  it("credits Natural Earth and GeoNames in each", async () => {
    const metadata = (await archive.getMetadata()) as { attribution: string };
    expect(metadata.attribution).toMatch(/Natural Earth.*GeoNames.*CC BY 4\.0/);
    expect(world.credit).toMatch(/Natural Earth.*GeoNames.*CC BY 4\.0/);
    expect(JSON.parse(placesBytes.toString("utf8")).credit).toMatch(/GeoNames.*CC BY 4\.0/);
  });
  it("stays within its size", () => {
    expect(archiveSize).toBeLessThan(5e6);
    expect(worldBytes.length).toBeLessThan(1.6e6);
    expect(gzipSync(worldBytes).length).toBeLessThan(6e5);
    expect(gzipSync(placesBytes).length).toBeLessThan(7e5);
  });
  it("names the parts of countries", () => {
    expect(basemapPartName(world, "main", "en")).toBeUndefined();
    expect(basemapPartName(world, "US-AK", "uk")).toBe("Аляска");
    expect(basemapPartName(world, "GF", "en")).toBe("French Guiana");
    for (const { part } of world.countries)
      if (part !== "main") expect(basemapPartName(world, part, "vi"), part).toBeTruthy();
  });
});
