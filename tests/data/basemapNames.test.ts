import fs from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import countryNames from "../../data/country-names.json" with { type: "json" };
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
    ["London", "London", "Лондон"],
    ["Phnom Penh", "Phnom Penh", "Пномпень"],
    ["Ho Chi Minh City", "TP. Hồ Chí Minh", "Хошимін"],
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

  it.each([
    ["UA", "Ukraine", "Ukraine", "Україна"],
    ["GB", "United Kingdom", "Anh", "Велика Британія"],
    ["US", "United States", "Mỹ", "США"],
    ["FK", "Falkland Islands (Malvinas)", "Quần đảo Falkland (Malvinas)", "Фолклендські (Мальвінські) острови"],
    ["TW", "Taiwan", "Đài Loan", "Тайвань"],
    ["CI", "Côte d’Ivoire", "Bờ Biển Ngà", "Кот-д’Івуар"],
  ])("calls %s %s, %s and %s", async (code, en, vi, uk) => {
    const found = (await allFeatures(6, "countryLabels")).map((f) => f.properties).find((p) => p["iso"] === code)!;
    expect([found["name_en"], nameIn(found, "vi"), nameIn(found, "uk")]).toEqual([en, vi, uk]);
  });
  it("uses the names in the table of country names", async () => {
    const labels = (await allFeatures(6, "countryLabels")).map((f) => f.properties);
    const inTable = labels.filter((p) => String(p["iso"]) in countryNames);
    expect(inTable.length).toBeGreaterThan(30);
    for (const p of inTable) {
      const { en, vi, uk } = countryNames[String(p["iso"]) as keyof typeof countryNames];
      expect([p["name_en"], nameIn(p, "vi"), nameIn(p, "uk")]).toEqual([en, vi, uk]);
    }
  });

  it("names the Paracel and Spratly Islands from zoom 3", async () => {
    const names = (await allFeatures(3, "seaLabels")).filter((f) => Number(f.properties["min"]) <= 3);
    const vietnamese = names.map((f) => f.properties["name_vi"]);
    expect(vietnamese).toEqual(expect.arrayContaining(["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]));
  });

  it.each([
    ["Guéra", "Khu vực Guera", "Гера"],
    ["West Darfur", "Bang Tây Darfur", "Західний Дарфур"],
    ["Matabeleland North", "Tỉnh Bắc Matabeleland", "Північний Матабелеленд"],
    ["Coast", "Tỉnh Duyên hải", "Прибережна провінція"],
    ["Tacna", "Khu vực Tacna", "Такна"],
    ["Altai Krai", "Vùng Altai", "Алтайський край"],
    ["Panjshir", "Panjshir", "Панджшер"],
    ["Zaporizhzhia", "Zaporizhzhia", "Запорізька область"],
  ])("calls the region %s %s and %s", async (en, vi, uk) => {
    const found = (await allFeatures(6, "admin1Labels")).map((f) => f.properties).find((p) => p["name_en"] === en);
    expect(found).toBeDefined();
    expect([nameIn(found!, "vi"), nameIn(found!, "uk")]).toEqual([vi, uk]);
  });
});

describe("places to search", () => {
  const find = (name: string) => places.find((p) => [p.name.en, p.name.vi, p.name.uk, ...p.also].includes(name));

  it("are at least 25,000, worldwide, the most populous first", () => {
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
    ["Nam Vang", "Phnom Penh"],
    ["Saigon", "Ho Chi Minh City"],
    ["Kirovohrad", "Kropyvnytskyi"],
    ["Lemberg", "Lviv"],
  ])("%s is found as %s", (query, en) => {
    expect(find(query)?.name.en).toBe(en);
  });
  it.each([
    ["Zlatopil", "Златопіль", 49.38, 36.21],
    ["Sokolohirsk", "Сокологірськ", 48.63, 38.56],
    ["Otamanivka", "Отаманівка", 48.34, 39.66],
    ["Kamianka", "Кам’янка", 47.36, 36.65],
    ["Samar", "Самар", 48.63, 35.24],
    ["Kurman", "Курман", 45.5, 34.3],
    ["Isliam-Terek", "Іслям-Терек", 45.23, 35.2],
    ["Yedy-Kuiu", "Єди-Кую", 45.3, 35.78],
    ["Ichki", "Ічкі", 45.34, 34.93],
    ["Yany Kapu", "Яни Капу", 45.96, 33.8],
    ["Biiuk-Onlar", "Біюк-Онлар", 45.29, 34.14],
  ])("use Ukraine’s current name for %s, %s", (en, uk, lat, lng) => {
    const found = places.filter((p) => p.country === "UA" && p.name.en === en);
    const here = found.find((p) => Math.abs(p.lngLat[0] - lng) < 0.1 && Math.abs(p.lngLat[1] - lat) < 0.1);
    expect(here?.name.uk).toBe(uk);
  });
  it("include no Ukrainian place under a name from Soviet leaders, institutions or holidays", () => {
    const soviet =
      /Ленін|Жовтнев|Октябр|Радянськ|Совєт|Комсомол|Кіров|Дзержин|армійськ|Красногвард|Молодогвард|Фрунз|Калінін|Свердлов|Ворошил|Чапа[єї]|Куйбиш|Орджонік|Першотравн|Партизанськ$/;
    expect(places.filter((p) => p.country === "UA" && soviet.test(p.name.uk)).map((p) => p.name.uk)).toEqual([]);
  });
  it("have former names for Ukrainian places", () => {
    for (const [former, en] of [
      ["Красногвардійське", "Kurman"],
      ["Первомайський", "Zlatopil"],
      ["Молодогвардійськ", "Otamanivka"],
      ["Pervomaisk", "Sokolohirsk"],
    ])
      expect(places.filter((p) => p.also.includes(former!)).map((p) => p.name.en)).toContain(en);
  });
  it.each(["Sa Đéc", "Châu Đốc", "Đức Trọng", "Uông Bí", "Cẩm Phả", "Đông Hà", "Đồng Hới", "Đà Lạt", "Đồng Xoài"])(
    "include %s in Vietnam once",
    (vi) => {
      expect(places.filter((p) => p.country === "VN" && p.name.vi === vi).length).toBe(1);
    },
  );
  it.each([
    ["VN", "Ho Chi Minh City", 8e6, 14e6],
    ["VN", "Hanoi", 7e6, 9e6],
    ["UA", "Kyiv", 2.8e6, 3.1e6],
    ["CN", "Tai’an", 1e6, 2e6],
    ["CN", "Chongqing", 8e6, 12e6],
    ["IN", "Delhi", 15e6, 22e6],
    ["CD", "Kinshasa", 12e6, 18e6],
    ["GN", "Conakry", 1.5e6, 2.2e6],
    ["GB", "Nottingham", 3e5, 3.5e5],
  ])("%s: %s has between %d and %d people", (country, en, least, most) => {
    const largest = places.find((p) => p.country === country && p.name.en === en)!;
    expect(largest.population).toBeGreaterThanOrEqual(least);
    expect(largest.population).toBeLessThanOrEqual(most);
  });
  it("include no borough, district or quarter of a large city", () => {
    const parts = new Set(
      `US Brooklyn; US Queens; US Manhattan; US The Bronx; US Staten Island; GB Islington; GB Croydon; GB City of Westminster; GB Camden Town;
       GB Wembley; TR Üsküdar; TR Bağcılar; TR Çankaya; MX Iztapalapa; MX Coyoacán; PL Mokotów; PL Wola; CA North York; HK Kowloon; CI Abobo;
       RU Cheryomushki; RS Zemun; VN Ha Dong`
        .split(";")
        .map((s) => s.trim()),
    );
    // Some of these are also names of smaller places: Manhattan in Kansas is a town.
    const large = places.filter((p) => p.population >= 60_000);
    expect(large.filter((p) => parts.has(`${p.country} ${p.name.en}`)).map((p) => p.name.en)).toEqual([]);
    expect(places.filter((p) => / \d\d$|kerület$|^Sector \d/.test(p.name.en)).map((p) => p.name.en)).toEqual([]);
  });
  it("have the right position for Kyiv", () => {
    expect(find("Kyiv")).toMatchObject({ country: "UA", capital: true });
    expect(find("Kyiv")!.lngLat[0]).toBeCloseTo(30.52, 1);
    expect(find("Kyiv")!.lngLat[1]).toBeCloseTo(50.45, 1);
  });
  it("do not mark Jerusalem as a capital", () => {
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
  it("each credit Natural Earth and GeoNames", async () => {
    const metadata = (await archive.getMetadata()) as { attribution: string };
    expect(metadata.attribution).toMatch(/Natural Earth.*GeoNames.*CC BY 4\.0/);
    expect(world.credit).toMatch(/Natural Earth.*GeoNames.*CC BY 4\.0/);
    expect(JSON.parse(placesBytes.toString("utf8")).credit).toMatch(/GeoNames.*CC BY 4\.0/);
  });
  it("stay within their size limits", () => {
    expect(archiveSize).toBeLessThan(5e6);
    expect(worldBytes.length).toBeLessThan(1.6e6);
    expect(gzipSync(worldBytes).length).toBeLessThan(6e5);
    expect(gzipSync(placesBytes).length).toBeLessThan(7e5);
  });
  it("name the parts of countries", () => {
    expect(basemapPartName(world, "main", "en")).toBeUndefined();
    expect(basemapPartName(world, "US-AK", "uk")).toBe("Аляска");
    expect(basemapPartName(world, "GF", "en")).toBe("French Guiana");
    for (const { part } of world.countries)
      if (part !== "main") expect(basemapPartName(world, part, "vi"), part).toBeTruthy();
  });
});
