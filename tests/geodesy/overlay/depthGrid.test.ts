import * as fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { DepthGrid } from "../../../src/geodesy/overlay/depthGrid.ts";
import { Outlines } from "../../../src/geodesy/overlay/outlines.ts";

const STEP = 2 ** -34;

/** Rings of 24 vertices about centres within `spread` degrees of each other, some of them ragged. */
const rings = fc
  .record({
    spread: fc.constantFrom(8 * STEP, 40 * STEP, 1e-6, 1e-3, 0.3, 3),
    shapes: fc.array(
      fc.record({
        x: fc.double({ min: 0, max: 1, noNaN: true }),
        y: fc.double({ min: 0, max: 1, noNaN: true }),
        radius: fc.constantFrom(1, 1, 1, 0.6, 1.4),
        ragged: fc.constantFrom(0, 0, 0.3),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  })
  .map(({ spread, shapes }) =>
    shapes.map(({ x, y, radius, ragged }): Position[] => {
      const ring = Array.from({ length: 24 }, (_, k) => {
        const angle = (2 * Math.PI * k) / 24;
        const away = radius * (1 - ragged * (k % 2));
        return [20 + x * spread + away * Math.cos(angle), 40 + y * spread + away * Math.sin(angle)];
      });
      return [...ring, ring[0]!];
    }),
  );

/** How often a place is enclosed, counted over every edge. */
function depthAt({ x, y, starts, ends, weights }: Outlines, px: number, py: number): number {
  let depth = 0;
  for (const [ring, start] of starts.entries()) {
    for (let i = start; i + 1 < ends[ring]!; i++) {
      const [ax, ay, bx, by] = [x[i]!, y[i]!, x[i + 1]!, y[i + 1]!];
      if (ay <= py === by <= py || ax + ((bx - ax) * (py - ay)) / (by - ay) >= px) continue;
      depth += ay <= py ? -weights[ring]! : weights[ring]!;
    }
  }
  return depth;
}

function outlinesOf(given: Position[][]): Outlines {
  const outlines = new Outlines(0);
  for (const [source, ring] of given.entries()) outlines.add([ring], source);
  return outlines;
}

describe("the grid of depths", () => {
  it.each([1, 2, 5])("leaves out no edge beside which the depth passes %d", (level) => {
    fc.assert(
      fc.property(rings, (given) => {
        const outlines = outlinesOf(given);
        const { x, y, starts, ends } = outlines;
        const grid = new DepthGrid(outlines, level, level);
        for (const [ring, start] of starts.entries()) {
          for (let i = start; i + 1 < ends[ring]!; i++) {
            if (grid.isNear(i, level)) continue;
            const [dx, dy] = [x[i + 1]! - x[i]!, y[i + 1]! - y[i]!];
            const depths = [0.03, 0.21, 0.5, 0.68, 0.97].flatMap((share) =>
              [-2, 2].map((beside) => {
                const off = beside / Math.hypot(dx, dy);
                return depthAt(outlines, x[i]! + share * dx - off * dy, y[i]! + share * dy + off * dx) >= level;
              }),
            );
            expect(new Set(depths).size).toBe(1);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("knows on which side of every level a place is", () => {
    fc.assert(
      fc.property(
        rings,
        fc.double({ min: -3, max: 5, noNaN: true }),
        fc.double({ min: -3, max: 5, noNaN: true }),
        (given, u, v) => {
          const outlines = outlinesOf(given);
          const [px, py] = [(20 + u) / STEP, (40 + v) / STEP];
          const [depth, grid] = [depthAt(outlines, px, py), new DepthGrid(outlines, 2, 4)];
          for (const level of [2, 3, 4]) expect(grid.depthAt(px, py) >= level).toBe(depth >= level);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("outlines", () => {
  it("count the same ring as often as it comes, wound alike", () => {
    const ring = [
      [0, 0],
      [2, 0],
      [1, 2],
      [0, 0],
    ];
    const outlines = outlinesOf([ring, ring, ring.toReversed(), ring]);
    expect(outlines.weights).toEqual([3, -1]);
    expect(outlines.count).toBe(8);
  });

  it("take a polygon as it is only where every reading of it is the same", () => {
    const convex = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 0],
    ];
    const notch = [
      [0, 0],
      [4, 0],
      [1, 1],
      [0, 4],
      [0, 0],
    ];
    const bowTie = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    const wide = [
      [-100, 0],
      [100, 0],
      [0, 50],
      [-100, 0],
    ];
    const unwrapped = [
      [170, 0],
      [190, 0],
      [180, 10],
      [170, 0],
    ];
    const isTaken = (ring: Position[], isSimple: boolean) => new Outlines(0).addIfPlain([ring], 0, isSimple);
    expect([convex, notch, bowTie, wide, unwrapped].map((ring) => isTaken(ring, false))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([notch, wide, unwrapped].map((ring) => isTaken(ring, true))).toEqual([true, false, false]);
  });
});
