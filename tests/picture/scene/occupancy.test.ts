import { describe, expect, it } from "vitest";
import type { ScreenPoint } from "../../../src/figure/labels/placeLabels.ts";
import { Occupancy, UNLABELLED } from "../../../src/picture/scene/occupancy.ts";
import { placeRingLabels, type RingLabel } from "../../../src/picture/scene/placeRingLabels.ts";
import { overlap } from "../picture.ts";

const SIZE = { width: 400, height: 300 };

describe("the occupancy of a frame", () => {
  it("is free inside the frame only", () => {
    const occupancy = new Occupancy(SIZE);
    expect(occupancy.isFree([10, 10, 60, 30])).toBe(true);
    for (const box of [
      [0, 10, 60, 30],
      [10, 0, 60, 30],
      [350, 10, 400, 30],
      [10, 280, 60, 300],
    ] as [number, number, number, number][])
      expect(occupancy.isFree(box)).toBe(false);
  });

  it("keeps boxes clear of one another, and lets them stand side by side", () => {
    const occupancy = new Occupancy(SIZE);
    occupancy.add([100, 100, 150, 120]);
    expect(occupancy.isFree([149, 110, 190, 130])).toBe(false);
    expect(occupancy.isFree([150, 100, 190, 120])).toBe(true);
  });

  it("lets only the owner of a line stand on it, and nobody where lines of two cross", () => {
    const occupancy = new Occupancy(SIZE);
    occupancy.addLine(
      [
        [50, 150],
        [350, 150],
      ],
      1,
    );
    expect(occupancy.isFree([60, 140, 100, 160])).toBe(false);
    expect(occupancy.isFree([60, 140, 100, 160], 1)).toBe(true);
    expect(occupancy.isFree([60, 140, 100, 160], 2)).toBe(false);
    occupancy.addLine(
      [
        [80, 50],
        [80, 250],
      ],
      2,
    );
    expect(occupancy.isFree([60, 140, 100, 160], 1)).toBe(false);
    expect(occupancy.isFree([60, 140, 100, 160], 2)).toBe(false);
    expect(occupancy.crossings([70, 100], [70, 200], 2)).toBe(1);
    expect(occupancy.crossings([70, 100], [70, 200], 1)).toBe(0);
  });

  it("says whether a leader would run through a name", () => {
    const occupancy = new Occupancy(SIZE);
    occupancy.add([100, 100, 150, 120]);
    expect(occupancy.isBlocked([90, 110], [160, 110])).toBe(true);
    expect(occupancy.isBlocked([90, 90], [160, 90])).toBe(false);
  });
});

const circle = (center: ScreenPoint, radius: number): ScreenPoint[] =>
  Array.from({ length: 181 }, (_, step) => [
    center[0] + radius * Math.cos((step * Math.PI) / 90),
    center[1] + radius * Math.sin((step * Math.PI) / 90),
  ]);

describe("names of rings", () => {
  const center: ScreenPoint = [200, 150];
  const rings = (radii: number[], width = 60) => {
    const occupancy = new Occupancy(SIZE);
    const labels = radii.map((radius, index): RingLabel => {
      const points = circle(center, radius);
      occupancy.addLine(points, index + 1);
      const block = { lines: [], width, height: 14 };
      return { id: `r${index}`, name: "", block, owner: index + 1, lines: [{ points, center }], color: "#000" };
    });
    return { labels, placed: placeRingLabels(labels, occupancy), occupancy };
  };
  /** Points of a circle, closely enough that a line cannot pass a box between them. */
  const inBox = (points: ScreenPoint[], [left, top, right, bottom]: readonly number[]) =>
    points.some(([x, y]) => x > left! && x < right! && y > top! && y < bottom!);

  it("stand clear of one another and of the lines of other rings, even where rings are close", () => {
    for (const radii of [[120], [140, 100, 60], [130, 118, 106, 94, 82], [140, 12, 9]]) {
      const { placed } = rings(radii);
      expect(placed).toHaveLength(radii.length);
      for (const [index, { box, label }] of placed.entries()) {
        for (const other of placed.slice(index + 1)) expect(overlap(box, other.box)).toBe(false);
        for (const [at, radius] of radii.entries())
          if (at + 1 !== label.owner)
            expect([radii, at, inBox(circle(center, radius), box)]).toEqual([radii, at, false]);
      }
    }
  });

  it("begin a leader on the ring that it names, and end it at the name", () => {
    const { placed } = rings([130, 118, 106, 94, 82]);
    const withLeader = placed.filter(({ leader }) => leader);
    expect(withLeader.length).toBeGreaterThan(0);
    for (const { leader, box, label } of withLeader) {
      const [from, to] = leader!;
      const radius = [130, 118, 106, 94, 82][label.owner - 1]!;
      expect(Math.hypot(from[0] - center[0], from[1] - center[1])).toBeCloseTo(radius, 0);
      expect(overlap([to[0] - 3, to[1] - 3, to[0] + 3, to[1] + 3], box)).toBe(true);
    }
  });

  it("are left out if there is no room, rather than put on something", () => {
    const { placed } = rings([140, 100], 500);
    expect(placed).toEqual([]);
  });

  it("are placed the same way each time", () => {
    expect(rings([130, 118, 106, 94]).placed.map(({ box }) => box)).toEqual(
      rings([130, 118, 106, 94]).placed.map(({ box }) => box),
    );
  });

  it("keep clear of what nobody may stand on", () => {
    const occupancy = new Occupancy(SIZE);
    const points = circle(center, 100);
    occupancy.addLine(points, 1);
    occupancy.addLine(circle(center, 112), UNLABELLED);
    const [placed] = placeRingLabels(
      [
        {
          id: "r",
          name: "",
          block: { lines: [], width: 60, height: 14 },
          owner: 1,
          lines: [{ points, center }],
          color: "#000",
        },
      ],
      occupancy,
    );
    expect(inBox(circle(center, 112), placed!.box)).toBe(false);
  });
});
