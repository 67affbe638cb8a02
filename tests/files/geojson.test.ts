import type { Polygon, MultiPolygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { distanceKm, rangeRing } from "../../src/geodesy/index.ts";
import { toGeoJson, toGeoJsonFile } from "../../src/files/geojson.ts";
import { toRfcGeometry } from "../../src/files/rfcGeometry.ts";
import { catalog, parsedFigure, pointJson } from "../samples.ts";

const collect = (parts: Record<string, unknown>) => {
  const { figure, translate } = parsedFigure(parts);
  return toGeoJson(figure, catalog, translate);
};

const ringsOf = (geometry: unknown): Position[][][] => {
  const shape = geometry as Polygon | MultiPolygon;
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
};

function signedArea(ring: Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], index) => sum + (ring[index]![0]! * y - x * ring[index]![1]!), 0);
}

const places: [string, [number, number]][] = [
  ["Kyiv", [30.5234, 50.4501]],
  ["the antimeridian", [179.5, 52]],
  ["the other side of it", [-179.9, -17]],
  ["near a pole", [20, 88]],
  ["a pole", [0, -90]],
];

describe("GeoJSON by RFC 7946", () => {
  it.each(places)("has valid coordinates and closed rings that follow the right-hand rule, at %s", (_, lngLat) => {
    const { features } = collect({ launchPoints: [pointJson("p1", lngLat, ["tomahawk", "atacms", "patriot"])] });
    const areas = features.filter((feature) => feature.geometry.type !== "Point");
    expect(areas.length).toBeGreaterThanOrEqual(3);
    for (const { geometry } of areas) {
      for (const polygon of ringsOf(geometry)) {
        for (const [index, ring] of polygon.entries()) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(signedArea(ring) > 0).toBe(index === 0);
          for (const [lng = 999, lat = 999] of ring) {
            expect(Math.abs(lng)).toBeLessThanOrEqual(180);
            expect(Math.abs(lat)).toBeLessThanOrEqual(90);
          }
          // No edge jumps across the map.
          for (let at = 1; at < ring.length; at += 1)
            expect(Math.abs(ring[at]![0]! - ring[at - 1]![0]!)).toBeLessThanOrEqual(
              Math.abs(ring[at]![1]!) === 90 ? 360 : 180,
            );
        }
      }
    }
  });

  it("puts every vertex of a ring at its range", () => {
    const { features } = collect({ launchPoints: [pointJson("p1", [30.5234, 50.4501], ["tomahawk", "atacms"])] });
    for (const feature of features.filter((item) => item.properties.kind === "ring")) {
      for (const position of ringsOf(feature.geometry)[0]![0]!) {
        expect(Math.abs(distanceKm([30.5234, 50.4501], position) - feature.properties.rangeKm!)).toBeLessThan(0.0003);
      }
    }
  });

  it("gives the same file whether written feature by feature or at once", () => {
    const { figure, translate } = parsedFigure({
      title: "A “title”",
      launchPoints: [pointJson("p1", [179, 50.4], ["atacms", "patriot"], "Kyiv"), pointJson("p2", [1, 2], [])],
    });
    expect(new TextDecoder().decode(toGeoJsonFile(figure, catalog, translate))).toBe(
      `${JSON.stringify(toGeoJson(figure, catalog, translate))}\n`,
    );
    const empty = parsedFigure({ launchPoints: [] });
    expect(new TextDecoder().decode(toGeoJsonFile(empty.figure, catalog, empty.translate))).toBe(
      `${JSON.stringify(toGeoJson(empty.figure, catalog, empty.translate))}\n`,
    );
  });

  it("has the kind, the range in kilometres and the source of each feature", () => {
    const { figure, translate } = parsedFigure({
      launchPoints: [pointJson("p1", [30.5, 50.4], ["atacms", "patriot"], "Kyiv")],
    });
    const { features } = toGeoJson(figure, catalog, translate);
    const kinds = features.map((feature) => feature.properties.kind);
    expect(new Set(kinds)).toEqual(new Set(["band", "ring", "launchPoint"]));
    const ring = features.find((feature) => feature.id === "ring:p1:atacms");
    expect(ring?.properties).toMatchObject({
      kind: "ring",
      system: "atacms",
      launchPoint: "p1",
      launchPointName: "Kyiv",
      rangeKm: 300,
      qualifier: "exact",
    });
    expect(ring?.properties.source).not.toBe("");
    expect(ring?.properties.stroke).toMatch(/^#[0-9a-f]{6}$/);
    const band = features.find((feature) => feature.id === "band:p1:atacms");
    const { spread } = figure.systems.find((system) => system.ref === "atacms")!;
    expect(band?.properties.minRangeKm).toBe(spread!.minKm);
    expect(band?.properties.rangeKm).toBe(spread!.maxKm);
    for (const feature of features)
      if (feature.properties.kind !== "launchPoint") {
        expect(feature.properties.source).toBeTruthy();
        // Dates are written in the language's format, not as ISO 8601; URLs may contain any.
        expect(String(feature.properties.source).replaceAll(/https?:\S+/g, "")).not.toMatch(/\b\d{4}-\d{2}\b/);
      }
  });

  it("marks a custom range as such", () => {
    const { features } = collect({
      launchPoints: [pointJson("p1", [0, 0], ["mine"])],
      customSystems: [{ id: "mine", name: "Mine", rangeKm: { min: 100, max: 200 }, source: "My notes" }],
    });
    const ring = features.find((feature) => feature.properties.kind === "ring");
    expect(ring?.properties).toMatchObject({ rangeKm: 200, minRangeKm: 100, qualifier: "range" });
    expect(ring?.properties.source).toContain("My notes");
    expect(ring?.properties.source).toContain("not in the catalogue");
  });

  it("leaves out hidden launch points", () => {
    const { features } = collect({ launchPoints: [{ ...pointJson("p1", [0, 0], ["atacms"]), hidden: true }] });
    expect(features).toEqual([]);
  });

  it.each([0.001, 0.01, 1, 300, 2500])(
    "writes rings of %d km counterclockwise, whatever their winding was",
    (rangeKm) => {
      for (const [, lngLat] of places) {
        const { geometry } = rangeRing(lngLat, rangeKm);
        const turned = {
          ...geometry,
          coordinates: ringsOf(geometry).map((rings) => rings.map((ring) => ring.toReversed())),
        };
        const shapes = [geometry, { type: "MultiPolygon" as const, coordinates: turned.coordinates }];
        for (const polygons of shapes.map((shape) => ringsOf(toRfcGeometry(shape))))
          for (const rings of polygons)
            for (const [index, ring] of rings.entries()) expect(signedArea(ring) > 0).toBe(index === 0);
      }
    },
  );

  it("reverses a clockwise exterior ring", () => {
    const clockwise: Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [0, 1],
          [1, 1],
          [1, 0],
          [0, 0],
        ],
      ],
    };
    expect(signedArea(ringsOf(toRfcGeometry(clockwise))[0]![0]!)).toBeGreaterThan(0);
  });
});
