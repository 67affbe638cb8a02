import { array, assert, double, property, tuple } from "fast-check";
import type { Position } from "geojson";
import { expect, it } from "vitest";
import type { Area } from "../../../src/marks/drawn.ts";
import { flattenArea, unflattenArea } from "../../../src/marks/shapes/flatArea.ts";
import { MergedShape } from "../../../src/marks/shapes/MergedShape.ts";

const position = tuple(double({ min: -180, max: 180, noNaN: true }), double({ min: -90, max: 90, noNaN: true }));
const ring = array(position, { minLength: 3, maxLength: 9 }).map((line) => [...line, line[0] ?? [0, 0]]);
const polygon = array(ring, { minLength: 1, maxLength: 3 });

/** A closed ring of so many positions, its first counted twice. */
function circle(center: Position, count: number): Position[] {
  const line = Array.from({ length: count - 1 }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / (count - 1);
    return [(center[0] ?? 0) + 0.1 * Math.cos(angle), (center[1] ?? 0) + 0.1 * Math.sin(angle)];
  });
  return [...line, line[0] ?? [0, 0]];
}
const areaOf = (polygons: Position[][][]): Area => ({
  type: "Feature",
  properties: {},
  geometry: { type: "MultiPolygon", coordinates: polygons },
});
const shapeOf = (polygons: Position[][][]) => new MergedShape(flattenArea(areaOf(polygons)));

it("an area is the same after it has crossed from the worker", () => {
  assert(
    property(array(polygon, { minLength: 2, maxLength: 5 }), (polygons) => {
      expect(unflattenArea(flattenArea(areaOf(polygons)))).toEqual(areaOf(polygons));
    }),
  );
  const single: Area = {
    type: "Feature",
    properties: {},
    geometry: { type: "Polygon", coordinates: [circle([0, 0], 5)] },
  };
  expect(unflattenArea(flattenArea(single))).toEqual(single);
});

it("a small shape is one piece, whole", () => {
  const polygons = [[circle([1, 1], 50)], [circle([5, 5], 50)]];
  const shape = shapeOf(polygons);
  expect([shape.isLarge, shape.fills.length, shape.lines.length]).toEqual([false, 1, 1]);
  expect(shape.fills[0]).toEqual(areaOf(polygons).geometry);
});

it("a large shape comes in pieces of limited size, which hold every ring once", () => {
  const shape = shapeOf(Array.from({ length: 400 }, (_, index) => [circle([index % 300, 0], 101)]));
  expect(shape.isLarge).toBe(true);
  expect(shape.lines.length).toBeGreaterThan(5);
  const rings = shape.fills.flatMap(({ coordinates }) => (coordinates as Position[][][]).flat());
  expect(rings).toHaveLength(400);
  const lines = shape.lines.flatMap(({ geometry }) => geometry.coordinates as Position[][]);
  expect(lines).toHaveLength(400);
  for (const { geometry } of shape.lines)
    expect((geometry.coordinates as Position[][]).flat().length).toBeLessThan(6000);
  expect(rings.every((line) => line.length === 101)).toBe(true);
});

it("a very large shape is thinned for the map, keeps its closed rings, and is whole in a file", () => {
  const shape = shapeOf(Array.from({ length: 6000 }, (_, index) => [circle([index % 300, 0], 201)]));
  const rings = shape.fills.flatMap(({ coordinates }) => (coordinates as Position[][][]).flat());
  expect(rings).toHaveLength(6000);
  for (const line of rings) {
    expect(line.length).toBe(51);
    expect(line.at(-1)).toEqual(line[0]);
  }
  expect((shape.area.geometry.coordinates as Position[][][]).flat(2)).toHaveLength(6000 * 201);
});

it("labels of a shape stand on its longest border", () => {
  const border = circle([10, 10], 500);
  const spots = shapeOf([[circle([0, 0], 100)], [border]]).labelSpots;
  expect(spots.length).toBeGreaterThan(10);
  for (const { lngLat } of spots) expect(border).toContainEqual(lngLat);
});
