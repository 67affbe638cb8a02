import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Figure } from "../../../src/figure/figure.ts";
import type { LngLat } from "../../../src/marks/drawn.ts";
import {
  type Box,
  type LabelContext,
  type PlacedLabel,
  placeLabels,
  type ScreenPoint,
} from "../../../src/figure/labels/placeLabels.ts";
import { DOT_RADIUS } from "../../../src/marks/launchPoint.ts";
import { ALL_SYSTEMS, at, figureOf, ringsOf } from "../../samples.ts";

// Takes seconds on an idle machine and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

/** An independent Mercator projection of the sphere. */
function mercator(center: LngLat, zoom: number, width: number, height: number): (lngLat: LngLat) => ScreenPoint {
  const world = 512 * 2 ** zoom;
  const y = (lat: number) =>
    (Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) / (2 * Math.PI)) * world;
  return ([lng, lat]) => {
    const east = ((((lng - center[0] + 180) % 360) + 360) % 360) - 180;
    return [width / 2 + (east / 360) * world, height / 2 + y(center[1]) - y(lat)];
  };
}

const measure: LabelContext["measure"] = (text, kind) => [...text].length * (kind === "pill" ? 6.6 : 7.2);
/** Distance in pixels between a label and its position. */
const GAP = { name: DOT_RADIUS + 3, pill: 3 };

/** The box of a label, computed only from the label's own data. */
function boxOf({ lngLat, anchor, width, height, kind }: PlacedLabel, project: LabelContext["project"]): Box {
  const [x, y] = project(lngLat!)!;
  const gap = anchor === "center" ? 0 : GAP[kind];
  const left = anchor === "left" ? x + gap : anchor === "right" ? x - gap - width : x - width / 2;
  const top = anchor === "top" ? y + gap : anchor === "bottom" ? y - gap - height : y - height / 2;
  return [left, top, left + width, top + height];
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 1e-6 && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 1e-6;

const frames = fc.record({ width: fc.integer({ min: 200, max: 1600 }), height: fc.integer({ min: 200, max: 1000 }) });
const setups = fc
  .record({
    frame: frames,
    zoom: fc.double({ min: 1, max: 7, noNaN: true }),
    points: fc.array(
      fc.record({
        lngLat: fc.tuple(fc.double({ min: 20, max: 42, noNaN: true }), fc.double({ min: 42, max: 58, noNaN: true })),
        systems: fc.subarray(ALL_SYSTEMS),
        name: fc.constantFrom("", "Kyiv", "A name that is rather long for a map"),
        hidden: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    obstacles: fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 10, max: 300 }),
        fc.integer({ min: 10, max: 200 }),
      ),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ frame, zoom, points, obstacles }) => {
    const figure = figureOf(
      points.map(({ lngLat, systems, name, hidden }, index) => at(`p${index}`, lngLat, systems, { name, hidden })),
      { bands: false },
    );
    const boxes = obstacles.map(([x, y, width, height]): Box => [
      x * frame.width,
      y * frame.height,
      x * frame.width + width,
      y * frame.height + height,
    ]);
    const context: LabelContext = {
      ...frame,
      project: mercator([31, 50], zoom, frame.width, frame.height),
      measure,
      obstacles: boxes,
    };
    return { figure, context };
  });

const check = (property: (figure: Figure, context: LabelContext, placed: PlacedLabel[], boxes: Box[]) => void) =>
  fc.assert(
    fc.property(setups, ({ figure, context }) => {
      const placed = placeLabels(figure, context);
      property(
        figure,
        context,
        placed,
        placed.map((label) => boxOf(label, context.project)),
      );
    }),
    { numRuns: 60 },
  );

describe("placeLabels, for any figure", () => {
  it("lets no two labels overlap", () => {
    check((_, __, placed, boxes) => {
      const pairs = boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .flatMap((b, more) => (overlap(a, b) ? [[placed[index]?.id, placed[index + 1 + more]?.id]] : [])),
      );
      expect(pairs).toEqual([]);
    });
  });

  it("covers no obstacle and no dot of a visible launch point", () => {
    check((figure, { project, obstacles = [] }, _, boxes) => {
      const dots = figure.launchPoints.flatMap(({ hidden, lngLat }): Box[] => {
        const [x, y] = project(lngLat!)!;
        return hidden ? [] : [[x - DOT_RADIUS, y - DOT_RADIUS, x + DOT_RADIUS, y + DOT_RADIUS]];
      });
      for (const box of boxes) for (const other of [...dots, ...obstacles]) expect(overlap(box, other)).toBe(false);
    });
  });

  it("keeps every label completely within the picture", () => {
    check((_, { width, height }, __, boxes) => {
      for (const [left, top, right, bottom] of boxes)
        expect(left >= 0 && top >= 0 && right <= width && bottom <= height).toBe(true);
    });
  });

  it("places each label once, with its own text, on its ring or beside its dot", () => {
    check((figure, _, placed) => {
      expect(new Set(placed.map(({ kind, id }) => `${kind}:${id}`)).size).toBe(placed.length);
      for (const label of placed) {
        const ring = ringsOf(figure).find(({ id }) => id === label.id);
        const point = figure.launchPoints.find(({ id }) => id === label.launchPoint);
        expect(point?.hidden).toBe(false);
        if (label.kind === "name")
          expect([point?.name, point?.named, point?.lngLat]).toEqual([label.text, true, label.lngLat]);
        else {
          expect([ring?.system.label, ring?.inks, ring?.system.role]).toEqual([label.text, label.inks, label.role]);
          expect(ring?.labelSpots.some(({ lngLat }) => lngLat === label.lngLat)).toBe(true);
        }
      }
    });
  });

  it("is deterministic", () => {
    check((figure, context, placed) => expect(placeLabels(figure, context)).toEqual(placed));
  });
});

describe("placeLabels", () => {
  const roomy = { width: 1600, height: 900, measure, project: mercator([31, 50], 4, 1600, 900) };

  it("places a pill for each of six rings, and the name, if there is room", () => {
    const figure = figureOf([at("Kyiv", [30.5, 50.45], ["atacms", "storm-shadow", "scalp-eg", "patriot"])]);
    expect(placeLabels(figure, roomy).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "name Kyiv",
      "pill ATACMS 300\u00A0km",
      "pill Storm Shadow about 250\u00A0km",
      "pill SCALP-EG about 250\u00A0km",
      "pill Patriot up to 150\u00A0km (against aircraft)",
      "pill Patriot 40\u00A0km (against ballistic missiles)",
    ]);
  });

  it("leaves out labels behind the globe", () => {
    const figure = figureOf([at("Kyiv", [30.5, 50.45], ALL_SYSTEMS)]);
    expect(placeLabels(figure, { ...roomy, project: () => undefined })).toEqual([]);
  });

  it("leaves out labels for which obstacles leave no room", () => {
    const figure = figureOf([at("Kyiv", [30.5, 50.45], ALL_SYSTEMS)]);
    expect(placeLabels(figure, { ...roomy, obstacles: [[0, 0, 1600, 900]] })).toEqual([]);
  });

  it("projects each position once, so that a map with many rings stays fast", () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      at(`p${index}`, [(index % 20) + 20, Math.floor(index / 20) + 44], ALL_SYSTEMS),
    );
    const figure = figureOf(many, { bands: false });
    let asked = 0;
    const project = (lngLat: LngLat) => {
      asked += 1;
      return roomy.project(lngLat);
    };
    expect(placeLabels(figure, { ...roomy, project }).length).toBeGreaterThan(100);
    expect(asked).toBeLessThanOrEqual(2 * 200 + 1200 * 16);
  });
});
