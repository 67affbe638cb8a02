import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it, vi } from "vitest";
import { areaKm2, coverage, distanceToGeometryKm, geodesicBuffer } from "../../../src/geodesy/index.ts";
import { worstOff } from "../borderOff.ts";
import { expectGeosValid } from "../geosValidity.ts";
import { holds, polygonsOf } from "../measure.ts";

// Long checks on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const fixture = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/geometry-only-${name}-50m.json`, import.meta.url), "utf8"),
  ) as MultiPolygon;
const polygon = (...coordinates: Position[][]): Polygon => ({ type: "Polygon", coordinates });
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe("geodesicBuffer inwards", () => {
  it.each([
    ["a box", polygon(box(20, 40, 40, 55)), 200],
    ["a box with a hole", polygon(box(20, 40, 40, 55), box(25, 44, 30, 48)), 100],
    ["Ukraine", fixture("ukraine"), 50],
  ] as const)("leaves of %s what is at the distance from its border", (_, source, km) => {
    const inner = geodesicBuffer(source, -km);
    expectGeosValid(inner, source);
    expect(polygonsOf(inner).length).toBeGreaterThan(0);
    expect(worstOff(inner, source, km, true, 24)).toBeLessThan(1e-4);
    for (const ring of polygonsOf(inner).flat()) expect(distanceToGeometryKm(ring[0]!, source)).toBe(0);
  });

  it("follows geodesic edges", () => {
    const source = polygon(box(0, 40, 60, 60));
    const inner = geodesicBuffer(source, -300, { edges: "geodesic" });
    expect(worstOff(inner, source, 300, false, 40)).toBeLessThan(1e-4);
  });

  it("takes the cut of a map at the antimeridian for no border", () => {
    const whole = geodesicBuffer(polygon(box(170, 50, 190, 60)), -100);
    const cut = geodesicBuffer(
      { type: "MultiPolygon", coordinates: [[box(170, 50, 180, 60)], [box(-180, 50, -170, 60)]] },
      -100,
    );
    expect(areaKm2(cut) / areaKm2(whole)).toBeCloseTo(1, 9);
    expect(holds(cut, [179.99, 55])).toBe(true);
    // The land that is left of Russia lies on both sides of ±180°.
    const russia = geodesicBuffer(fixture("russia"), -100);
    expect(holds(russia, [179.9, 67.5]) && holds(russia, [-179.9, 67.5])).toBe(true);
  });

  it("takes a side on the antimeridian for a border where the area ends there", () => {
    for (const lng of [180, -180]) {
      const shifted = geodesicBuffer(
        polygon(box(Math.min(lng, lng - Math.sign(lng) * 10), 50, Math.max(lng, lng - Math.sign(lng) * 10), 60)),
        -100,
      );
      const plain = geodesicBuffer(polygon(box(0, 50, 10, 60)), -100);
      expect(areaKm2(shifted) / areaKm2(plain)).toBeCloseTo(1, 6);
    }
    // One side goes farther north than the other: only the rest of it is a border.
    const steps = geodesicBuffer(
      { type: "MultiPolygon", coordinates: [[box(170, 50, 180, 65)], [box(-180, 50, -170, 57)]] },
      -100,
    );
    expect(holds(steps, [179.9, 54])).toBe(true);
    expect(holds(steps, [179.9, 62])).toBe(false);
  });

  it("takes neither a pole nor the whole Earth for a border", () => {
    const cap = polygon([
      [-180, 70],
      [180, 70],
      [180, 90],
      [-180, 90],
      [-180, 70],
    ]);
    expect(holds(geodesicBuffer(cap, -500), [33, 89.9])).toBe(true);
    expect(areaKm2(geodesicBuffer(polygon(box(-180, -90, 180, 90)), -500))).toBeCloseTo(510_065_621.724, 2);
  });

  it("leaves nothing of what is narrower than twice the distance", () => {
    expect(geodesicBuffer(polygon(box(0, 0, 1, 50)), -60).geometry).toEqual({ type: "MultiPolygon", coordinates: [] });
    expect(geodesicBuffer(polygon(box(0, 0, 10, 10), box(0, 0, 10, 10)), -1).geometry.coordinates).toEqual([]);
  });

  it("is for areas only, and names what is out of bounds", () => {
    const line = {
      type: "LineString",
      coordinates: [
        [0, 0],
        [5, 5],
      ],
    } as const;
    expect(() => geodesicBuffer(line as never, -5)).toThrow("km is -5: it must be more than zero for points and lines");
    expect(() => geodesicBuffer(polygon(box(0, 0, 1, 1)), -20_004)).toThrow(
      "km is -20004: it must be at least -20003.931 km",
    );
  });

  it("of any polygon holds what is inside and farther than the distance from the outline", () => {
    const off = fc.integer({ min: -60, max: 60 }).map((n) => n / 20);
    const places = fc.array(fc.tuple(off, off), { minLength: 3, maxLength: 8 });
    let held = 0;
    fc.assert(
      fc.property(off, off, places, fc.integer({ min: 2, max: 60 }), (x, y, offs, km) => {
        const [lng, lat] = [40 * x, 25 * y];
        const ring = offs.map(([dx, dy]) => [lng + dx, lat + dy]);
        const source = polygon([...ring, ring[0]!]);
        const inner = geodesicBuffer(source, -km);
        expectGeosValid(inner, source);
        const outline: MultiLineString = {
          type: "MultiLineString",
          coordinates: coverage([source]).geometry.coordinates.flat(),
        };
        if (outline.coordinates.length === 0) return;
        for (const [dx, dy] of offs) {
          const place = [lng + dx / 2 + 0.013, lat + dy / 2 + 0.017];
          const away = distanceToGeometryKm(place, outline, { edges: "planar" });
          if (Math.abs(away / km - 1) < 2e-4) continue;
          const isInner = away > km && distanceToGeometryKm(place, source) === 0;
          if (isInner) held += 1;
          expect(holds(inner, place), `${place}`).toBe(isInner);
        }
      }),
      { numRuns: 40 },
    );
    expect(held).toBeGreaterThan(20);
  });
});
