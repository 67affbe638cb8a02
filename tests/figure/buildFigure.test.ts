import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { catalog } from "../../src/catalog/catalog.ts";
import { choicesOf } from "../../src/catalog/lookups.ts";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import type { Figure } from "../../src/figure/figure.ts";
import { SYSTEM_COLORS } from "../../src/marks/palette.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { UNITS } from "../../src/scenario/emptyScenario.ts";
import { CATALOG_IDS, scenario as anyScenario } from "../scenario/arbitraries.ts";
import type { MarkItem, Ring } from "../../src/marks/drawn.ts";
import { ALL_SYSTEMS, at, bandsOf, figureOf, KYIV, ringsOf, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const { WGS84 } = geographiclib.Geodesic;
const kmBetween = ([lng = 0, lat = 0]: Position, [lng2 = 0, lat2 = 0]: Position): number =>
  (WGS84.Inverse(lat, lng, lat2, lng2).s12 ?? Number.NaN) / 1000;

const linesOf = (outline: Ring["outline"]): Position[][] =>
  outline.geometry.type === "LineString" ? [outline.geometry.coordinates] : outline.geometry.coordinates;
const labelsOf = (figure: Figure): string[] => ringsOf(figure).map((ring) => ring.system.label);

/** The headline figures in the list of facts, for systems with a single one. */
const FACTS: Record<string, { km: [number, number]; qualifier: string; sources: string[] }> = {
  // The source of the headline, then those of the lowest and highest figures.
  atacms: { km: [300, 300], qualifier: "exact", sources: ["000", "S53", "S55"] },
  "storm-shadow": { km: [250, 250], qualifier: "about", sources: ["000", "S56", "S58"] },
  "scalp-eg": { km: [250, 250], qualifier: "about", sources: ["000", "S57", "S14"] },
  // ISW, a research institute, is among those that give 2,500 km.
  tomahawk: { km: [2400, 2400], qualifier: "exact", sources: ["000", "S24", "S19"] },
  nasams: { km: [25, 30], qualifier: "about", sources: ["S36", "S76"] },
};

describe("rings", () => {
  it.each(Object.entries(FACTS))(
    "%s is drawn at its headline figure and names the source",
    (id, { km: [min, max], qualifier, sources }) => {
      const figure = figureOf([at("Kyiv", KYIV, [id])]);
      const [ring, ...others] = ringsOf(figure);
      expect(others).toEqual([]);
      expect(ring).toMatchObject({
        rangeKm: max,
        launchPoint: "Kyiv",
        system: { ref: id, qualifier, sourceId: sources[0], sourceIds: sources, rangeKm: { min, max }, custom: false },
      });
      expect(ring?.minRangeKm).toBe(min < max ? min : undefined);
      expect(ring?.inks.light.line).toBe(SYSTEM_COLORS[id]);
      expect(ring?.offset).toBe(0);
      expect(ring?.system.role).toBe(id === "nasams" ? "defence" : "strike");
      expect(figure.sources.map((item) => item.id)).toEqual(sources);
    },
  );

  it("are two for Patriot, each labelled with its target class", () => {
    const figure = figureOf([at("Kyiv", KYIV, ["patriot"])]);
    const [aircraft, ballistic, ...others] = ringsOf(figure);
    expect(others).toEqual([]);
    expect(aircraft).toMatchObject({
      rangeKm: 150,
      system: { ref: "patriot", targetClass: "aircraft", qualifier: "up-to", sourceIds: ["S71"] },
    });
    expect(ballistic).toMatchObject({
      rangeKm: 40,
      system: { ref: "patriot", targetClass: "ballistic", qualifier: "exact", sourceIds: ["S71"] },
    });
    expect(figure.legend.flatMap(({ name, remark, range, system }) => (system ? [[name, remark, range]] : []))).toEqual(
      [
        ["Patriot", "against aircraft", "up to 150\u00A0km"],
        ["Patriot", "against ballistic missiles", "40\u00A0km"],
      ],
    );
    expect(figure.caption.replaceAll("\u00A0", " ")).toContain(
      "Patriot (up to 150 km, against aircraft) and Patriot (40 km, against ballistic missiles)",
    );
    expect(new Set(ringsOf(figure).map(({ id }) => id)).size).toBe(2);
  });

  it("state miles first if printed in miles", () => {
    const label = (units: "km" | "mi" | "nmi", language: "en" | "vi" | "uk" = "en") =>
      labelsOf(figureOf([at("Kyiv", KYIV, ["tomahawk/block-v"])], { units, language }))[0]?.replaceAll("\u00A0", " ");
    expect(label("km")).toBe("Tomahawk (Block V) up to 1,000 mi (1,609 km)");
    expect(label("km", "vi")).toBe("Tomahawk (Block V) tối đa 1.000 dặm (1.609 km)");
    expect(label("mi")).toBe("Tomahawk (Block V) up to 1,000 mi");
    expect(label("nmi")).toBe("Tomahawk (Block V) up to 1,000 mi (869 nmi)");
  });

  it("are ordered with the longest at the bottom", () => {
    const rings = ringsOf(figureOf([at("a", KYIV, ALL_SYSTEMS), at("b", [24, 49], ALL_SYSTEMS)]));
    expect(rings.map((ring) => ring.rangeKm)).toEqual([
      2400, 2400, 300, 300, 250, 250, 250, 250, 150, 150, 40, 40, 30, 30,
    ]);
  });

  it("are drawn side by side if launch point and range are equal", () => {
    const rings = ringsOf(
      figureOf([at("a", KYIV, ["storm-shadow", "atacms", "scalp-eg"]), at("b", [24, 49], ["scalp-eg"])]),
    );
    const offsets = Object.fromEntries(
      rings.map(({ launchPoint, system, offset }) => [`${launchPoint} ${system.ref}`, offset]),
    );
    expect(offsets).toEqual({ "a storm-shadow": 0, "a scalp-eg": 1, "a atacms": 0, "b scalp-eg": 0 });
  });

  it.each([
    ["mid-latitude", KYIV],
    ["on the equator", [-78.5, 0]],
    ["at the antimeridian", [179.9, 52]],
    ["on the antimeridian", [180, -16]],
    ["near the north pole", [18, 88]],
    ["on the south pole", [0, -90]],
    ["far south", [-68, -85]],
  ] as [string, [number, number]][])(
    "%s: every vertex of every outline is within 1 m of its range by GeographicLib",
    (_, center) => {
      const own = { id: "x1", name: "Far", rangeKm: { min: 5500, max: 10_000 } };
      const figure = figureOf([at("a", center, [...ALL_SYSTEMS, "x1"])], {}, [own]);
      const [rings, bands] = [ringsOf(figure), bandsOf(figure)];
      const outlines = [
        ...rings.map((ring) => [ring.outline, ring.rangeKm] as const),
        ...rings.flatMap((ring) =>
          ring.innerOutline && ring.minRangeKm ? [[ring.innerOutline, ring.minRangeKm] as const] : [],
        ),
        ...bands.flatMap((band) => [
          [band.innerOutline, band.minRangeKm] as const,
          [band.outerOutline, band.maxRangeKm] as const,
        ]),
      ];
      expect(outlines.length).toBeGreaterThanOrEqual(7 + 2 + 6);
      for (const [outline, km] of outlines) {
        const vertices = linesOf(outline).flat();
        expect(vertices.length).toBeGreaterThan(30);
        expect(Math.max(...vertices.map((vertex) => Math.abs(kmBetween(center, vertex) - km) * 1000))).toBeLessThan(1);
      }
      for (const ring of rings)
        for (const spot of ring.labelSpots)
          expect(Math.abs(kmBetween(center, spot.lngLat) - ring.rangeKm) * 1000).toBeLessThan(1);
    },
  );
});

describe("labels", () => {
  it.each([
    [
      "en",
      "km",
      [
        "Tomahawk 2,400\u00A0km",
        "ATACMS 300\u00A0km",
        "Storm Shadow about 250\u00A0km",
        "SCALP-EG about 250\u00A0km",
        "Patriot up to 150\u00A0km (against aircraft)",
        "Patriot 40\u00A0km (against ballistic missiles)",
        "NASAMS about 25–30\u00A0km",
      ],
    ],
    [
      "vi",
      "km",
      [
        "Tomahawk 2.400\u00A0km",
        "ATACMS 300\u00A0km",
        "Storm Shadow khoảng 250\u00A0km",
        "SCALP-EG khoảng 250\u00A0km",
        "Patriot tối đa 150\u00A0km (chống máy bay)",
        "Patriot 40\u00A0km (chống tên lửa đạn đạo)",
        "NASAMS khoảng 25–30\u00A0km",
      ],
    ],
    [
      "uk",
      "km",
      [
        "Tomahawk 2\u00A0400\u00A0км",
        "ATACMS 300\u00A0км",
        "Storm Shadow близько 250\u00A0км",
        "SCALP-EG близько 250\u00A0км",
        "Patriot до 150\u00A0км (цілі: літаки)",
        "Patriot 40\u00A0км (цілі: балістичні ракети)",
        "NASAMS близько 25–30\u00A0км",
      ],
    ],
    // 2,400 / 1.609344 = 1,491.3; 250 / 1.852 = 135.0.
    [
      "en",
      "mi",
      [
        "Tomahawk 1,491\u00A0mi",
        "ATACMS 186\u00A0mi",
        "Storm Shadow about 155\u00A0mi",
        "SCALP-EG about 155\u00A0mi",
        "Patriot up to 93\u00A0mi (against aircraft)",
        "Patriot 25\u00A0mi (against ballistic missiles)",
        "NASAMS about 16–19\u00A0mi",
      ],
    ],
    [
      "vi",
      "nmi",
      [
        "Tomahawk 1.296\u00A0hải lý",
        "ATACMS 162\u00A0hải lý",
        "Storm Shadow khoảng 135\u00A0hải lý",
        "SCALP-EG khoảng 135\u00A0hải lý",
        "Patriot tối đa 81\u00A0hải lý (chống máy bay)",
        "Patriot 22\u00A0hải lý (chống tên lửa đạn đạo)",
        "NASAMS khoảng 13–16\u00A0hải lý",
      ],
    ],
  ] as const)("in %s and %s", (language, units, labels) => {
    expect(labelsOf(figureOf([at("Kyiv", KYIV, ALL_SYSTEMS)], { language, units }))).toEqual(labels);
  });

  it("never break between a number and its unit, in any language and unit", () => {
    for (const language of LANGUAGES)
      for (const units of UNITS) {
        const figure = figureOf([at("Kyiv", KYIV, CATALOG_IDS)], { language, units });
        // An ordinary space after a digit must be part of a system's name, otherwise it precedes a unit.
        for (const { system } of ringsOf(figure)) expect(system.rangeText).not.toMatch(/\d[ \u2009]/);
      }
  });

  it("include the qualifier of each source, in every language", () => {
    for (const language of LANGUAGES) {
      const translate = translates[language];
      const all = choicesOf(catalog).map((choice) => choice.id);
      for (const { system } of ringsOf(figureOf([at("Kyiv", KYIV, all)], { language }))) {
        const { qualifier, rangeText } = system;
        if (qualifier === "exact" || qualifier === "range")
          expect(rangeText).toMatch(/^[\d.,\u00A0–]+(?:(?:mi|dặm|миль|милі|миля) \([\d.,\u00A0–]+)?(?:km|км)\)?$/);
        else expect(rangeText).toContain(translate(`qualified.${qualifier}`, { range: "" }).trim());
      }
    }
  });

  it("put a variant's name after its system's", () => {
    const [ring] = ringsOf(figureOf([at("Kyiv", KYIV, ["atacms/block-i"])]));
    expect(ring?.system.label).toBe("ATACMS (Block I) 165\u00A0km");
    expect(ring?.system).toMatchObject({
      systemId: "atacms",
      variantId: "block-i",
      color: SYSTEM_COLORS["atacms"],
      sourceId: "S50",
    });
  });
});

describe("custom systems", () => {
  const own = { id: "x1", name: "Example", rangeKm: { min: 400, max: 500 } };

  it("are marked, have no source in the catalogue, and draw both ends of their range", () => {
    const figure = figureOf([at("Kyiv", KYIV, ["x1"])], {}, [{ ...own, source: "A leaflet" }]);
    expect(ringsOf(figure)[0]).toMatchObject({
      rangeKm: 500,
      minRangeKm: 400,
      system: {
        label: "Example 400–500\u00A0km (added by the map’s author)",
        custom: true,
        kind: "other",
        customSource: "A leaflet",
        qualifier: "range",
      },
    });
    expect(ringsOf(figure)[0]?.system).not.toHaveProperty("sourceId");
    expect(ringsOf(figure)[0]?.innerOutline).toBeDefined();
    expect(figure.sources).toEqual([]);
    expect(bandsOf(figure)).toEqual([]);
  });

  it("may be air defence and have their own colour; systems of the catalogue are never marked", () => {
    const figure = figureOf([at("Kyiv", KYIV, ["x1", "atacms"])], {}, [
      { ...own, kind: "surface-to-air", color: "#123456" },
    ]);
    expect(figure.systems.map(({ ref, custom, role, color }) => ({ ref, custom, role, color }))).toEqual([
      { ref: "x1", custom: true, role: "defence", color: "#123456" },
      { ref: "atacms", custom: false, role: "strike", color: SYSTEM_COLORS["atacms"] },
    ]);
  });
});

describe("bands", () => {
  const all = choicesOf(catalog).map((choice) => choice.id);

  it("contain only figures of the headline's target class and launch mode", () => {
    const bands = bandsOf(figureOf([at("Kyiv", KYIV, all)], { outliers: true }));
    expect(bands.length).toBeGreaterThanOrEqual(6);
    for (const { system, minRangeKm, maxRangeKm } of bands) {
      const { figures } = catalog.systems.find((item) => item.id === system.systemId)!;
      const find = (id: string | undefined) => figures.find((figure) => figure.id === id)!;
      const [low, high, headline] = [
        find(system.spread?.minFigure),
        find(system.spread?.maxFigure),
        find(system.figureId),
      ];
      expect([low.rangeKm.min, high.rangeKm.max]).toEqual([minRangeKm, maxRangeKm]);
      for (const end of [low, high])
        expect([end.targetClass, end.launchMode]).toEqual([headline.targetClass, headline.launchMode]);
      expect(minRangeKm).toBeLessThanOrEqual(headline.rangeKm.min);
      expect(maxRangeKm).toBeGreaterThanOrEqual(headline.rangeKm.max);
    }
  });

  it("are drawn only on request, and never if the ends are equal", () => {
    expect(bandsOf(figureOf([at("Kyiv", KYIV, all)], { bands: false }))).toEqual([]);
    for (const band of bandsOf(figureOf([at("Kyiv", KYIV, all)])))
      expect(band.minRangeKm).toBeLessThan(band.maxRangeKm);
  });

  // From the list of facts: the widest published ranges are 460–2,500 km for Tomahawk, and 160–306 km for ATACMS.
  it.each([
    ["tomahawk", 460, 2500],
    ["atacms", 160, 306],
  ])("%s: from %d to %d km", (id, min, max) => {
    expect(bandsOf(figureOf([at("Kyiv", KYIV, [id])]))).toMatchObject([{ minRangeKm: min, maxRangeKm: max }]);
  });
});

describe("a launch point", () => {
  it("is not in the drawing, legend, sources, caption or bounds if hidden", () => {
    const shown = figureOf([at("a", KYIV, ["atacms"])]);
    const both = figureOf([at("a", KYIV, ["atacms"]), at("b", [-120, -40], ["tomahawk", "nasams"], { hidden: true })], {
      treaties: catalog.referenceDistances.map(({ id }) => id),
      flatCircle: true,
    });
    for (const part of ["systems", "caption", "bounds"] as const) expect(both[part], part).toEqual(shown[part]);
    expect(both.launchPoints.map(({ id, hidden }) => [id, hidden])).toEqual([
      ["a", false],
      ["b", true],
    ]);
    const items = both.marks.flatMap((mark) => mark.items);
    expect(items.filter((item) => item.launchPoint === "a").length).toBeGreaterThan(5);
    expect(items.filter((item) => item.launchPoint === "b")).toEqual([]);
    expect(both.legend.flatMap(({ system }) => system?.ref ?? [])).toEqual(["atacms"]);
  });

  it("is named by its coordinates if it has no name", () => {
    const figure = figureOf([at("a", KYIV, ["atacms"], { name: "" })]);
    expect(figure.launchPoints[0]).toMatchObject({ name: "50.45°\u00A0N, 30.52°\u00A0E", named: false });
  });

  it("passes its own colour to its rings, bands and row of the legend", () => {
    const figure = figureOf([at("a", KYIV, ["atacms"], { color: "#00ff00" }), at("b", [24, 49], ["atacms"])]);
    const of = (items: readonly MarkItem[]) =>
      items.map(({ launchPoint, inks }) => [launchPoint, inks.light.line, inks.print.line]);
    const colors = [
      ["a", "#00ff00", "#000000"],
      ["b", SYSTEM_COLORS["atacms"], "#000000"],
    ];
    expect(of(ringsOf(figure))).toEqual(colors);
    expect(of(bandsOf(figure))).toEqual(colors);
    const rows = figure.legend.flatMap(({ system, swatch, from, launchPoints }) =>
      system ? [[swatch?.inks.light.line, from, launchPoints]] : [],
    );
    expect(rows).toEqual([
      [SYSTEM_COLORS["atacms"], undefined, 1],
      ["#00ff00", ["a"], 1],
    ]);
  });

  it("keeps the same shape objects when another point moves, or texts, units and names change", () => {
    const still = at("a", KYIV, ALL_SYSTEMS);
    const shapesOf = (figure: Figure) => [
      ...ringsOf(figure).flatMap((ring) =>
        ring.launchPoint === "a" ? [ring.area, ring.outline, ring.labelSpots] : [],
      ),
      ...bandsOf(figure).flatMap((band) =>
        band.launchPoint === "a" ? [band.area, band.innerOutline, band.outerOutline] : [],
      ),
    ];
    const before = shapesOf(figureOf([still, at("b", [24, 49], ALL_SYSTEMS)]));
    expect(before.length).toBe(6 * 3 + 6 * 3);
    for (const after of [
      figureOf([still, at("b", [25, 49], ALL_SYSTEMS)]),
      figureOf([{ ...still, name: "Renamed", color: "#00ff00" }], { language: "uk", units: "mi" }),
      figureOf([at("c", [0, 0], []), { ...still }]),
    ])
      for (const [index, shape] of shapesOf(after).entries()) expect(shape).toBe(before[index]);
    const moved = shapesOf(figureOf([at("a", [30.5235, 50.4501], ALL_SYSTEMS)]));
    for (const [index, shape] of moved.entries()) expect(shape).not.toBe(before[index]);
  });
});

describe("the legend and the sources", () => {
  it("list each system once, longest first, with the number of its launch points", () => {
    const { legend, systems } = figureOf([at("a", KYIV, ALL_SYSTEMS), at("b", [24, 49], ["atacms"])]);
    const rows = legend.filter(({ system }) => system);
    expect(rows.map(({ system, launchPoints }) => [system?.ref, launchPoints])).toEqual([
      ["tomahawk", 1],
      ["atacms", 2],
      ["scalp-eg", 1],
      ["storm-shadow", 1],
      ["patriot", 1],
      ["patriot", 1],
      ["nasams", 1],
    ]);
    expect(systems).toEqual(rows.map((row) => row.system));
  });

  it("list exactly the sources that are used", () => {
    fc.assert(
      fc.property(anyScenario, fc.subarray(catalog.referenceDistances.map(({ id }) => id)), (scenario, treaties) => {
        const display = { ...scenario.display, treaties };
        const figure = buildFigure(catalog, { ...scenario, display }, translates[display.language]);
        const used = new Set([
          // What the map's author wrote is none of the catalogue's.
          ...figure.systems.flatMap(({ custom, sourceIds }) => (custom ? [] : sourceIds)),
          ...catalog.referenceDistances.filter(({ id }) => treaties.includes(id)).flatMap((treaty) => treaty.sources),
        ]);
        expect(new Set(figure.sources.map(({ id }) => id))).toEqual(used);
        expect(figure.sources).toHaveLength(used.size);
        expect(figure.systems.every(({ custom, sourceId }) => custom === (sourceId === undefined))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the whole figure", () => {
  it("is empty and has no bounds without launch points", () => {
    expect(figureOf([]).marks.flatMap((mark) => mark.items)).toEqual([]);
    expect(figureOf([])).toMatchObject({
      legend: [],
      sources: [],
      caption: "",
      launchPoints: [],
    });
    expect(figureOf([]).bounds).toBeUndefined();
  });

  it("has unique ring ids, and draws only known launch points and systems", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const figure = buildFigure(catalog, scenario, translates[scenario.display.language]);
        const ids = figure.marks.flatMap(({ items }) => items.map(({ id }) => id));
        const points = new Map(scenario.launchPoints.map((point) => [point.id, point]));
        return (
          new Set(ids).size === ids.length &&
          ringsOf(figure).every((ring) => points.get(ring.launchPoint)?.systems.includes(ring.system.ref))
        );
      }),
      { numRuns: 60 },
    );
    expect(
      ringsOf(figureOf([at("a", KYIV, ["nobody's", "atacms/nobody's", "atacms"])])).map(({ system }) => system.ref),
    ).toEqual(["atacms"]);
  });

  it("is the same for the same scenario, and never mutates it", () => {
    const scenario = scenarioOf([at("a", KYIV, ALL_SYSTEMS), at("b", [179, 70], ["tomahawk"])]);
    const before = JSON.stringify(scenario);
    const figure = buildFigure(catalog, scenario, translates.en);
    expect(buildFigure(catalog, structuredClone(scenario), translates.en)).toEqual(figure);
    expect(JSON.stringify(scenario)).toBe(before);
  });

  it("has a description with every launch point, and every system with its range", () => {
    for (const language of LANGUAGES) {
      const figure = figureOf([at("Kyiv", KYIV, ["tomahawk", "nasams"]), at("Lviv", [24, 49.8], ["atacms"])], {
        language,
      });
      for (const word of [
        "Kyiv",
        "Lviv",
        ...figure.systems.map(({ shortName, rangeText }) => `${shortName} (${rangeText})`),
      ])
        expect(figure.caption).toContain(word);
    }
    const many = figureOf(Array.from({ length: 40 }, (_, index) => at(`Place ${index}`, [index, 50], ["atacms"])));
    expect(many.caption).toContain("40 launch points");
    expect(many.caption).not.toContain("Place 17");
    expect(
      buildFigure(catalog, { ...scenarioOf([at("a", KYIV, ["atacms"])]), caption: "Mine." }, translates.en).caption,
    ).toBe("Mine.");
  });
});

describe("more rings than can be drawn", () => {
  const many = figureOf(
    Array.from({ length: 1700 }, (_, index) =>
      at(`p${index}`, [(index % 340) - 170, Math.floor(index / 340) * 20 - 40], ALL_SYSTEMS),
    ),
  );

  it("are all in the figure, exact on demand, with a coarse outline for the map", () => {
    expect(many.crowded).toBe(true);
    expect(ringsOf(many)).toHaveLength(1700 * (ALL_SYSTEMS.length + 1));
    const [ring] = ringsOf(many);
    if (!ring?.coarseOutline) throw new Error("no coarse outline");
    const center = many.launchPoints.find((point) => point.id === ring.launchPoint)?.lngLat ?? [0, 0];
    for (const outline of [ring.outline, ring.coarseOutline])
      for (const position of linesOf(outline).flat())
        expect(Math.abs(kmBetween(center, position) - ring.rangeKm)).toBeLessThan(1);
    expect(linesOf(ring.coarseOutline).flat().length).toBeLessThan(80);
    expect(linesOf(ring.outline).flat().length).toBeGreaterThan(200);
  });

  it("have bounds that include the longest range of each launch point", () => {
    const [west, south, east, north] = many.bounds ?? [];
    expect([west, east]).toEqual([-180, 180]);
    expect(south).toBeCloseTo(-61.6, 0);
    expect(north).toBeCloseTo(61.6, 0);
  });

  it("do not make a small figure crowded", () => {
    const few = figureOf([at("a", KYIV, ALL_SYSTEMS)]);
    expect([few.crowded, ringsOf(few)[0]?.coarseOutline]).toEqual([false, undefined]);
  });
});
