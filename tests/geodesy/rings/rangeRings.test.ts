import { describe, expect, it } from "vitest";
import { rangeRing, rangeRings } from "../../../src/geodesy/index.ts";

describe("rangeRings", () => {
  const centers = [
    [30.5, 50.4],
    [-0.25, 0],
    [179, 51],
    [12, 89.5],
    [-70, -33],
  ];
  const ranges = [80, 2400, 10000, 19980];

  it.each([5, 64, 256])("gives the rings that rangeRing gives, %d steps", (steps) => {
    const set = rangeRings(centers, ranges, { steps });
    expect(set.count).toBe(20);
    let index = 0;
    for (const ring of set) {
      const { center, range } = ring.properties;
      expect([center, range]).toEqual([Math.floor(index / 4), index % 4]);
      expect(ring.geometry).toEqual(rangeRing(centers[center]!, ranges[range]!, { steps }).geometry);
      expect(set.feature(index++)).toEqual(ring);
    }
  });

  it("names what is wrong", () => {
    expect(() => rangeRings([[0, 95]], [5])).toThrow("centers[0] latitude is 95");
    expect(() => rangeRings([[0, 5]], [5, -1])).toThrow("rangesKm[1] is -1");
    expect(() => rangeRings([[0, 5]], [5]).feature(1)).toThrow("index is 1");
  });
});
