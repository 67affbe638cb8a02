import geodesic from "geographiclib-geodesic";
import { describe, expect, it } from "vitest";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { placeLabels } from "../../src/figure/labels/placeLabels.ts";
import { toGeoJson } from "../../src/files/geojson.ts";
import { distanceLineMark } from "../../src/marks/distanceLine.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import type { DistanceLine } from "../../src/scenario/notes.ts";
import type { Display } from "../../src/scenario/scenario.ts";
import { catalog, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

// As the gazetteer has them.
const KYIV: [number, number] = [30.5238, 50.45466];
const MOSCOW: [number, number] = [37.61556, 55.75222];
const wgs84 = geodesic.Geodesic.WGS84;
const lineOf = (from: [number, number], to: [number, number], names = ["Kyiv", "Moscow"]): DistanceLine => ({
  id: "d1",
  from: { name: names[0] ?? "", lngLat: from },
  to: { name: names[1] ?? "", lngLat: to },
});
const draw = (line: DistanceLine, display: Partial<Display> = {}) =>
  buildFigure(catalog, { ...scenarioOf([], display), distanceLines: [line] }, translates[display.language ?? "en"]);
const itemOf = (...args: Parameters<typeof draw>) => itemsOf(draw(...args).marks, distanceLineMark)[0]!;

describe("a distance line", () => {
  it.each([
    [KYIV, MOSCOW],
    [
      [178, 52],
      [-170, 60],
    ],
    [
      [0, -89],
      [180, -89],
    ],
    [KYIV, KYIV],
  ] as [[number, number], [number, number]][])("from %j to %j is as long as GeographicLib says", (from, to) => {
    const km = (wgs84.Inverse(from[1], from[0], to[1], to[0]).s12 ?? NaN) / 1000;
    const item = itemOf(lineOf(from, to));
    expect(item.distanceKm).toBeCloseTo(km, 6);
    // Its label stands in the middle.
    const [lng, lat] = item.labelSpots[0]!.lngLat;
    expect((wgs84.Inverse(from[1], from[0], lat, lng).s12 ?? NaN) / 1000).toBeCloseTo(km / 2, 6);
  });

  it("is labelled with its ends and its length, in the unit and language of the map", () => {
    expect(itemOf(lineOf(KYIV, MOSCOW)).label).toBe("Kyiv–Moscow 756\u00A0km");
    expect(itemOf(lineOf(KYIV, MOSCOW), { units: "mi" }).label).toBe("Kyiv–Moscow 470\u00A0mi");
    expect(itemOf(lineOf(KYIV, MOSCOW, ["Київ", "Москва"]), { language: "uk" }).label).toBe(
      "Київ – Москва 756\u00A0км",
    );
    expect(itemOf(lineOf(KYIV, MOSCOW, ["Kyiv"])).label).toBe("756\u00A0km");
  });

  it("is placed on a map with nothing else, whose bounds are the line's", () => {
    const figure = draw(lineOf(KYIV, MOSCOW));
    const [west, south, east, north] = figure.bounds!;
    expect(west).toBeLessThanOrEqual(KYIV[0]);
    expect(east).toBeGreaterThanOrEqual(MOSCOW[0]);
    expect([south, north]).toEqual([KYIV[1], MOSCOW[1]]);
    const labels = placeLabels(figure, {
      width: 800,
      height: 600,
      measure: (text) => text.length * 7,
      project: ([lng, lat]) => [(lng - 20) * 30, (60 - lat) * 40],
    });
    expect(labels.map(({ text, anchor }) => [text, anchor])).toEqual([["Kyiv–Moscow 756\u00A0km", "center"]]);
  });

  it("goes to data with its length, and is cut at the antimeridian", () => {
    const [feature] = toGeoJson(draw(lineOf([178, 52], [-170, 60])), catalog, translates.en).features;
    expect(feature?.properties).toMatchObject({ kind: "distanceLine", stroke: "#1c1c1e" });
    expect(feature?.properties.distanceKm).toBeCloseTo(1150, -2);
    expect(feature?.properties).not.toHaveProperty("rangeKm");
    expect(feature?.geometry.type).toBe("MultiLineString");
  });
});
