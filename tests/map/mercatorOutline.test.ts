import { describe, expect, it } from "vitest";
import { rangeOutline } from "../../src/geodesy/index.ts";
import type { Outline } from "../../src/marks/drawn.ts";
import { mercatorOutline } from "../../src/map/mercatorOutline.ts";

const linesOf = (geometry: Outline["geometry"]) =>
  geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;

describe("an outline within the map's latitude limit", () => {
  it("is the unchanged outline if it stays within the limit, and the same object each time", () => {
    const outline = rangeOutline([30, 50], 300);
    expect(mercatorOutline(outline)).toBe(outline.geometry);
  });

  it("has a gap where a ring passes the pole, and no segment along a parallel", () => {
    const geometry = mercatorOutline(rangeOutline([18, 70], 2400));
    expect(mercatorOutline(rangeOutline([18, 70], 2400))).toEqual(geometry);
    for (const line of linesOf(geometry)) {
      for (const [index, [, lat = 0]] of line.entries()) {
        expect(lat).toBeLessThanOrEqual(85.0512);
        const next = line[index + 1];
        if (next) expect(lat > 85.05 && (next[1] ?? 0) > 85.05).toBe(false);
      }
    }
    const north = Math.max(
      ...linesOf(geometry)
        .flat()
        .map(([, lat = 0]) => lat),
    );
    expect(north).toBeCloseTo(85.0511, 3);
  });
});
