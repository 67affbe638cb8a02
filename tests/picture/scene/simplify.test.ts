import { array, assert, double, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetLine, simplifyLine, simplifyRing } from "../../../src/picture/scene/simplify.ts";
import type { ScreenPoint } from "../../../src/figure/labels/placeLabels.ts";

const coordinate = double({ min: -200, max: 300, noNaN: true });
const point = tuple(coordinate, coordinate);
const line = array(point, { minLength: 2, maxLength: 40 });

const areaOf = (ring: ScreenPoint[]) =>
  Math.abs(
    ring.reduce(
      (sum, [x, y], at) => sum + x * ring[(at + 1) % ring.length]![1] - ring[(at + 1) % ring.length]![0] * y,
      0,
    ),
  ) / 2;

function distanceTo([x, y]: ScreenPoint, path: ScreenPoint[]): number {
  let least = Infinity;
  for (let at = 1; at < path.length; at += 1) {
    const [[ax, ay], [bx, by]] = [path[at - 1]!, path[at]!];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - (bx - ax) * share, y - ay - (by - ay) * share));
  }
  return least;
}

describe("simplifying", () => {
  it("stays within the tolerance of every point, and keeps the first and last", () => {
    assert(
      property(line, double({ min: 0.1, max: 20, noNaN: true }), (points, tolerance) => {
        const simple = simplifyLine(points, tolerance);
        expect(simple[0]).toBe(points[0]);
        expect(simple.at(-1)).toBe(points.at(-1));
        for (const each of points) expect(distanceTo(each, simple)).toBeLessThanOrEqual(tolerance + 1e-9);
      }),
    );
  });

  it("keeps the area of a circle", () => {
    const circle = Array.from({ length: 720 }, (_, at): ScreenPoint => [
      100 * Math.cos((at * Math.PI) / 360),
      100 * Math.sin((at * Math.PI) / 360),
    ]);
    const simple = simplifyRing(circle, 0.25);
    expect(simple.length).toBeLessThan(100);
    expect(areaOf(simple) / (Math.PI * 10_000)).toBeGreaterThan(0.99);
  });
});

describe("a line offset to its right", () => {
  it("shrinks a circle that runs clockwise on screen by exactly the given pixels", () => {
    const circle = Array.from({ length: 361 }, (_, at): ScreenPoint => [
      100 * Math.cos((at * Math.PI) / 180),
      100 * Math.sin((at * Math.PI) / 180),
    ]);
    for (const [x, y] of offsetLine(circle, 3)) expect(Math.hypot(x, y)).toBeCloseTo(97, 2);
  });
});
