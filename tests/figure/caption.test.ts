import { describe, expect, test } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { buildCaption } from "../../src/figure/caption.ts";
import { inksOf } from "../../src/marks/inks.ts";
import { type LanguageCode, LANGUAGES } from "../../src/i18n/languages.ts";
import { createSystemLookup } from "../../src/marks/drawnSystem.ts";
import type { DrawnLaunchPoint, DrawnSystem } from "../../src/marks/drawn.ts";
import { type CustomSystem, DisplaySchema, type LaunchGeometry, type Units } from "../../src/scenario/scenario.ts";
import { translates } from "../i18n/translates.ts";
import { at, figureOf } from "../samples.ts";

const own: CustomSystem = { id: "x1", name: "Example", rangeKm: { min: 400, max: 500 } };

function captionOf(
  language: LanguageCode,
  places: { name: string; systems: string[]; geometry?: LaunchGeometry }[],
  units: Units = "km",
): string {
  const translate = translates[language];
  const lookup = createSystemLookup(catalog, [own], { display: DisplaySchema.parse({ units, language }), translate });
  const points = places.map(
    ({ name, systems, geometry = { type: "Point", coordinates: [0, 0] } }, index): DrawnLaunchPoint => ({
      id: `p${index}`,
      name,
      named: true,
      geometry,
      pending: false,
      lngLat: [0, 0],
      inks: inksOf("#000000"),
      hidden: false,
      systems: systems.flatMap(lookup),
    }),
  );
  const systems = [...new Set(points.flatMap((point) => point.systems))].sort(
    (a: DrawnSystem, b: DrawnSystem) => b.rangeKm.max - a.rangeKm.max,
  );
  // To a reader, a no-break space is a space.
  return buildCaption(points, systems, translate, units).replaceAll("\u00A0", " ").replaceAll("\u202F", " ");
}

const country: LaunchGeometry = { type: "Country", code: "UA" };
const line: LaunchGeometry = {
  type: "LineString",
  coordinates: [
    [0, 0],
    [1, 1],
  ],
};

describe("the caption", () => {
  test.each([
    [
      "en",
      "Published ranges from Kyiv: Tomahawk (2,400 km) and Storm Shadow (about 250 km). Published figures vary by source and version: 460–2,500 km for Tomahawk; 241–563 km for Storm Shadow.",
    ],
    [
      "vi",
      "Tầm bắn đã công bố tính từ Kyiv: Tomahawk (2.400 km) và Storm Shadow (khoảng 250 km). Các con số đã công bố khác nhau tùy nguồn và phiên bản: Tomahawk (460–2.500 km); Storm Shadow (241–563 km).",
    ],
    [
      "uk",
      "Опубліковані дальності, місце пуску — Kyiv: Tomahawk (2 400 км) і Storm Shadow (близько 250 км). Опубліковані значення різняться залежно від джерела й версії: Tomahawk — 460–2 500 км; Storm Shadow — 241–563 км.",
    ],
  ] as const)("%s: names the place, each range as published, and the disagreement", (language, words) => {
    expect(captionOf(language, [{ name: "Kyiv", systems: ["tomahawk", "storm-shadow"] }])).toBe(words);
  });

  test("uses the singular for one range, and miles throughout", () => {
    expect(captionOf("en", [{ name: "Kyiv", systems: ["atacms/block-i"] }])).toBe(
      "Published range from Kyiv: ATACMS (Block I, 165 km).",
    );
    const miles = captionOf("en", [{ name: "Kyiv", systems: ["tomahawk"] }], "mi");
    expect(miles).toBe(
      "Published range from Kyiv: Tomahawk (1,491 mi). Published figures vary by source and version: 286–1,553 mi for Tomahawk.",
    );
    expect(captionOf("uk", [{ name: "Київ", systems: ["atacms/block-i"] }])).toBe(
      "Опублікована дальність, місце пуску — Київ: ATACMS (Block I, 165 км).",
    );
  });

  test("says which version is at which end of a spread", () => {
    expect(captionOf("en", [{ name: "Kyiv", systems: ["atacms"] }])).toContain(
      "160–306 km for ATACMS (lowest: version sent in 2023, highest: longer-range version).",
    );
    expect(captionOf("en", [{ name: "Kyiv", systems: ["nasams"] }])).toContain(
      "25–50 km for NASAMS (highest: Dutch medium-range purchase).",
    );
    expect(captionOf("en", [{ name: "Kyiv", systems: ["atacms/sent-2023"] }])).not.toContain("lowest:");
  });

  test("names the class of target, unless it is any", () => {
    expect(captionOf("en", [{ name: "Kyiv", systems: ["patriot/pac-3-mse"] }])).toBe(
      "Published range from Kyiv: Patriot (PAC-3 MSE, up to about 40 km, against ballistic missiles).",
    );
    expect(captionOf("vi", [{ name: "Kyiv", systems: ["patriot/pac-3-mse"] }])).toContain("chống tên lửa đạn đạo");
    expect(captionOf("uk", [{ name: "Київ", systems: ["patriot/pac-3-mse"] }])).toContain("цілі: балістичні ракети");
    expect(captionOf("en", [{ name: "Kyiv", systems: ["patriot/pac-3"] }])).not.toContain("against");
  });

  test.each([
    [1, "P0", "P0", "P0"],
    [2, "P0 and P1", "P0 và P1", "P0 і P1"],
    [5, "5 launch points", "5 điểm phóng", "5 точок пуску"],
    [21, "21 launch points", "21 điểm phóng", "21 точка пуску"],
    [22, "22 launch points", "22 điểm phóng", "22 точки пуску"],
    [1101, "1,101 launch points", "1.101 điểm phóng", "1 101 точка пуску"],
  ])("writes %d launch points with the numbers and plurals of each language", (count, en, vi, uk) => {
    const places = Array.from({ length: count }, (_, index) => ({ name: `P${index}`, systems: ["tomahawk"] }));
    expect(captionOf("en", places)).toContain(`from ${en}: Tomahawk (2,400 km)`);
    expect(captionOf("vi", places)).toContain(`từ ${vi}: Tomahawk (2.400 km)`);
    expect(captionOf("uk", places)).toContain(`місце пуску — ${uk}: Tomahawk`);
    expect(captionOf("uk", places)).toContain("Tomahawk (2 400 км)");
  });

  test('says "from anywhere in" for areas and lines', () => {
    expect(captionOf("en", [{ name: "Ukraine", systems: ["atacms/block-i"], geometry: country }])).toBe(
      "Published range from anywhere in Ukraine: ATACMS (Block I, 165 km).",
    );
    expect(captionOf("en", [{ name: "the coast", systems: ["atacms/block-i"], geometry: line }])).toContain(
      "from anywhere along the coast",
    );
    expect(captionOf("vi", [{ name: "Ukraina", systems: ["atacms/block-i"], geometry: country }])).toContain(
      "tính từ bất kỳ nơi nào ở Ukraina",
    );
    expect(captionOf("uk", [{ name: "Україна", systems: ["atacms/block-i"], geometry: country }])).toContain(
      "місце пуску — будь-яке місце на території: Україна:",
    );
  });

  test("launch points with different systems are described separately", () => {
    const words = captionOf("en", [
      { name: "Kyiv", systems: ["patriot/pac-3-mse"] },
      { name: "Odesa", systems: ["atacms/block-i"] },
      { name: "Lviv", systems: ["patriot/pac-3-mse"] },
    ]);
    expect(words).toBe(
      "Published range from Kyiv and Lviv: Patriot (PAC-3 MSE, up to about 40 km, against ballistic missiles). Published range from Odesa: ATACMS (Block I, 165 km).",
    );
  });

  test.each([
    ["en", "5 launch points", "1,200 launch points"],
    ["vi", "5 điểm phóng", "1.200 điểm phóng"],
    ["uk", "5 точок пуску", "1 200 точок пуску"],
  ] as const)("%s: many launch points are counted", (language, five, many) => {
    const places = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `p${index}`, systems: ["atacms/block-i"] }));
    expect(captionOf(language, places(5))).toContain(five);
    expect(captionOf(language, places(1200))).toContain(many);
  });

  test("Ukrainian plurals: 22 точки, 25 точок, 21 точка", () => {
    const places = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `p${index}`, systems: ["atacms/block-i"] }));
    expect([21, 22, 25].map((count) => /місце пуску — (.*?):/.exec(captionOf("uk", places(count)))?.[1])).toEqual([
      "21 точка пуску",
      "22 точки пуску",
      "25 точок пуску",
    ]);
  });

  test("never calls a custom range published", () => {
    expect(captionOf("en", [{ name: "Kyiv", systems: ["x1"] }])).toBe(
      "Range from Kyiv: Example (400–500 km, added by the map’s author).",
    );
    expect(captionOf("en", [{ name: "Kyiv", systems: ["x1", "atacms/block-i"] }])).toContain(
      "Example (400–500 km, added by the map’s author)",
    );
  });

  test("more than three groups are described as one", () => {
    const refs = ["atacms/block-i", "patriot/pac-3-mse", "x1", "atacms/block-ia"];
    expect(
      captionOf(
        "en",
        refs.map((ref, index) => ({ name: `p${index}`, systems: [ref] })),
      ),
    ).toMatch(/from p0, p1, p2,? and p3: .* Not every system is drawn from every launch point\.$/);
  });

  test("is empty if nothing is drawn", () => {
    expect(captionOf("en", [])).toBe("");
    expect(captionOf("en", [{ name: "Kyiv", systems: [] }])).toBe("");
  });

  test("treats any name as plain text", () => {
    expect(captionOf("en", [{ name: "<img src=x> {count} 'a'", systems: ["atacms/block-i"] }])).toContain(
      "from <img src=x> {count} 'a':",
    );
  });
});

describe("a line or an area without a name of its own", () => {
  const area: LaunchGeometry = {
    type: "Polygon",
    coordinates: [
      [
        [30, 50],
        [31, 50],
        [31, 51],
        [30, 50],
      ],
    ],
  };

  test.each([
    ["en", "anywhere along the marked line", "anywhere in the marked area"],
    ["vi", "bất kỳ nơi nào dọc theo đường đã vẽ", "bất kỳ nơi nào ở vùng đã vẽ"],
    ["uk", "будь-яке місце на лінії: позначена лінія", "будь-яке місце на території: позначена ділянка"],
  ] as const)("%s: is named in the caption as what it is", (language, alongLine, inArea) => {
    const captionFrom = (geometry: LaunchGeometry) =>
      figureOf([{ id: "p1", name: "", geometry, systems: ["atacms"] }], { language }).caption;
    expect(captionFrom(line)).toContain(alongLine);
    expect(captionFrom(area)).toContain(inArea);
  });

  test.each(LANGUAGES)(
    "%s: a point without a name is its coordinates, and three of them are told apart",
    (language) => {
      const points = [30, 31, 32].map((lng) => at("", [lng, 50], ["atacms"], { id: `p${lng}` }));
      const { caption } = figureOf(points, { language });
      expect(caption.match(/50°/g)).toHaveLength(3);
      // Each has a comma of its own, so a semicolon stands between them.
      expect(caption).toMatch(/50°[^;]*; [^;]*50°/);
    },
  );
});
