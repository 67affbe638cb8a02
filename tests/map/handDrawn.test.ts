import { describe, expect, it } from "vitest";
import { toHandDrawn } from "../../src/map/handDrawn.ts";

describe("toHandDrawn", () => {
  it("rounds to a metre and wraps longitudes to ±180°", () => {
    expect(
      toHandDrawn({
        type: "LineString",
        coordinates: [
          [190.123456789, 50],
          [-530, 12.3456789],
        ],
      }),
    ).toEqual({
      type: "LineString",
      coordinates: [
        [-169.87654, 50],
        [-170, 12.34568],
      ],
    });
  });

  it.each([
    ["a line of one corner", { type: "LineString", coordinates: [[30, 50]] }],
    [
      "a line that ends where it began",
      {
        type: "LineString",
        coordinates: [
          [30, 50],
          [30.000001, 50],
        ],
      },
    ],
    [
      "an area of two corners",
      {
        type: "Polygon",
        coordinates: [
          [
            [30, 50],
            [31, 50],
            [30, 50],
          ],
        ],
      },
    ],
    [
      "an area of one corner",
      {
        type: "Polygon",
        coordinates: [
          [
            [30, 50],
            [30, 50],
            [30, 50],
            [30, 50],
          ],
        ],
      },
    ],
    ["an area without corners", { type: "Polygon", coordinates: [] }],
    ["a point", { type: "Point", coordinates: [30, 50] }],
  ] as const)("makes nothing of %s", (_name, geometry) => {
    expect(toHandDrawn(structuredClone(geometry) as never)).toBeUndefined();
  });

  it("keeps an area", () => {
    const area = {
      type: "Polygon" as const,
      coordinates: [
        [
          [30, 50],
          [31, 50],
          [31, 51],
          [30, 50],
        ],
      ],
    };
    expect(toHandDrawn(area)).toEqual(area);
  });
});
