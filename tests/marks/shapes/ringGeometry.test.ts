import { expect, it } from "vitest";
import { keepShapesOf, rangeShapeOf } from "../../../src/marks/shapes/ringGeometry.ts";
import type { LaunchGeometry } from "../../../src/scenario/scenario.ts";

it("keeps the shape objects of unmoved launch points, and drops those of previous positions", () => {
  const [stays, left]: LaunchGeometry[] = [
    { type: "Point", coordinates: [30, 50] },
    { type: "Point", coordinates: [31, 50] },
  ] as const;
  if (!stays || !left) throw new Error("two geometries");
  const before = [rangeShapeOf(stays, 300), rangeShapeOf(left, 300)];
  expect(rangeShapeOf(left, 300)).toBe(before[1]);
  keepShapesOf([stays]);
  expect(rangeShapeOf(stays, 300)).toBe(before[0]);
  expect(rangeShapeOf(left, 300)).not.toBe(before[1]);
  expect(rangeShapeOf(left, 300)?.area).toEqual(before[1]?.area);
});
