import fs from "node:fs";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { parseBasemapWorld } from "../../src/map/basemapWorld.ts";
import { borderDistance, countriesAt } from "./basemapTiles.ts";

const readWorld = (name: string) =>
  parseBasemapWorld(JSON.parse(fs.readFileSync(new URL(`../../public/basemap/${name}`, import.meta.url), "utf8")));
const world = readWorld("world-50m.json");
const coarseWorld = readWorld("world-110m.json");

// Points well inside the land, and the country of each according to data/basemap/README.md.
const onLand: [place: string, code: string, lng: number, lat: number][] = [
  ["Simferopol", "UA", 34.1, 44.95],
  ["Sevastopol", "UA", 33.62, 44.57],
  ["Yalta, inland", "UA", 34.1, 44.6],
  ["Kerch", "UA", 36.38, 45.35],
  ["Dzhankoi", "UA", 34.39, 45.71],
  ["Donetsk", "UA", 37.8, 48.0],
  ["Luhansk", "UA", 39.31, 48.57],
  ["Melitopol", "UA", 35.37, 46.85],
  ["Kherson", "UA", 32.62, 46.66],
  ["Zaporizhzhia", "UA", 35.14, 47.84],
  ["Kyiv", "UA", 30.52, 50.45],
  ["Kakhovka, where the reservoir was", "UA", 34.0, 47.4],
  ["Krasnodar", "RU", 38.98, 45.04],
  ["Temryuk", "RU", 37.38, 45.24],
  ["Belgorod", "RU", 36.59, 50.6],
  ["Kaliningrad", "RU", 20.55, 54.7],
  ["Laayoune", "EH", -13.18, 27.14],
  ["Smara", "EH", -11.67, 26.74],
  ["Dakhla, inland", "EH", -15.0, 23.6],
  ["just south of 27°40′ N", "EH", -10.5, 27.6],
  ["just north of 27°40′ N", "MA", -10.5, 27.73],
  ["Katzrin, Golan Heights", "SY", 35.69, 32.99],
  ["Majdal Shams, Golan Heights", "SY", 35.78, 33.26],
  ["Quneitra", "SY", 35.83, 33.12],
  ["Tiberias, west of the lake", "IL", 35.5, 32.79],
  ["Haifa", "IL", 35.02, 32.78],
  ["Ramallah", "PS", 35.2, 31.9],
  ["Hebron", "PS", 35.1, 31.53],
  ["Gaza", "PS", 34.42, 31.48],
  ["Sukhumi", "GE", 41.02, 43.02],
  ["Tskhinvali", "GE", 43.96, 42.23],
  ["Tiraspol", "MD", 29.64, 46.85],
  ["Rîbnița", "MD", 29.01, 47.77],
  ["Pristina", "XK", 21.16, 42.66],
  ["Niš", "RS", 21.9, 43.32],
  ["Kyrenia", "CY", 33.32, 35.3],
  ["Limassol", "CY", 33.04, 34.72],
  ["Taipei", "TW", 121.52, 25.03],
  ["Srinagar", "IN", 74.8, 34.1],
  ["Gilgit", "PK", 74.31, 35.92],
  ["Aksai Chin", "CN", 79.5, 35.2],
  ["Tawang", "IN", 91.87, 27.57],
  ["Abyei", "SD", 28.43, 9.65],
  ["Hala'ib, inland", "EG", 36.0, 22.3],
  ["Bir Tawil", "SD", 33.75, 21.87],
  ["Stepanakert", "AZ", 46.75, 39.82],
  ["Hargeisa", "SO", 44.06, 9.56],
  ["Guantanamo, inland", "CU", -75.2, 20.14],
  ["Baikonur", "KZ", 63.31, 45.62],
  ["Iturup", "RU", 147.9, 45.0],
  ["Hanoi", "VN", 105.83, 21.02],
];

describe("countries follow the border policy", () => {
  it.each(onLand)("%s is in %s in the world file", (_, code, lng, lat) => {
    expect(world.countries.filter((c) => contains(c.geometry.coordinates, [lng, lat])).map((c) => c.code)).toEqual([
      code,
    ]);
  });
  it.each(onLand)("%s is in %s in the tiles, zoom 4 and 6", async (_, code, lng, lat) => {
    expect(await countriesAt([lng, lat], 6)).toEqual([code]);
    expect(await countriesAt([lng, lat], 4)).toEqual([code]);
  });
});

// Closer to a coast or border than the precision of the coarse file.
const nearTheEdge = new Set([
  "Sevastopol",
  "Yalta, inland",
  "Kerch",
  "Laayoune",
  "just south of 27°40′ N",
  "just north of 27°40′ N",
  "Katzrin, Golan Heights",
  "Majdal Shams, Golan Heights",
  "Quneitra",
  "Tiberias, west of the lake",
  "Haifa",
  "Ramallah",
  "Gaza",
  "Tiraspol",
  "Rîbnița",
  "Limassol",
  "Kyrenia",
  "Guantanamo, inland",
  "Iturup",
]);

describe("the coarse world file", () => {
  it.each(onLand.filter(([place]) => !nearTheEdge.has(place)))("has %s in %s", (_, code, lng, lat) => {
    const found = coarseWorld.countries.filter((c) => contains(c.geometry.coordinates, [lng, lat]));
    expect(found.map((c) => c.code)).toEqual([code]);
  });
  it("omits only countries whose islands are less than 60 km wide", () => {
    const drawn = new Set(coarseWorld.countries.map((c) => c.code));
    const left = world.countries.filter((c) => !drawn.has(c.code));
    for (const { code, geometry } of left)
      for (const [ring] of geometry.coordinates) {
        const lats = ring!.map(([, lat]) => lat!);
        const lngs = ring!.map(([lng]) => lng!);
        expect((Math.max(...lats) - Math.min(...lats)) * 111, code).toBeLessThan(60);
        expect((Math.max(...lngs) - Math.min(...lngs)) * 111 * Math.cos((lats[0]! * Math.PI) / 180), code).toBeLessThan(
          60,
        );
      }
    expect(left.length).toBeLessThan(60);
  });
  it("has less than a third of the other file's detail", () => {
    const verticesOf = ({ countries }: typeof world) => countries.flatMap((c) => c.geometry.coordinates.flat(2)).length;
    expect(verticesOf(coarseWorld)).toBeLessThan(verticesOf(world) / 3);
  });
});

// A point on each line, and how the line is drawn there.
const onLine: [line: string, kind: "international" | "disputed", lng: number, lat: number][] = [
  ["Morocco and Western Sahara", "disputed", -10.5, 27.6667],
  ["Line of Control, Kashmir", "disputed", 76.0, 34.6],
  ["Israel and the West Bank, by Qalqilya", "disputed", 34.97, 32.19],
  ["west edge of the Golan Heights", "disputed", 35.65, 32.83],
  ["Serbia and Kosovo", "disputed", 21.66, 42.68],
  ["Egypt and Sudan, by Hala'ib", "disputed", 35.5, 22.0],
  ["Egypt and Sudan, in the west", "international", 28.0, 22.0],
  ["Ukraine and Russia, by Sumy", "international", 35.6, 50.37],
  ["North and South Korea", "international", 127.5, 38.3],
];

describe("lines", () => {
  it.each(onLine)("%s is drawn as %s", async (_, kind, lng, lat) => {
    const other = kind === "disputed" ? "international" : "disputed";
    // Within 0.15°, because the points were read off a map.
    expect(await borderDistance([lng, lat], 6, kind)).toBeLessThan(14);
    expect(await borderDistance([lng, lat], 6, other)).toBeGreaterThan(await borderDistance([lng, lat], 6, kind));
  });
  it("has no border, dashed or not, between Crimea and the rest of Ukraine", async () => {
    expect(await borderDistance([33.9, 46.1], 6, "international")).toBeGreaterThan(14);
    expect(await borderDistance([33.9, 46.1], 6, "disputed")).toBeGreaterThan(14);
  });
  it("has no border through Donetsk and Luhansk", async () => {
    expect(await borderDistance([38.3, 48.3], 6, "disputed")).toBeGreaterThan(30);
  });
});

describe("parts of a country", () => {
  const parts = (code: string) => world.countries.filter((c) => c.code === code).map((c) => c.part);
  it("separates overseas territories", () => {
    expect(parts("FR")).toEqual(expect.arrayContaining(["main", "GF", "GP", "MQ", "RE", "YT"]));
    expect(parts("US")).toEqual(expect.arrayContaining(["main", "US-AK", "US-HI"]));
    expect(parts("NL")).toEqual(["main", "BQ"].sort());
    expect(parts("NO")).toEqual(expect.arrayContaining(["main", "SJ"]));
    expect(parts("ES")).toEqual(expect.arrayContaining(["main", "ES-CN"]));
    expect(parts("PT")).toEqual(expect.arrayContaining(["main", "PT-20", "PT-30"]));
    expect(parts("RU")).toEqual(expect.arrayContaining(["main", "RU-KGD"]));
    expect(parts("UA")).toEqual(["main"]);
    expect(parts("MY")).toEqual(["main"]);
  });
  it("has only European main territory for France and the Netherlands", () => {
    for (const code of ["FR", "NL"]) {
      const main = world.countries.find((c) => c.code === code && c.part === "main")!;
      const lngs = main.geometry.coordinates.flat(2).map(([lng]) => lng!);
      expect(Math.min(...lngs)).toBeGreaterThan(-6);
      expect(Math.max(...lngs)).toBeLessThan(10);
    }
  });
  it("has each country and part once", () => {
    const keys = world.countries.map((c) => `${c.code}/${c.part}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(240);
  });
});

describe("geometry of the world file", () => {
  it("conforms to RFC 7946: closed rings, correct winding, valid coordinates", () => {
    for (const { code, geometry } of world.countries) {
      for (const polygon of geometry.coordinates) {
        polygon.forEach((ring, i) => {
          expect(ring.length, code).toBeGreaterThanOrEqual(4);
          expect(ring[0], code).toEqual(ring[ring.length - 1]);
          expect(Math.sign(area(ring)), code).toBe(i === 0 ? 1 : -1);
          expect(ring.every(([lng, lat]) => Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90)).toBe(true);
        });
      }
    }
  });
  it("has no country that crosses the antimeridian", () => {
    for (const { code, geometry } of world.countries) {
      for (const ring of geometry.coordinates.flat()) {
        ring.forEach(([lng], i) => {
          const before = ring[i - 1]?.[0];
          if (code !== "AQ" && before !== undefined) expect(Math.abs(lng! - before), code).toBeLessThan(180);
        });
      }
    }
  });
  it("has no coast along a border or an edge of the world", () => {
    expect(world.coast.length).toBeGreaterThan(1000);
    for (const line of world.coast) {
      line.forEach(([lng, lat], i) => {
        const [beforeLng, beforeLat] = line[i - 1] ?? [0, 0];
        expect(i > 0 && Math.abs(lng!) > 179.999 && Math.abs(beforeLng!) > 179.999).toBe(false);
        expect(i > 0 && lat! < -89.99 && beforeLat! < -89.99).toBe(false);
      });
    }
    const near = (x: number, y: number) =>
      world.coast.some((line) => line.some(([lng, lat]) => Math.hypot(lng! - x, lat! - y) < 0.3));
    expect(near(30.75, 46.48)).toBe(true); // Odesa
    expect(near(35.6, 50.37)).toBe(false); // Ukraine and Russia
  });
  it("draws Ukraine with several hundred vertices", () => {
    const count = world.countries.find((c) => c.code === "UA")!.geometry.coordinates.flat(2).length;
    expect(count).toBeGreaterThan(300);
    expect(count).toBeLessThan(1200);
  });
});

function area(ring: Position[]): number {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [px, py] = ring[i === 0 ? ring.length - 1 : i - 1]!;
    twice += px! * y! - x! * py!;
  });
  return twice / 2;
}

function contains(polygons: Position[][][], [x, y]: [number, number]): boolean {
  return polygons.some((rings) => {
    let inside = false;
    for (const ring of rings) {
      ring.forEach(([ax, ay], i) => {
        const [bx, by] = ring[i === 0 ? ring.length - 1 : i - 1]!;
        if (ay! > y !== by! > y && x < ((bx! - ax!) * (y - ay!)) / (by! - ay!) + ax!) inside = !inside;
      });
    }
    return inside;
  });
}
