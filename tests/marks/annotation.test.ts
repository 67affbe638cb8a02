import { describe, expect, it } from "vitest";
import { buildFigure } from "../../src/figure/buildFigure.ts";
import { placeLabels } from "../../src/figure/labels/placeLabels.ts";
import { toGeoJson } from "../../src/files/geojson.ts";
import { distanceKm } from "../../src/geodesy/index.ts";
import { annotationMark } from "../../src/marks/annotation.ts";
import { itemsOf } from "../../src/marks/registry.ts";
import type { Annotation } from "../../src/scenario/notes.ts";
import { catalog, scenarioOf } from "../samples.ts";
import { translates } from "../i18n/translates.ts";

const draw = (annotation: Partial<Annotation>) =>
  buildFigure(
    catalog,
    { ...scenarioOf([]), annotations: [{ id: "a1", text: "Text", lngLat: [30, 50], ...annotation }] },
    translates.en,
  );
const labelOf = (annotation: Partial<Annotation>) =>
  placeLabels(draw(annotation), {
    width: 800,
    height: 600,
    measure: (text) => text.length * 7,
    project: ([lng, lat]) => [400 + (lng - 30) * 20, 300 - (lat - 50) * 20],
  })[0]!;

describe("an annotation", () => {
  it("stands on its place", () => {
    expect(labelOf({})).toMatchObject({ kind: "name", text: "Text", anchor: "center", lngLat: [30, 50] });
  });

  it.each([
    ["east", [40, 50], "right"],
    ["west", [20, 50], "left"],
    ["north", [30, 60], "top"],
    ["south", [30, 40], "bottom"],
  ] as const)("that points %s stands on the other side of its arrow's start", (_, lngLat, anchor) => {
    expect(labelOf({ pointer: { kind: "arrow", lngLat: [...lngLat] } }).anchor).toBe(anchor);
  });

  it("breaks long lines between words, keeps the user's, and takes the room of all", () => {
    const { text, height, width } = labelOf({ text: "One two three four five six seven eight nine ten\nEnd" });
    expect(text.split("\n")).toEqual(["One two three four five six seven", "eight nine ten", "End"]);
    expect(height).toBeGreaterThan(labelOf({}).height * 2);
    expect(width).toBe(33 * 7 + 4);
  });

  it("has an arrow whose head is a fixed share of it, and a line without one", () => {
    const partsOf = (kind: "line" | "arrow") => {
      const [item] = itemsOf(draw({ pointer: { kind, lngLat: [178, 60] }, lngLat: [-170, 55] }).marks, annotationMark);
      return item?.pointer?.outline.geometry.coordinates as [number, number][][];
    };
    expect(partsOf("line")).toHaveLength(1);
    const [shaft, head] = partsOf("arrow");
    const tip = shaft!.at(-1)!;
    expect(head![1]).toEqual(tip);
    // Across the antimeridian the head lies beside the tip, not a turn away.
    for (const barb of [head![0]!, head![2]!]) {
      expect(Math.abs(barb[0] - tip[0])).toBeLessThan(10);
      expect(distanceKm(barb, tip) / distanceKm([-170, 55], [178, 60])).toBeCloseTo(0.1, 6);
    }
  });

  it("goes to data as a point with its text, and a line where it points", () => {
    const features = toGeoJson(draw({ pointer: { kind: "line", lngLat: [31, 51] } }), catalog, translates.en).features;
    expect(features.map(({ geometry, properties }) => [geometry.type, properties.name])).toEqual([
      ["Point", "Text"],
      ["LineString", "Text"],
    ]);
  });
});
